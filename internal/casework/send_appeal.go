package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/appeal"
	"fotfaste/internal/casefile"
	"fotfaste/internal/clock"
	"fotfaste/internal/decision"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// FiledAppeal is an appeal with the names of those who handled it.
type FiledAppeal = store.FiledAppeal

// AppealDraft is an appeal, or a request to reconsider, that comes in.
type AppealDraft struct {
	Form
	Kind           appeal.Kind
	Wish           string     // how the decision is to change
	Reason         string     // why
	ReceivedOn     period.Day // of one on paper; the participant's own comes in today
	By             appeal.Sender
	Representative string
}

// SendAppeal is the participant's own, of what the letter told. Conflict where one of
// the same decision waits already.
func (o *Office) SendAppeal(ctx context.Context, actor access.Actor, id, letterID ident.ID, in AppealDraft) error {
	in.By, in.Representative = appeal.Participant, ""
	return o.act(ctx, actor, access.SendAppeal, id, in.Form, func(d *desk) error {
		in.ReceivedOn = d.Today
		_, err := d.fileAppeal(ctx, letterID, in)
		return err
	})
}

// RegisterAppeal takes in one that has come on paper, with the day on which it came.
func (o *Office) RegisterAppeal(ctx context.Context, actor access.Actor, id, letterID ident.ID, in AppealDraft) (ident.ID, error) {
	var filed ident.ID
	err := o.act(ctx, actor, access.RegisterAppeal, id, in.Form, func(d *desk) (err error) {
		filed, err = d.fileAppeal(ctx, letterID, in)
		return err
	})
	return filed, err
}

func (d *desk) fileAppeal(ctx context.Context, letterID ident.ID, in AppealDraft) (ident.ID, error) {
	d.quiet = true // the case itself is as it was
	l, err := d.Letter(ctx, d.Case.ID, letterID)
	if err != nil {
		return "", err
	}
	if !l.Letter.HasAppeal {
		return "", fault.New(fault.Conflict, "appeal.nothing_to_appeal")
	}
	a := appeal.Appeal{ID: d.newID(), Case: d.Case.ID, Letter: l.ID, Subject: l.Subject, Kind: in.Kind, State: appeal.Received,
		ReceivedOn: in.ReceivedOn, By: in.By, Representative: in.Representative, Wish: in.Wish, Reason: in.Reason,
		RegisteredBy: d.Actor.Account, RegisteredAt: d.Now}
	if err := a.Check(clock.DayOf(l.MadeAt), d.Today); err != nil {
		return "", err
	}
	if err := d.AddAppeal(ctx, a); err != nil {
		return "", err
	}
	d.note("appeal", a.ID)
	return a.ID, d.tell(ctx, casefile.AppealReceived, map[string]any{"Kind": "@appeal.kind." + string(a.Kind), "On": a.ReceivedOn.String()})
}

// WithdrawAppeal is that the person takes an appeal back: the participant themselves,
// or staff to whom they have said so.
func (o *Office) WithdrawAppeal(ctx context.Context, actor access.Actor, id, appealID ident.ID, form Form) error {
	act := access.RegisterAppeal
	if actor.Role == access.Participant {
		act = access.SendAppeal
	}
	return o.act(ctx, actor, act, id, form, func(d *desk) error {
		d.quiet = true
		return d.step(ctx, appealID, func(a appeal.Appeal, _ appeal.Time) (appeal.Appeal, error) {
			next, err := a.TakeBack(d.Today)
			if err != nil {
				return next, err
			}
			return next, d.tell(ctx, casefile.AppealWithdrawn, map[string]any{"Kind": "@appeal.kind." + string(a.Kind)})
		})
	})
}

// step does something with an appeal of the case and keeps it.
func (d *desk) step(ctx context.Context, appealID ident.ID, do func(appeal.Appeal, appeal.Time) (appeal.Appeal, error)) error {
	d.note("appeal", appealID)
	filed, err := d.Appeal(ctx, d.Case.ID, appealID)
	if err != nil {
		return err
	}
	when, _, err := d.timeOf(ctx, filed.Appeal)
	if err != nil {
		return err
	}
	next, err := do(filed.Appeal, when)
	if err != nil {
		return err
	}
	return d.SaveAppeal(ctx, next)
}

// timeOf is whether the appeal came in time, and the letter that it is about.
func (d *desk) timeOf(ctx context.Context, a appeal.Appeal) (appeal.Time, Letter, error) {
	l, err := d.Letter(ctx, d.Case.ID, a.Letter)
	if err != nil {
		return appeal.Time{}, l, err
	}
	weeks, err := d.Office.Law.AppealWeeks(clock.DayOf(l.MadeAt))
	if err != nil || l.InformedOn == nil {
		return appeal.TimeOf(a.ReceivedOn, nil), l, err
	}
	last := decision.LastAppealDay(*l.InformedOn, weeks.Value)
	return appeal.TimeOf(a.ReceivedOn, &last), l, nil
}
