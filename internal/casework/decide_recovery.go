package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/recovery"
)

// RecoveryChoice is what a person decides about what was paid too much.
type RecoveryChoice struct {
	Form
	Seen int // version of the recovery that it was decided on
	recovery.Draft
}

// DecideRecovery decides whether what was paid too much is to be paid back, all, in part
// or not at all, and how. The first decision is about all that is undecided; a later one
// takes its place for all that is left and can lower it, drop it or change the plan, and
// is the answer to an appeal of an earlier one that waits for a new decision.
// NotAllowed to who prepared or attested the run that found it; Stale where the recovery
// is not as it was seen, as when a rise has come in between; Conflict before the
// participant has said their view or the day for it has passed, and the first one while
// the money of the weeks is not with the participant.
func (o *Office) DecideRecovery(ctx context.Context, actor access.Actor, of, id ident.ID, in RecoveryChoice) error {
	return o.act(ctx, actor, access.DecideRecovery, of, in.Form, func(d *desk) error {
		d.quiet = true
		v, err := d.recoveryAt(ctx, id, in.Seen)
		if err != nil {
			return err
		}
		if in.Seen == 0 { // a decision is always on an amount that was seen
			return fault.New(fault.Stale, "recovery.changed_since")
		}
		maker := recovery.Maker{Account: actor.Account, Today: d.Today, RunBy: v.RunBy}
		first := !v.IsDecided()
		decide := v.Decide
		if !first {
			decide = v.DecideAgain
		} else if err := d.canTake(ctx, recovery.Decide, v.Recovery); err != nil {
			return err
		}
		next, made, err := decide(in.Draft, maker)
		if err != nil {
			return err
		}
		before, err := d.RecoveryDecisions(ctx, id)
		if err != nil {
			return err
		}
		promised, err := d.promisedOf(ctx, before)
		if err != nil {
			return err
		}
		made.ID, made.Recovery, made.Number, made.At = d.newID(), id, len(before)+1, d.Now
		if err := d.AddRecoveryDecision(ctx, made); err != nil {
			return err
		}
		if err := d.SaveRecovery(ctx, next, d.Now); err != nil {
			return err
		}
		if err := d.followAppeals(ctx, promised, made.ID); err != nil {
			return err
		}
		if err := d.tellRecovery(ctx, made, promised); err != nil {
			return err
		}
		if err := d.join(ctx, casefile.Deciding); err != nil {
			return err
		}
		kind := casefile.RecoveryDecided
		switch {
		case first:
			err = d.postDecided(ctx, next)
		case made.Waive > 0:
			kind = casefile.RecoveryRedecided
			err = d.postDropped(ctx, v.Recovery, next)
		default:
			kind = casefile.RecoveryRedecided
		}
		if err != nil {
			return err
		}
		d.note("claim", int64(made.Claim))
		d.note("waive", int64(made.Waive))
		if err := d.tell(ctx, kind, map[string]any{"Claim": int64(made.Claim), "Waive": int64(made.Waive)}); err != nil {
			return err
		}
		return d.tellIfClosed(ctx, next)
	})
}

// postDropped posts what a later decision lets go of, by week: what the participant may
// keep of each is met by a later rise of it.
func (d *desk) postDropped(ctx context.Context, before, next recovery.Recovery) error {
	postings, err := ledger.ClaimDropped(growth(next, forgiven(before), forgiven(next))...)
	if err != nil {
		return err
	}
	return d.post(ctx, ledger.ClaimWaived, next.ID, postings)
}

func forgiven(r recovery.Recovery) []money.Kronor {
	parts := make([]money.Kronor, len(r.Weeks))
	for i, w := range r.Weeks {
		parts[i] = w.Forgiven
	}
	return parts
}

// growth is by how much an amount of each of the recovery's weeks has grown, those that
// have not left out.
func growth(r recovery.Recovery, before, now []money.Kronor) []ledger.WeekSum {
	var grown []ledger.WeekSum
	for i, w := range r.Weeks {
		if more := now[i] - before[i]; more > 0 {
			grown = append(grown, ledger.WeekSum{Case: r.Case, Week: w.Week, Amount: more})
		}
	}
	return grown
}

// postDecided posts a first decision: each week's part of the claim, and what is not
// claimed of it.
func (d *desk) postDecided(ctx context.Context, r recovery.Recovery) error {
	var claimed, waived []ledger.WeekSum
	for _, w := range r.Weeks {
		if w.Claimed > 0 {
			claimed = append(claimed, ledger.WeekSum{Case: r.Case, Week: w.Week, Amount: w.Claimed})
		}
		if rest := w.Stands() - w.Claimed; rest > 0 {
			waived = append(waived, ledger.WeekSum{Case: r.Case, Week: w.Week, Amount: rest})
		}
	}
	for _, part := range []struct {
		kind  ledger.Kind
		weeks []ledger.WeekSum
		moved func(...ledger.WeekSum) ([]ledger.Posting, error)
	}{{ledger.OverpaidClaimed, claimed, ledger.Claimed}, {ledger.OverpaidWaived, waived, ledger.Waived}} {
		if len(part.weeks) == 0 {
			continue
		}
		postings, err := part.moved(part.weeks...)
		if err != nil {
			return err
		}
		if err := d.post(ctx, part.kind, r.ID, postings); err != nil {
			return err
		}
	}
	return nil
}
