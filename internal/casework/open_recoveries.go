package casework

import (
	"context"
	"fmt"

	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/store"
)

// openRecoveries follows the attested weeks of a run: the falls of each case open a recovery,
// and what a rise did not pay meets the recoveries of its own week: first what they have
// undecided, then what the participant was let keep. What stands in the ledger for the
// week as overpaid and as written off is then what the recoveries say.
func (d *desk) openRecoveries(ctx context.Context, run ident.ID, weeks []store.CalculatedWeek) error {
	opened := map[ident.ID]int{} // index in recoveries, by case
	var recoveries []recovery.Recovery
	var calculations [][]ident.ID
	for _, w := range weeks {
		change := w.Change()
		if back := change.TakesBack(); back > 0 {
			if err := d.takeBack(ctx, w, back); err != nil {
				return err
			}
		}
		if w.Kept > 0 {
			if err := d.justify(ctx, w); err != nil {
				return err
			}
		}
		if change.Difference() >= 0 {
			continue
		}
		week, err := d.fallen(ctx, w)
		if err != nil {
			return err
		}
		i, has := opened[w.Case]
		if !has {
			i = len(recoveries)
			opened[w.Case] = i
			recoveries = append(recoveries, recovery.Recovery{ID: d.newID(), Case: w.Case, Run: run, State: recovery.Opened, OpenedAt: d.Now})
			calculations = append(calculations, nil)
		}
		recoveries[i].Weeks = append(recoveries[i].Weeks, week)
		calculations[i] = append(calculations[i], w.ID)
	}
	for i, r := range recoveries {
		if err := d.AddRecovery(ctx, r, calculations[i]); err != nil {
			return err
		}
	}
	if len(recoveries) > 0 {
		d.note("recoveries", len(recoveries))
	}
	return nil
}

// fallen is a week that is worth less than it was paid by, and why.
func (d *desk) fallen(ctx context.Context, w store.CalculatedWeek) (recovery.Week, error) {
	all, err := d.Calculations(ctx, w.Case, w.Week.Week)
	if err != nil {
		return recovery.Week{}, err
	}
	for _, before := range all {
		if before.Number == w.Number-1 {
			return recovery.Week{Week: w.Week.Week, Fell: -w.Change().Difference(),
				Why: recovery.Differences(w.Week.Week, before.Explanation, w.Explanation)}, nil
		}
	}
	return recovery.Week{}, fmt.Errorf("case %s, %s: calculation %d fell from none", w.Case, w.Week.Week, w.Number)
}

// takeBack lets a rise meet what its week was overpaid by. A recovery that it leaves
// nothing of is closed.
func (d *desk) takeBack(ctx context.Context, w store.CalculatedWeek, rise money.Kronor) error {
	met, err := d.met(ctx, w, rise, recovery.TakeBack)
	if err != nil {
		return err
	}
	for _, r := range met {
		if err := d.tellAbout(ctx, casefile.RecoveryShrunk, r.Case, map[string]any{"Left": int64(r.Undecided())}); err != nil {
			return err
		}
		if err := d.tellIfClosed(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// tellClaimsRaised tells in the journey which weeks the run pays more of though money is
// claimed back for them: the claim stands until a person decides again.
func (d *desk) tellClaimsRaised(ctx context.Context, run ident.ID) error {
	raised, err := d.ClaimsRaisedBy(ctx, run)
	if err != nil {
		return err
	}
	for _, r := range raised {
		if err := d.tellAbout(ctx, casefile.ClaimRaised, r.Case, map[string]any{"Week": r.Week.String(), "Total": int64(r.Pays)}); err != nil {
			return err
		}
	}
	if len(raised) > 0 {
		d.note("claims_raised", len(raised))
	}
	return nil
}

// justify lets a rise meet what the participant was let keep of its week. What was
// decided is not touched.
func (d *desk) justify(ctx context.Context, w store.CalculatedWeek) error {
	_, err := d.met(ctx, w, w.Kept, recovery.Justify)
	return err
}

// met stores the recoveries of the case that a rise of the week meets, by the rule given.
func (d *desk) met(ctx context.Context, w store.CalculatedWeek, rise money.Kronor,
	by func([]recovery.Recovery, period.Week, money.Kronor) ([]recovery.Recovery, money.Kronor)) ([]recovery.Recovery, error) {
	stored, err := d.RecoveriesOf(ctx, w.Case)
	if err != nil {
		return nil, err
	}
	all := make([]recovery.Recovery, len(stored))
	for i, v := range stored {
		all[i] = v.Recovery
	}
	met, rest := by(all, w.Week.Week, rise)
	if rest != 0 {
		return nil, fmt.Errorf("case %s, %s: %s kronor of a rise meets no recovery", w.Case, w.Week.Week, rest)
	}
	for _, r := range met {
		if err := d.SaveRecovery(ctx, r, d.Now); err != nil {
			return nil, err
		}
	}
	return met, nil
}

// tellIfClosed puts in the journey that a recovery is closed, and why.
func (d *desk) tellIfClosed(ctx context.Context, r recovery.Recovery) error {
	if r.State != recovery.Closed {
		return nil
	}
	return d.tellAbout(ctx, casefile.RecoveryClosed, r.Case, map[string]any{"Ending": "@recovery.ending." + string(r.Ending)})
}
