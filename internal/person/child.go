package person

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// ageOfMajority is in whole years (föräldrabalken 9 kap. 1 §; the section is in none of
// the sources and not checked against the text of the act).
const ageOfMajority = 18

// Child is a child that a person has custody of. It carries no name: the day of
// birth and the time of custody are all that the rules need.
type Child struct {
	ID      ident.ID
	Birth   period.Day
	Custody period.Span // both ends in it; may reach past the eighteenth birthday
}

// Counts is the time in which the child counts as the person's: from birth to the
// day before the eighteenth birthday, within the custody. False where there is no
// such day.
func (c Child) Counts() (period.Span, bool) {
	return c.Custody.Intersect(period.Span{From: c.Birth, To: c.LastDayAsMinor()})
}

// Check tells what cannot be right about a child that is entered today: birth, from
// and to are its fields. Custody is of a minor (föräldrabalken 6 kap. 2 §), and may
// be agreed on before it begins.
func (c Child) Check(today period.Day) fault.Fields {
	var f fault.Fields
	last := c.LastDayAsMinor()
	f.Check(c.Birth <= today, "birth", "person.child.birth_ahead")
	switch {
	case c.Custody.From < c.Birth:
		f.Add("from", "person.child.before_birth", "Birth", c.Birth)
	case c.Custody.From > last:
		f.Add("from", "person.child.grown_up", "Last", last)
	}
	switch {
	case c.Custody.To < c.Custody.From:
		f.Add("to", "person.child.ends_before", "From", c.Custody.From)
	case c.Custody.To > last:
		f.Add("to", "person.child.grown_up", "Last", last)
	}
	return f
}

// MayBeTwice tells whether the two can be one child entered twice: born the same day,
// in custody at the same time. Twins are that too.
func (c Child) MayBeTwice(other Child) bool {
	return c.Birth == other.Birth && c.Custody.Overlaps(other.Custody)
}

// LastDayAsMinor is the day before the eighteenth birthday. It leaves to YearsUntil which day a child of 29 February grows older.
func (c Child) LastDayAsMinor() period.Day {
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
