package period

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDayRefusesOtherForms(t *testing.T) {
	for _, text := range []string{"", "2026-2-01", "2026-02-29", "2026-13-01", "20260201", "2026-02-01T00:00:00Z", " 2026-02-01"} {
		if d, err := ParseDay(text); !errors.Is(err, ErrNotADay) {
			t.Errorf("%q is read as %s, %v", text, d, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay.Draw(t, "d")
		if back, err := ParseDay(d.String()); err != nil || back != d {
			t.Fatalf("%s is read as %s, %v", d, back, err)
		}
	})
}

func TestAddMonthsStaysInTheMonth(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-01-31", 1, "2026-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2026-12-15", 1, "2027-01-15"},
	} {
		if got := MustDay(c.from).AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s and %d months is %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestAge(t *testing.T) {
	for _, c := range []struct {
		born, on string
		want     int
	}{
		{"1990-05-17", "2026-05-16", 35},
		{"1990-05-17", "2026-05-17", 36},
		{"2000-02-29", "2025-02-28", 24},
		{"2000-02-29", "2025-03-01", 25},
		{"2000-02-29", "2024-02-29", 24},
		{"2026-01-01", "2025-12-31", -1},
	} {
		if got := MustDay(c.born).YearsUntil(MustDay(c.on)); got != c.want {
			t.Errorf("born %s is %d on %s, want %d", c.born, got, c.on, c.want)
		}
	}
}

func TestDayFromADateColumn(t *testing.T) {
	want := MustDay("2026-03-01")
	for _, column := range []any{"2026-03-01", []byte("2026-03-01"), time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)} {
		var d Day
		if err := d.Scan(column); err != nil || d != want {
			t.Errorf("%T: %s, %v", column, d, err)
		}
	}
	if new(Day).Scan(nil) == nil {
		t.Error("nothing was read as a day")
	}
}
