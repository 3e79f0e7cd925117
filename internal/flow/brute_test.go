package flow

import (
	"math/rand/v2"
	"slices"
)

// draw makes up a small problem: participants without edges or supply, interventions
// without capacity, gains around zero, several edges between the same two.
func draw(r *rand.Rand, participants, interventions, edges int, bounds bool) Problem {
	p := Problem{Supply: make([]int64, participants), Capacity: make([]int64, interventions), First: []int32{0}}
	widest := []int64{1, 6, 40, 1000}[r.IntN(4)]
	for i := range p.Capacity {
		p.Capacity[i] = r.Int64N(4)
	}
	for i := range p.Supply {
		p.Supply[i] = r.Int64N(4)
		for range r.IntN(edges + 1) {
			if interventions == 0 {
				break
			}
			p.To = append(p.To, int32(r.IntN(interventions)))
			p.Gain = append(p.Gain, r.Int64N(widest+1+widest/3)-widest/3)
		}
		p.First = append(p.First, int32(len(p.To)))
	}
	if bounds {
		p.Most = []int64{}
		for range p.To {
			p.Most = append(p.Most, r.Int64N(4))
		}
	}
	return p
}

// brute is the largest gain, found by trying everything: participant after participant,
// for each of the states in which the interventions can be.
func brute(p Problem) int64 {
	states := 1
	for _, c := range p.Capacity {
		states *= int(c) + 1
	}
	best := make([]int64, states) // by what is used of each intervention; -1 where that cannot be
	for i := range best {
		best[i] = -1
	}
	best[0] = 0
	for i, supply := range p.Supply {
		after := slices.Clone(best)
		for state, gain := range best {
			if gain >= 0 {
				p.spread(after, p.First[i], p.First[i+1], supply, state, gain)
			}
		}
		best = after
	}
	return slices.Max(best)
}

// spread tries every number of quanta along the edges from at up to end.
func (p Problem) spread(after []int64, at, end int32, left int64, state int, gain int64) {
	if at == end {
		after[state] = max(after[state], gain)
		return
	}
	step, used := 1, state
	for _, c := range p.Capacity[:p.To[at]] {
		step *= int(c) + 1
		used /= int(c) + 1
	}
	free := p.Capacity[p.To[at]] - int64(used)%(p.Capacity[p.To[at]]+1)
	for n := int64(0); n <= min(left, free) && (p.Most == nil || n <= p.Most[at]); n++ {
		p.spread(after, at+1, end, left-n, state+int(n)*step, gain+n*p.Gain[at])
	}
}
