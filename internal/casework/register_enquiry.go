package casework

import (
	"context"
	"slices"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
)

// Enquiry is what is known when somebody first asks. IdentityNumber is as it was
// written; the names, the language and the rest are used where the person is new.
type Enquiry struct {
	Form
	IdentityNumber string
	GivenName      string
	FamilyName     string
	Language       string // BCP 47
	Locality       string
	Phone          string
	Email          string
	BornAbroad     bool
	Protection     person.Protection
	Wish           string // what the person wants, in their own words; may be empty
}

// RegisterEnquiry opens a case for a person, who is added where they are not known.
// Whoever registers takes it in: they are the first in the case's team. Invalid
// where the number or a field is wrong; Conflict where a case is already open.
func (o *Office) RegisterEnquiry(ctx context.Context, actor access.Actor, in Enquiry) (ident.ID, error) {
	var opened ident.ID
	err := o.inOffice(ctx, actor, access.RegisterEnquiry, func(d *desk) error {
		if err := d.takeForm(ctx, in.Form); err != nil {
			return err
		}
		p, err := d.personForEnquiry(ctx, in)
		if err != nil {
			return err
		}
		if p.ID == actor.Person {
			return fault.New(fault.NotAllowed, "access.own_case")
		}
		conflicted, err := d.Conflicted(ctx, p.ID)
		if err != nil {
			return err
		}
		if slices.Contains(conflicted, actor.Account) {
			return fault.New(fault.NotAllowed, "access.conflict_of_interest")
		}
		earlier, err := d.CasesOf(ctx, p.ID)
		if err != nil {
			return err
		}
		if err := casefile.MayOpen(earlier); err != nil {
			// Whether a protected person has a case is told to its own staff alone.
			if p.Protection.Hides() {
				return fault.New(fault.NotAllowed, "access.no_ground").Because(err)
			}
			return err
		}
		number, err := d.NextCaseNumber(ctx, d.Today.Year())
		if err != nil {
			return err
		}
		d.Case = casefile.Case{
			ID: d.newID(), Municipality: actor.Municipality, Number: number, Person: p.ID, State: casefile.Enquiry, Version: 1,
			OpenedOn: d.Today, OpenedAt: d.Now, AbilityHours: casefile.NotAssessed, Goal: strings.TrimSpace(in.Wish),
		}
		opened = d.Case.ID
		if err := d.AddCase(ctx, d.Case); err != nil {
			return err
		}
		err = d.AddMember(ctx, casefile.Member{
			ID: d.newID(), Case: d.Case.ID, Account: actor.Account, Task: casefile.Intake, From: d.Today,
		})
		if err != nil {
			return err
		}
		if err := d.ownAccount(ctx, p); err != nil {
			return err
		}
		d.note("number", number)
		return d.tell(ctx, casefile.EnquiryRegistered, nil)
	})
	return opened, err
}

// ownAccount gives the person an account, so that they can open their own case from
// the first day. Until they first sign in it stands in their own name alone: see
// Admit, which knows them by the identity number that the provider vouches for.
func (d *desk) ownAccount(ctx context.Context, p person.Person) error {
	_, err := d.AccountOfPerson(ctx, p.ID)
	if fault.CodeOf(err) != fault.NotFound {
		return err
	}
	return d.AddAccount(ctx, store.Account{
		ID: d.newID(), Person: p.ID, Name: p.Name(), Email: p.Email, Subject: store.Unclaimed(p.ID), Language: p.Language, Active: true,
	}, access.Participant)
}

// personForEnquiry is the person by the number, added where they are new.
func (d *desk) personForEnquiry(ctx context.Context, in Enquiry) (person.Person, error) {
	number, err := person.ParseIdentityNumber(in.IdentityNumber, d.Today)
	if err != nil {
		return person.Person{}, besideField("identity_number", err)
	}
	known, err := d.PersonByNumber(ctx, number)
	if err == nil && in.Protection.Hides() && !known.Protection.Hides() {
		// What is known stands, but protection that somebody tells of holds at once.
		known.Protection = in.Protection
		return known, d.SavePerson(ctx, known)
	}
	if fault.CodeOf(err) != fault.NotFound {
		return known, err
	}
	p := person.Person{
		ID: d.newID(), Number: number, GivenName: strings.TrimSpace(in.GivenName), FamilyName: strings.TrimSpace(in.FamilyName),
		Birth: number.BirthDay(), Gender: number.Gender(), Language: in.Language, Protection: in.Protection,
		Locality: strings.TrimSpace(in.Locality), Phone: strings.TrimSpace(in.Phone), Email: strings.TrimSpace(in.Email),
		BornAbroad: in.BornAbroad,
	}
	if err := p.Check(d.Today).Err(); err != nil {
		return p, err
	}
	return p, d.AddPerson(ctx, p)
}
