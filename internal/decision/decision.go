package decision

import (
	"cmp"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Kind is what a decision does.
type Kind string

const (
	Grant  Kind = "grant"
	Refuse Kind = "refuse"
	Extend Kind = "extend"
	Pause  Kind = "pause"
	Resume Kind = "resume"
	Stop   Kind = "stop"
)

// Kinds are all there are.
func Kinds() []Kind { return []Kind{Grant, Refuse, Extend, Pause, Resume, Stop} }

// Decision is one decision as it was made.
type Decision struct {
	ID     ident.ID    `json:"id"`
	Kind   Kind        `json:"kind"`
	Span   period.Span `json:"span,omitzero"` // the days it speaks of; none for a refusal
	Reason string      `json:"reason"`
	By     ident.ID    `json:"by"` // account
	At     time.Time   `json:"at"` // instant at which it was made
}

// String leaves out the reason, which speaks of a person.
func (d Decision) String() string {
	if d.Kind == Refuse {
		return fmt.Sprintf("%s %s", d.Kind, d.ID)
	}
	return fmt.Sprintf("%s %s %s", d.Kind, d.ID, d.Span)
}

// GoString is the same as String, so that %#v tells no more.
func (d Decision) GoString() string { return d.String() }

// LogValue is the same as String.
func (d Decision) LogValue() slog.Value { return slog.StringValue(d.String()) }

// inOrder is the decisions in the order in which they were made, whatever order they
// came in. Two of one instant follow their identities, which sort by time.
func inOrder(decisions []Decision) []Decision {
	sorted := slices.Clone(decisions)
	slices.SortFunc(sorted, func(a, b Decision) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
	})
	return sorted
}

// KnownAt is the decisions that had been made at the instant. Folded, they say what
// was in force as it was known then.
func KnownAt(decisions []Decision, at time.Time) []Decision {
	var known []Decision
	for _, d := range decisions {
		if !d.At.After(at) {
			known = append(known, d)
		}
	}
	return known
}
