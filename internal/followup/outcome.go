package followup

import (
	"slices"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// OutcomeMonths are when outcomes are asked for, in months after the exit.
func OutcomeMonths() []int { return []int{0, 3, 6, 12, 24, 48} }

// OutcomeDue is one of the times with its day.
type OutcomeDue struct {
	Months int
	On     period.Day
}

// OutcomeTimes are all times after an exit. Each is counted from the exit itself, so
// that an exit on the 31st does not slip from month to month.
func OutcomeTimes(exit period.Day) []OutcomeDue {
	var times []OutcomeDue
	for _, m := range OutcomeMonths() {
		times = append(times, OutcomeDue{Months: m, On: exit.AddMonths(m)})
	}
	return times
}

// Standing is how a person supports themselves when asked.
type Standing string

const (
	InWork            Standing = "in_work"
	InSupportedWork   Standing = "in_supported_work"
	InProtectedWork   Standing = "in_protected_work"
	InStudies         Standing = "in_studies"
	OnOtherBenefit    Standing = "on_other_benefit"
	OnAssistance      Standing = "on_assistance"
	BackInProgramme   Standing = "back_in_programme"
	MovedAway         Standing = "moved_away"
	NotReached        Standing = "not_reached" // asked for, no answer: missing, never "no"
	WishesNotToAnswer Standing = "wishes_not_to_answer"
)

// Standings are all standings, in the order the pages show them.
func Standings() []Standing {
	return []Standing{InWork, InSupportedWork, InProtectedWork, InStudies, OnOtherBenefit, OnAssistance,
		BackInProgramme, MovedAway, NotReached, WishesNotToAnswer}
}

// IsKnown tells whether the outcome counts in a share; who was not reached or did
// not answer is missing, not a failure.
func (s Standing) IsKnown() bool { return s != NotReached && s != WishesNotToAnswer }

// IsWorkOrStudies tells whether the outcome counts as "in work" (003, note to
// figure 1).
func (s Standing) IsWorkOrStudies() bool {
	return s == InWork || s == InSupportedWork || s == InProtectedWork || s == InStudies
}

// OutcomeSource is where an outcome is known from.
type OutcomeSource string

const (
	ByRegister OutcomeSource = "register"
	ByAsking   OutcomeSource = "asked"
)

// OutcomeSources are both sources.
func OutcomeSources() []OutcomeSource { return []OutcomeSource{ByRegister, ByAsking} }

// Outcome is how it went, at one of the fixed times.
type Outcome struct {
	Months   int           `json:"months"` // one of OutcomeMonths
	On       period.Day    `json:"on"`     // the day it tells of
	Standing Standing      `json:"standing"`
	Source   OutcomeSource `json:"source"`
	Hours    int           `json:"hours"` // of work, per week; 0 where it does not apply or is not known
}

// CheckOutcome tells what is wrong with an outcome that is noted today. It cannot
// tell of a day before its time: a job after two months is not yet one after three.
func CheckOutcome(o Outcome, exit, today period.Day) fault.Fields {
	var f fault.Fields
	if !slices.Contains(OutcomeMonths(), o.Months) {
		f.Add("months", "followup.choose_one")
	} else if due := exit.AddMonths(o.Months); o.On < due {
		f.Add("on", "followup.outcome_too_early", "Due", due)
	}
	f.Check(o.On <= today, "on", "followup.not_yet", "Today", today)
	f.Check(slices.Contains(Standings(), o.Standing), "standing", "followup.choose_one")
	f.Check(slices.Contains(OutcomeSources(), o.Source), "source", "followup.choose_one")
	f.Check(0 <= o.Hours && o.Hours <= FullTime, "hours", "followup.hours_outside", "Most", FullTime)
	return f
}

// NextOutcome is the earliest time that nothing is noted for, false when all are.
// A later time that is noted leaves the earlier one still to be filled in.
func NextOutcome(exit period.Day, noted []Outcome) (OutcomeDue, bool) {
	for _, due := range OutcomeTimes(exit) {
		if !slices.ContainsFunc(noted, func(o Outcome) bool { return o.Months == due.Months }) {
			return due, true
		}
	}
	return OutcomeDue{}, false
}
