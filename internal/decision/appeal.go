package decision

import (
	"time"

	"fotfaste/internal/period"
)

// LastAppealDay is the last day on which an appeal is in time: so many weeks after
// the day on which the person received the decision (FL (2017:900) 44 §), and the next
// working day where that day is a Saturday, a Sunday, a public holiday or one of the
// three eves (lag (1930:173) 2 §).
func LastAppealDay(received period.Day, weeks int) period.Day {
	last := received.AddDays(7 * weeks)
	for isFree(last) {
		last = last.AddDays(1)
	}
	return last
}

func isFree(d period.Day) bool {
	_, holiday := period.PublicHoliday(d)
	return holiday || !d.IsProgrammeDay() || isEve(d)
}

// isEve is Midsummer Eve, Christmas Eve and New Year's Eve.
func isEve(d period.Day) bool {
	_, month, day := d.Date()
	next, _ := period.PublicHoliday(d.AddDays(1))
	return next == period.MidsummerDay && d.Weekday() == time.Friday ||
		month == 12 && (day == 24 || day == 31)
}
