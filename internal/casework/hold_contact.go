package casework

import (
	"context"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// HeldContact is a contact to be noted. Next is when the one after it is due, nil for
// the day by the schedule.
type HeldContact struct {
	Form
	followup.Contact
	Next *period.Day
}

// HoldContact notes a contact that was held or tried, and sets when the next one is
// due. Invalid where a field breaks a rule.
func (o *Office) HoldContact(ctx context.Context, actor access.Actor, id ident.ID, in HeldContact) error {
	return o.act(ctx, actor, access.HoldContact, id, in.Form, func(d *desk) error {
		if err := d.Case.Can(casefile.HoldContact); err != nil {
			return err
		}
		in.Note = strings.TrimSpace(in.Note)
		wrong := followup.CheckContact(in.Contact, d.Case.OpenedOn, d.Today)
		if in.Next != nil {
			wrong = append(wrong, followup.CheckNext(*in.Next, d.Today)...)
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		err := d.AddContact(ctx, Contact{
			ID: d.newID(), Case: id, Contact: in.Contact, DueOn: d.Case.NextContactOn, By: actor.Account, RecordedAt: d.Now,
		})
		if err != nil {
			return err
		}
		if d.Case.NextContactOn, err = d.nextContact(ctx, in.Next); err != nil {
			return err
		}
		d.note("kind", string(in.Kind))
		return d.tell(ctx, casefile.ContactHeld, map[string]any{"Kind": "@followup.contact." + string(in.Kind)})
	})
}

// nextContact is the day that was chosen, else the day by the schedule, else none.
func (d *desk) nextContact(ctx context.Context, chosen *period.Day) (*period.Day, error) {
	if chosen != nil {
		return chosen, nil
	}
	held, err := d.Contacts(ctx, d.Case.ID)
	if err != nil {
		return nil, err
	}
	due, err := d.nextByRule(ctx, held)
	if err != nil || due == nil {
		return nil, err
	}
	return &due.On, nil
}
