package person_test

import (
	"testing"

	"fotfaste/internal/period"
	"fotfaste/internal/person"

	"pgregory.net/rapid"
)

func TestChildrenOn(t *testing.T) {
	for _, c := range []struct {
		name, birth, from, to, on string
		counts                    bool
	}{
		{"the day of birth", "2016-05-04", "2016-05-04", "2034-05-03", "2016-05-04", true},
		{"the day before birth", "2016-05-04", "2016-01-01", "2034-05-03", "2016-05-03", false},
		{"the day before the eighteenth birthday", "2008-05-04", "2008-05-04", "2040-01-01", "2026-05-03", true},
		{"the eighteenth birthday", "2008-05-04", "2008-05-04", "2040-01-01", "2026-05-04", false},
		{"born on the leap day: 28 February still counts", "2008-02-29", "2008-02-29", "2040-01-01", "2026-02-28", true},
		{"born on the leap day: 1 March does not", "2008-02-29", "2008-02-29", "2040-01-01", "2026-03-01", false},
		{"before custody began", "2016-05-04", "2020-01-01", "2034-05-03", "2019-12-31", false},
		{"the first day of custody", "2016-05-04", "2020-01-01", "2034-05-03", "2020-01-01", true},
		{"the last day of custody", "2016-05-04", "2016-05-04", "2025-06-30", "2025-06-30", true},
		{"after custody ended", "2016-05-04", "2016-05-04", "2025-06-30", "2025-07-01", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			child := person.Child{Birth: period.MustDay(c.birth), Custody: period.MustSpan(c.from, c.to)}
			if got := len(person.ChildrenOn([]person.Child{child}, period.MustDay(c.on))) == 1; got != c.counts {
				t.Errorf("counts: %t", got)
			}
		})
	}
}

// Counts and the age on the day are two ways to the same answer.
func TestChildCountsExactlyWhileAMinorInCustody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := rapid.IntRange(int(period.MustDay("1995-01-01")), int(period.MustDay("2030-12-31")))
		from := day.Draw(t, "from")
		child := person.Child{
			Birth:   period.Day(day.Draw(t, "birth")),
			Custody: period.Span{From: period.Day(from), To: period.Day(from + rapid.IntRange(0, 9000).Draw(t, "days"))},
		}
		on := period.Day(day.Draw(t, "on"))
		want := on >= child.Birth && child.Birth.YearsUntil(on) < 18 && child.Custody.Contains(on)
		if got := len(person.ChildrenOn([]person.Child{child}, on)) == 1; got != want {
			t.Fatalf("counts %t on %s, want %t", got, on, want)
		}
	})
}
