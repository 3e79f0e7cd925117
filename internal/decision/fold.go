package decision

import (
	"slices"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// State is what holds on a day that some decision speaks of.
type State string

const (
	Granted State = "granted"
	Paused  State = "paused"
	Stopped State = "stopped"
)

// States are all there are.
func States() []State { return []State{Granted, Paused, Stopped} }

// Status is the state of a day and the decision it follows from.
type Status struct {
	State    State
	Decision ident.ID
}

// Covers tells whether the person has a place on the day, paused or not.
func (s Status) Covers() bool { return s.State == Granted || s.State == Paused }

// Folded is what a case's decisions together say.
type Folded struct {
	InForce      period.Timeline[Status]
	Supersedes   map[ident.ID][]ident.ID // whose days each decision took over, oldest first
	SupersededBy map[ident.ID][]ident.ID // who took over days of each, oldest first
}

// Fold lays the decisions over each other in the order in which they were made: on
// every day the latest one that speaks of it holds.
func Fold(decisions []Decision) Folded {
	folded := Folded{Supersedes: map[ident.ID][]ident.ID{}, SupersededBy: map[ident.ID][]ident.ID{}}
	for _, d := range inOrder(decisions) {
		state, speaks := stateAfter(d.Kind)
		if !speaks {
			continue
		}
		for taken := range folded.InForce.Restrict(d.Span).All() {
			older := taken.Value.Decision
			if !slices.Contains(folded.Supersedes[d.ID], older) {
				folded.Supersedes[d.ID] = append(folded.Supersedes[d.ID], older)
				folded.SupersededBy[older] = append(folded.SupersededBy[older], d.ID)
			}
		}
		folded.InForce = period.Overlay(folded.InForce, period.Constant(d.Span, Status{State: state, Decision: d.ID}))
	}
	return folded
}

// InForce is the status of every day that the decisions speak of.
func InForce(decisions []Decision) period.Timeline[Status] { return Fold(decisions).InForce }

// stateAfter is the state that a decision gives its days, false for a refusal, which
// speaks of none.
func stateAfter(kind Kind) (State, bool) {
	switch kind {
	case Grant, Extend, Resume:
		return Granted, true
	case Pause:
		return Paused, true
	case Stop:
		return Stopped, true
	}
	return "", false
}

// covered is the days on which the person has a place.
func covered(line period.Timeline[Status]) period.Timeline[bool] {
	return period.Map(line, func(s Status) (bool, bool) { return true, s.Covers() })
}

// withState is the days in the state.
func withState(line period.Timeline[Status], state State) period.Timeline[bool] {
	return period.Map(line, func(s Status) (bool, bool) { return true, s.State == state })
}

// entryAt is the run of days around the day, false where the line is silent on it.
func entryAt(line period.Timeline[bool], on period.Day) (period.Span, bool) {
	for e := range line.All() {
		if e.Span.Contains(on) {
			return e.Span, true
		}
	}
	return period.Span{}, false
}
