package casework

import (
	"context"
	"fmt"
	"slices"

	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// LooksBack is how many weeks before its own a run looks for what has changed since it
// was paid. An older week is corrected by a run of its own.
const LooksBack = 52

// dueWeek is a case-week that is no longer worth what it stands at.
type dueWeek struct {
	store.PayCase
	compensation.Week
	ledger.Change
	Number int // of the calculation
	loose
}

// dueWeeks is what a run of the week would carry: the week itself for everybody, and
// of the weeks before it, back to the municipality's first run, those that have
// changed. Apart, the cases whose week pays nothing and stands at nothing. What the
// named run carries does not count as standing. A *law.MissingError where a rate is
// missing, and then nothing.
func (d *desk) dueWeeks(ctx context.Context, week period.Week, except ident.ID) (due []dueWeek, nothing []reckoned, err error) {
	first, err := d.looksBackTo(ctx, week, except)
	if err != nil {
		return nil, nil, err
	}
	standing, err := d.StandingWeeks(ctx, period.Span{From: first.Monday(), To: week.Monday()}, except)
	if err != nil {
		return nil, nil, err
	}
	overpaid, err := d.overpaid(ctx)
	if err != nil {
		return nil, nil, err
	}
	cases, err := d.PayCases(ctx, period.Span{From: first.Monday(), To: week.Sunday()})
	if err != nil {
		return nil, nil, err
	}
	book, err := d.law(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, c := range cases {
		facts := factsOf(c)
		reckoning, err := compensation.Prepare(book, facts)
		if err != nil {
			return nil, nil, err
		}
		for w := first; w <= week; w++ {
			of := store.CaseWeek{Case: c.Case, Week: w}
			stands, was := standing[of]
			delete(standing, of)
			granted := slices.ContainsFunc(facts.Grants, func(g compensation.Grant) bool { return g.Days.Overlaps(w.Span()) })
			if !granted && !was {
				continue // no decision, stopped or paused the whole week
			}
			amounts, err := reckoning.Amounts(w)
			if err != nil {
				return nil, nil, err
			}
			now := ledger.Worth{Base: amounts.Base, Child: amounts.Child}
			if now == stands.Worth && (was || w < week) {
				continue
			}
			explained, err := reckoning.Week(w)
			if err != nil {
				return nil, nil, err
			}
			loose := looseIn(explained, c.Attendance)
			if now == stands.Worth {
				nothing = append(nothing, reckoned{c, explained, loose})
				continue
			}
			due = append(due, dueWeek{PayCase: c, Week: explained, Number: stands.Number + 1, loose: loose,
				Change: ledger.Change{Case: c.Case, Week: w, Before: stands.Worth, Now: now, Overpaid: overpaid[of]}})
		}
	}
	// No decision is ever removed, so what has been paid has a case to be reckoned from.
	for of := range standing {
		return nil, nil, fmt.Errorf("case %s has been paid for %s and has no decision for it", of.Case, of.Week)
	}
	return due, nothing, nil
}

// looksBackTo is the first week that a run of the week carries corrections of. What was
// before the municipality's first run was paid elsewhere, if at all.
func (d *desk) looksBackTo(ctx context.Context, week period.Week, except ident.ID) (period.Week, error) {
	first, any, err := d.FirstWeek(ctx, except)
	if err != nil || !any {
		return week, err
	}
	return min(week, max(first, week.AddWeeks(-LooksBack))), nil
}

// overpaid is what each case-week has been found to be overpaid by and nobody has
// decided on yet.
func (d *desk) overpaid(ctx context.Context) (map[store.CaseWeek]money.Kronor, error) {
	balances, err := d.WeekBalances(ctx, ledger.Overpaid, "")
	if err != nil {
		return nil, err
	}
	amounts := make(map[store.CaseWeek]money.Kronor, len(balances))
	for _, b := range balances {
		kronor, err := b.Amount.Kronor()
		if err != nil {
			return nil, err
		}
		amounts[store.CaseWeek{Case: b.Case, Week: b.Week}] = kronor
	}
	return amounts, nil
}

// paysOf is what each case is paid by the weeks: its rises added up. A fall takes
// nothing from another week.
func paysOf(due []dueWeek) (map[ident.ID]money.Kronor, money.Kronor, error) {
	pays := map[ident.ID]money.Kronor{}
	var all money.Kronor
	for _, w := range due {
		var err error
		if pays[w.PayCase.Case], err = money.Sum(pays[w.PayCase.Case], w.Pays()); err != nil {
			return nil, 0, err
		}
		if all, err = money.Sum(all, w.Pays()); err != nil {
			return nil, 0, err
		}
	}
	return pays, all, nil
}
