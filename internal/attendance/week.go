package attendance

import (
	"cmp"
	"slices"

	"fotfaste/internal/period"
)

// WeekSummary is a participant's week as a picture: one status per programme day and
// what still needs somebody.
type WeekSummary struct {
	Week  period.Week
	Days  [5]DaySummary // Monday to Friday
	Count map[Status]int
}

// DaySummary is one programme day of the week.
type DaySummary struct {
	Day       period.Day
	Status    Status         // empty where nobody has said anything
	Holiday   period.Holiday // empty on an ordinary day
	Confirmed bool           // every record of the day is confirmed or settled
	Conflict  bool           // at least one record waits for the case manager
}

// Conflicts are the days that wait for the case manager.
func (w WeekSummary) Conflicts() []period.Day {
	return w.daysWhere(func(d DaySummary) bool { return d.Conflict })
}

// Unreported are the days about which nobody has said anything, public holidays
// apart.
func (w WeekSummary) Unreported() []period.Day {
	return w.daysWhere(func(d DaySummary) bool { return d.Status == "" })
}

func (w WeekSummary) daysWhere(is func(DaySummary) bool) []period.Day {
	var days []period.Day
	for _, d := range w.Days {
		if is(d) {
			days = append(days, d.Day)
		}
	}
	return days
}

// Summary is the week's picture from the records, of which those of other weeks are
// passed over. A public holiday is one whether recorded or not.
func Summary(week period.Week, records []DayRecord) WeekSummary {
	summary := WeekSummary{Week: week, Count: map[Status]int{}}
	for i := range summary.Days {
		day := week.Monday().AddDays(i)
		var ofDay []DayRecord
		for _, r := range records {
			if r.Day == day {
				ofDay = append(ofDay, r)
			}
		}
		status, _ := OfDay(ofDay...)
		holiday, isHoliday := period.PublicHoliday(day)
		if isHoliday {
			status = cmp.Or(status, PublicHoliday)
		}
		summary.Days[i] = DaySummary{
			Day:       day,
			Status:    status,
			Holiday:   holiday,
			Confirmed: len(ofDay) > 0 && !slices.ContainsFunc(ofDay, waitsForProvider),
			Conflict:  slices.ContainsFunc(ofDay, DayRecord.InConflict),
		}
		if status != "" {
			summary.Count[status]++
		}
	}
	return summary
}

func waitsForProvider(r DayRecord) bool { return r.Confirmed == "" && r.Settled == "" }
