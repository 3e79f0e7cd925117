package period

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var anyDay = rapid.Custom(func(t *rapid.T) Day {
	return Day(rapid.IntRange(int(Date(1900, 1, 1)), int(Date(2199, 12, 31))).Draw(t, "day"))
})

func TestWeekAsTheStandardHasIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay.Draw(t, "d")
		w := d.Week()
		year, number := d.Time().ISOWeek()
		if gotYear, gotNumber := w.ISO(); gotYear != year || gotNumber != number {
			t.Fatalf("%s is in %s, want %d week %d", d, w, year, number)
		}
		if !w.Span().Contains(d) || w.Monday().Weekday() != time.Monday || w.Days()[6] != w.Sunday() {
			t.Fatalf("%s is %s", w, w.Span())
		}
		if d.Weekday() != d.Time().Weekday() {
			t.Fatalf("%s is a %s", d, d.Weekday())
		}
		if back, err := ParseWeek(w.String()); err != nil || back != w {
			t.Fatalf("%s is read as %s, %v", w, back, err)
		}
	})
}

func TestWeekOverNewYear(t *testing.T) {
	if w := MustDay("2027-01-01").Week(); w.String() != "2026-W53" {
		t.Errorf("1 January 2027 is in %s", w)
	}
	if w := MustDay("2024-12-30").Week(); w.String() != "2025-W01" {
		t.Errorf("30 December 2024 is in %s", w)
	}
	for _, text := range []string{"2025-W53", "2026-W00", "2026-W54", "2026-W1", "2026W01", "26-W01", "2026-w01", "2026-W-1", ""} {
		if w, err := ParseWeek(text); !errors.Is(err, ErrNotAWeek) {
			t.Errorf("%q is read as %s, %v", text, w, err)
		}
	}
}

func TestMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay.Draw(t, "d")
		m := d.Month()
		if !m.Span().Contains(d) || m.First().AddDays(-1).Month() != m-1 || m.Last().AddDays(1).Month() != m+1 {
			t.Fatalf("%s is in %s, %s", d, m, m.Span())
		}
		if back, err := ParseMonth(m.String()); err != nil || back != m {
			t.Fatalf("%s is read as %s, %v", m, back, err)
		}
	})
	if last := MustMonth("2024-02").Last(); last.String() != "2024-02-29" {
		t.Errorf("the last day of February 2024 is %s", last)
	}
	for _, text := range []string{"2026-00", "2026-13", "2026-1", "2026/01", "", "202a-01"} {
		if m, err := ParseMonth(text); !errors.Is(err, ErrNotAMonth) {
			t.Errorf("%q is read as %s, %v", text, m, err)
		}
	}
}

func TestWrittenFormsSurviveJSONAndColumns(t *testing.T) {
	type form struct {
		Day   Day
		Week  Week
		Month Month
	}
	in := form{MustDay("2026-12-31"), MustWeek("2026-W53"), MustMonth("2026-12")}
	text, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"Day":"2026-12-31","Week":"2026-W53","Month":"2026-12"}`; string(text) != want {
		t.Fatalf("%s", text)
	}
	var out form
	if err := json.Unmarshal(text, &out); err != nil || out != in {
		t.Fatalf("%v, %v", out, err)
	}
	for _, column := range []any{"2026-W53", []byte("2026-W53")} {
		var w Week
		if err := w.Scan(column); err != nil || w != in.Week {
			t.Errorf("%T: %s, %v", column, w, err)
		}
	}
	var m Month
	if err := m.Scan("2026-12"); err != nil || m != in.Month {
		t.Errorf("%s, %v", m, err)
	}
	if m.Scan(int64(3)) == nil || new(Week).Scan(nil) == nil {
		t.Error("a number was read as a month or nothing as a week")
	}
}

func TestSpan(t *testing.T) {
	if _, err := NewSpan(MustDay("2026-03-02"), MustDay("2026-03-01")); !errors.Is(err, ErrBackwards) {
		t.Errorf("backwards: %v", err)
	}
	rapid.Check(t, func(t *rapid.T) {
		from, length := anyDay.Draw(t, "from"), rapid.IntRange(0, 40)
		a, _ := NewSpan(from, from+Day(length.Draw(t, "a")))
		start := from + Day(rapid.IntRange(-50, 50).Draw(t, "gap"))
		b, _ := NewSpan(start, start+Day(length.Draw(t, "b")))
		common, n := 0, 0
		for d := range a.Days() {
			n++
			if b.Contains(d) {
				common++
			}
		}
		both, overlap := a.Intersect(b)
		if n != a.Len() || overlap != (common > 0) || overlap != a.Overlaps(b) || (overlap && both.Len() != common) {
			t.Fatalf("%s and %s have %s in common", a, b, both)
		}
	})
	weeks := 0
	for w := range WeeksOf(MustSpan("2026-12-27", "2027-01-04")) {
		weeks++
		_ = w
	}
	if weeks != 3 {
		t.Errorf("a Sunday to a Monday nine days on touches %d weeks", weeks)
	}
}

// Easter and the days that follow it, and the holidays with dates of their own,
// from printed almanacs.
func TestPublicHoliday(t *testing.T) {
	almanac := map[string]Holiday{
		"2026-01-01": NewYearsDay, "2026-01-06": Epiphany, "2026-04-03": GoodFriday,
		"2026-04-05": EasterSunday, "2026-04-06": EasterMonday, "2026-05-01": MayDay,
		"2026-05-14": AscensionDay, "2026-05-24": WhitSunday, "2026-06-06": NationalDay,
		"2026-06-20": MidsummerDay, "2026-10-31": AllSaintsDay, "2026-12-25": ChristmasDay,
		"2026-12-26": BoxingDay,
	}
	for d := range MustSpan("2026-01-01", "2026-12-31").Days() {
		name, is := PublicHoliday(d)
		if want, wanted := almanac[d.String()]; is != wanted || name != want {
			t.Errorf("%s is %q, want %q", d, name, want)
		}
	}
	for text, want := range map[string]Holiday{
		"2000-04-23": EasterSunday, "2008-03-23": EasterSunday, "2011-04-24": EasterSunday,
		"2019-04-21": EasterSunday, "2024-03-31": EasterSunday, "2025-04-20": EasterSunday,
		"2038-04-25": EasterSunday, "2004-05-31": WhitMonday, "2008-05-01": MayDay,
	} {
		if name, _ := PublicHoliday(MustDay(text)); name != want {
			t.Errorf("%s is %q, want %q", text, name, want)
		}
	}
	for _, text := range []string{"2005-05-16", "2004-06-06", "2026-06-19", "2026-12-24", "2026-12-31", "2026-03-01"} {
		if name, is := PublicHoliday(MustDay(text)); is {
			t.Errorf("%s is %q", text, name)
		}
	}
}
