package casework

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// LooksBack is how many weeks before its own a run holds everybody's against new amounts.
// What has become known of single cases is found however old it is.
const LooksBack = 52

// lookBack is which case-weeks a run has to hold against what stands.
type lookBack struct {
	reach
	some []changedCases
}

// reach is how far back a run looks.
type reach struct {
	first         period.Week // of the municipality's first run: what was before was paid elsewhere, if at all
	everybodyFrom period.Week // from this week to the run's own, everybody
	unheldFrom    period.Week // from this week to LooksBack before the run's own nobody is held against new amounts; zero where there is no such week
	since         time.Time   // the latest run was before everything known from here on
}

// changedCases are cases with something newly known about a week from the first one on.
type changedCases struct {
	from  period.Week
	cases []ident.ID
}

// lately is how many weeks back most of what comes late bears on. The few cases that
// reach further are read by themselves, so that not everybody's year is.
const lately = 4

// reaches follows from what the runs before it did. Everybody is held from the first
// week, since the municipality's first run, that no run has held everybody's of: weeks
// that were skipped, or that came in between when an earlier week was proposed after a
// later one. When the latest run was prepared, every week that had been held was held
// against what was known then. A week is a function of its facts and
// of the amounts in force alone (package compensation), so that since then only those
// can differ of which something has become known; everybody's, from the first day that
// has other amounts now.
func (d *desk) reaches(ctx context.Context, week period.Week, except ident.ID, book *law.Book) (reach, error) {
	first, any, err := d.FirstWeek(ctx, except)
	if err != nil || !any || first > week {
		return reach{first: week, everybodyFrom: week}, err
	}
	latest, _, err := d.LatestRun(ctx, except)
	if err != nil {
		return reach{}, err
	}
	held, err := d.HeldForEverybody(ctx, except)
	if err != nil {
		return reach{}, err
	}
	r := reach{first: first, everybodyFrom: min(week, firstUnheld(first, held)), since: latest.Since}
	if latest.Law == book.MoneyPrint() {
		return r, nil
	}
	other := first
	before, err := d.lawAt(ctx, latest.PreparedAt)
	if err != nil {
		return reach{}, err
	}
	// Where the law that the run was prepared by cannot be told any more, as after a new
	// release of the program, every day may have other amounts.
	if before.MoneyPrint() == latest.Law {
		day, differs := before.MoneyDiffersFrom(book)
		if !differs {
			return r, nil
		}
		other = max(first, day.Week())
	}
	if bound := week.AddWeeks(-LooksBack); other < bound {
		r.unheldFrom, other = other, bound
	}
	r.everybodyFrom = min(r.everybodyFrom, other)
	return r, nil
}

// firstUnheld is the first week from the one given that is none of those held, which are
// sorted by their first week.
func firstUnheld(first period.Week, held []store.Weeks) period.Week {
	for _, h := range held {
		if h.From > first {
			break
		}
		first = max(first, h.To.AddWeeks(1))
	}
	return first
}

// looksBack is which case-weeks a run of the week has to hold against what stands. The
// named run does not count.
func (d *desk) looksBack(ctx context.Context, week period.Week, except ident.ID, book *law.Book) (lookBack, error) {
	r, err := d.reaches(ctx, week, except, book)
	back := lookBack{reach: r}
	if err != nil || r.everybodyFrom == r.first {
		return back, err
	}
	changed, err := d.ChangedFacts(ctx, r.since, period.Span{From: r.first.Monday(), To: r.everybodyFrom.Monday() - 1})
	if err != nil {
		return back, err
	}
	recent := r.everybodyFrom.AddWeeks(-lately)
	near, far := changedCases{from: r.everybodyFrom}, changedCases{from: r.everybodyFrom}
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
