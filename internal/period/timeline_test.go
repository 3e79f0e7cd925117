package period

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// anyEntries are disjoint entries in some order, with gaps and without, and with
// equal neighbours.
func anyEntries(t *rapid.T, label string) []Entry[int] {
	var entries []Entry[int]
	day := Day(rapid.IntRange(0, 20).Draw(t, label+" start"))
	for range rapid.IntRange(0, 12).Draw(t, label+" entries") {
		from := day + Day(rapid.IntRange(0, 3).Draw(t, "gap"))
		to := from + Day(rapid.IntRange(0, 6).Draw(t, "length"))
		entries = append(entries, Entry[int]{Span{from, to}, rapid.IntRange(1, 3).Draw(t, "value")})
		day = to + 1
	}
	return rapid.Permutation(entries).Draw(t, label+" order")
}

func anyTimeline(t *rapid.T, label string) Timeline[int] {
	line, err := NewTimeline(anyEntries(t, label)...)
	if err != nil {
		t.Fatal(err)
	}
	return line
}

// everyDay covers all that anyEntries makes.
var everyDay = Span{From: -5, To: 160}

func mustHold[T comparable](t *rapid.T, line Timeline[T]) {
	for i, e := range line.entries {
		if !e.Span.IsValid() {
			t.Fatalf("entry %d is %s", i, e.Span)
		}
		if i == 0 {
			continue
		}
		before := line.entries[i-1]
		if before.Span.To >= e.Span.From {
			t.Fatalf("%s and %s are out of order", before.Span, e.Span)
		}
		if before.Span.To+1 == e.Span.From && before.Value == e.Value {
			t.Fatalf("%s and %s are not joined", before.Span, e.Span)
		}
	}
}

func TestTimelineSaysWhatTheEntriesSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := anyEntries(t, "a")
		line, err := NewTimeline(entries...)
		if err != nil {
			t.Fatal(err)
		}
		mustHold(t, line)
		for d := range everyDay.Days() {
			var want int
			var wanted bool
			for _, e := range entries {
				if e.Span.Contains(d) {
					want, wanted = e.Value, true
				}
			}
			if got, has := line.At(d); got != want || has != wanted {
				t.Fatalf("on %d: %d %t, want %d %t", d, got, has, want, wanted)
			}
		}
	})
}

func TestTheOrderOfEntriesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := anyEntries(t, "a")
		one, err1 := NewTimeline(entries...)
		other, err2 := NewTimeline(rapid.Permutation(entries).Draw(t, "again")...)
		if err1 != nil || err2 != nil || !one.Equal(other) {
			t.Fatalf("%v and %v", one, other)
		}
	})
}

func TestOverlapIsRefusedWhereverItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := anyEntries(t, "a")
		if len(entries) == 0 {
			return
		}
		hit := rapid.SampledFrom(entries).Draw(t, "hit")
		day := rapid.SampledFrom([]Day{hit.Span.From, hit.Span.To}).Draw(t, "day")
		entries = append(entries, Entry[int]{Span{day, day}, hit.Value})
		_, err := NewTimeline(rapid.Permutation(entries).Draw(t, "order")...)
		var overlap *OverlapError
		if !errors.As(err, &overlap) || overlap.Common != (Span{day, day}) {
			t.Fatalf("%v", err)
		}
	})
	if _, err := NewTimeline(Entry[int]{Span: Span{From: 3, To: 2}}); !errors.Is(err, ErrBackwards) {
		t.Errorf("backwards: %v", err)
	}
}

func TestJoinsAgreeWithReadingDayByDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyTimeline(t, "a"), anyTimeline(t, "b")
		joined, laid := Join(a, b), Overlay(a, b)
		span := Span{From: Day(rapid.IntRange(-5, 80).Draw(t, "from"))}
		span.To = span.From + Day(rapid.IntRange(0, 80).Draw(t, "length"))
		cut := a.Restrict(span)
		even := Map(a, func(n int) (bool, bool) { return n%2 == 0, n != 3 })
		mustHold(t, joined)
		mustHold(t, laid)
		mustHold(t, cut)
		mustHold(t, even)
		for d := range everyDay.Days() {
			left, hasLeft := a.At(d)
			right, hasRight := b.At(d)
			if pair, has := joined.At(d); has != (hasLeft && hasRight) || (has && pair != Pair[int, int]{left, right}) {
				t.Fatalf("join on %d: %v %t", d, pair, has)
			}
			want := left
			if hasRight {
				want = right
			}
			if got, has := laid.At(d); has != (hasLeft || hasRight) || got != want {
				t.Fatalf("overlay on %d: %d %t", d, got, has)
			}
			if got, has := cut.At(d); has != (hasLeft && span.Contains(d)) || (has && got != left) {
				t.Fatalf("restricted to %s on %d: %d %t", span, d, got, has)
			}
			if got, has := even.At(d); has != (hasLeft && left != 3) || (has && got != (left%2 == 0)) {
				t.Fatalf("map on %d: %t %t", d, got, has)
			}
		}
	})
}

func TestBounds(t *testing.T) {
	if _, any := (Timeline[int]{}).Bounds(); any {
		t.Error("an empty timeline has bounds")
	}
	if !Constant(Span{From: 2, To: 1}, "x").IsEmpty() {
		t.Error("a value on no day is a value")
	}
	line, err := NewTimeline(Entry[int]{MustSpan("2026-05-01", "2026-05-31"), 1}, Entry[int]{MustSpan("2026-01-01", "2026-01-31"), 1})
	if err != nil {
		t.Fatal(err)
	}
	if bounds, any := line.Bounds(); !any || bounds != MustSpan("2026-01-01", "2026-05-31") || line.Len() != 2 {
		t.Errorf("%s with %d entries", bounds, line.Len())
	}
}

// A join of twice as many entries should take about twice the time.
func BenchmarkJoin(b *testing.B) {
	for _, n := range []int{10, 1_000, 100_000} {
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			left, right := alternating(b, n, 3), alternating(b, n, 5)
			b.ResetTimer()
			for b.Loop() {
				if Join(left, right).IsEmpty() {
					b.Fatal("nothing in common")
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/entry")
		})
	}
}

func BenchmarkNewTimeline(b *testing.B) {
	entries := alternating(b, 1_000, 3).Entries()
	for b.Loop() {
		if _, err := NewTimeline(entries...); err != nil {
			b.Fatal(err)
		}
	}
}

func alternating(b *testing.B, n, days int) Timeline[int] {
	entries := make([]Entry[int], n)
	for i := range entries {
		from := Day(i * days)
		entries[i] = Entry[int]{Span{from, from + Day(days) - 1}, i % 2}
	}
	line, err := NewTimeline(entries...)
	if err != nil {
		b.Fatal(err)
	}
	return line
}
