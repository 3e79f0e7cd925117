package throughput

import (
	"cmp"
	"slices"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/steering"
)

// Flow is what a year of an intervention came to.
type Flow struct {
	Stages []steering.Count // every Stage in its order, each referral in one
	Wait   Medians          // days from referral to start, of those who began in the year
	Stay   Medians          // days from the first to the last, of those who ended in the year
	Up     Share            // who moved up a step, of those who ended in the year that ended AfterMonths ago
	Left   Share            // who left to work or studies, of the same
}

// Of is how many are at the stages.
func (f Flow) Of(stages ...Stage) int {
	n := 0
	for i, stage := range Stages() {
		if i < len(f.Stages) && slices.Contains(stages, stage) {
			n += f.Stages[i].All()
		}
	}
	return n
}

// All is every referral of the year.
func (f Flow) All() int { return f.Of(Stages()...) }

// Began is those who came to the intervention.
func (f Flow) Began() int { return f.Of(Completed, Interrupted, GoingOn) }

// Median is the middle of some days. Too few persons have none to show.
type Median struct {
	Days    int
	Persons int
}

// Withheld tells whether the persons are so few that the number says too much of them.
func (m Median) Withheld() bool { return isFew(m.Persons) }

// Weeks is the days in weeks, the last begun one too.
func (m Median) Weeks() int { return (m.Days + 6) / 7 }

// Medians are of everybody and by gender.
type Medians struct{ All, Women, Men Median }

// Counts are how many persons the medians are of, by gender.
func (m Medians) Counts() steering.Count {
	return steering.Count{Women: m.Women.Persons, Men: m.Men.Persons, Unstated: m.All.Persons - m.Women.Persons - m.Men.Persons}
}

// Share is those it holds for and those it does not, by gender.
type Share struct{ Yes, No steering.Count }

// All is how many it is a share of.
func (s Share) All() int { return s.Yes.All() + s.No.All() }

// Withheld tells whether those it holds for, or those it does not, are so few that the
// share says too much of them.
func (s Share) Withheld() bool { return isFew(s.Yes.All()) || isFew(s.No.All()) || isFew(s.All()) }

func isFew(persons int) bool { return 0 < persons && persons < steering.LeastGroup }

func (s *Share) add(yes bool, one steering.Count) {
	if yes {
		s.Yes = steering.Sum([]steering.Count{s.Yes, one})
	} else {
		s.No = steering.Sum([]steering.Count{s.No, one})
	}
}

// Reckon is the flow of the spells, all of one intervention or of many.
func Reckon(spells []Spell, year Year) Flow {
	var f Flow
	var wait, stay days
	counts := map[Stage]steering.Count{}
	before := year.Before()
	for _, s := range spells {
		stage, referred := s.At(year.Today)
		if !referred {
			continue
		}
		if year.holds(s, stage) {
			counts[stage] = steering.Sum([]steering.Count{counts[stage], s.One})
		}
		if s.Started == nil {
			continue
		}
		if year.Contains(*s.Started) {
			wait.add(s.One, max(0, int(*s.Started-s.Referred)))
		}
		if s.Ended == nil {
			continue
		}
		if year.Contains(*s.Ended) {
			stay.add(s.One, int(*s.Ended-*s.Started)+1)
		}
		if before.Contains(*s.Ended) {
			f.Up.add(s.MovedUp(), s.One)
			f.Left.add(s.LeftToWork(), s.One)
		}
	}
	for _, stage := range Stages() {
		c := counts[stage]
		c.Code = string(stage)
		f.Stages = append(f.Stages, c)
	}
	f.Wait, f.Stay = wait.medians(), stay.medians()
	return f
}

// ByIntervention is the spells of each intervention, in their order.
func ByIntervention(spells []Spell) map[ident.ID][]Spell {
	by := map[ident.ID][]Spell{}
	for _, s := range spells {
		by[s.Intervention] = append(by[s.Intervention], s)
	}
	return by
}

// days are numbers of days, each of one person.
type days []struct {
	n   int
	one steering.Count
}

func (d *days) add(one steering.Count, n int) {
	*d = append(*d, struct {
		n   int
		one steering.Count
	}{n, one})
}

func (d days) medians() Medians {
	middle := func(of func(steering.Count) int) Median {
		var all []int
		for _, x := range d {
			if of(x.one) > 0 {
				all = append(all, x.n)
			}
		}
		return Median{median(all), len(all)}
	}
	return Medians{
		All:   middle(steering.Count.All),
		Women: middle(func(c steering.Count) int { return c.Women }),
		Men:   middle(func(c steering.Count) int { return c.Men }),
	}
}

// median is the middle number, or the middle of the two middle ones, a half rounded up;
// 0 of none.
func median(all []int) int {
	if len(all) == 0 {
		return 0
	}
	slices.SortFunc(all, cmp.Compare[int])
	half := len(all) / 2
	if len(all)%2 == 1 {
		return all[half]
	}
	return (all[half-1] + all[half] + 1) / 2
}

// stayed is how many days the spell has lasted today.
func (s Spell) stayed(today period.Day) int {
	if s.Started == nil {
		return 0
	}
	return int(today-*s.Started) + 1
}
