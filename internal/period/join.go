package period

// Pair is what two timelines say on the same day.
type Pair[A, B comparable] struct {
	Left  A
	Right B
}

// Merge reads two timelines side by side. For every run of days on which at least
// one has a value, it asks choose for the value of the result; choose is told
// which of the two have one, and answers false for no value. The time taken grows
// with the number of entries, never with the number of days.
func Merge[A, B, C comparable](a Timeline[A], b Timeline[B], choose func(left A, hasLeft bool, right B, hasRight bool) (C, bool)) Timeline[C] {
	var out Timeline[C]
	if most := a.Len() + b.Len(); most > 0 {
		out.entries = make([]Entry[C], 0, most)
	}
	i, j := 0, 0
	from := Day(0)
	if first, any := earliest(a.entries, b.entries); any {
		from = first
	}
	for i < a.Len() || j < b.Len() {
		// The run begins at from and goes on until either timeline changes.
		left, hasLeft, leftUntil := state(a.entries, i, from)
		right, hasRight, rightUntil := state(b.entries, j, from)
		to := min(leftUntil, rightUntil)
		if hasLeft || hasRight {
			if value, some := choose(left, hasLeft, right, hasRight); some {
				out.push(Entry[C]{Span: Span{From: from, To: to}, Value: value})
			}
		}
		if hasLeft && a.entries[i].Span.To == to {
			i++
		}
		if hasRight && b.entries[j].Span.To == to {
			j++
		}
		from = to + 1
	}
	return out
}

// Join is what both timelines say, on the days where both say something.
func Join[A, B comparable](a Timeline[A], b Timeline[B]) Timeline[Pair[A, B]] {
	return Merge(a, b, func(left A, hasLeft bool, right B, hasRight bool) (Pair[A, B], bool) {
		return Pair[A, B]{Left: left, Right: right}, hasLeft && hasRight
	})
}

// Overlay is what over says and, on the days where it says nothing, what under says.
func Overlay[T comparable](under, over Timeline[T]) Timeline[T] {
	return Merge(under, over, func(below T, hasBelow bool, above T, hasAbove bool) (T, bool) {
		if hasAbove {
			return above, true
		}
		return below, hasBelow
	})
}

// Map is the timeline with every value translated; neighbours that become equal
// are joined. Translate answers false for no value.
func Map[A, B comparable](t Timeline[A], translate func(A) (B, bool)) Timeline[B] {
	var out Timeline[B]
	for _, e := range t.entries {
		if value, some := translate(e.Value); some {
			out.push(Entry[B]{Span: e.Span, Value: value})
		}
	}
	return out
}

// farFuture is later than any day that a timeline is asked about.
const farFuture Day = 1<<31 - 2

// state is what the entries, of which those before next lie in the past, say on
// the day, and the last day on which they go on saying so.
func state[T comparable](entries []Entry[T], next int, on Day) (value T, has bool, until Day) {
	if next == len(entries) {
		return value, false, farFuture
	}
	e := entries[next]
	if on < e.Span.From {
		return value, false, e.Span.From - 1
	}
	return e.Value, true, e.Span.To
}

func earliest[A, B comparable](a []Entry[A], b []Entry[B]) (Day, bool) {
	switch {
	case len(a) == 0 && len(b) == 0:
		return 0, false
	case len(a) == 0:
		return b[0].Span.From, true
	case len(b) == 0:
		return a[0].Span.From, true
	}
	return min(a[0].Span.From, b[0].Span.From), true
}
