package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Contact is a contact that was held or tried.
type Contact = store.Contact

// Contacts is the follow-up of a case: what was held and what is due.
type Contacts struct {
	Header
	Held   []Contact // newest first
	Rule   *followup.Due
	Review *period.Day // when to decide together whether support goes on
}

// SeeContacts reads the follow-up contacts of a case.
func (o *Office) SeeContacts(ctx context.Context, actor access.Actor, id ident.ID) (Contacts, error) {
	var v Contacts
	err := o.see(ctx, actor, access.Contacts, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		if v.Held, err = d.Contacts(ctx, id); err != nil {
			return err
		}
		if v.Rule, err = d.nextByRule(ctx, v.Held); err != nil {
			return err
		}
		if d.Case.Can(casefile.HoldContact) == nil && d.Case.Programme != nil {
			review := followup.SupportReview(d.programmeStart())
			v.Review = &review
		}
		return nil
	})
	return v, err
}

// programmeStart is the day that the schedule of contacts is counted from: the first
// granted day.
func (d *desk) programmeStart() period.Day {
	if d.Case.Programme != nil {
		return d.Case.Programme.From
	}
	return d.Today
}

// nextByRule is when contact is due by the schedule, after the contacts held: from
// the start while the participant takes part, from the exit where support goes on
// after it, nil where nothing is due.
func (d *desk) nextByRule(ctx context.Context, held []Contact) (*followup.Due, error) {
	contacts := make([]followup.Contact, len(held))
	for i, c := range held {
		contacts[i] = c.Contact
	}
	switch d.Case.State {
	case casefile.Active, casefile.Paused:
		due := followup.Standard().Next(d.programmeStart(), contacts, d.Today)
		return &due, nil
	case casefile.Exited, casefile.FollowUp:
		exits, err := d.Exits(ctx, d.Case.ID)
		if err != nil || len(exits) == 0 || !exits[0].Kind.SupportGoesOn() {
			return nil, err
		}
		due := followup.AfterExit().Next(exits[0].On, contacts, d.Today)
		return &due, nil
	}
	return nil, nil
}
