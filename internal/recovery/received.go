package recovery

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// Money is a payment of the recovery's weeks, as it stands.
type Money struct {
	From *period.Day // it counts as received from the day; nil where it is not on its way, or has come back
}

// CanWith is Can of a step when the money of the recovery's weeks stands so. The
// statement is not sent, nor the first decision made, until the participant has received
// all of it: nobody is asked back for what they have not got. A Refusal tells that it is
// Unreceived.
func (r Recovery) CanWith(step Step, paid []Money, today period.Day) error {
	if err := r.Can(step, today); err != nil || step != Communicate && step != Decide {
		return err
	}
	because := &Refusal{Step: step, State: r.State, Unreceived: true}
	var last period.Day
	for _, m := range paid {
		if m.From == nil {
			return fault.New(fault.Conflict, "recovery.refused.not_received").Because(because)
		}
		last = max(last, *m.From)
	}
	if last > today {
		return fault.New(fault.Conflict, "recovery.refused.not_answered", "Day", last).Because(because)
	}
	return nil
}
