package matching

import (
	"cmp"
	"slices"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/flow"
)

// way is one participant's way to one node, and share the hours per week they go there.
type way struct {
	fit
	opening int // of the market
	node    int
}

type share struct {
	way   int // of the participant's ways
	hours int
}

// table is candidates and openings as flow reads them, and who has what. A place of which
// hours are kept for some is two nodes: what is kept, which only they reach, and the rest.
type table struct {
	market     *Market
	candidates []Candidate
	ways       [][]way
	shares     [][]share
	room       []int // hours per week of each node that nobody has: the openings, then what is kept
	problem    flow.Problem
	bound      int64
	prices     []int64
}

// lay writes the problem.
func (m *Market) lay(candidates []Candidate) *table {
	t := &table{market: m, candidates: candidates, ways: make([][]way, len(candidates)), shares: make([][]share, len(candidates))}
	for _, o := range m.Openings {
		t.room = append(t.room, max(0, o.Free))
	}
	keeps := map[int]int{} // opening: the node of what is kept
	for i, o := range m.Openings {
		if o.Kept.Hours > 0 {
			keeps[i] = len(t.room)
			t.room = append(t.room, o.Kept.Hours)
		}
	}
	p := &t.problem
	p.First = []int32{0}
	for i := range candidates {
		c := &candidates[i]
		words := m.index.find(c.Wish)
		for at := range m.Openings {
			f := m.fit(c, at, words)
			if f.outcome != catalogue.Met || !f.obstacle.isRoom() {
				continue
			}
			o := &m.Openings[at]
			f.hours = o.takes(c.Hours, c.Hours) // the room bounds it, also where there is none: what more would be worth
			if o.Kept.Hours > 0 && o.Kept.For[c.Case] {
				t.ways[i] = append(t.ways[i], way{f, at, keeps[at]})
			}
			t.ways[i] = append(t.ways[i], way{f, at, at})
		}
		for _, w := range t.ways[i] {
			p.To = append(p.To, int32(w.node))
			p.Gain = append(p.Gain, int64(w.gain))
			p.Most = append(p.Most, int64(w.hours))
		}
		p.First = append(p.First, int32(len(p.To)))
		p.Supply = append(p.Supply, int64(max(0, c.Hours)))
	}
	for _, hours := range t.room {
		p.Capacity = append(p.Capacity, int64(hours))
	}
	return t
}

// solve gives everybody their share: the plan in numbers alone.
func (t *table) solve() error {
	solved, err := flow.Solve(t.problem)
	if err != nil {
		return err
	}
	t.bound, t.prices = solved.Objective, solved.Price[:len(t.market.Openings)]
	t.take(solved.Placed)
	t.repair()
	return nil
}

// with is the same table solved with more hours a week in one opening. Who could be where
// does not change: the ways to a full place are there, and its room is none.
func (t *table) with(opening, hours int) (*table, error) {
	more := *t
	more.shares = make([][]share, len(t.shares))
	more.problem.Capacity = slices.Clone(t.problem.Capacity)
	more.problem.Capacity[opening] += int64(hours)
	more.room = make([]int, len(t.room))
	for i, free := range more.problem.Capacity {
		more.room[i] = int(free)
	}
	return &more, more.solve()
}

// take gives everybody their share of the solution.
func (t *table) take(placed []flow.Placed) {
	i := 0
	for _, x := range placed { // in the order of the edges
		for x.Edge >= t.problem.First[i+1] {
			i++
		}
		t.give(i, share{int(x.Edge - t.problem.First[i]), int(x.Quanta)})
	}
}

func (t *table) give(i int, s share) {
	t.shares[i] = append(t.shares[i], s)
	t.room[t.ways[i][s.way].node] -= s.hours
}

// back puts everything that the participant has back.
func (t *table) back(i int) {
	for _, s := range t.shares[i] {
		t.room[t.ways[i][s.way].node] += s.hours
	}
	t.shares[i] = nil
}

// isWhole tells whether the participant's share can be had as it is: of each intervention
// the hours that it needs of one person and no more than it takes of one, and of no more
// interventions than there may be at once.
func (t *table) isWhole(i int) bool {
	in := map[int]int{} // hours, by opening
	for _, s := range t.shares[i] {
		in[t.ways[i][s.way].opening] += s.hours
	}
	for opening, hours := range in {
		if o := &t.market.Openings[opening]; hours < o.HoursFrom || hours > o.HoursTo {
			return false
		}
	}
	return t.candidates[i].Parallel+len(in) <= MostParallel
}

// parts is what the participant has with its reasons, an intervention once, the most
// points first.
func (t *table) parts(i int) []Part {
	var parts []Part
	words := t.market.index.find(t.candidates[i].Wish)
	for _, s := range t.shares[i] {
		pair := t.market.pair(&t.candidates[i], t.ways[i][s.way].opening, words)
		at := slices.IndexFunc(parts, func(p Part) bool { return p.ID == pair.ID })
		if at < 0 {
			at = len(parts)
			parts = append(parts, Part{Pair: pair})
		}
		parts[at].Hours += s.hours
	}
	slices.SortStableFunc(parts, func(a, b Part) int { return cmp.Compare(b.Gain, a.Gain) })
	return parts
}

// total is the points of everybody's share.
func (t *table) total() int64 {
	sum := int64(0)
	for i := range t.shares {
		sum += int64(t.gain(i))
	}
	return sum
}

func (t *table) gain(i int) int {
	sum := 0
	for _, s := range t.shares[i] {
		sum += s.hours * t.ways[i][s.way].gain
	}
	return sum
}

// left is why the participant has nothing: no place is open to them, or the one that
// suits best is full or went to others.
func (t *table) left(i int) Left {
	l := Left{Candidate: t.candidates[i]}
	if len(t.ways[i]) == 0 {
		l.Why, _ = t.market.Why(l.Candidate)
		return l
	}
	best := slices.MaxFunc(t.ways[i], func(a, b way) int { return cmp.Compare(a.gain, b.gain) })
	pair := t.market.pair(&l.Candidate, best.opening, t.market.index.find(l.Wish))
	l.Outbid = &pair
	return l
}
