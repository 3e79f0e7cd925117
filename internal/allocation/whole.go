package allocation

import (
	"cmp"
	"slices"

	"fotfaste/internal/flow"
)

// Chance is what Whole draws from; a seeded generator gives the same plan again.
type Chance interface{ Uint64() uint64 }

// Bounds is the instance in which no edge leads where all of a participant's quanta have
// no room: its optimum with splitting gains at least what any plan without gains. The
// edges are numbered as before; those that lead nowhere gain less than nothing.
func Bounds(p *flow.Problem) flow.Problem {
	bound := *p
	bound.Gain = slices.Clone(p.Gain)
	for i, supply := range p.Supply {
		for e := p.First[i]; e < p.First[i+1]; e++ {
			if supply > p.Capacity[p.To[e]] || p.Most != nil && supply > p.Most[e] {
				bound.Gain[e] = -1
			}
		}
	}
	return bound
}

// Whole places all quanta of a participant in one intervention, or none of them. That is
// the generalised assignment problem, for which no quick way to the best is known: plan is
// the optimum of Bounds, and says how far from the best the proposal can be at most.
//
// Whoever the plan has in one place stays there to begin with, and the others go where
// there is room, the one first that loses most otherwise. What is then looked for are
// moves that gain: into free room, and chains in which one comes in, another is put out,
// goes elsewhere, puts out a third, and so on until one finds room or is left out. Prices
// of the plan that splits say who leaves with the least loss and where to try. A chain
// that loses is undone.
//
// better is asked before each chain, with the number of those before it. The same
// chance and as many chains give the same proposal.
func Whole(p *flow.Problem, plan *flow.Plan, chance Chance, better func(chains int) bool) Proposal {
	w := newWhole(p, plan, chance)
	w.begin(plan)
	for chains := 0; w.gain < plan.Objective && w.any() && better(chains); chains++ {
		w.chain()
	}
	return propose(p, w.quanta())
}

// whole is a plan in which everybody is in one place.
type whole struct {
	problem *flow.Problem
	price   []int64 // of each intervention, in the plan that splits
	chance  Chance
	wishes  [][]wish  // of each participant, the best first
	wanted  [][]int32 // of each intervention: participants who wish to be there
	hoping  []int32   // participants with wishes
	at      []int32   // the edge of each participant, or none
	free    []int64   // of each intervention
	inside  [][]int32 // participants in each intervention
	gain    int64
	undo    []step // what the chain has done
	visited []int32
}

const none = -1

// wish is an edge that all of a participant can go along.
type wish struct {
	edge, to int32
	over     int64 // what all its quanta gain over the price there
}

// step is where a participant was.
type step struct{ participant, edge int32 }

// mostWishes is how many of a participant's are kept: what a plan without splitting has
// is nearly always among the first few.
const mostWishes = 24

func newWhole(p *flow.Problem, plan *flow.Plan, chance Chance) *whole {
	w := &whole{problem: p, price: plan.Price, chance: chance, wishes: make([][]wish, len(p.Supply)), at: make([]int32, len(p.Supply)),
		wanted: make([][]int32, len(p.Capacity)), free: slices.Clone(p.Capacity), inside: make([][]int32, len(p.Capacity))}
	var all []wish
	for i, supply := range p.Supply {
		w.at[i] = none
		all = all[:0]
		for e := p.First[i]; e < p.First[i+1]; e++ {
			to := p.To[e]
			if p.Gain[e] > 0 && supply > 0 && supply <= p.Capacity[to] && (p.Most == nil || supply <= p.Most[e]) {
				all = append(all, wish{e, to, supply * (p.Gain[e] - plan.Price[to])})
			}
		}
		slices.SortStableFunc(all, func(a, b wish) int { return cmp.Compare(b.over, a.over) })
		w.wishes[i] = slices.Clone(all[:min(len(all), mostWishes)])
		for _, wish := range w.wishes[i] {
			w.wanted[wish.to] = append(w.wanted[wish.to], int32(i))
		}
		if len(all) > 0 {
			w.hoping = append(w.hoping, int32(i))
		}
	}
	return w
}

// any tells whether anybody could be anywhere.
func (w *whole) any() bool { return len(w.hoping) > 0 }

// begin places whoever the plan places in one intervention, and then the others.
func (w *whole) begin(plan *flow.Plan) {
	p := w.problem
	i := 0
	for _, f := range plan.Placed {
		for f.Edge >= p.First[i+1] {
			i++
		}
		if f.Quanta == p.Supply[i] {
			w.put(int32(i), f.Edge)
		}
	}
	var rest []int32
	for _, i := range w.hoping {
		if w.at[i] == none {
			rest = append(rest, i)
		}
	}
	slices.SortStableFunc(rest, func(a, b int32) int { return cmp.Compare(w.wishes[b][0].over, w.wishes[a][0].over) })
	for _, i := range rest {
		w.settle(i)
	}
	for to := range w.free {
		w.fill(int32(to))
	}
	w.undo = w.undo[:0]
}

// put takes a participant from where it is to an edge, or to none.
func (w *whole) put(i, edge int32) {
	p := w.problem
	supply := p.Supply[i]
	if old := w.at[i]; old != none {
		to := p.To[old]
		w.free[to] += supply
		w.gain -= supply * p.Gain[old]
		at := slices.Index(w.inside[to], i)
		last := len(w.inside[to]) - 1
		w.inside[to][at] = w.inside[to][last]
		w.inside[to] = w.inside[to][:last]
	}
	w.undo = append(w.undo, step{i, w.at[i]})
	w.at[i] = edge
	if edge != none {
		to := p.To[edge]
		w.free[to] -= supply
		w.gain += supply * p.Gain[edge]
		w.inside[to] = append(w.inside[to], i)
	}
}

// back undoes the chain.
func (w *whole) back() {
	done := w.undo
	w.undo = nil
	for k := len(done) - 1; k >= 0; k-- {
		w.put(done[k].participant, done[k].edge)
	}
	w.undo = done[:0]
}

// valueAt is what a participant gains along an edge, or at none.
func (w *whole) valueAt(i, edge int32) int64 {
	if edge == none {
		return 0
	}
	return w.problem.Supply[i] * w.problem.Gain[edge]
}

// settle moves a participant to where there is room and it gains most, if more than now.
func (w *whole) settle(i int32) {
	best, gain := int32(none), w.valueAt(i, w.at[i])
	for _, wish := range w.wishes[i] {
		if w.free[wish.to] >= w.problem.Supply[i] && w.valueAt(i, wish.edge) > gain {
			best, gain = wish.edge, w.valueAt(i, wish.edge)
		}
	}
	if best != none {
		w.put(i, best)
	}
}

// fill lets in who gains most by coming to an intervention with room, and then fills what
// that one has left. Each move gains, so that there is an end.
func (w *whole) fill(to int32) {
	for w.free[to] > 0 {
		best, edge, gain := int32(none), int32(none), int64(0)
		for _, i := range w.wanted[to] {
			if w.problem.Supply[i] > w.free[to] {
				continue
			}
			e := w.edge(i, to)
			if more := w.valueAt(i, e) - w.valueAt(i, w.at[i]); more > gain {
				best, edge, gain = i, e, more
			}
		}
		if best == none {
			return
		}
		left := w.at[best]
		w.put(best, edge)
		if left != none {
			w.fill(w.problem.To[left])
		}
	}
}

// edge is the participant's wish that leads to an intervention.
func (w *whole) edge(i, to int32) int32 {
	for _, wish := range w.wishes[i] {
		if wish.to == to {
			return wish.edge
		}
	}
	return none
}

// quanta is the plan, by edge.
func (w *whole) quanta() []int64 {
	quanta := make([]int64, len(w.problem.To))
	for i, e := range w.at {
		if e != none {
			quanta[e] = w.problem.Supply[i]
		}
	}
	return quanta
}

func (w *whole) draw(n int) int { return int(w.chance.Uint64() % uint64(n)) }
