package compensation_test

import (
	"testing"

	"fotfaste/internal/compensation"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// One week of one case out of a year of facts, with two children. The bar is 3 µs with
// the explanation and 1 µs without.
func BenchmarkWeek(b *testing.B) {
	reckoning, err := compensation.Prepare(law.Sweden(), newCases(1).facts(2))
	if err != nil {
		b.Fatal(err)
	}
	first := period.MustWeek("2025-W28")
	b.Run("explained", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if _, err := reckoning.Week(first.AddWeeks(i % 50)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("amounts", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if _, err := reckoning.Amounts(first.AddWeeks(i % 50)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// A year of facts put in order.
func BenchmarkPrepare(b *testing.B) {
	facts, book := newCases(1).facts(2), law.Sweden()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := compensation.Prepare(book, facts); err != nil {
			b.Fatal(err)
		}
	}
}
