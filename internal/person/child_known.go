package person

import (
	"slices"
	"time"

	"fotfaste/internal/ident"
)

// ChildEntry is a child as it was entered, changed or taken away at an instant. None
// is ever changed.
type ChildEntry struct {
	Child
	Removed bool
	At      time.Time
}

// ChildrenKnownAt is the children as they were known at the instant, in the order in
// which they became known: each as it was last entered by then, and none that had been
// taken away.
func ChildrenKnownAt(entries []ChildEntry, at time.Time) []Child {
	sorted := slices.Clone(entries)
	slices.SortStableFunc(sorted, func(a, b ChildEntry) int { return a.At.Compare(b.At) })
	latest := map[ident.ID]ChildEntry{}
	var order []ident.ID
	for _, e := range sorted {
		if e.At.After(at) {
			break
		}
		if _, has := latest[e.ID]; !has {
			order = append(order, e.ID)
		}
		latest[e.ID] = e
	}
	var known []Child
	for _, id := range order {
		if e := latest[id]; !e.Removed {
			known = append(known, e.Child)
		}
	}
	return known
}
