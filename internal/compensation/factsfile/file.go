package factsfile

import (
	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/period"
)

// The limits of a file. They are far beyond any true case.
const (
	LargestFile      = 1 << 20 // bytes
	LongestDecision  = 20      // years
	MostChildren     = 30
	mostPeriods      = 200 // decisions, and periods of children
	longestChildName = 100 // bytes
)

// File is the facts of one case as they were written: decisions that share no day,
// periods of children, and at most one status for a day, each within a decision.
type File struct {
	Decisions  []period.Span
	Children   []compensation.Child
	Attendance map[period.Day]attendance.Status
	Twins      []Twins // to be told to whoever wrote the file
}

// Facts is what the weeks that have a day in the span are reckoned from. A programme
// day of theirs within a decision that the file is silent about counts as attended.
func (f File) Facts(asked period.Span) compensation.Facts {
	facts := compensation.Facts{Children: f.Children}
	weeks := period.Span{From: asked.From.Week().Monday(), To: asked.To.Week().Sunday()}
	for _, days := range f.Decisions {
		facts.Grants = append(facts.Grants, compensation.Grant{Days: days})
		within, some := days.Intersect(weeks)
		if !some {
			continue
		}
		for day := range within.Days() {
			status, said := f.Attendance[day]
			if !said {
				status = attendance.Attended
			}
			if day.IsProgrammeDay() {
				facts.Attendance = append(facts.Attendance, attendance.DayRecord{Day: day, Confirmed: status})
			}
		}
	}
	return facts
}
