package flow

import (
	"cmp"
	"slices"
)

// lower takes the prices of interventions down as far as the plan allows, and the worth
// of participants up with them. Where several prices prove the same plan these are the
// least, all at once, so that they do not hang on the way the plan was found; and the
// least price is what one more quantum of capacity gains.
//
// How far each can go is a shortest way: an intervention's price falls no lower than 0,
// and than a participant that could come there allows; a participant's worth rises no
// further than where it is placed allows, and not at all while some of it is not placed.
func lower(p *Problem, plan *Plan) {
	open(p, plan)
	w := newWays(p, plan)
	for i, price := range plan.Price {
		w.reach(int32(i), price)
	}
	for i, rest := range w.unplaced {
		if rest > 0 {
			w.reach(w.node(i), 0)
		}
	}
	w.walk()
	for i := range plan.Price {
		plan.Price[i] -= w.way[i]
	}
	for i, supply := range p.Supply {
		if supply > 0 {
			plan.Worth[i] += w.way[w.node(i)]
			continue
		}
		plan.Worth[i] = 0
		for e := p.First[i]; e < p.First[i+1]; e++ {
			plan.Worth[i] = max(plan.Worth[i], p.Gain[e]-plan.Price[p.To[e]])
		}
	}
}

// open gives what has no capacity a price at which nobody with a supply wants to go there.
func open(p *Problem, plan *Plan) {
	if !slices.Contains(p.Capacity, 0) {
		return
	}
	for i, capacity := range p.Capacity {
		if capacity == 0 {
			plan.Price[i] = 0
		}
	}
	for i, supply := range p.Supply {
		for e := p.First[i]; e < p.First[i+1]; e++ {
			if to := p.To[e]; p.Capacity[to] == 0 && supply > 0 && (p.Most == nil || p.Most[e] > 0) {
				plan.Price[to] = max(plan.Price[to], p.Gain[e]-plan.Worth[i])
			}
		}
	}
}

// ways are the shortest ones, from the nodes whose price cannot move. Interventions are
// the first nodes and participants those after.
type ways struct {
	problem  *Problem
	plan     *Plan
	way      []int64 // to each node; far where none has been found
	done     []bool
	unplaced []int64 // of each participant
	begins   []int32 // where the placed of each intervention begin in comes
	comes    []int32 // indexes of placed, by intervention
	from     []int32 // the participant of each placed
	near     []int32 // nodes with a way of no length, yet to go on from
	queue    queue   // the others
}

const far = 2 * room

func newWays(p *Problem, plan *Plan) *ways {
	nodes := len(p.Capacity) + len(p.Supply)
	w := &ways{problem: p, plan: plan, way: make([]int64, nodes), done: make([]bool, nodes),
		unplaced: make([]int64, len(p.Supply)), begins: make([]int32, len(p.Capacity)+1),
		comes: make([]int32, len(plan.Placed)), from: make([]int32, len(plan.Placed))}
	for x := range w.way {
		w.way[x] = far
	}
	at := 0
	for i, supply := range p.Supply {
		w.unplaced[i] = supply
		for ; at < len(plan.Placed) && plan.Placed[at].Edge < p.First[i+1]; at++ {
			w.unplaced[i] -= plan.Placed[at].Quanta
			w.from[at] = int32(i)
			w.begins[p.To[plan.Placed[at].Edge]+1]++
		}
	}
	for i := range p.Capacity {
		w.begins[i+1] += w.begins[i]
	}
	put := append([]int32(nil), w.begins...)
	for k, f := range plan.Placed {
		to := p.To[f.Edge]
		w.comes[put[to]] = int32(k)
		put[to]++
	}
	return w
}

func (w *ways) node(participant int) int32 { return int32(len(w.problem.Capacity) + participant) }

// reach says that a way of that length leads to the node.
func (w *ways) reach(x int32, length int64) {
	if length >= w.way[x] {
		return
	}
	w.way[x] = length
	if length == 0 {
		w.near = append(w.near, x) // most are: they need no queue
	} else {
		w.queue.push(reached{length, x})
	}
}

func (w *ways) walk() {
	for len(w.near)+len(w.queue) > 0 {
		var at reached
		if last := len(w.near) - 1; last >= 0 {
			at.node, w.near = w.near[last], w.near[:last]
		} else {
			at = w.queue.pop()
		}
		if w.done[at.node] {
			continue
		}
		w.done[at.node] = true
		if i := int(at.node) - len(w.problem.Capacity); i >= 0 {
			w.fromParticipant(i, at.length)
		} else {
			w.fromIntervention(at.node, at.length)
		}
	}
}

// fromParticipant goes on to wherever the participant could go.
func (w *ways) fromParticipant(i int, length int64) {
	p := w.problem
	placed := w.placedOf(i)
	for e := p.First[i]; e < p.First[i+1]; e++ {
		if len(placed) > 0 && placed[0].Edge == e {
			quanta := placed[0].Quanta
			placed = placed[1:]
			if p.Most != nil && quanta == p.Most[e] {
				continue
			}
		} else if p.Most != nil && p.Most[e] == 0 {
			continue
		}
		to := p.To[e]
		if next := length + w.plan.Worth[i] + w.plan.Price[to] - p.Gain[e]; next < w.way[to] {
			w.reach(to, next)
		}
	}
}

// fromIntervention goes on to whoever is placed there. Along an edge at its bound the
// worth can rise until the edge gains no more than it costs.
func (w *ways) fromIntervention(i int32, length int64) {
	for _, k := range w.comes[w.begins[i]:w.begins[i+1]] {
		e, from := w.plan.Placed[k].Edge, w.from[k]
		w.reach(w.node(int(from)), length+w.problem.Gain[e]-w.plan.Worth[from]-w.plan.Price[i])
	}
}

// placedOf are the placed of a participant, where edges have bounds.
func (w *ways) placedOf(i int) []Placed {
	if w.problem.Most == nil {
		return nil
	}
	before := func(f Placed, edge int32) int { return cmp.Compare(f.Edge, edge) }
	low, _ := slices.BinarySearchFunc(w.plan.Placed, w.problem.First[i], before)
	high, _ := slices.BinarySearchFunc(w.plan.Placed, w.problem.First[i+1], before)
	return w.plan.Placed[low:high]
}
