package period

import (
	"database/sql/driver"
	"errors"
	"fmt"
)

// Month is a calendar month, counted from January of year 0.
type Month int32

// ErrNotAMonth is returned for text that is not a month written YYYY-MM.
var ErrNotAMonth = errors.New("not a month written YYYY-MM")

// MonthOf is the month with year and number 1-12. Numbers outside count on into
// the neighbouring years.
func MonthOf(year, number int) Month { return Month(12*year + number - 1) }

// Month is the calendar month of the day.
func (d Day) Month() Month {
	year, month, _ := d.Date()
	return MonthOf(year, month)
}

// ParseMonth reads YYYY-MM and refuses every other form.
func ParseMonth(text string) (Month, error) {
	year, number, ok := twoNumbers(text, len("2026-03"), "-")
	if !ok || number < 1 || number > 12 {
		return 0, ErrNotAMonth
	}
	return MonthOf(year, number), nil
}

// MustMonth is ParseMonth for constants and tests.
func MustMonth(text string) Month {
	m, err := ParseMonth(text)
	if err != nil {
		panic(fmt.Sprintf("%q: %v", text, err))
	}
	return m
}

// YearMonth is the year and the number 1-12 in it.
func (m Month) YearMonth() (year, number int) {
	year, index := int(m)/12, int(m)%12
	if index < 0 {
		year, index = year-1, index+12
	}
	return year, index + 1
}

// First is the first day of the month.
func (m Month) First() Day {
	year, number := m.YearMonth()
	return Date(year, number, 1)
}

// Last is the last day of the month.
func (m Month) Last() Day { return m.AddMonths(1).First() - 1 }

// Span is the first to the last day.
func (m Month) Span() Span { return Span{From: m.First(), To: m.Last()} }

// AddMonths is the month n months on.
func (m Month) AddMonths(n int) Month { return m + Month(n) }

// String is YYYY-MM.
func (m Month) String() string {
	year, number := m.YearMonth()
	return fmt.Sprintf("%04d-%02d", year, number)
}

// MarshalText writes YYYY-MM.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads YYYY-MM.
func (m *Month) UnmarshalText(text []byte) error {
	month, err := ParseMonth(string(text))
	if err != nil {
		return err
	}
	*m = month
	return nil
}

// Value stores the month as its text, which sorts as the months do.
func (m Month) Value() (driver.Value, error) { return m.String(), nil }

// Scan reads a text column.
func (m *Month) Scan(column any) error {
	text, ok := columnText(column)
	if !ok {
		return fmt.Errorf("a %T is not a month", column)
	}
	return m.UnmarshalText([]byte(text))
}
