package simulate

import (
	"slices"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/period"
)

// room is how many hours a week of each intervention are held, week by week, while
// the cases are told one after another. No week ever holds more than there is.
type room struct {
	first period.Week
	held  [][]int32 // by intervention, by week from first
}

// weeksAhead is how far ahead a placement may reach from the reference day.
const weeksAhead = 110

func (m *Municipality) newRoom() *room {
	first := m.Today.AddDays(-history - 60).Week()
	weeks := int(m.Today.Week()-first) + weeksAhead
	r := &room{first: first, held: make([][]int32, len(m.Interventions))}
	for i := range r.held {
		r.held[i] = make([]int32, weeks)
	}
	return r
}

func (r *room) weeks(i int, days period.Span) []int32 {
	from, to := int(days.From.Week()-r.first), int(days.To.Week()-r.first)
	return r.held[i][max(from, 0):min(to+1, len(r.held[i]))]
}

// fits tells whether the hours a week fit on all the days.
func (r *room) fits(in *Intervention, i, hours int, days period.Span) bool {
	return int(slices.Max(r.weeks(i, days)))+hours <= in.Capacity()
}

func (r *room) hold(i, hours int, days period.Span) {
	for w := range r.weeks(i, days) {
		r.weeks(i, days)[w] += int32(hours)
	}
}

// popularity is how many ask for an intervention, beside its number of places: some
// have queues while others stand half empty (004 s. 7.2).
func popularity(m *Municipality, i int) int {
	s := newStream(m.Seed, "popularity", i)
	return []int{1, 2, 2, 3, 3, 4, 7, 14}[s.IntN(8)]
}

// wanted picks an intervention for the person: one that serves the step, whose
// criteria nothing speaks against, of one of the kinds. -1 where there is none.
func (t *teller) wanted(kinds []catalogue.Kind, step, hours int, skip []int) int {
	weights := make([]int, len(t.m.Interventions))
	any := false
	for i := range t.m.Interventions {
		in := &t.m.Interventions[i]
		if !slices.Contains(kinds, in.Kind) || slices.Contains(skip, i) || in.HoursFrom > hours || in.Start == catalogue.Cohort {
			continue
		}
		if catalogue.Overall(catalogue.Match(in.Intervention, t.facts(step))) != catalogue.Met {
			continue
		}
		weights[i] = in.Places * t.popular[i]
		if in.Locality == t.a.Person.Locality {
			weights[i] *= 2
		}
		any = true
	}
	if !any {
		return -1
	}
	return t.s.weighted(weights)
}

// facts is what the catalogue's criteria ask about.
func (t *teller) facts(step int) catalogue.Facts {
	age := t.a.Person.Age(max(t.c.start, t.c.opened))
	ability := t.ability
	enrolled := t.a.Group == CodedUnemployed
	f := catalogue.Facts{
		Age: &age, Step: &step, Ability: &ability, EnrolledAF: &enrolled,
		MainCause: mainCause(t.a),
		Groups: map[catalogue.Group]bool{catalogue.SeriousAddiction: false, catalogue.UpperSecondaryPupil: false,
			catalogue.EstablishmentPeriod: false, catalogue.FullSickLeave: false},
	}
	if !t.a.Person.Protection.Hides() {
		f.Locality = t.a.Person.Locality
	}
	switch t.a.Swedish {
	case NoLimits:
		f.Swedish = catalogue.NoLimits
	case EasySwedish:
		f.Swedish = catalogue.EasySwedish
	default:
		f.Swedish = catalogue.LargeLimits
	}
	return f
}

func mainCause(a *Adult) catalogue.MainCause {
	switch {
	case a.Group == CodedUnemployed:
		return catalogue.Unemployment
	case a.Physical || a.Mental:
		return catalogue.IllHealth
	}
	return catalogue.SocialReasons
}
