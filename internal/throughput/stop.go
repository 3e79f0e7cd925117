package throughput

import (
	"fotfaste/internal/catalogue"
	"fotfaste/internal/period"
)

// LongMonths is how long somebody has been in an intervention that nobody comes out of
// before it is a stop.
const LongMonths = 6

// Stuck is an intervention where people come in and do not come out.
type Stuck struct {
	GoingOn  int // who are there now
	OverTime int // of them, longer than the intervention lasts at most
	Long     int // of them, more than LongMonths
	Out      int // who completed it, or left to work or studies, in the year
	Longest  int // weeks, the last begun one too, of who has been there longest
}

// NobodyOut tells whether nobody has come out of it in the year, while somebody has been
// there long.
func (s Stuck) NobodyOut() bool { return s.Out == 0 && s.Long > 0 }

// IsStop tells whether somebody should act on it.
func (s Stuck) IsStop() bool { return s.OverTime > 0 || s.NobodyOut() }

// StuckIn counts the spells of the intervention.
func StuckIn(i catalogue.Intervention, spells []Spell, year Year) Stuck {
	var s Stuck
	for _, x := range spells {
		stage, _ := x.At(year.Today)
		switch {
		case stage == GoingOn && x.Started != nil:
			stayed := x.stayed(year.Today)
			s.GoingOn++
			if i.MaxWeeks > 0 && stayed > 7*i.MaxWeeks {
				s.OverTime++
			}
			if year.Today > x.Started.AddMonths(LongMonths) {
				s.Long++
			}
			s.Longest = max(s.Longest, (stayed+6)/7)
		case x.Ended != nil && year.Contains(*x.Ended) && (stage == Completed || x.LeftToWork()):
			s.Out++
		}
	}
	return s
}

// UnusedWeeks is how many weeks back, and how many to come with this one the first, hours
// have to be free to count as unused.
const UnusedWeeks = 4

// UnusedIn is the hours a week that are free in every one of the weeks, 0 where they are
// too few for one person or nobody can begin in the coming weeks.
func UnusedIn(i catalogue.Intervention, l catalogue.Ledger, today period.Day) int {
	if !i.Open {
		return 0
	}
	week := today.Week()
	free := l.FreeThrough(catalogue.Weeks{From: week.AddWeeks(-UnusedWeeks), To: week.AddWeeks(UnusedWeeks - 1)})
	if free < i.HoursFrom || free == 0 {
		return 0
	}
	for _, w := range l.Forecast(week, UnusedWeeks) {
		if !w.IsClosed() {
			return free
		}
	}
	return 0
}

// Waits is where somebody waits while places stand unused.
type Waits string

const (
	WaitsHere      Waits = "here"
	WaitsElsewhere Waits = "elsewhere" // for another intervention of the same kind
	NobodyWaits    Waits = "nobody"
)

// WaitsFor is where somebody waits, of so many here and so many elsewhere.
func WaitsFor(here, elsewhere int) Waits {
	switch {
	case here > 0:
		return WaitsHere
	case elsewhere > 0:
		return WaitsElsewhere
	}
	return NobodyWaits
}
