package period

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
)

// Timeline is a value that changes from one day to another. Three things always
// hold: its entries are sorted, no two share a day, and neighbours without a gap
// differ in value. Two timelines that say the same on every day are therefore
// made of the same entries, in whatever order the facts came in.
//
// The zero Timeline says nothing on any day. A Timeline is never changed.
type Timeline[T comparable] struct {
	entries []Entry[T]
}

// Entry is one value and the days on which it holds.
type Entry[T comparable] struct {
	Span  Span `json:"span" yaml:"span"`
	Value T    `json:"value" yaml:"value"`
}

// OverlapError says that two facts claim the same days.
type OverlapError struct {
	First, Second Span // in the order of their first days
	Common        Span // the days that both claim
}

func (e *OverlapError) Error() string {
	return fmt.Sprintf("%s and %s overlap on %s", e.First, e.Second, e.Common)
}

// NewTimeline sorts and joins the entries, whose order does not matter. It returns
// an *OverlapError when two of them share a day, even with equal values, and
// ErrBackwards when one ends before it begins.
func NewTimeline[T comparable](entries ...Entry[T]) (Timeline[T], error) {
	inTime := func(a, b Entry[T]) int {
		return cmp.Or(cmp.Compare(a.Span.From, b.Span.From), cmp.Compare(a.Span.To, b.Span.To))
	}
	sorted := entries
	if !slices.IsSortedFunc(entries, inTime) {
		sorted = slices.Clone(entries)
		slices.SortStableFunc(sorted, inTime)
	}
	joined := 0 // entries that go on where the one before them ends
	for i, e := range sorted {
		if !e.Span.IsValid() {
			return Timeline[T]{}, fmt.Errorf("%s: %w", e.Span, ErrBackwards)
		}
		if i > 0 {
			before := sorted[i-1].Span
			if common, both := before.Intersect(e.Span); both {
				return Timeline[T]{}, &OverlapError{First: before, Second: e.Span, Common: common}
			}
			if e.continues(sorted[i-1]) {
				joined++
			}
		}
	}
	if len(sorted) == 0 {
		return Timeline[T]{}, nil
	}
	t := Timeline[T]{entries: make([]Entry[T], 0, len(sorted)-joined)}
	for _, e := range sorted {
		t.push(e)
	}
	return t, nil
}

// Constant is the value on every day of the span.
func Constant[T comparable](s Span, value T) Timeline[T] {
	if !s.IsValid() {
		return Timeline[T]{}
	}
	return Timeline[T]{entries: []Entry[T]{{Span: s, Value: value}}}
}

// push adds an entry that begins after all others, joined to the last where that
// keeps the invariants.
func (t *Timeline[T]) push(e Entry[T]) {
	if last := len(t.entries) - 1; last >= 0 {
		if before := &t.entries[last]; e.continues(*before) {
			before.Span.To = e.Span.To
			return
		}
	}
	t.entries = append(t.entries, e)
}

// continues tells whether the entry says the same as the one before it, without a gap.
func (e Entry[T]) continues(before Entry[T]) bool {
	return before.Value == e.Value && before.Span.To+1 == e.Span.From
}

// At is the value on the day, false where the timeline says nothing.
func (t Timeline[T]) At(d Day) (T, bool) {
	if i := t.search(d); i < len(t.entries) && t.entries[i].Span.From <= d {
		return t.entries[i].Value, true
	}
	var none T
	return none, false
}

// search is the index of the first entry that ends on the day or later.
//
// The halving is written out, since every day of every week that is reckoned comes by
// here: calling back for each comparison takes twice the time.
func (t Timeline[T]) search(d Day) int {
	from, to := 0, len(t.entries)
	for from < to {
		middle := (from + to) / 2
		if t.entries[middle].Span.To < d {
			from = middle + 1
		} else {
			to = middle
		}
	}
	return from
}

// Entries are the timeline's entries in order of time, as a copy.
func (t Timeline[T]) Entries() []Entry[T] { return slices.Clone(t.entries) }

// All yields the entries in order of time.
func (t Timeline[T]) All() iter.Seq[Entry[T]] { return slices.Values(t.entries) }

// Len is the number of entries.
func (t Timeline[T]) Len() int { return len(t.entries) }

// IsEmpty tells whether the timeline says nothing on any day.
func (t Timeline[T]) IsEmpty() bool { return len(t.entries) == 0 }

// Bounds are the first and the last day with a value, false where there is none.
func (t Timeline[T]) Bounds() (Span, bool) {
	if t.IsEmpty() {
		return Span{}, false
	}
	return Span{From: t.entries[0].Span.From, To: t.entries[len(t.entries)-1].Span.To}, true
}

// Equal tells whether the two say the same on every day.
func (t Timeline[T]) Equal(other Timeline[T]) bool { return slices.Equal(t.entries, other.entries) }

// Restrict is the timeline on the days of the span and nothing outside it.
func (t Timeline[T]) Restrict(s Span) Timeline[T] {
	var kept Timeline[T]
	for _, e := range t.entries[t.search(s.From):] {
		common, both := e.Span.Intersect(s)
		if !both {
			break
		}
		kept.entries = append(kept.entries, Entry[T]{Span: common, Value: e.Value})
	}
	return kept
}
