package benefit_test

import (
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/benefit"
	"fotfaste/internal/period"
)

func TestSpanSetsItsMonthsAndNoOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := period.MustMonth("2026-10")
		first := base.AddMonths(-rapid.IntRange(-3, 200).Draw(t, "first"))
		last := first.AddMonths(rapid.IntRange(-2, 200).Draw(t, "length"))
		var m benefit.Months
		m.AddSpan(base, first, last)
		for n := range benefit.Longest {
			month := base.AddMonths(-n)
			if m.Has(n) != (first <= month && month <= last) {
				t.Fatalf("%s of %s to %s: %v", month, first, last, m.Has(n))
			}
		}
	})
}

// What two windows know of twenty years is, by any base month among the later ten, what
// the months themselves say.
func TestFromAnotherBaseMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := period.MustMonth("2026-10")
		first := base.AddMonths(-rapid.IntRange(0, 239).Draw(t, "first"))
		last := first.AddMonths(rapid.IntRange(0, 239).Draw(t, "length"))
		last = min(last, base)
		other := base.AddMonths(-rapid.IntRange(0, 119).Draw(t, "other"))
		var m, earlier, want benefit.Months
		m.AddSpan(base, first, last)
		earlier.AddSpan(base.AddMonths(-benefit.Longest), first, last)
		want.AddSpan(other, first, last)
		if got := m.From(base, earlier, other); got != want {
			t.Fatalf("%s, want %s", got, want)
		}
	})
}

func TestMonthsAreReadAsTheyWereWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var m benefit.Months
		for range rapid.IntRange(0, 60).Draw(t, "months") {
			m.Add(rapid.IntRange(0, benefit.Longest-1).Draw(t, "month"))
		}
		if got, err := benefit.ParseMonths(m.String()); err != nil || got != m {
			t.Fatalf("%s is read as %s, %v", m, got, err)
		}
	})
	for _, text := range []string{"", "0", "ff000000000000000000000000000000", "0000000000000000000000000000000G", "0000000000000000000000000000000A"} {
		if m, err := benefit.ParseMonths(text); err == nil {
			t.Errorf("%q is read as %s", text, m)
		}
	}
}
