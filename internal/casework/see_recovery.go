package casework

import (
	"context"
	"errors"
	"slices"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/store"
)

type (
	// Recovery is what one payment run found that a participant had been paid too much.
	Recovery = store.Recovery
	// RecoveryView is the participant's own words, or as somebody noted them.
	RecoveryView = store.RecoveryView
	// RecoveryDecision is a decision with the name of who made it.
	RecoveryDecision = store.RecoveryDecision
	// Repayment is money that came back.
	Repayment = store.Repayment
	// RecoveryRise is a week of a recovery that came to be worth more again.
	RecoveryRise = store.RecoveryRise
)

// RecoveryStory is a recovery from the beginning to now.
type RecoveryStory struct {
	Recovery
	Today      period.Day
	Views      []RecoveryView     // the first one first, as the rest
	Decisions  []RecoveryDecision // the last one holds
	Repayments []Repayment
	Schedule   []recovery.Standing // by the last decision
	Told       []time.Time         // the statement was sent
	KeptRises  []RecoveryRise      // rises that were in the participant's hands; Kept is what of it is this recovery's
	Appeals    []FiledAppeal       // of the decisions, newest first; none for who may not see the case's decisions
	Paid       []recovery.Money    // the payments of the weeks
	Raised     []RecoveryRise      // paid since the decision, which is to be looked at again
}

// Latest is the decision that holds, nil before the first.
func (s RecoveryStory) Latest() *RecoveryDecision {
	if len(s.Decisions) == 0 {
		return nil
	}
	return &s.Decisions[len(s.Decisions)-1]
}

// ClosedAt is when a recovery that is closed was closed: by the last decision or the
// last krona, and else when it was last changed. What a later rise shows to be right
// changes it and does not close it.
func (s RecoveryStory) ClosedAt() time.Time {
	var at time.Time
	if d := s.Latest(); d != nil {
		at = d.At
	}
	for _, back := range s.Repayments {
		if back.At.After(at) {
			at = back.At
		}
	}
	if at.IsZero() {
		return s.ChangedAt
	}
	return at
}

// Can tells whether the recovery can take the step today.
func (s RecoveryStory) Can(step recovery.Step) bool { return s.refuses(step) == nil }

func (s RecoveryStory) refuses(step recovery.Step) error {
	return s.Recovery.CanWith(step, s.Paid, s.Today)
}

// Waits tells why the step that comes next waits for the bank or an account, nil where
// it does not.
func (s RecoveryStory) Waits() *fault.Text {
	for _, step := range []recovery.Step{recovery.Decide, recovery.Communicate} {
		var no *fault.Error
		var refusal *recovery.Refusal
		if err := s.refuses(step); errors.As(err, &refusal) && refusal.Unreceived && errors.As(err, &no) {
			return &no.Text
		}
	}
	return nil
}

// IsOwnRun tells whether the account prepared or attested the run that found it.
func (s RecoveryStory) IsOwnRun(account ident.ID) bool {
	return s.RunBy[0] == account || s.RunBy[1] == account
}

// CaseRecovery is a recovery as a page of its case.
type CaseRecovery struct {
	Header
	RecoveryStory
	Letters []LetterLine // about it, newest first
	PayTo   string       // the municipality's account, as it is written; "" until it has one
}

// SeeRecovery reads a recovery of a case.
func (o *Office) SeeRecovery(ctx context.Context, actor access.Actor, of, id ident.ID) (CaseRecovery, error) {
	var v CaseRecovery
	err := o.see(ctx, actor, access.Compensation, of, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		found, err := d.recoveryAt(ctx, id, 0)
		if err != nil {
			return err
		}
		if v.RecoveryStory, err = d.recoveryStory(ctx, found); err != nil {
			return err
		}
		if d.may(access.See(access.Decisions)) {
			if v.Appeals, err = d.appealsOfRecovery(ctx, v.Decisions); err != nil {
				return err
			}
		}
		if v.Letters, err = d.lettersOf(ctx, v.RecoveryStory); err != nil {
			return err
		}
		v.PayTo, err = d.paysBackTo(ctx)
		return err
	})
	return v, err
}

// SeeMyRecovery reads one of the participant's own, whichever of their cases it is
// about.
func (o *Office) SeeMyRecovery(ctx context.Context, actor access.Actor, id ident.ID) (CaseRecovery, error) {
	of, err := o.caseOfRecovery(ctx, actor, id)
	if err != nil {
		return CaseRecovery{}, err
	}
	return o.SeeRecovery(ctx, actor, of, id)
}

// caseOfRecovery is the case that a participant's recovery is about. What is not their
// own is not there.
func (o *Office) caseOfRecovery(ctx context.Context, actor access.Actor, id ident.ID) (ident.ID, error) {
	var of ident.ID
	err := o.DB.Read(ctx, actor.Municipality, func(tx *store.Tx) error {
		v, err := tx.Recovery(ctx, id)
		if err != nil {
			return err
		}
		c, err := tx.Case(ctx, v.Case)
		if err == nil && (actor.Person.IsZero() || c.Person != actor.Person) {
			err = fault.New(fault.NotFound, "fault.not_found")
		}
		of = c.ID
		return err
	})
	return of, err
}

func (d *desk) recoveryStory(ctx context.Context, found store.Recovery) (s RecoveryStory, err error) {
	s.Recovery, s.Today = found, d.Today
	if s.Views, err = d.RecoveryViews(ctx, found.ID); err != nil {
		return s, err
	}
	if s.Decisions, err = d.RecoveryDecisions(ctx, found.ID); err != nil {
		return s, err
	}
	if s.Repayments, err = d.Repayments(ctx, found.ID); err != nil {
		return s, err
	}
	if latest := s.Latest(); latest != nil {
		s.Schedule = recovery.Schedule(latest.Decision, found.Left(), d.Today)
	}
	rises, err := d.RisesOf(ctx, found.ID)
	if err != nil {
		return s, err
	}
	for _, r := range rises {
		if r.Again {
			s.Raised = append(s.Raised, r)
		}
	}
	s.KeptRises = justifiedBy(found.Recovery, rises)
	if s.Paid, err = d.paidBehind(ctx, found.ID); err != nil {
		return s, err
	}
	s.Told, err = d.toldOf(ctx, found)
	return s, err
}

// justifiedBy are the rises that met what the participant was let keep by this recovery.
// The newest recovery of a week is met first, so what an older one has is of the last
// rises.
func justifiedBy(r recovery.Recovery, rises []RecoveryRise) []RecoveryRise {
	var met []RecoveryRise
	left := map[period.Week]money.Kronor{}
	for _, w := range r.Weeks {
		left[w.Week] = w.Justified
	}
	for _, rise := range slices.Backward(rises) {
		if rise.Kept = min(rise.Kept, left[rise.Week]); rise.Kept > 0 {
			left[rise.Week] -= rise.Kept
			met = append(met, rise)
		}
	}
	slices.Reverse(met)
	return met
}
