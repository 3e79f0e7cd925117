package throughput

import "fotfaste/internal/period"

// Year is the twelve months that end today.
type Year struct{ Since, Today period.Day }

// YearTo is the year that ends with the day.
func YearTo(today period.Day) Year { return Year{today.AddYears(-1).AddDays(1), today} }

// Before is the year that ended AfterMonths ago: of those who ended in it, it is known
// what came of it.
func (y Year) Before() Year { return YearTo(y.Today.AddMonths(-AfterMonths)) }

// Contains tells whether the day lies in the year.
func (y Year) Contains(day period.Day) bool { return y.Since <= day && day <= y.Today }

// Reads is the first day on which a spell that is over may have ended to be of any use.
func (y Year) Reads() period.Day { return y.Before().Since }

// holds tells whether the spell has anything of its life in the year: it waits or goes
// on now, ended in the year, or came to nothing after a referral in it.
func (y Year) holds(s Spell, stage Stage) bool {
	switch {
	case stage.Waits(), stage == GoingOn:
		return true
	case stage.Began() && s.Ended != nil:
		return y.Contains(*s.Ended)
	}
	return y.Contains(s.Referred)
}
