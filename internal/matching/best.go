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
// proposed, among the interventions that suit them best: those whose criteria are met,
// where there are none those of which something is not known, and else all.
type WhyNone struct {
	Among     catalogue.Outcome   // of the interventions that are looked at
	Criterion catalogue.Criterion // empty where it is an obstacle
	Obstacle  Obstacle
	Count     int // so many of them it closes
	Of        int // so many they are
}

// Why says it, false for a participant to whom something can be proposed. An
// intervention is counted under the first thing that closes it.
func (m *Market) Why(c Candidate) (WhyNone, bool) {
	words := m.index.find(c.Wish)
	fits := make([]fit, len(m.Openings))
	among := catalogue.NotMet
	for i := range m.Openings {
		f := m.fit(&c, i, words)
		fits[i] = f
		switch {
		case f.outcome == catalogue.Met && f.obstacle == NoObstacle:
			return WhyNone{}, false
		case f.outcome == catalogue.Met, f.outcome == catalogue.Unknown && among == catalogue.NotMet:
			among = f.outcome
		}
	}
	counts := map[WhyNone]int{}
	most, of := WhyNone{Among: among}, 0
	for i, f := range fits {
		if f.outcome != among {
			continue
		}
		of++
		why := WhyNone{Among: among, Obstacle: f.obstacle}
		if among != catalogue.Met {
			why = WhyNone{Among: among, Criterion: m.firstNot(&c, i, among)}
		}
		if counts[why]++; counts[why] > most.Count {
			most = why
			most.Count = counts[why]
		}
	}
	most.Of = of
	return most, true
}

// firstNot is the first criterion that comes out so.
func (m *Market) firstNot(c *Candidate, at int, outcome catalogue.Outcome) catalogue.Criterion {
	for _, r := range catalogue.Match(m.Openings[at].Intervention, c.Facts) {
		if r.Outcome == outcome {
			return r.Criterion
		}
	}
	return ""
}
