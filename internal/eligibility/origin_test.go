package eligibility_test

import (
	"testing"

	"fotfaste/internal/eligibility"
	"fotfaste/internal/period"
)

func TestMonthsWith(t *testing.T) {
	on := period.MustDay("2026-08-03")
	for _, c := range []struct {
		name   string
		spells []period.Span
		want   int
	}{
		{"none", nil, 0},
		{"the whole year", []period.Span{period.MustSpan("2020-01-01", "2026-08-03")}, 12},
		{"this month does not count yet", []period.Span{period.MustSpan("2026-08-01", "2026-08-03")}, 0},
		{"thirteen months ago does not count", []period.Span{period.MustSpan("2025-07-01", "2025-07-31")}, 0},
		{"a single day makes its month", []period.Span{period.MustSpan("2026-02-28", "2026-02-28")}, 1},
		{"overlapping spells count once", []period.Span{period.MustSpan("2026-01-01", "2026-03-31"), period.MustSpan("2026-02-01", "2026-04-30")}, 4},
	} {
		if got := eligibility.MonthsWith(c.spells, on); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}
