package period

import (
	"errors"
	"iter"
)

// Span is a run of days with both ends in it. A Span made by NewSpan has at least
// one day; IsValid tells about one made otherwise.
type Span struct {
	From Day `json:"from" yaml:"from"`
	To   Day `json:"to" yaml:"to"`
}

// ErrBackwards is returned for a span that would end before it begins.
var ErrBackwards = errors.New("the last day is before the first")

// NewSpan is the days from and to and all between. It returns ErrBackwards when
// to is before from.
func NewSpan(from, to Day) (Span, error) {
	if to < from {
		return Span{}, ErrBackwards
	}
	return Span{From: from, To: to}, nil
}

// MustSpan is NewSpan of two days written YYYY-MM-DD, for constants and tests.
func MustSpan(from, to string) Span {
	s, err := NewSpan(MustDay(from), MustDay(to))
	if err != nil {
		panic(from + "--" + to + ": " + err.Error())
	}
	return s
}

// IsValid tells whether the span has at least one day.
func (s Span) IsValid() bool { return s.From <= s.To }

// Contains tells whether the day lies in the span.
func (s Span) Contains(d Day) bool { return s.From <= d && d <= s.To }

// Overlaps tells whether the two spans have a day in common.
func (s Span) Overlaps(other Span) bool { return s.From <= other.To && other.From <= s.To }

// Intersect is the days that the two spans have in common, false where none.
func (s Span) Intersect(other Span) (Span, bool) {
	both := Span{From: max(s.From, other.From), To: min(s.To, other.To)}
	if !both.IsValid() {
		return Span{}, false
	}
	return both, true
}

// Len is the number of days.
func (s Span) Len() int { return int(s.To-s.From) + 1 }

// Days yields each day in order.
func (s Span) Days() iter.Seq[Day] {
	return func(yield func(Day) bool) {
		for d := s.From; d <= s.To; d++ {
			if !yield(d) {
				return
			}
		}
	}
}

// String is YYYY-MM-DD--YYYY-MM-DD, as ISO 8601 writes an interval.
func (s Span) String() string { return s.From.String() + "--" + s.To.String() }
