package casework

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

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
// changed (looksBack; new amounts reach LooksBack weeks). Apart, the cases whose week
// pays nothing and stands at nothing. What the named run carries does not count as
// standing. A *law.MissingError where a rate is missing, and then nothing.
func (d *desk) dueWeeks(ctx context.Context, week period.Week, except ident.ID) ([]dueWeek, []reckoned, error) {
	book, err := d.law(ctx)
	if err != nil {
		return nil, nil, err
	}
	inHand, err := d.InHand(ctx)
	if err != nil {
		return nil, nil, err
	}
	back, err := d.looksBack(ctx, week, except, book)
	if err != nil {
		return nil, nil, err
	}
	h := held{book: book, inHand: inHand, week: week}
	everybody := period.Span{From: back.everybodyFrom.Monday(), To: week.Sunday()}
	cases, err := d.PayCases(ctx, everybody)
	if err != nil {
		return nil, nil, err
	}
	if h.standing, err = d.StandingWeeks(ctx, everybody, except); err != nil {
		return nil, nil, err
	}
	if err := h.holdAll(cases, back.everybodyFrom, week); err != nil {
		return nil, nil, err
	}
	for _, some := range back.some {
		if err := d.holdSome(ctx, &h, some, back.everybodyFrom.AddWeeks(-1), except); err != nil {
			return nil, nil, err
		}
	}
	slices.SortFunc(h.due, func(a, b dueWeek) int {
		return cmp.Or(cmp.Compare(a.PayCase.Number, b.PayCase.Number), cmp.Compare(a.Week.Week, b.Week.Week))
	})
	return h.due, h.nothing, nil
}

// holdSome holds the cases' weeks from the first one to the last against what stands.
func (d *desk) holdSome(ctx context.Context, h *held, some changedCases, last period.Week, except ident.ID) error {
	days := period.Span{From: some.from.Monday(), To: last.Sunday()}
	cases, err := d.PayCasesOf(ctx, some.cases, days)
	if err != nil {
		return err
	}
	if h.standing, err = d.StandingWeeksOf(ctx, some.cases, days, except); err != nil {
		return err
	}
	return h.holdAll(cases, some.from, last)
}

// held gathers what differs while case-weeks are held against what stands.
type held struct {
	book     *law.Book
	inHand   map[store.CaseWeek]store.InHand
	standing map[store.CaseWeek]store.Standing
	week     period.Week // of the run
	due      []dueWeek
	nothing  []reckoned
}

func (h *held) holdAll(cases []store.PayCase, first, last period.Week) error {
	for _, c := range cases {
		facts := factsOf(c)
		reckoning, err := compensation.Prepare(h.book, facts)
		if err != nil {
			return err
		}
		for w := first; w <= last; w++ {
			if err := h.hold(c, facts, reckoning, w); err != nil {
				return err
			}
		}
	}
	// No decision is ever removed, so what has been paid has a case to be reckoned from.
	for of := range h.standing {
		return fmt.Errorf("case %s has been paid for %s and has no decision for it", of.Case, of.Week)
	}
	return nil
}

func (h *held) hold(c store.PayCase, facts compensation.Facts, reckoning *compensation.Reckoning, w period.Week) error {
	of := store.CaseWeek{Case: c.Case, Week: w}
	stands, was := h.standing[of]
	delete(h.standing, of)
	granted := slices.ContainsFunc(facts.Grants, func(g compensation.Grant) bool { return g.Days.Overlaps(w.Span()) })
	if !granted && !was {
		return nil // no decision, stopped or paused the whole week
	}
	amounts, err := reckoning.Amounts(w)
	if err != nil {
		return err
	}
	now := ledger.Worth{Base: amounts.Base, Child: amounts.Child}
	if now == stands.Worth && (was || w < h.week) {
		return nil
	}
	explained, err := reckoning.Week(w)
	if err != nil {
		return err
	}
	loose := looseIn(explained, c.Attendance)
	if now == stands.Worth {
		h.nothing = append(h.nothing, reckoned{c, explained, loose})
		return nil
	}
	h.due = append(h.due, dueWeek{PayCase: c, Week: explained, Number: stands.Number + 1, loose: loose,
		Change: ledger.Change{Case: c.Case, Week: w, Before: stands.Worth, Now: now, Overpaid: h.inHand[of].Overpaid, WrittenOff: h.inHand[of].WrittenOff}})
	return nil
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
