package allocation

import (
	"cmp"
	"container/heap"
	"slices"

	"fotfaste/internal/flow"
)

// Stable is deferred acceptance in which participants ask (Gale and Shapley, "College
// admissions and the stability of marriage", 1962), quantum by quantum.
//
// Both sides rank by gain: a participant would rather be where a quantum of it gains
// more, and an intervention would rather have whoever gains more there; of equal gains
// the participant, or the intervention of one participant, that stands first comes first.
// Every quantum asks on its own, so that a participant can be in several interventions.
// The outcome is stable (Baïou and Balinski, "The stable allocation problem", 2002): no
// quantum could be in an intervention that gains more for it and that has a free quantum,
// or one that gains less there. Of all such outcomes it is the best for every
// participant. Where all quanta of one must be in one place there need be no stable
// outcome at all; this way to place therefore splits.
//
// Pairs that gain nothing are not asked for.
func Stable(p *flow.Problem) Proposal {
	d := &acceptance{problem: p, left: slices.Clone(p.Capacity), holds: make([]holders, len(p.Capacity)), quanta: make([]int64, len(p.To)), refused: make([]bool, len(p.To))}
	wishes := make([][]int32, len(p.Supply))
	unplaced := slices.Clone(p.Supply)
	var asking []int32
	for i := len(p.Supply) - 1; i >= 0; i-- {
		wishes[i] = wishesOf(p, i)
		if unplaced[i] > 0 {
			asking = append(asking, int32(i))
		}
	}
	for len(asking) > 0 {
		i := asking[len(asking)-1]
		if unplaced[i] == 0 || len(wishes[i]) == 0 {
			asking = asking[:len(asking)-1]
			continue
		}
		// More of it may come back to ask where some was taken, until some is refused there.
		e := wishes[i][0]
		quanta := unplaced[i]
		if p.Most != nil {
			quanta = min(quanta, p.Most[e]-d.quanta[e])
		}
		if d.refused[e] || quanta == 0 {
			wishes[i] = wishes[i][1:]
			continue
		}
		unplaced[i] -= quanta
		d.take(holder{e, i, quanta, p.Gain[e]})
		for to := p.To[e]; d.left[to] < 0; {
			back := d.giveBack(to)
			unplaced[back.participant] += back.quanta
			asking = append(asking, back.participant)
		}
	}
	return propose(p, d.quanta)
}

// wishesOf are the edges of a participant that gain anything, the best first.
func wishesOf(p *flow.Problem, i int) []int32 {
	var edges []int32
	for e := p.First[i]; e < p.First[i+1]; e++ {
		if p.Gain[e] > 0 {
			edges = append(edges, e)
		}
	}
	slices.SortStableFunc(edges, func(a, b int32) int { return cmp.Compare(p.Gain[b], p.Gain[a]) })
	return edges
}

// acceptance is what interventions hold while participants ask.
type acceptance struct {
	problem *flow.Problem
	left    []int64 // of each intervention; below zero while it holds too much
	holds   []holders
	quanta  []int64 // along each edge
	refused []bool  // of each edge: some has been refused
}

func (d *acceptance) take(h holder) {
	to := d.problem.To[h.edge]
	heap.Push(&d.holds[to], h)
	d.left[to] -= h.quanta
	d.quanta[h.edge] += h.quanta
}

// giveBack is what an intervention that holds too much gives back of whoever comes last.
func (d *acceptance) giveBack(to int32) holder {
	last := &d.holds[to][0]
	back := *last
	back.quanta = min(back.quanta, -d.left[to])
	d.left[to] += back.quanta
	d.quanta[back.edge] -= back.quanta
	d.refused[back.edge] = true
	if last.quanta -= back.quanta; last.quanta == 0 {
		heap.Pop(&d.holds[to])
	}
	return back
}

// holder is a participant's quanta in an intervention.
type holder struct {
	edge, participant int32
	quanta, gain      int64
}

// holders are a heap in which whoever comes last is first.
type holders []holder

func (h holders) Len() int { return len(h) }
func (h holders) Less(i, j int) bool {
	return h[i].gain < h[j].gain || h[i].gain == h[j].gain && h[i].edge > h[j].edge
}
func (h holders) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *holders) Push(x any)   { *h = append(*h, x.(holder)) }
func (h *holders) Pop() any {
	last := len(*h) - 1
	x := (*h)[last]
	*h = (*h)[:last]
	return x
}
