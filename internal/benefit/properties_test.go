package benefit_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/benefit"
	"fotfaste/internal/period"
)

// plainly is the definition read word by word, day by day: a month has assistance where
// its days have, and the breaks are counted along the calendar.
func plainly(d benefit.Definition, base period.Month, days map[period.Day]bool) bool {
	first, last := d.Months(base)
	months, since, begun := 0, 0, false
	broken := false
	for day := first.First(); day <= last.Last(); day++ {
		if day != day.Month().First() {
			continue // assistance is granted for a month at a time
		}
		if !days[day] {
			since++
			continue
		}
		if begun && d.LongestBreak != nil && since > *d.LongestBreak {
			broken = true
		}
		months, since, begun = months+1, 0, true
	}
	return months >= d.AtLeast && !broken
}

// history draws months with assistance as people have them, in spells, from before the
// longest window until after the base month.
func history(t *rapid.T, base period.Month) (map[period.Month]bool, map[period.Day]bool) {
	months, days := map[period.Month]bool{}, map[period.Day]bool{}
	on := rapid.Bool().Draw(t, "with at first")
	longest := rapid.SampledFrom([]int{3, 8, 130}).Draw(t, "longest spell")
	for m := base - 130; m <= base+6; on = !on {
		for range rapid.IntRange(1, map[bool]int{true: longest, false: 9}[on]).Draw(t, "spell") {
			if on {
				months[m], days[m.First()] = true, true
			}
			m++
		}
	}
	return months, days
}

func TestClassesAreAsTheirDefinitionsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := period.MonthOf(rapid.IntRange(1995, 2040).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"))
		months, days := history(t, base)
		m := bitsOf(base, months)
		for i, d := range benefit.Sweden().Definitions() {
			if got, want := benefit.Sweden().Of(m).Has(i), plainly(d, base, days); got != want {
				t.Fatalf("%s: %v, want %v", d.Class, got, want)
			}
		}
	})
}

// Whatever the definitions are, also those that the quick way has no place for, many are
// counted as each is told.
func TestManyAreCountedAsEachIsTold(t *testing.T) {
	base := period.MustMonth("2015-12")
	rapid.Check(t, func(t *rapid.T) {
		var definitions []benefit.Definition
		for i := range rapid.IntRange(1, benefit.MostClasses).Draw(t, "classes") {
			window := rapid.IntRange(1, benefit.Longest).Draw(t, "window")
			d := benefit.Definition{Class: benefit.Class(fmt.Sprint("class ", i)), Source: "drawn", Window: window,
				AtLeast: rapid.IntRange(1, window).Draw(t, "at least")}
			if rapid.Bool().Draw(t, "asks for breaks") {
				longest := rapid.IntRange(0, 8).Draw(t, "longest break")
				d.LongestBreak = &longest
			}
			definitions = append(definitions, d)
		}
		classes, err := benefit.New(definitions...)
		if err != nil {
			t.Fatal(err)
		}
		var want benefit.Counts
		all := make([]benefit.Months, 0, 700)
		for range rapid.IntRange(1, 6).Draw(t, "different people") {
			months, days := history(t, base)
			m := bitsOf(base, months)
			times := rapid.IntRange(1, 110).Draw(t, "how many alike")
			for range times {
				all = append(all, m)
			}
			for i, d := range definitions {
				if plainly(d, base, days) {
					want[i] += times
				}
			}
		}
		for _, workers := range []int{0, 1, 3} {
			if got := classes.CountBy(workers, all); got != want {
				t.Fatalf("%d workers: %v, want %v", workers, got, want)
			}
		}
	})
}
