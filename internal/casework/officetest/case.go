package officetest

import (
	"context"
	"fmt"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
)

// IdentityNumber is the next number of a test person born in 1988: the serial is of
// the range set aside for tests, the check digit right.
func (town *Town) IdentityNumber() string {
	town.t.Helper()
	day, serial := town.numbers/19, 980+town.numbers%19
	town.numbers++
	nine := fmt.Sprintf("88%02d%02d%03d", 1+day/28%12, 1+day%28, serial)
	return "19" + nine[:6] + "-" + nine[6:] + fmt.Sprint(checkDigit(nine))
}

func checkDigit(nine string) int {
	sum := 0
	for i, c := range nine {
		n := int(c-'0') * (2 - i%2)
		sum += n/10 + n%10
	}
	return (10 - sum%10) % 10
}

// Enquiry is a case that has just been registered by the assessor.
func (town *Town) Enquiry() ident.ID {
	town.t.Helper()
	id, err := town.RegisterEnquiry(context.Background(), town.Assessor, casework.Enquiry{
		IdentityNumber: town.IdentityNumber(), GivenName: "Amina", FamilyName: "Exempel", Language: "sv",
		Locality: "Centrum", Protection: person.None, Wish: "Jag vill arbeta i kök igen.",
	})
	town.must(err)
	return id
}

// Case is the case as it is stored now.
func (town *Town) Case(id ident.ID) casefile.Case {
	town.t.Helper()
	var c casefile.Case
	town.write(func(ctx context.Context, tx *store.Tx) (err error) {
		c, err = tx.Case(ctx, id)
		return err
	})
	return c
}

// ParticipantOf is the participant of the case, signed in. The account is made at
// the first call.
func (town *Town) ParticipantOf(id ident.ID) access.Actor {
	town.t.Helper()
	of := town.Case(id).Person
	var actor access.Actor
	town.write(func(ctx context.Context, tx *store.Tx) error {
		p, err := tx.Person(ctx, of)
		if err != nil {
			return err
		}
		subject := "participant|" + string(of)
		account, err := tx.AccountOfPerson(ctx, of)
		if err != nil {
			account = store.Account{ID: town.IDs.New(Start), Person: of, Name: p.Name(), Subject: subject, Language: "sv", Active: true}
			if err := tx.AddAccount(ctx, account, access.Participant); err != nil {
				return err
			}
		}
		actor, err = tx.Actor(ctx, account.ID, access.Participant)
		return err
	})
	return actor
}
