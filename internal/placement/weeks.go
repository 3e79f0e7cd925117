package placement

import (
	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// Holds is the weeks whose hours the placement takes of its intervention: whole weeks,
// from the first day's to the last day's, and once it has ended to the week of the day
// it ended. One that was declined, lapsed or withdrawn takes none.
func (p Placement) Holds() (catalogue.Weeks, bool) {
	if p.From == nil || p.To == nil {
		return catalogue.Weeks{}, false
	}
	last := *p.To
	switch {
	case p.State.HoldsHours():
	case (p.State == Completed || p.State == Interrupted) && p.EndedOn != nil:
		last = min(last, *p.EndedOn)
	default:
		return catalogue.Weeks{}, false
	}
	weeks := catalogue.WeeksOf(*p.From, last)
	return weeks, weeks.Len() > 0
}

// Freed is the weeks that were held before and are not any more. What is given back is
// always the end of what was held.
func Freed(before, after Placement) (catalogue.Weeks, bool) {
	was, held := before.Holds()
	if !held {
		return was, false
	}
	if is, holds := after.Holds(); holds {
		was.From = is.To + 1
	}
	return was, was.Len() > 0
}

// HeldHours are the hours that the placements take of their intervention in the week.
func HeldHours(placements []Placement, week period.Week) int {
	hours := 0
	for _, p := range placements {
		if weeks, holds := p.Holds(); holds && weeks.Contains(week) {
			hours += p.Hours
		}
	}
	return hours
}

// IsToBeEnded tells whether the last day of somebody in place has passed: nothing is
// held for them any more, and nobody has said how it ended.
func (p Placement) IsToBeEnded(today period.Day) bool {
	return p.State == Started && p.To != nil && *p.To < today
}

// StartsIn is how many of the placements are planned to begin on one of the days, the last
// among them, and have not begun.
func StartsIn(placements []Placement, from, to period.Day) int {
	n := 0
	for _, p := range placements {
		if (p.State == Offered || p.State == Accepted) && p.From != nil && from <= *p.From && *p.From <= to {
			n++
		}
	}
	return n
}

// StartAfter is the first day after the closing on which somebody can begin: a weekday, or
// a start day of a cohort. False for a cohort with no day left.
func StartAfter(c catalogue.Closing, i catalogue.Intervention, l catalogue.Ledger) (period.Day, bool) {
	next, found := l.NextStart(i, c.To+1)
	for found && i.Start == catalogue.Rolling && !next.IsProgrammeDay() {
		next, found = l.NextStart(i, next+1)
	}
	return next, found
}

// CheckStart is what stands in the way of beginning on the day, beside the field: a
// period in which the intervention is closed, with its reason and the next day that
// somebody can begin.
func CheckStart(field string, on period.Day, i catalogue.Intervention, l catalogue.Ledger) fault.Fields {
	var f fault.Fields
	closing, closed := l.ClosedOn(on)
	if !closed {
		return nil
	}
	if next, found := l.NextStart(i, on); found {
		f.Add(field, "placement.closed_then", "From", closing.From, "To", closing.To, "Reason", closing.Reason, "Next", next)
	} else {
		f.Add(field, "placement.closed_for_good", "From", closing.From, "To", closing.To, "Reason", closing.Reason)
	}
	return f
}
