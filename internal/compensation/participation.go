package compensation

import (
	"time"

	"fotfaste/internal/decision"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Participation is what has been noted of the participant's taking part: the
// compensation is for who takes part, not for who has a decision (000, "Ersättning").
type Participation struct {
	Begun  *time.Time // the instant at which the start was noted; nil where it has not been
	Leaves []Leaving
}

// Leaving is an exit from the programme.
type Leaving struct {
	Exit ident.ID
	On   period.Day // the last day
	At   time.Time  // instant at which it was noted
}

// KnownAt is what had been noted at the instant.
func (p Participation) KnownAt(at time.Time) Participation {
	var known Participation
	if p.Begun != nil && !p.Begun.After(at) {
		known.Begun = p.Begun
	}
	for _, l := range p.Leaves {
		if !l.At.After(at) {
			known.Leaves = append(known.Leaves, l)
		}
	}
	return known
}

// GrantsTaken is the days of the decisions that the participant takes: none until the
// start has been noted, and none after an exit. An exit ends what was decided before it
// was noted; a place that is granted afterwards is a new one.
func GrantsTaken(decisions []decision.Decision, p Participation) []Grant {
	if p.Begun == nil || len(decisions) == 0 {
		return nil
	}
	last := decisions[0].Span.To
	for _, d := range decisions {
		last = max(last, d.Span.To)
	}
	// An exit leaves the days after it as a stop does, and is laid over the decisions in
	// the same order: that in which they became known. After the last day there is
	// nothing to stop: the span is then none.
	laid := append([]decision.Decision(nil), decisions...)
	for _, l := range p.Leaves {
		after := period.Span{From: l.On + 1, To: last}
		laid = append(laid, decision.Decision{ID: l.Exit, Kind: decision.Stop, Span: after, At: l.At})
	}
	return GrantsOf(decision.InForce(laid))
}
