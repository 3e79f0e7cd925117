package casework

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// LooksBack is how many weeks before its own a run looks for what has changed since it
// was paid. An older week is corrected by a run of its own.
const LooksBack = 52

// lookBack is which case-weeks a run has to hold against what stands.
type lookBack struct {
	everybodyFrom period.Week // from this week to the run's own, everybody
	some          []changedCases
}

// changedCases are cases with something newly known about a week from the first one on.
type changedCases struct {
	from  period.Week
	cases []ident.ID
}

// lately is how many weeks back most of what comes late bears on. The few cases that
// reach further are read by themselves, so that not everybody's year is.
const lately = 4

// looksBack follows from what the latest run did: when it was prepared, every week up to
// its own was held against what was known then. A week is a function of its facts and
// of the amounts in force alone (package compensation), so that since then only those
// can differ of which something has become known; everybody's, where the amounts are
// others. What was before the municipality's first run was paid elsewhere, if at all.
func (d *desk) looksBack(ctx context.Context, week period.Week, except ident.ID, book *law.Book) (lookBack, error) {
	first, any, err := d.FirstWeek(ctx, except)
	if err != nil || !any || first > week {
		return lookBack{everybodyFrom: week}, err
	}
	first = max(first, week.AddWeeks(-LooksBack))
	latest, _, err := d.LatestRun(ctx, except)
	if err != nil {
		return lookBack{}, err
	}
	if latest.Law != book.MoneyPrint() {
		return lookBack{everybodyFrom: first}, nil
	}
	back := lookBack{everybodyFrom: max(first, min(week, latest.Week.AddWeeks(1)))}
	if back.everybodyFrom == first {
		return back, nil
	}
	changed, err := d.ChangedFacts(ctx, latest.PreparedAt, period.Span{From: first.Monday(), To: back.everybodyFrom.Monday() - 1})
	if err != nil {
		return back, err
	}
	recent := back.everybodyFrom.AddWeeks(-lately)
	near, far := changedCases{from: back.everybodyFrom}, changedCases{from: back.everybodyFrom}
	for _, of := range slices.SortedFunc(maps.Keys(changed), cmp.Compare) {
		in := &near
		if changed[of].Week() < recent {
			in = &far
		}
		in.cases, in.from = append(in.cases, of), min(in.from, changed[of].Week())
	}
	for _, some := range []changedCases{near, far} {
		if len(some.cases) > 0 {
			back.some = append(back.some, some)
		}
	}
	return back, nil
}
