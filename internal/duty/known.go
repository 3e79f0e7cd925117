package duty

import (
	"slices"

	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// Known is the first month that the requirement applies to, and the last that its rules
// are known for.
func Known(book *law.Book) (first, last period.Month) {
	days := book.ActivityRequirementDays()
	if parameter, err := book.ActivityRequirement(days[0].From); err == nil { // the first day has a value
		first = parameter.Value.FirstApplied
	}
	return first, days[len(days)-1].To.Month()
}

// NewestKnown is the month, or where the book does not know its rules the last month before
// it that it does know. A month before the requirement began is known: nothing was asked.
func NewestKnown(book *law.Book, month period.Month) period.Month {
	for _, days := range slices.Backward(book.ActivityRequirementDays()) {
		if days.From.Month() <= month {
			return min(days.To.Month(), month)
		}
	}
	return month
}

// NewestQuarter is the quarter to report of: the newest that is over by the month and that
// the requirement applied in, with rules known for all of it. Where there is none yet it is
// the quarter of the newest known month.
func NewestQuarter(book *law.Book, now period.Month) Quarter {
	first, _ := Known(book)
	newest := QuarterOf(NewestKnown(book, now))
	for q := newest; q.Last() >= first; q = QuarterOf(q.First - 1) {
		if q.Last() < now && isWhole(book, q) {
			return q
		}
	}
	return newest
}

// isWhole tells whether the rules of every month of the quarter are known.
func isWhole(book *law.Book, q Quarter) bool {
	for month := q.First; month <= q.Last(); month++ {
		if NewestKnown(book, month) != month {
			return false
		}
	}
	return true
}
