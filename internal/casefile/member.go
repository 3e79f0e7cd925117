package casefile

import (
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Task is why somebody is in the team of a case.
type Task string

const (
	Intake       Task = "intake" // took the enquiry in and assesses
	CaseManaging Task = "case_managing"
	Deciding     Task = "deciding"
	Supporting   Task = "supporting" // another named person, at another authority too
)

// Member is somebody's task in a case, from a day and until a day, both included.
// To is nil while it goes on.
type Member struct {
	ID      ident.ID
	Case    ident.ID
	Account ident.ID
	Task    Task
	From    period.Day
	To      *period.Day
	Reason  string
	Notes   string // what a new case manager needs to know, handed over

	AccountName  string // read with it, for pages
	Organisation string
}

// IsOn tells whether the task goes on that day.
func (m Member) IsOn(d period.Day) bool { return m.From <= d && (m.To == nil || d <= *m.To) }
