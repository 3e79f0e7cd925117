package recovery

import (
	"slices"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// Step is something that is done with a recovery.
type Step string

const (
	Communicate  Step = "communicate"
	GiveView     Step = "give_view"
	Decide       Step = "decide"
	DecideAgain  Step = "decide_again"
	TakeInReturn Step = "take_in_return" // note what has been paid back
)

// steps is which state each step is taken from.
var steps = map[Step][]State{
	Communicate:  {Opened, Communicated},
	GiveView:     {Communicated, Heard},
	Decide:       {Communicated, Heard},
	DecideAgain:  {Claimed},
	TakeInReturn: {Claimed},
}

// Steps are all there are.
func Steps() []Step { return []Step{Communicate, GiveView, Decide, DecideAgain, TakeInReturn} }

// Refusal is the typed reason behind the fault that Can returns.
type Refusal struct {
	Step       Step
	State      State
	Unreceived bool // it waits for money that has not reached the participant
}

func (r *Refusal) Error() string { return string(r.Step) + " in state " + string(r.State) }

// Can tells whether the step can be taken on the day: nil, or a fault.Error of code
// Conflict with a *Refusal as its cause.
func (r Recovery) Can(step Step, today period.Day) error {
	key := ""
	switch {
	case r.State == Closed:
		key = "recovery.refused.closed"
	case !slices.Contains(steps[step], r.State):
		key = "recovery.refused." + string(step)
	case step == Decide && !r.CanBeDecided(today):
		return fault.New(fault.Conflict, "recovery.refused.too_early", "Day", *r.AnswerBy).Because(&Refusal{Step: step, State: r.State})
	default:
		return nil
	}
	return fault.New(fault.Conflict, key).Because(&Refusal{Step: step, State: r.State})
}

const (
	// LeastDays is how many days the participant has, at least, to say their view.
	LeastDays = 14
	// MostDays is how far ahead that day can be set.
	MostDays = 90
)

// Communicate is the recovery when the statement has been sent, to be answered by the
// day. A later call can move that day forward, never back. Conflict in any other state,
// Invalid where the participant would have too few days.
func (r Recovery) Communicate(answerBy, today period.Day) (Recovery, error) {
	if err := r.Can(Communicate, today); err != nil {
		return r, err
	}
	var faults fault.Fields
	earliest := today.AddDays(LeastDays)
	if r.AnswerBy != nil {
		earliest = max(*r.AnswerBy, today)
	}
	latest := max(earliest, today.AddDays(MostDays))
	faults.Check(answerBy >= earliest, "answer_by", "recovery.answer_too_soon", "Day", earliest)
	faults.Check(answerBy <= latest, "answer_by", "recovery.answer_too_late", "Day", latest)
	if err := faults.Err(); err != nil {
		return r, err
	}
	r.State, r.AnswerBy = Communicated, &answerBy
	return r, nil
}

// Hear is the recovery when the participant has said their view. They may add to it
// until the decision, also when the last day has passed.
func (r Recovery) Hear(today period.Day) (Recovery, error) {
	if err := r.Can(GiveView, today); err != nil {
		return r, err
	}
	r.State = Heard
	return r, nil
}
