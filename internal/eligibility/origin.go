package eligibility

import (
	"slices"

	"fotfaste/internal/period"
)

// Origin is where a fact comes from, so that whoever decides knows how sure it is.
type Origin string

const (
	FromNumber     Origin = "number"     // follows from the identity number
	FromAssistance Origin = "assistance" // counted from the months with social assistance
	FromAssessment Origin = "assessment" // follows from the joint assessment
	FromTalk       Origin = "talk"       // told, or judged, in the talk
)

// Origins are all of them.
func Origins() []Origin { return []Origin{FromNumber, FromAssistance, FromAssessment, FromTalk} }

// MonthsWith counts the calendar months of the last twelve whole ones before the day
// in which any of the spells had a day (000, table 3 counts by months). Spells may
// overlap.
func MonthsWith(spells []period.Span, on period.Day) int {
	n := 0
	for back := 1; back <= window; back++ {
		m := on.Month().AddMonths(-back)
		month := period.Span{From: m.First(), To: m.Last()}
		if slices.ContainsFunc(spells, month.Overlaps) {
			n++
		}
	}
	return n
}
