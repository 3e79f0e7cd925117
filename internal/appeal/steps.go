package appeal

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Step is something that can be done with an appeal.
type Step string

const (
	Reject     Step = "reject" // as too late
	Reconsider Step = "reconsider"
	Follow     Step = "follow" // make the new decision
	Forward    Step = "forward"
	Court      Step = "court" // note what the court decided
	Withdraw   Step = "withdraw"
)

// AllSteps are all there are, in the order in which they are offered.
func AllSteps() []Step { return []Step{Reject, Reconsider, Follow, Forward, Court, Withdraw} }

// LeastReason is the shortest reason of a judgement, in characters, as of a decision.
const LeastReason = 20

// Steps are what can be done now, in their order.
func (a Appeal) Steps(t Time) []Step {
	var steps []Step
	for _, s := range AllSteps() {
		if a.can(s, t) {
			steps = append(steps, s)
		}
	}
	return steps
}

// can tells whether the step is open.
func (a Appeal) can(s Step, t Time) bool {
	switch s {
	case Reject:
		// Only an appeal has a time to be late for (FL (2017:900) 45 §).
		return a.State == Received && a.Kind == ToCourt && !t.In
	case Reconsider:
		return a.State == Received
	case Follow:
		return a.AwaitsDecision()
	case Forward:
		// A new decision goes with it (46 §), so it must be there.
		return a.State == Reconsidered && a.Kind == ToCourt && !a.AwaitsDecision()
	case Court:
		return a.State == Forwarded
	case Withdraw:
		// What the court has is withdrawn at the court.
		return a.State == Received || a.State == Reconsidered && a.Kind == ToCourt
	}
	return false
}

// Can is nil where the step is open, else a fault of code Conflict that says when it is.
func (a Appeal) Can(s Step, t Time) error {
	if !slices.Contains(AllSteps(), s) {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	if !a.can(s, t) {
		return fault.New(fault.Conflict, "appeal.refused."+string(s))
	}
	return nil
}

// AwaitsDecision tells whether somebody has promised a new decision, or the court asks
// for one, and it is not made.
func (a Appeal) AwaitsDecision() bool {
	if !a.NewDecision.IsZero() || !a.NewRecovery.IsZero() {
		return false
	}
	switch a.State {
	case Reconsidered:
		return a.Outcome == Changed || a.Outcome == PartlyChanged
	case CourtDecided:
		return a.Court == CourtChanged || a.Court == SentBack
	}
	return false
}

// AwaitsForwarding tells whether it is to go to the court now: the person has not got
// all that they asked for. One that was changed as asked waits for the person to say
// whether they withdraw it, and can be handed over meanwhile.
func (a Appeal) AwaitsForwarding() bool {
	return a.can(Forward, Time{In: true}) && a.Outcome != Changed
}

// Check says what is wrong with an appeal that comes in, beside the field: wish,
// representative, received_on. Made is the day of what is appealed.
func (a Appeal) Check(made, today period.Day) error {
	var f fault.Fields
	f.Check(slices.Contains(Kinds(), a.Kind), "kind", "form.not_a_choice")
	// Which decision it is is known from the letter; how it is to change must be said
	// (FL (2017:900) 43 §). Why need not be.
	f.Check(strings.TrimSpace(a.Wish) != "", "wish", "appeal.no_wish")
	f.Check(a.By == Participant || a.By == Representative, "by", "form.not_a_choice")
	f.Check(a.By != Representative || strings.TrimSpace(a.Representative) != "", "representative", "appeal.no_representative")
	f.Check(a.ReceivedOn <= today, "received_on", "appeal.received_later")
	f.Check(a.ReceivedOn >= made, "received_on", "appeal.received_before", "Made", made)
	return f.Err()
}

// Judge is who judges, and when.
type Judge struct {
	Account   ident.ID
	At        time.Time
	Assessors []ident.ID // the accounts that assessed the need
}

// judged is the appeal with the judgement, or what is wrong with it. Who assessed the
// need judges no more than they decide. Who made the decision may look at it again: FL
// (2017:900) 37-38 §§ give that to the authority, and the pages say who it was.
func (a Appeal) judged(by Judge, reason string) (Appeal, error) {
	if slices.Contains(by.Assessors, by.Account) {
		return a, fault.New(fault.NotAllowed, "decision.maker_assessed")
	}
	var f fault.Fields
	reason = strings.TrimSpace(reason)
	f.Check(utf8.RuneCountInString(reason) >= LeastReason, "reason", "decision.reason_short", "Least", LeastReason)
	a.JudgedBy, a.JudgedAt, a.JudgedReason = by.Account, &by.At, reason
	return a, f.Err()
}

// Refuse is the appeal refused as too late. Conflict where it is in time, or nobody
// knows that it is not.
func (a Appeal) Refuse(by Judge, reason string, t Time) (Appeal, error) {
	if err := a.Can(Reject, t); err != nil {
		return a, err
	}
	next, err := a.judged(by, reason)
	next.State = Late
	return next, err
}

// Answer is the appeal with what came of reconsidering the decision.
func (a Appeal) Answer(by Judge, outcome Outcome, reason string) (Appeal, error) {
	if err := a.Can(Reconsider, Time{}); err != nil {
		return a, err
	}
	if !slices.Contains(Outcomes(), outcome) {
		return a, fault.Fields{{Name: "outcome", Text: fault.T("form.not_a_choice")}}.Err()
	}
	next, err := a.judged(by, reason)
	next.State, next.Outcome = Reconsidered, outcome
	return next, err
}

// Followed is the appeal with the new decision that answers it.
func (a Appeal) Followed(by ident.ID) (Appeal, error) {
	if err := a.Can(Follow, Time{}); err != nil {
		return a, err
	}
	a.NewDecision = by
	return a, nil
}

// FollowedByRecovery is Followed of a new decision on what was paid too much.
func (a Appeal) FollowedByRecovery(by ident.ID) (Appeal, error) {
	if err := a.Can(Follow, Time{}); err != nil {
		return a, err
	}
	a.NewRecovery = by
	return a, nil
}

// SendOn is the appeal handed over to the court on the day.
func (a Appeal) SendOn(on, today period.Day) (Appeal, error) {
	if err := a.Can(Forward, Time{}); err != nil {
		return a, err
	}
	a.State, a.ForwardedOn = Forwarded, &on
	return a, dayBetween("on", on, a.ReceivedOn, today)
}

// CourtSaid is the appeal with the court's decision.
func (a Appeal) CourtSaid(outcome CourtOutcome, number string, on, today period.Day) (Appeal, error) {
	if err := a.Can(Court, Time{}); err != nil {
		return a, err
	}
	if !slices.Contains(CourtOutcomes(), outcome) {
		return a, fault.Fields{{Name: "outcome", Text: fault.T("form.not_a_choice")}}.Err()
	}
	err := dayBetween("on", on, *a.ForwardedOn, today)
	a.State, a.Court, a.CourtNumber, a.CourtOn = CourtDecided, outcome, strings.TrimSpace(number), &on
	return a, err
}

// TakeBack is the appeal withdrawn by the person on the day.
func (a Appeal) TakeBack(on period.Day) (Appeal, error) {
	if err := a.Can(Withdraw, Time{}); err != nil {
		return a, err
	}
	a.State, a.WithdrawnOn = Withdrawn, &on
	return a, nil
}

func dayBetween(field string, on, from, to period.Day) error {
	var f fault.Fields
	f.Check(from <= on && on <= to, field, "appeal.day_between", "From", from, "To", to)
	return f.Err()
}
