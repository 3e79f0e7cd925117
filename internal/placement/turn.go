package placement

import (
	"slices"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Start is the day on which the one who waits could begin, with the hours free in
// every week until the last day. The wished first day holds as long as its week is
// ahead. Once that week has come the start is moved: to the first weekday from today on,
// and where this week is full to the first from next Monday on. The last day stays.
// Fits tells whether there is such a day; canBegin is false for somebody who cannot
// begin at all any more, however many hours come free.
func (w Waiting) Start(i catalogue.Intervention, l catalogue.Ledger, today period.Day) (day period.Day, fits, canBegin bool) {
	day, found := l.NextStart(i, w.from(today))
	if !found || day > w.To {
		return 0, false, false
	}
	if w.fitsFrom(day, l) {
		return day, true, true
	}
	if w.From.Week() > today.Week() {
		return 0, false, true
	}
	day, found = l.NextStart(i, max(day, today.Week().AddWeeks(1).Monday()))
	return day, found && day <= w.To && w.fitsFrom(day, l), true
}

// from is the wished first day, or where it has passed the first weekday from today on.
func (w Waiting) from(today period.Day) period.Day {
	if w.From >= today {
		return w.From
	}
	for !today.IsProgrammeDay() {
		today++
	}
	return today
}

func (w Waiting) fitsFrom(day period.Day, l catalogue.Ledger) bool {
	return l.FreeThrough(catalogue.WeeksOf(day, w.To)) >= w.Hours
}

// Next is who is offered free hours, and from which day: the first in the queue, when
// the hours are enough in every week of theirs. Nobody is passed by because they need
// more hours; somebody who needs many would else wait for ever. Somebody who cannot
// begin at all any more stands in nobody's way.
func Next(queue []Position, i catalogue.Intervention, l catalogue.Ledger, today period.Day) (Position, period.Day, bool) {
	if !i.Open {
		return Position{}, 0, false
	}
	for _, p := range queue {
		if day, fits, canBegin := p.Start(i, l, today); canBegin {
			return p, day, fits
		}
	}
	return Position{}, 0, false
}

// Expect is the first day of everybody in the queue, as it is planned now: with the
// planned ends, and the hours of everybody before. It lets the queue move by the
// rule as if nothing else happened: when a week begins, and when the last day of
// somebody who waits has passed. Somebody who does not get a turn
// before their last day is missing from it.
func Expect(queue []Position, i catalogue.Intervention, l catalogue.Ledger, today period.Day) map[ident.ID]period.Day {
	expected := map[ident.ID]period.Day{}
	left := slices.Clone(queue)
	for day := today; len(left) > 0; {
		for {
			next, start, found := Next(left, i, l, day)
			if !found {
				break
			}
			expected[next.Placement] = start
			l, _ = l.Hold(next.Hours, catalogue.WeeksOf(start, next.To)) // Next has seen that they are free
			left = slices.DeleteFunc(left, func(p Position) bool { return p.Placement == next.Placement })
		}
		left = slices.DeleteFunc(left, func(p Position) bool { return p.To < day })
		turns := day.Week().AddWeeks(1).Monday()
		for _, p := range left {
			turns = min(turns, p.To+1)
		}
		day = turns
	}
	return expected
}

// Expecting is the queue with everybody's expected first day.
func Expecting(queue []Position, i catalogue.Intervention, l catalogue.Ledger, today period.Day) []Position {
	days := Expect(queue, i, l, today)
	for n := range queue {
		if day, known := days[queue[n].Placement]; known {
			queue[n].Expected = &day
		}
	}
	return queue
}
