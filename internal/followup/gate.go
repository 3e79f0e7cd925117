package followup

import (
	"strings"

	"fotfaste/internal/fault"
)

// MayLeave refuses an exit while places are held or waited for, and names them: a
// place that nobody ends is lost to the next in the queue.
func MayLeave(open []string) error {
	if len(open) > 0 {
		return fault.New(fault.Conflict, "followup.places_open", "Places", strings.Join(open, ", "))
	}
	return nil
}

// AtExit is how the participant supports themselves on the day of the exit, as far as
// its kind says; false where it does not.
func AtExit(kind ExitKind) (Standing, bool) {
	switch kind {
	case Work:
		return InWork, true
	case WorkWithSupport:
		return InSupportedWork, true
	case ProtectedWork:
		return InProtectedWork, true
	case Studies:
		return InStudies, true
	case SicknessOrActivityCompensation, Pension:
		return OnOtherBenefit, true
	case Moved:
		return MovedAway, true
	}
	return "", false
}

// MayNote refuses to note an outcome over one that is known. Who was not reached, or
// did not wish to answer then, may be asked again.
func MayNote(earlier Standing) error {
	if earlier != "" && earlier.IsKnown() {
		return fault.New(fault.Conflict, "followup.outcome_noted")
	}
	return nil
}

// CheckClosing tells what is wrong with closing a case in which so many outcomes are
// still to be asked for. Who stops asking early says why.
func CheckClosing(reason string, left int) fault.Fields {
	var f fault.Fields
	n := runes(reason)
	f.Check(left == 0 || n >= MinReason, "reason", "followup.close_reason", "Left", left, "Least", MinReason)
	f.Check(n <= MaxReason, "reason", "followup.text_too_long", "Most", MaxReason)
	return f
}
