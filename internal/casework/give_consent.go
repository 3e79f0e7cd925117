package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Consent is a part of a case opened to an organisation.
type Consent = store.Consent

// ConsentYears is how long a consent can last: the participant is asked anew at
// least every year.
const ConsentYears = 1

// GivingConsent is a part that the participant opens to an organisation, from today
// until a day, both included.
type GivingConsent struct {
	Form
	Organisation ident.ID
	Part         access.Part
	Until        period.Day
}

// GiveConsent opens the part. Invalid where the organisation is not one of the
// municipality's, the part cannot be shared or the day is past or more than a year
// away; Conflict where the same part is open to the same organisation already, as
// long, or where the case is closed.
func (o *Office) GiveConsent(ctx context.Context, actor access.Actor, id ident.ID, in GivingConsent) error {
	return o.act(ctx, actor, access.GiveConsent, id, in.Form, func(d *desk) error {
		d.quiet = true
		if d.Case.State == casefile.Closed {
			return fault.New(fault.Conflict, "consent.closed")
		}
		latest := d.Today.AddYears(ConsentYears)
		var wrong fault.Fields
		wrong.Check(slices.Contains(access.Shareable, in.Part), "part", "consent.part_unknown")
		wrong.Check(in.Until >= d.Today, "until", "consent.until_past", "Today", d.Today)
		wrong.Check(in.Until <= latest, "until", "consent.until_far", "Latest", latest)
		to, err := d.Organisation(ctx, in.Organisation)
		if err != nil && fault.CodeOf(err) != fault.NotFound {
			return err
		}
		wrong.Check(err == nil, "organisation", "consent.organisation_unknown")
		if err := wrong.Err(); err != nil {
			return err
		}
		given, err := d.Consents(ctx, id)
		if err != nil {
			return err
		}
		for _, c := range given {
			if c.Organisation != to.ID || c.Part != in.Part || !c.IsOn(d.Today) {
				continue
			}
			if c.Until >= in.Until {
				return fault.New(fault.Conflict, "consent.already", "Organisation", to.Name, "Until", c.Until)
			}
			// A longer consent takes the place of a shorter one.
			if err := d.Tx.RevokeConsent(ctx, c.ID, d.Now); err != nil {
				return err
			}
		}
		c := Consent{ID: d.newID(), Case: id, Organisation: to.ID, Part: in.Part, From: d.Today, Until: in.Until, GivenAt: d.Now}
		if err := d.AddConsent(ctx, c); err != nil {
			return err
		}
		d.note("organisation", string(to.ID))
		d.note("part", in.Part)
		d.note("until", in.Until)
		return d.tell(ctx, casefile.ConsentGiven, consentValues(to.Name, c))
	})
}

// consentValues are what the sentences of the journey about a consent need.
func consentValues(organisation string, c Consent) map[string]any {
	return map[string]any{"Organisation": organisation, "Part": "@case_part." + string(c.Part), "Until": c.Until.String()}
}

// RevokeConsent takes a consent back at once: the next question from the organisation
// is answered without it. NotFound where the case has no such consent; Conflict where
// it was taken back already.
func (o *Office) RevokeConsent(ctx context.Context, actor access.Actor, id, consent ident.ID, form Form) error {
	return o.act(ctx, actor, access.RevokeConsent, id, form, func(d *desk) error {
		d.quiet = true
		c, err := d.Consent(ctx, consent)
		if err != nil {
			return err
		}
		if c.Case != id {
			return fault.New(fault.NotFound, "fault.not_found")
		}
		if c.RevokedAt != nil {
			return fault.New(fault.Conflict, "consent.revoked_already")
		}
		if err := d.Tx.RevokeConsent(ctx, c.ID, d.Now); err != nil {
			return err
		}
		d.note("organisation", string(c.Organisation))
		d.note("part", c.Part)
		return d.tell(ctx, casefile.ConsentRevoked, consentValues(c.OrganisationName, c))
	})
}
