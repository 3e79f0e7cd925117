package period_test

import (
	"testing"

	"fotfaste/internal/period"
)

// Two long lives side by side: 150 periods of one thing and 113 decisions of another,
// with gaps, over ten years. The bar is far below a millisecond.
func BenchmarkJoin150By113(b *testing.B) {
	line := func(many, every, length int) period.Timeline[int] {
		day := period.MustDay("2015-01-01")
		var entries []period.Entry[int]
		for i := range many {
			from := day.AddDays(i * every)
			entries = append(entries, period.Entry[int]{Span: period.Span{From: from, To: from.AddDays(length - 1)}, Value: i})
		}
		t, err := period.NewTimeline(entries...)
		if err != nil {
			b.Fatal(err)
		}
		return t
	}
	periods, decisions := line(150, 24, 20), line(113, 32, 30)
	if both := period.Join(periods, decisions); both.Len() < 150 {
		b.Fatalf("%d runs of days have both", both.Len())
	}
	b.ReportAllocs()
	for b.Loop() {
		period.Join(periods, decisions)
	}
}
