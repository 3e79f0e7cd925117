package payment

import (
	"time"

	"fotfaste/internal/period"
)

// NextBankingDay is the first day after the one given on which Swedish banks pay:
// neither weekend nor public holiday, nor the eves on which the banks are closed. A
// file is made one day and paid the next; a bank that gets it later pays on its own
// next day.
func NextBankingDay(day period.Day) period.Day {
	for day = day.AddDays(1); isClosed(day); {
		day = day.AddDays(1)
	}
	return day
}

func isClosed(day period.Day) bool {
	if _, holiday := period.PublicHoliday(day); holiday || !day.IsProgrammeDay() {
		return true
	}
	_, month, date := day.Date()
	midsummerEve := month == 6 && date >= 19 && date <= 25 && day.Weekday() == time.Friday
	return midsummerEve || month == 12 && (date == 24 || date == 31)
}
