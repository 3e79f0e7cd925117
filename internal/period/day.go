package period

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"time"
)

// Day is a calendar day, counted from 1970-01-01. The zero Day is therefore a
// real day; a day that may be missing is a *Day or has IsSet of its owner.
type Day int32

// ErrNotADay is returned for text that is not a day written YYYY-MM-DD.
var ErrNotADay = errors.New("not a day written YYYY-MM-DD")

// Date is the day with year, month (1-12) and day of the month. Days outside the
// month count on into the next, as in package time.
func Date(year, month, day int) Day {
	return Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

const secondsPerDay = 24 * 60 * 60

// ParseDay reads YYYY-MM-DD and refuses every other form and every day that no
// calendar has.
func ParseDay(text string) (Day, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || len(text) != len(time.DateOnly) {
		return 0, ErrNotADay
	}
	return Day(t.Unix() / secondsPerDay), nil
}

// MustDay is ParseDay for constants and tests.
func MustDay(text string) Day {
	d, err := ParseDay(text)
	if err != nil {
		panic(fmt.Sprintf("%q: %v", text, err))
	}
	return d
}

// Time is midnight UTC of the day, for formatting.
func (d Day) Time() time.Time { return time.Unix(int64(d)*secondsPerDay, 0).UTC() }

// Date is the day's year, month (1-12) and day of the month.
func (d Day) Date() (year, month, day int) {
	y, m, n := d.Time().Date()
	return y, int(m), n
}

// Year is the calendar year of the day.
func (d Day) Year() int { return d.Time().Year() }

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday {
	// 1970-01-01 was a Thursday.
	return time.Weekday(((int(d)+int(time.Thursday))%7 + 7) % 7)
}

// AddDays is the day n days on.
func (d Day) AddDays(n int) Day { return d + Day(n) }

// AddMonths is the same day n months on, or the last day of that month where it
// has no such day: 31 January plus one month is 28 or 29 February.
func (d Day) AddMonths(n int) Day {
	y, m, day := d.Date()
	first := Date(y, m+n, 1)
	last := Date(y, m+n+1, 0)
	return min(first+Day(day-1), last)
}

// AddYears is the same day n years on, 28 February for 29 February.
func (d Day) AddYears(n int) Day { return d.AddMonths(12 * n) }

// YearsUntil is the number of whole years from d to on: the age on that day of
// who was born on d. Who was born on 29 February turns a year older on 1 March
// in other years.
func (d Day) YearsUntil(on Day) int {
	by, bm, bd := d.Date()
	y, m, day := on.Date()
	years := y - by
	if m < bm || (m == bm && day < bd) {
		years--
	}
	return years
}

// String is YYYY-MM-DD.
func (d Day) String() string { return d.Time().Format(time.DateOnly) }

// MarshalText writes YYYY-MM-DD.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads YYYY-MM-DD.
func (d *Day) UnmarshalText(text []byte) error {
	day, err := ParseDay(string(text))
	if err != nil {
		return err
	}
	*d = day
	return nil
}

// Value stores the day as a date, the same text on every database engine.
func (d Day) Value() (driver.Value, error) { return d.String(), nil }

// Scan reads a date column from any engine: text or a time at midnight.
func (d *Day) Scan(column any) error {
	switch v := column.(type) {
	case time.Time:
		*d = Date(v.Year(), int(v.Month()), v.Day())
		return nil
	case string:
		return d.UnmarshalText([]byte(v))
	case []byte:
		return d.UnmarshalText(v)
	}
	return fmt.Errorf("a %T is not a day", column)
}
