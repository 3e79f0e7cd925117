package placement

import (
	"cmp"
	"slices"
	"time"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Priority is whether somebody goes before others in a queue.
type Priority string

const (
	Ordinary   Priority = ""
	Precedence Priority = "precedence" // given by a person, with a reason in the case
)

// Priorities are all priorities, the first in the queue first.
func Priorities() []Priority { return []Priority{Precedence, Ordinary} }

// Waiting is one placement in an intervention's queue.
type Waiting struct {
	Placement ident.ID
	Hours     int        // hours per week
	From      period.Day // the first day that is wished for
	To        period.Day // the last day, part of it
	Priority  Priority
	QueuedAt  time.Time
}

// WaitingAs is the placement in the queue from the instant. It has both its days.
func WaitingAs(p Placement, since time.Time) Waiting {
	return Waiting{Placement: p.ID, Hours: p.Hours, From: *p.From, To: *p.To, Priority: p.Priority, QueuedAt: since}
}

// Position is somebody's turn, explained: how many stand before because they have
// precedence and how many because they have waited longer.
type Position struct {
	Waiting
	Number      int // 1 for the first
	Precedence  int // before this one by precedence
	LongerSince int // before this one by time, with the same priority

	Expected *period.Day // the first day as it is planned now; nil where it is not known
}

// Text explains the position to the one who waits, without a word of the others.
func (p Position) Text() fault.Text {
	key := "placement.queue.behind"
	if p.Number == 1 {
		key = "placement.queue.first"
	}
	return fault.T(key, "Number", p.Number, "Precedence", p.Precedence, "Longer", p.LongerSince)
}

// Wait explains when the turn comes, as it is planned now.
func (p Position) Wait() fault.Text {
	if p.Expected == nil {
		return fault.T("placement.queue.not_known", "To", p.To)
	}
	return fault.T("placement.queue.expected", "Day", *p.Expected)
}

// Queue puts those who wait in order: precedence first, then who has waited
// longest. Two of the same instant stand in order of identity, so that the order
// is the same however the list was read.
func Queue(waiting []Waiting) []Position {
	sorted := slices.SortedFunc(slices.Values(waiting), func(a, b Waiting) int {
		return cmp.Or(
			cmp.Compare(slices.Index(Priorities(), a.Priority), slices.Index(Priorities(), b.Priority)),
			a.QueuedAt.Compare(b.QueuedAt),
			cmp.Compare(a.Placement, b.Placement))
	})
	positions := make([]Position, len(sorted))
	ahead := 0
	for i, w := range sorted {
		if w.Priority == Precedence {
			ahead++
		}
		p := Position{Waiting: w, Number: i + 1, LongerSince: i}
		if w.Priority != Precedence {
			p.Precedence, p.LongerSince = ahead, i-ahead
		}
		positions[i] = p
	}
	return positions
}
