package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/appeal"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// AppealView is one appeal, what it is about and what can be done with it.
type AppealView struct {
	Header
	FiledAppeal
	Time      appeal.Time
	About     Letter    // that told of the decision, in the authority's language
	DecidedBy string    // who made the decision, "" where it is none of package decision
	ByReader  bool      // it was the reader
	Assessed  bool      // the reader assessed the need, and judges nothing
	Answer    ident.ID  // the letter of the judgement, zero until there is one
	New       *Decided  // the decision that followed
	Recovery  *Recovery // whose decision is appealed, nil of a decision on a place

	NewOfRecovery *RecoveryDecision // the decision on it that followed
	Today         period.Day
}

// SeeAppeal reads it.
func (o *Office) SeeAppeal(ctx context.Context, actor access.Actor, id, appealID ident.ID) (AppealView, error) {
	var v AppealView
	err := o.see(ctx, actor, access.Decisions, id, func(d *desk) (err error) {
		d.note("appeal", appealID)
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		v.Today = d.Today
		if v.FiledAppeal, err = d.Appeal(ctx, id, appealID); err != nil {
			return err
		}
		if v.Time, v.About, err = d.timeOf(ctx, v.Appeal); err != nil {
			return err
		}
		made, err := d.Decisions(ctx, id)
		if err != nil {
			return err
		}
		for _, m := range made {
			if m.ID == v.Subject {
				v.DecidedBy, v.ByReader = m.ByName, m.By == actor.Account
			}
			if m.ID == v.NewDecision {
				v.New = &m
			}
		}
		if err := d.recoveryAppealed(ctx, &v); err != nil {
			return err
		}
		lines, err := d.letterLines(ctx)
		if i := slices.IndexFunc(lines, func(l LetterLine) bool { return l.Subject == v.FiledAppeal.ID }); i >= 0 {
			v.Answer = lines[i].ID
		}
		if err != nil {
			return err
		}
		assessors, err := d.AssessorsOf(ctx, id)
		v.Assessed = slices.Contains(assessors, actor.Account)
		return err
	})
	return v, err
}

// recoveryAppealed tells which recovery the decision that is appealed is of, where it is
// of one, who made it and what followed.
func (d *desk) recoveryAppealed(ctx context.Context, v *AppealView) error {
	r, made, err := d.recoveryOf(ctx, v.Appeal)
	if err != nil || r == nil {
		return err
	}
	v.Recovery = r
	for _, m := range made {
		if m.ID == v.Subject {
			v.DecidedBy, v.ByReader = m.ByName, m.By == d.Actor.Account
		}
		if m.ID == v.FiledAppeal.NewRecovery {
			v.NewOfRecovery = &m
		}
	}
	return nil
}

// appealsOf are the appeals of what the letter told, newest first.
func (d *desk) appealsOf(ctx context.Context, subject ident.ID) ([]FiledAppeal, error) {
	all, err := d.Appeals(ctx, d.Case.ID)
	return slices.DeleteFunc(all, func(a FiledAppeal) bool { return a.Subject != subject }), err
}
