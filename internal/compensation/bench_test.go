package compensation_test

import (
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// aYear is the facts of an ordinary year in the programme, with two children.
func aYear() compensation.Facts {
	year := period.MustSpan("2025-07-01", "2026-06-30")
	facts := compensation.Facts{
		Grants:   []compensation.Grant{{Days: year, Decision: "decision"}},
		Children: []compensation.Child{{Days: period.MustSpan("2015-03-01", "2033-02-28")}, {Days: period.MustSpan("2019-08-15", "2037-08-14")}},
	}
	for d := range year.Days() {
		if !d.IsProgrammeDay() {
			continue
		}
		record := attendance.DayRecord{Placement: "kitchen", Day: d, Reported: attendance.Attended, Confirmed: attendance.Attended}
		if d%17 == 0 {
			record.Settled = attendance.Ill
		}
		if d%41 == 0 {
			record.Settled = attendance.AbsentUnapproved
		}
		facts.Attendance = append(facts.Attendance, record)
	}
	return facts
}

// One week of one case out of a year of facts.
func BenchmarkWeek(b *testing.B) {
	reckoning, err := compensation.Prepare(law.Sweden(), aYear())
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
	facts, book := aYear(), law.Sweden()
	for b.Loop() {
		if _, err := compensation.Prepare(book, facts); err != nil {
			b.Fatal(err)
		}
	}
}
