package casework

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// takeBackUnsent takes back what was attested, has not reached the participant, and has
// fallen since: the weeks stand as they did before it and come anew, with what they are
// worth, in the run that is being proposed. Money that nobody has received is not
// overpaid. A week that has fallen is one that is worth less now than it stands at, or
// that has been found to be overpaid while its payment was on its way and then failed.
func (d *desk) takeBackUnsent(ctx context.Context, week period.Week) error {
	due, _, err := d.dueWeeks(ctx, week, "")
	if err != nil {
		return err
	}
	fell := map[ident.ID]map[period.Week]bool{}
	note := func(of ident.ID, week period.Week) {
		if fell[of] == nil {
			fell[of] = map[period.Week]bool{}
		}
		fell[of][week] = true
	}
	for _, w := range due {
		if w.Difference() < 0 {
			note(w.PayCase.Case, w.Week.Week)
		}
	}
	inHand, err := d.InHand(ctx)
	if err != nil {
		return err
	}
	for of, has := range inHand {
		if has.Overpaid > 0 {
			note(of.Case, of.Week)
		}
	}
	taken := 0
	for _, of := range slices.SortedFunc(maps.Keys(fell), cmp.Compare) {
		n, err := d.takeBackOf(ctx, of, fell[of])
		if err != nil {
			return err
		}
		taken += n
	}
	d.note("taken_back", taken)
	return nil
}

// takeBackOf takes back the case's unsent payments that pay any of the weeks that fell,
// and tells how many. One that is tangled with money that has left stays, and is paid:
// its fall is a recovery, which waits until the participant has the money.
func (d *desk) takeBackOf(ctx context.Context, of ident.ID, fell map[period.Week]bool) (int, error) {
	u, err := d.unsentOf(ctx, of)
	if err != nil {
		return 0, err
	}
	taken := 0
	for _, run := range slices.Sorted(maps.Keys(u.chains)) {
		if !slices.ContainsFunc(u.weeks[run], func(w store.CalculatedWeek) bool { return w.Pays > 0 && fell[w.Week.Week] }) {
			continue
		}
		back := undoing{weeks: map[ident.ID]store.CalculatedWeek{}, runs: map[ident.ID]bool{}}
		switch can, err := d.undoRun(ctx, u, run, &back); {
		case err != nil:
			return taken, err
		case !can:
			continue
		}
		if err := d.undo(ctx, u, back); err != nil {
			return taken, err
		}
		taken += len(back.runs)
		for run := range back.runs {
			delete(u.weeks, run)
			delete(u.chains, run)
		}
	}
	return taken, nil
}

// unsent is what a case is owed and has not been sent, by the run that attested it
// first.
type unsent struct {
	chains     map[ident.ID][]store.Payment        // the newest repetition first
	weeks      map[ident.ID][]store.CalculatedWeek // that the run carries of the case
	recoveries []store.Recovery
}

func (d *desk) unsentOf(ctx context.Context, of ident.ID) (unsent, error) {
	u := unsent{chains: map[ident.ID][]store.Payment{}, weeks: map[ident.ID][]store.CalculatedWeek{}}
	newest, err := d.UnsentOf(ctx, of)
	if err != nil || len(newest) == 0 {
		return u, err
	}
	for _, p := range newest {
		chain := []store.Payment{p}
		for !chain[len(chain)-1].Replaces.IsZero() {
			before, err := d.Payment(ctx, chain[len(chain)-1].Replaces)
			if err != nil {
				return u, err
			}
			chain = append(chain, before)
		}
		run := chain[len(chain)-1].Run
		u.chains[run] = chain
		if u.weeks[run], err = d.CalculatedIn(ctx, run, of); err != nil {
			return u, err
		}
	}
	u.recoveries, err = d.RecoveriesOf(ctx, of)
	return u, err
}

// undoing is what has to be undone together: calculations, and the payments of runs.
type undoing struct {
	weeks map[ident.ID]store.CalculatedWeek // by calculation
	runs  map[ident.ID]bool
}

// undoRun gathers what goes with the payment of a run: each week that it pays, what has
// been calculated of the same week since, and the payments of those. False where any of
// it has left, or met money that has.
func (d *desk) undoRun(ctx context.Context, u unsent, run ident.ID, back *undoing) (bool, error) {
	if back.runs[run] {
		return true, nil
	}
	if _, unsent := u.chains[run]; !unsent {
		return false, nil
	}
	back.runs[run] = true
	for _, w := range u.weeks[run] {
		if w.Pays == 0 {
			continue
		}
		if can, err := d.undoWeek(ctx, u, w, back); err != nil || !can {
			return false, err
		}
	}
	return true, nil
}

// undoWeek gathers a calculation and those of the same week after it.
func (d *desk) undoWeek(ctx context.Context, u unsent, w store.CalculatedWeek, back *undoing) (bool, error) {
	all, err := d.Calculations(ctx, w.Case, w.Week.Week)
	if err != nil {
		return false, err
	}
	for _, later := range all {
		if _, gathered := back.weeks[later.ID]; gathered || later.Number < w.Number {
			continue
		}
		if !u.canUndo(later) {
			return false, nil
		}
		back.weeks[later.ID] = later
		if later.Pays > 0 {
			if can, err := d.undoRun(ctx, u, later.Run, back); err != nil || !can {
				return false, err
			}
		}
	}
	return true, nil
}

// canUndo tells whether a calculation can be undone by itself: one that only pays, one
// that changes nothing, or a fall that nobody has decided on. A rise that met a fall pays
// less than it rises by: it cannot be undone, and so neither can the fall before it.
func (u unsent) canUndo(w store.CalculatedWeek) bool {
	difference := w.Change().Difference()
	if difference >= 0 {
		return difference == w.Pays
	}
	for _, r := range u.recoveries {
		for _, found := range r.Found {
			if found.Calculation == w.ID {
				return !r.IsDecided()
			}
		}
	}
	return false
}

// undo posts the weeks the other way, the newest calculation first, and withdraws them
// and the payments. A recovery that a fall opened shrinks by it.
func (d *desk) undo(ctx context.Context, u unsent, back undoing) error {
	weeks := slices.SortedFunc(maps.Values(back.weeks), func(a, b store.CalculatedWeek) int {
		return cmp.Or(cmp.Compare(a.Run, b.Run), cmp.Compare(a.Week.Week, b.Week.Week), cmp.Compare(b.Number, a.Number))
	})
	postings := map[ident.ID][]ledger.Posting{}
	for _, w := range weeks {
		change := w.Change()
		some, err := change.Postings()
		if err != nil {
			return err
		}
		for _, p := range some {
			p.Amount = -p.Amount
			postings[w.Run] = append(postings[w.Run], p)
		}
		if fell := -change.Difference(); fell > 0 {
			if err := d.takeBack(ctx, w, fell); err != nil {
				return err
			}
		}
		if err := d.WithdrawCalculated(ctx, w.ID, d.Now); err != nil {
			return err
		}
	}
	for _, run := range slices.Sorted(maps.Keys(postings)) {
		if err := d.post(ctx, ledger.RunTakenBack, run, postings[run]); err != nil {
			return err
		}
	}
	for _, run := range slices.Sorted(maps.Keys(back.runs)) {
		chain := u.chains[run]
		for _, p := range chain {
			if done, err := d.MovePayment(ctx, p.ID, p.State, payment.Withdrawn, p.Reason, d.Now); err != nil || !done {
				return errors.Join(err, fmt.Errorf("payment %s can be taken back: %t", p.ID, done))
			}
		}
		first := chain[len(chain)-1]
		if err := d.tellAbout(ctx, casefile.PaymentTakenBack, first.Case, map[string]any{"Total": int64(first.Amount)}); err != nil {
			return err
		}
	}
	return nil
}
