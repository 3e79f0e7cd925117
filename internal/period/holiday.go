package period

import "time"

// Holiday is the code of a Swedish public holiday.
type Holiday string

// The public holidays of lag (1989:253) om allmänna helgdagar. The eves
// (Midsummer, Christmas, New Year) are not among them.
const (
	NewYearsDay  Holiday = "new_years_day"
	Epiphany     Holiday = "epiphany"
	GoodFriday   Holiday = "good_friday"
	EasterSunday Holiday = "easter_sunday"
	EasterMonday Holiday = "easter_monday"
	MayDay       Holiday = "may_day"
	AscensionDay Holiday = "ascension_day"
	WhitSunday   Holiday = "whit_sunday"
	WhitMonday   Holiday = "whit_monday"  // until 2004
	NationalDay  Holiday = "national_day" // from 2005
	MidsummerDay Holiday = "midsummer_day"
	AllSaintsDay Holiday = "all_saints_day"
	ChristmasDay Holiday = "christmas_day"
	BoxingDay    Holiday = "boxing_day"
)

// nationalDaySince is the first year in which 6 June was a public holiday, in
// exchange for Whit Monday.
const nationalDaySince = 2005

// PublicHoliday is the named public holiday that falls on the day. The act also
// counts every Sunday; an ordinary Sunday has no name and is false here.
func PublicHoliday(d Day) (Holiday, bool) {
	year, month, day := d.Date()
	if name, fixed := fixedHoliday(year, month, day); fixed {
		return name, true
	}
	if name, saturday := saturdayHoliday(d, month, day); saturday {
		return name, true
	}
	if month < 3 || month > 6 {
		return "", false // what follows Easter falls from March to June
	}
	switch d - easter(year) {
	case -2:
		return GoodFriday, true
	case 0:
		return EasterSunday, true
	case 1:
		return EasterMonday, true
	case 39:
		return AscensionDay, true
	case 49:
		return WhitSunday, true
	case 50:
		if year < nationalDaySince {
			return WhitMonday, true
		}
	}
	return "", false
}

func fixedHoliday(year, month, day int) (Holiday, bool) {
	switch {
	case month == 1 && day == 1:
		return NewYearsDay, true
	case month == 1 && day == 6:
		return Epiphany, true
	case month == 5 && day == 1:
		return MayDay, true
	case month == 6 && day == 6 && year >= nationalDaySince:
		return NationalDay, true
	case month == 12 && day == 25:
		return ChristmasDay, true
	case month == 12 && day == 26:
		return BoxingDay, true
	}
	return "", false
}

// saturdayHoliday finds the Saturday of 20-26 June and that of 31 October to
// 6 November.
func saturdayHoliday(d Day, month, day int) (Holiday, bool) {
	if d.Weekday() != time.Saturday {
		return "", false
	}
	switch {
	case month == 6 && day >= 20 && day <= 26:
		return MidsummerDay, true
	case month == 10 && day == 31, month == 11 && day <= 6:
		return AllSaintsDay, true
	}
	return "", false
}

// easter is Easter Sunday of the year in the Gregorian calendar, by the method of
// Meeus, Jones and Butcher.
func easter(year int) Day {
	golden := year % 19
	century, rest := year/100, year%100
	skipped := (8*century + 13) / 25
	epact := (19*golden + century - century/4 - skipped + 15) % 30
	weekday := (32 + 2*(century%4) + 2*(rest/4) - epact - rest%4) % 7
	late := (golden + 11*epact + 22*weekday) / 451
	n := epact + weekday - 7*late + 114
	return Date(year, n/31, n%31+1)
}
