package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Repaid is money that has come back from a participant.
type Repaid struct {
	Form
	Seen   int // version of the recovery; 0 where none was shown
	Day    period.Day
	Amount money.Kronor
}

// RecordRepayment notes that something has been paid back. It concerns whoever the
// recovery is about, also one whom the payment officer may not know: the payment
// carries the recovery's own reference (recovery.Reference). NotAllowed to the participant and to who has a conflict
// of interest; Invalid where more comes back than is left; Conflict where nothing is
// claimed.
func (o *Office) RecordRepayment(ctx context.Context, actor access.Actor, id ident.ID, in Repaid) error {
	return o.inOffice(ctx, actor, access.RecordRepayment, func(d *desk) error {
		if err := d.takeForm(ctx, in.Form); err != nil {
			return err
		}
		v, err := d.handled(ctx, id)
		if err != nil {
			return err
		}
		if in.Seen != 0 && in.Seen != v.Version {
			return fault.New(fault.Stale, "recovery.changed_since")
		}
		decisions, err := d.RecoveryDecisions(ctx, id)
		if err != nil {
			return err
		}
		decidedOn := d.Today
		if len(decisions) > 0 {
			decidedOn = clock.DayOf(decisions[0].At)
		}
		next, err := v.Repay(in.Amount, in.Day, decidedOn, d.Today)
		if err != nil {
			return err
		}
		back := store.Repayment{ID: d.newID(), Recovery: id, Day: in.Day, Amount: in.Amount, At: d.Now, By: actor.Account}
		if err := d.AddRepayment(ctx, back); err != nil {
			return err
		}
		if err := d.SaveRecovery(ctx, next, d.Now); err != nil {
			return err
		}
		postings, err := ledger.Repaid(growth(v.Recovery, v.RepaidOf(), next.RepaidOf())...)
		if err != nil {
			return err
		}
		if err := d.post(ctx, ledger.ClaimRepaid, id, postings); err != nil {
			return err
		}
		d.note("amount", int64(in.Amount))
		values := map[string]any{"Amount": int64(in.Amount), "Left": int64(next.Left())}
		if err := d.tellAbout(ctx, casefile.RecoveryRepaid, v.Case, values); err != nil {
			return err
		}
		return d.tellIfClosed(ctx, next)
	})
}

// handled is a recovery that the actor handles in the office, with its case at the desk
// for the journal. NotAllowed where it is their own or a relative's.
func (d *desk) handled(ctx context.Context, id ident.ID) (store.Recovery, error) {
	v, err := d.Recovery(ctx, id)
	if err != nil {
		return v, err
	}
	d.note("recovery", string(id))
	if d.Case, err = d.Tx.Case(ctx, v.Case); err != nil {
		return v, err
	}
	if d.Case.Person == d.Actor.Person {
		return v, fault.New(fault.NotAllowed, "access.own_case")
	}
	conflicted, err := d.Conflicted(ctx, d.Case.Person)
	if err != nil {
		return v, err
	}
	if slices.Contains(conflicted, d.Actor.Account) {
		return v, fault.New(fault.NotAllowed, "access.conflict_of_interest")
	}
	return v, nil
}
