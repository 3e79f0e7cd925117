package period

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"iter"
	"time"
)

// Week is an ISO week, Monday to Sunday, counted from 1970-W01. The zero Week is
// therefore a real week.
type Week int32

// ErrNotAWeek is returned for text that is not a week written YYYY-Www.
var ErrNotAWeek = errors.New("not a week written YYYY-Www")

// firstMonday is the Monday of 1970-W01.
const firstMonday Day = -3

// Week is the ISO week that the day lies in.
func (d Day) Week() Week {
	since := int32(d - firstMonday)
	if since < 0 {
		since -= 6 // division rounds toward zero; weeks before 1970 round down
	}
	return Week(since / 7)
}

// ISOWeek is the week with the ISO year and the number 1-53 in it. Week 53 of a
// year that has 52 is refused.
func ISOWeek(year, number int) (Week, error) {
	// 4 January is always in week 1.
	w := Date(year, 1, 4).Week().AddWeeks(number - 1)
	if y, n := w.ISO(); y != year || n != number {
		return 0, ErrNotAWeek
	}
	return w, nil
}

// ParseWeek reads YYYY-Www, such as 2026-W01, and refuses every other form.
func ParseWeek(text string) (Week, error) {
	year, number, ok := twoNumbers(text, len("2026-W01"), "-W")
	if !ok {
		return 0, ErrNotAWeek
	}
	return ISOWeek(year, number)
}

// MustWeek is ParseWeek for constants and tests.
func MustWeek(text string) Week {
	w, err := ParseWeek(text)
	if err != nil {
		panic(fmt.Sprintf("%q: %v", text, err))
	}
	return w
}

// Monday is the first day of the week.
func (w Week) Monday() Day { return firstMonday + 7*Day(w) }

// Sunday is the last day of the week.
func (w Week) Sunday() Day { return w.Monday() + 6 }

// Days are the week's days, Monday first.
func (w Week) Days() [7]Day {
	var days [7]Day
	for i := range days {
		days[i] = w.Monday() + Day(i)
	}
	return days
}

// Span is Monday to Sunday.
func (w Week) Span() Span { return Span{From: w.Monday(), To: w.Sunday()} }

// ISO is the week's year and its number in that year. The year is that of the
// week's Thursday, so 2027-01-01 is in week 53 of 2026.
func (w Week) ISO() (year, number int) {
	thursday := w.Monday() + 3
	t := thursday.Time()
	return t.Year(), (t.YearDay()-1)/7 + 1
}

// AddWeeks is the week n weeks on.
func (w Week) AddWeeks(n int) Week { return w + Week(n) }

// String is YYYY-Www.
func (w Week) String() string {
	year, number := w.ISO()
	return fmt.Sprintf("%04d-W%02d", year, number)
}

// MarshalText writes YYYY-Www.
func (w Week) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads YYYY-Www.
func (w *Week) UnmarshalText(text []byte) error {
	week, err := ParseWeek(string(text))
	if err != nil {
		return err
	}
	*w = week
	return nil
}

// Value stores the week as its text, which sorts as the weeks do.
func (w Week) Value() (driver.Value, error) { return w.String(), nil }

// Scan reads a text column.
func (w *Week) Scan(column any) error {
	text, ok := columnText(column)
	if !ok {
		return fmt.Errorf("a %T is not a week", column)
	}
	return w.UnmarshalText([]byte(text))
}

// IsProgrammeDay tells whether the day is Monday to Friday. The programme runs
// full time on the five weekdays (000).
func (d Day) IsProgrammeDay() bool {
	weekday := d.Weekday()
	return weekday != time.Saturday && weekday != time.Sunday
}

// WeeksOf yields every week that has a day in the span, in order.
func WeeksOf(s Span) iter.Seq[Week] {
	return func(yield func(Week) bool) {
		for w := s.From.Week(); w <= s.To.Week(); w++ {
			if !yield(w) {
				return
			}
		}
	}
}

// columnText is the text of a database column, from either engine.
func columnText(column any) (string, bool) {
	switch v := column.(type) {
	case string:
		return v, true
	case []byte:
		return string(v), true
	}
	return "", false
}

// twoNumbers reads a four-digit year, a separator and a two-digit number that
// together have the length.
func twoNumbers(text string, length int, separator string) (year, number int, ok bool) {
	if len(text) != length || text[4:4+len(separator)] != separator {
		return 0, 0, false
	}
	year, ok1 := digits(text[:4])
	number, ok2 := digits(text[4+len(separator):])
	return year, number, ok1 && ok2
}

func digits(text string) (int, bool) {
	n := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
		n = 10*n + int(text[i]-'0')
	}
	return n, true
}
