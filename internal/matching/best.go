package matching

import (
	"cmp"
	"slices"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/period"
)

// Market is the catalogue as it stands on the day, ready to be asked for many
// participants.
type Market struct {
	On       period.Day
	Openings []Opening
	weights  Weights
	index    index
}

// NewMarket reads the openings through once.
func NewMarket(on period.Day, openings []Opening, w Weights) *Market {
	return &Market{On: on, Openings: openings, weights: w, index: indexOf(openings)}
}

// Pairs is the participant against every intervention, in the order of the catalogue.
func (m *Market) Pairs(c Candidate) []Pair {
	words := m.index.find(c.Wish)
	pairs := make([]Pair, len(m.Openings))
	for i := range m.Openings {
		pairs[i] = m.pair(&c, i, words)
	}
	return pairs
}

// pair is a fit with its reasons.
func (m *Market) pair(c *Candidate, at int, words wishes) Pair {
	o, f := &m.Openings[at], m.fit(c, at, words)
	return Pair{Opening: *o, Outcome: f.outcome, Criteria: catalogue.Match(o.Intervention, c.Facts), Points: m.weights.points(c, &o.Intervention, words),
		Gain: f.gain, Hours: f.hours, Obstacle: f.obstacle}
}

func (m *Market) fit(c *Candidate, at int, words wishes) fit {
	o := &m.Openings[at]
	f := fit{outcome: catalogue.Suits(&o.Intervention, &c.Facts), obstacle: o.obstacle(c, m.On)}
	m.weights.score(c, &o.Intervention, len(words[o.ID]) > 0, func(_ Ground, points int) { f.gain += points })
	f.gain = max(0, f.gain)
	if f.gain == 0 && f.obstacle.isRoom() {
		f.obstacle = Unsuited
	}
	if f.obstacle == NoObstacle {
		f.hours = o.takes(c.Hours, o.Free)
	}
	return f
}

// obstacle is what stands in the way though the criteria hold.
func (o *Opening) obstacle(c *Candidate, on period.Day) Obstacle {
	switch _, starts := o.NextStart(on); {
	case slices.Contains(c.Facts.With, o.ID):
		return AlreadyIn
	case slices.Contains(c.Passed, o.ID):
		return PassedOver
	case !o.Open:
		return Closed
	case !starts:
		return NoStart
	case c.Parallel >= MostParallel:
		return TooManyNow
	case o.takes(c.Hours, c.Hours) == 0:
		return NoHours
	case o.takes(c.Hours, o.Free) == 0:
		return Full
	}
	return NoObstacle
}

// takes is the hours per week that one participant could begin with, 0 where what they
// have or what is free is less than the intervention needs of one.
func (o *Opening) takes(has, free int) int {
	hours := min(has, free, o.HoursTo)
	if hours < max(1, o.HoursFrom) {
		return 0
	}
	return hours
}

// Best are the count best interventions for the participant: first those that can begin
// now, then those that only lack room, then those of which something is not known. What
// a criterion excludes is not among them. Within each, the most points first.
func (m *Market) Best(c Candidate, count int) []Pair {
	pairs := slices.DeleteFunc(m.Pairs(c), func(p Pair) bool {
		return p.Outcome == catalogue.NotMet || p.Obstacle != NoObstacle && p.Obstacle != Full
	})
	slices.SortStableFunc(pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(b.Gain, a.Gain), cmp.Compare(b.Hours, a.Hours))
	})
	return pairs[:min(count, len(pairs))]
}

func (p Pair) rank() int {
	switch {
	case p.IsPossible():
		return 0
	case p.Outcome == catalogue.Met:
		return 1
	}
	return 2
}

// WhyNone is what stands in the way most often for a participant to whom nothing can be
// proposed: the criterion or the obstacle, and how many interventions it closes.
type WhyNone struct {
	Criterion catalogue.Criterion // empty where it is an obstacle
	Outcome   catalogue.Outcome
	Obstacle  Obstacle
	Count     int
	Of        int
}

// Why says it, false for a participant to whom something can be proposed. An
// intervention is counted under the first thing that closes it.
func (m *Market) Why(c Candidate) (WhyNone, bool) {
	counts := map[WhyNone]int{}
	var order []WhyNone
	for _, p := range m.Pairs(c) {
		if p.IsPossible() {
			return WhyNone{}, false
		}
		why := p.firstObstacle()
		if counts[why] == 0 {
			order = append(order, why)
		}
		counts[why]++
	}
	var most WhyNone
	for _, why := range order {
		if counts[why] > most.Count {
			most = why
			most.Count = counts[why]
		}
	}
	most.Of = len(m.Openings)
	return most, true
}

func (p Pair) firstObstacle() WhyNone {
	if p.Outcome == catalogue.Met {
		return WhyNone{Obstacle: p.Obstacle}
	}
	for _, r := range p.Criteria {
		if r.Outcome == p.Outcome {
			return WhyNone{Criterion: r.Criterion, Outcome: r.Outcome}
		}
	}
	return WhyNone{}
}
