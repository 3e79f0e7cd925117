package locale

import (
	"strconv"
	"strings"
	"time"

	"fotfaste/internal/clock"
	"fotfaste/internal/period"
)

// calendar is how a language writes dates, read once from its calendar file.
type calendar struct {
	months, shortMonths     [13]string // 1-12
	weekdays, shortWeekdays [7]string  // by time.Weekday
	clockMark, and          string
	decimal, group          string
}

func (p *Printer) readCalendar() calendar {
	c := calendar{
		clockMark: p.Text("calendar.clock_mark"), and: p.Text("calendar.and"),
		decimal: p.Text("calendar.decimal"), group: p.Text("calendar.group"),
	}
	copy(c.months[1:], strings.Fields(p.Text("calendar.months")))
	copy(c.shortMonths[1:], strings.Fields(p.Text("calendar.short_months")))
	copy(c.weekdays[:], strings.Fields(p.Text("calendar.weekdays")))
	copy(c.shortWeekdays[:], strings.Fields(p.Text("calendar.short_weekdays")))
	return c
}

// Day is the day in full: "26 november 2026", "26 November 2026".
func (p *Printer) Day(d period.Day) string {
	y, m, day := d.Date()
	return strconv.Itoa(day) + " " + p.calendar.months[m] + " " + strconv.Itoa(y)
}

// ShortDay is the day with its weekday, for lists: "tors 26 nov", "Thu 26 Nov".
func (p *Printer) ShortDay(d period.Day) string {
	_, m, day := d.Date()
	return p.calendar.shortWeekdays[d.Weekday()] + " " + strconv.Itoa(day) + " " + p.calendar.shortMonths[m]
}

// LongDay is the day with its weekday, for sentences: "torsdag 26 november".
func (p *Printer) LongDay(d period.Day) string {
	_, m, day := d.Date()
	return p.calendar.weekdays[d.Weekday()] + " " + strconv.Itoa(day) + " " + p.calendar.months[m]
}

// Weekday is the name of the day's weekday: "torsdag", "Thursday".
func (p *Printer) Weekday(d period.Day) string { return p.calendar.weekdays[d.Weekday()] }

// ShortWeekday is the weekday as in a table head: "tors", "Thu".
func (p *Printer) ShortWeekday(d period.Day) string { return p.calendar.shortWeekdays[d.Weekday()] }

// Dates is a span of days, both ends in it, without repeating what they share:
// "1–14 december 2026", "28 november–4 december 2026".
func (p *Printer) Dates(from, to period.Day) string {
	fy, fm, fd := from.Date()
	ty, tm, _ := to.Date()
	switch {
	case from == to:
		return p.Day(to)
	case fy == ty && fm == tm:
		return strconv.Itoa(fd) + "–" + p.Day(to)
	case fy == ty:
		return strconv.Itoa(fd) + " " + p.calendar.months[fm] + "–" + p.Day(to)
	}
	return p.Day(from) + "–" + p.Day(to)
}

// MonthYear is the month of the day: "november 2026".
func (p *Printer) MonthYear(d period.Day) string {
	y, m, _ := d.Date()
	return p.calendar.months[m] + " " + strconv.Itoa(y)
}

// ShortMonth is the month of the day as under a chart: "nov".
func (p *Printer) ShortMonth(d period.Day) string {
	_, m, _ := d.Date()
	return p.calendar.shortMonths[m]
}

// Instant is an instant as it was in Sweden, with its year, for what is kept for years:
// "fre 20 nov 2026 14.12", "Fri 20 Nov 2026 14:12".
func (p *Printer) Instant(t time.Time) string {
	day := clock.DayOf(t)
	return p.ShortDay(day) + " " + strconv.Itoa(day.Year()) + " " + p.Clock(t)
}

// Clock is the time of day in Sweden: "14.12", "14:12".
func (p *Printer) Clock(t time.Time) string {
	t = t.In(clock.Stockholm)
	return t.Format("15") + p.calendar.clockMark + t.Format("04")
}

// List joins words as a sentence does: "arbete, språk och hälsa".
func (p *Printer) List(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + p.calendar.and + " " + words[last]
}
