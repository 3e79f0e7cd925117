package followup

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// LongestGap is the most months between two contacts. It is as long as until the
// progression is asked about again: nobody is out of sight for a whole round.
const LongestGap = 3

// CheckNext tells what is wrong with a next contact that somebody set by hand
// instead of by the schedule.
func CheckNext(next, today period.Day) fault.Fields {
	var f fault.Fields
	f.Check(next > today, "next", "followup.next_not_ahead", "Today", today)
	latest := today.AddMonths(LongestGap)
	f.Check(next <= latest, "next", "followup.next_too_far", "Latest", latest)
	return f
}

// AfterExit is how often there is contact once the participant has left to work or
// studies: every month, so that it lasts (003).
func AfterExit() Schedule { return Schedule{} }
