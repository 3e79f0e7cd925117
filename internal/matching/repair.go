package matching

import (
	"cmp"
	"slices"
)

// rounds bounds how often everybody may better their share. Each round that changes
// anything raises the gain of the whole by one point at least, so it ends by itself; a
// municipality has needed two.
const rounds = 8

// repair makes every share whole, and lets everybody better theirs while somebody can.
func (t *table) repair() {
	for i := range t.shares {
		if !t.isWhole(i) {
			t.back(i)
		}
	}
	order := make([]int, len(t.shares))
	for i := range order {
		order[i] = i
	}
	// Who has waited longest chooses first; of two who have waited alike the first.
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(t.candidates[b].IdleFor, t.candidates[a].IdleFor)
	})
	for range rounds {
		changed := false
		for _, i := range order {
			changed = t.better(i) || changed
		}
		if !changed {
			return
		}
	}
}

// better gives the participant the best share of their own room and what is free, and
// tells whether it is more than they had.
func (t *table) better(i int) bool {
	had, gain := t.shares[i], t.gain(i)
	if !t.couldGain(i, gain) {
		return false
	}
	t.back(i)
	best := t.choose(i)
	if best.gain <= gain {
		best.shares = had
	}
	for _, s := range best.shares {
		t.give(i, s)
	}
	return best.gain > gain
}

// couldGain is a bound that is quick to ask: all the participant's hours at the most
// points of any way with room.
func (t *table) couldGain(i, gain int) bool {
	most := 0
	for _, w := range t.ways[i] {
		if t.room[w.node] > 0 {
			most = max(most, w.gain)
		}
	}
	own := 0
	for _, s := range t.shares[i] {
		own = max(own, t.ways[i][s.way].gain)
	}
	return t.candidates[i].Hours*max(most, own) > gain
}

type choice struct {
	gain   int
	shares []share
}

// choose is the best share that the participant can have of what is free: at most so many
// interventions at once, each with the hours it needs of one person.
func (t *table) choose(i int) choice {
	c := &t.candidates[i]
	s := search{t: t, ways: t.ways[i], order: make([]int, len(t.ways[i]))}
	for k := range s.order {
		s.order[k] = k
	}
	slices.SortStableFunc(s.order, func(a, b int) int { return cmp.Compare(s.ways[b].gain, s.ways[a].gain) })
	s.pick(0, MostParallel-c.Parallel, c.Hours, 0)
	return s.best
}

// search tries the ways in order of their points, and turns back where all the hours that
// are left at the points of the next would come to no more than the best so far.
type search struct {
	t     *table
	ways  []way
	order []int
	taken []share
	best  choice
}

func (s *search) pick(from, slots, hours, gain int) {
	if gain > s.best.gain {
		s.best = choice{gain, slices.Clone(s.taken)}
	}
	for at := from; at < len(s.order) && slots > 0; at++ {
		w := s.ways[s.order[at]]
		if gain+hours*w.gain <= s.best.gain {
			return
		}
		if s.has(w.opening) {
			continue
		}
		next := 0
		if at+1 < len(s.order) {
			next = s.ways[s.order[at+1]].gain
		}
		o := &s.t.market.Openings[w.opening]
		for x := o.takes(hours, s.t.room[w.node]); x >= max(1, o.HoursFrom); x-- {
			if gain+x*w.gain+(hours-x)*next <= s.best.gain {
				break
			}
			s.taken = append(s.taken, share{s.order[at], x})
			s.pick(at+1, slots-1, hours-x, gain+x*w.gain)
			s.taken = s.taken[:len(s.taken)-1]
		}
	}
}

// has tells whether the intervention is taken: its kept hours and the rest are not put
// together here, so that each is whole by itself.
func (s *search) has(opening int) bool {
	return slices.ContainsFunc(s.taken, func(x share) bool { return s.ways[x.way].opening == opening })
}
