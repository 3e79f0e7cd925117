package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// A participant has an account from the enquiry on, and comes to it the first time by
// the identity number that the provider vouches for. From then on it is the subject
// that counts, and nobody else's claim to the number leads there.
func TestParticipantClaimsTheirAccount(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		text := town.IdentityNumber()
		_, err := town.RegisterEnquiry(ctx, town.Assessor, casework.Enquiry{
			IdentityNumber: text, GivenName: "Amina", FamilyName: "Exempel", Language: "sv", Protection: person.None,
		})
		if err != nil {
			t.Fatal(err)
		}
		number, err := person.ParseIdentityNumber(text, clock.DayOf(officetest.Start))
		if err != nil {
			t.Fatal(err)
		}
		who := casework.Identity{Provider: "participants", Subject: "issuer|1"}

		_, err = town.Admit(ctx, who)
		wantCode(t, err, fault.NotAllowed) // vouched for, but not by number: a stranger

		who.Number, who.Limited = number, true
		_, err = town.Admit(ctx, who)
		wantCode(t, err, fault.NotAllowed) // by a provider that lets them be no participant: nothing is claimed

		who.Limited = false
		seats, err := town.Admit(ctx, who)
		if err != nil || len(seats) != 1 || seats[0].Role != access.Participant {
			t.Fatalf("seats %+v, %v", seats, err)
		}
		who.Number = person.IdentityNumber{}
		if again, err := town.Admit(ctx, who); err != nil || again[0] != seats[0] {
			t.Errorf("the second time: %+v, %v", again, err)
		}
		_, err = town.Admit(ctx, casework.Identity{Provider: "participants", Subject: "issuer|2", Number: number})
		wantCode(t, err, fault.NotAllowed)
		err = db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			return tx.ClaimAccount(ctx, seats[0].Account, "issuer|3")
		})
		wantCode(t, err, fault.Conflict) // it is given once
		if _, err := db.VerifyJournals(ctx); err != nil {
			t.Error(err)
		}
	})
}
