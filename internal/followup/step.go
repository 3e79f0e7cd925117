package followup

import (
	"errors"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// The function ladder has six steps, from support with basic needs to work or
// studies of one's own (004).
const (
	LowestStep  = 1
	HighestStep = 6
)

// MinReason and MaxReason bound a written reason, in runes.
const (
	MinReason = 10
	MaxReason = 2000
)

// StepMove is a move on the ladder, up or down. The first one has no From: it is
// where the joint assessment placed the participant.
type StepMove struct {
	From   int        `json:"from"` // 0 for the first
	To     int        `json:"to"`
	On     period.Day `json:"on"`
	Reason string     `json:"reason"`
	By     ident.ID   `json:"by"`
}

// Size is how many steps up, below 0 for down, 0 for the first placing.
func (m StepMove) Size() int {
	if m.From == 0 {
		return 0
	}
	return m.To - m.From
}

// Direction is the move in one word.
type Direction string

const (
	Placed Direction = "placed" // the first
	Up     Direction = "up"
	Down   Direction = "down"
)

// Directions are all directions.
func Directions() []Direction { return []Direction{Placed, Up, Down} }

// Direction tells which way the move goes.
func (m StepMove) Direction() Direction {
	switch {
	case m.From == 0:
		return Placed
	case m.To > m.From:
		return Up
	}
	return Down
}

// CheckMove tells what is wrong with a move that comes after the earlier ones. Every
// move says why; a step down is no failure and needs no more words than one up.
func CheckMove(m StepMove, earlier []StepMove, today period.Day) fault.Fields {
	var f fault.Fields
	f.Check(LowestStep <= m.To && m.To <= HighestStep, "to", "followup.step_outside", "Least", LowestStep, "Most", HighestStep)
	f.Check(m.On <= today, "on", "followup.not_yet", "Today", today)
	n := runes(m.Reason)
	f.Check(n >= MinReason, "reason", "followup.reason_too_short", "Least", MinReason)
	f.Check(n <= MaxReason, "reason", "followup.text_too_long", "Most", MaxReason)
	stands := 0
	if len(earlier) > 0 {
		last := earlier[len(earlier)-1]
		stands = last.To
		f.Check(m.On >= last.On, "on", "followup.before_last_move", "Last", last.On)
	}
	f.Check(m.From == stands, "from", "followup.step_has_changed", "Step", stands)
	f.Check(m.To != stands, "to", "followup.step_same", "Step", stands)
	return f
}

// ErrBrokenLadder is returned for moves that do not follow on each other.
var ErrBrokenLadder = errors.New("a move does not begin where the last one ended")

// Ladder is the step on each day, from the first move to the last day of interest.
// Of several moves on a day the last one holds. Moves come in the order they were
// made; ErrBrokenLadder where one does not follow on the one before.
func Ladder(moves []StepMove, until period.Day) (period.Timeline[int], error) {
	var entries []period.Entry[int]
	stands := 0
	for i, m := range moves {
		if m.From != stands || (i > 0 && m.On < moves[i-1].On) {
			return period.Timeline[int]{}, ErrBrokenLadder
		}
		stands = m.To
		to := until
		if i+1 < len(moves) {
			to = min(until, moves[i+1].On.AddDays(-1))
		}
		if span, err := period.NewSpan(m.On, to); err == nil {
			entries = append(entries, period.Entry[int]{Span: span, Value: m.To})
		}
	}
	return period.NewTimeline(entries...)
}
