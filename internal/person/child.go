package person

import "fotfaste/internal/period"

// ageOfMajority is in whole years (föräldrabalken 9 kap. 1 §).
const ageOfMajority = 18

// Child is a child that a person has custody of. It carries no name: the day of
// birth and the time of custody are all that the rules need.
type Child struct {
	Birth   period.Day
	Custody period.Span // both ends in it; may reach past the eighteenth birthday
}

// Counts is the time in which the child counts as the person's: from birth to the
// day before the eighteenth birthday, within the custody. False where there is no
// such day.
func (c Child) Counts() (period.Span, bool) {
	return c.Custody.Intersect(period.Span{From: c.Birth, To: c.lastDayAsMinor()})
}

// lastDayAsMinor leaves to YearsUntil which day a child of 29 February grows older.
func (c Child) lastDayAsMinor() period.Day {
	day := c.Birth.AddYears(ageOfMajority)
	for c.Birth.YearsUntil(day) >= ageOfMajority {
		day = day.AddDays(-1)
	}
	return day
}

// ChildrenOn are the children that count on the day, in the order given.
func ChildrenOn(children []Child, day period.Day) []Child {
	var counting []Child
	for _, c := range children {
		if span, ok := c.Counts(); ok && span.Contains(day) {
			counting = append(counting, c)
		}
	}
	return counting
}
