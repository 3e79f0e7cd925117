package attendance

import "slices"

// Status is what happened on a day at a placement.
type Status string

const (
	Attended         Status = "attended"
	Ill              Status = "ill"
	CareOfChild      Status = "care_of_child" // at home with an ill child
	AbsentApproved   Status = "absent_approved"
	AbsentUnapproved Status = "absent_unapproved"
	NonePlanned      Status = "none_planned" // the plan had nothing for the day
	PublicHoliday    Status = "public_holiday"
)

// inWeight is every status in the order in which they win the day: what speaks for
// the participant goes first.
var inWeight = []Status{Attended, Ill, CareOfChild, AbsentApproved, PublicHoliday, AbsentUnapproved, NonePlanned}

// Statuses are all there are, in the order in which a form offers them.
func Statuses() []Status {
	return []Status{Attended, Ill, CareOfChild, AbsentApproved, AbsentUnapproved, NonePlanned, PublicHoliday}
}

// IsValid tells whether the status is one of Statuses.
func (s Status) IsValid() bool { return slices.Contains(inWeight, s) }

// String is the status as it is stored.
func (s Status) String() string { return string(s) }
