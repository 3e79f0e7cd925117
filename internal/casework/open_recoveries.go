package casework

import (
	"context"
	"fmt"

	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/recovery"
	"fotfaste/internal/store"
)

// openRecoveries follows the attested weeks of a run: the falls of each case open a recovery,
// and a rise takes back from the undecided ones of its own week what it did not pay.
// What stands as overpaid in the ledger is then what the recoveries have undecided.
func (d *desk) openRecoveries(ctx context.Context, run ident.ID, weeks []store.CalculatedWeek) error {
	opened := map[ident.ID]int{} // index in recoveries, by case
	var recoveries []recovery.Recovery
	var calculations [][]ident.ID
	for _, w := range weeks {
		difference := w.Change().Difference()
		if difference > w.Pays {
			if err := d.takeBack(ctx, w, difference-w.Pays); err != nil {
				return err
			}
		}
		if difference >= 0 {
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
	stored, err := d.RecoveriesOf(ctx, w.Case)
	if err != nil {
		return err
	}
	open := make([]recovery.Recovery, len(stored))
	for i, v := range stored {
		open[i] = v.Recovery
	}
	met, rest := recovery.TakeBack(open, w.Week.Week, rise)
	if rest != 0 {
		return fmt.Errorf("case %s, %s: %s kronor of a rise meets no recovery", w.Case, w.Week.Week, rest)
	}
	for _, r := range met {
		if err := d.SaveRecovery(ctx, r, d.Now); err != nil {
			return err
		}
		if err := d.tellAbout(ctx, casefile.RecoveryShrunk, r.Case, map[string]any{"Left": int64(r.Undecided())}); err != nil {
			return err
		}
		if err := d.tellIfClosed(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// tellIfClosed puts in the journey that a recovery is closed, and why.
func (d *desk) tellIfClosed(ctx context.Context, r recovery.Recovery) error {
	if r.State != recovery.Closed {
		return nil
	}
	return d.tellAbout(ctx, casefile.RecoveryClosed, r.Case, map[string]any{"Ending": "@recovery.ending." + string(r.Ending)})
}
