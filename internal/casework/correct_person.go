package casework

import (
	"context"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
)

// SeePerson reads who the case is about, with children and how to reach them.
func (o *Office) SeePerson(ctx context.Context, actor access.Actor, id ident.ID) (Header, error) {
	var h Header
	err := o.see(ctx, actor, access.Identity, id, func(d *desk) (err error) {
		if err := d.byConsentAlone(); err != nil {
			return err
		}
		h, err = d.header(ctx)
		return err
	})
	return h, err
}

// Correction is a person's details as they should be. The identity number is not among
// them: another number is another person.
type Correction struct {
	Form
	GivenName  string
	FamilyName string
	Gender     person.Gender
	Language   string
	Locality   string
	Phone      string
	Email      string
	BornAbroad bool
	Protection person.Protection
}

// CorrectPerson puts right what is kept about a person. Who hides an identity stays in
// the case's team, so that there is always somebody who can open it.
func (o *Office) CorrectPerson(ctx context.Context, actor access.Actor, id ident.ID, in Correction) error {
	return o.act(ctx, actor, access.CorrectPerson, id, in.Form, func(d *desk) error {
		p, err := d.Person(ctx, d.Case.Person)
		if err != nil {
			return err
		}
		before := p
		p.GivenName, p.FamilyName = strings.TrimSpace(in.GivenName), strings.TrimSpace(in.FamilyName)
		p.Gender, p.Language, p.Protection = in.Gender, in.Language, in.Protection
		p.Locality, p.Phone, p.Email = strings.TrimSpace(in.Locality), strings.TrimSpace(in.Phone), strings.TrimSpace(in.Email)
		p.BornAbroad = in.BornAbroad
		if before.Protection.Hides() {
			p.Locality = before.Locality // not shown, so not corrected either
		}
		if err := p.Check(d.Today).Err(); err != nil {
			return err
		}
		if err := d.SavePerson(ctx, p); err != nil {
			return err
		}
		d.note("changed", changed(before, p))
		if !p.Protection.Hides() {
			return nil
		}
		return d.join(ctx, casefile.Intake)
	})
}

// changed names the details that differ; the journal says which, not what they were.
func changed(a, b person.Person) []string {
	var names []string
	for _, detail := range []struct {
		name   string
		differ bool
	}{
		{"given_name", a.GivenName != b.GivenName}, {"family_name", a.FamilyName != b.FamilyName},
		{"gender", a.Gender != b.Gender}, {"language", a.Language != b.Language}, {"locality", a.Locality != b.Locality},
		{"phone", a.Phone != b.Phone}, {"email", a.Email != b.Email}, {"born_abroad", a.BornAbroad != b.BornAbroad},
		{"protection", a.Protection != b.Protection},
	} {
		if detail.differ {
			names = append(names, detail.name)
		}
	}
	return names
}
