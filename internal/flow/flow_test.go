package flow

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// Of 10 000 problems that are made up, each plan gains what trying everything finds; and
// on a fifth of them the prices are what one quantum more of an intervention would gain, and
// what the last of a participant gains, by trying everything again.
func TestSolveIsTheBest(t *testing.T) {
	for seed := range uint64(10_000) {
		r := rand.New(rand.NewPCG(seed, 5))
		p := draw(r, 1+r.IntN(5), r.IntN(5), 4, seed%2 == 1)
		plan, err := Solve(p)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		want := brute(p)
		if plan.Objective != want {
			t.Fatalf("seed %d: %d, want %d", seed, plan.Objective, want)
		}
		if seed%10 > 1 {
			continue
		}
		for i, price := range plan.Price {
			if more := brute(withOne(p, p.Capacity, i, 1)); more != want+price {
				t.Fatalf("seed %d: intervention %d has a price of %d and one more gains %d", seed, i, price, more-want)
			}
		}
		for i, worth := range plan.Worth {
			if p.Supply[i] == 0 {
				continue
			}
			if less := brute(withOne(p, p.Supply, i, -1)); less != want-worth {
				t.Fatalf("seed %d: participant %d is worth %d and one less loses %d", seed, i, worth, want-less)
			}
		}
	}
}

// withOne is the problem with one number of all, which are its supply or its capacity,
// changed by one.
func withOne(p Problem, all []int64, i int, by int64) Problem {
	changed := slices.Clone(all)
	changed[i] += by
	if &all[0] == &p.Supply[0] {
		p.Supply = changed
	} else {
		p.Capacity = changed
	}
	return p
}

// On larger problems, whose trees are deep, the tree is what it is meant to be after
// every pivot.
func TestTheTreeHolds(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		p := draw(r, 20+r.IntN(60), 5+r.IntN(40), 12, seed%2 == 1)
		if err := p.Check(); err != nil {
			t.Fatal(err)
		}
		b := plant(&p)
		for pivots := 0; ; pivots++ {
			holds(t, b)
			var in entering
			for row := range len(p.Supply) + 1 {
				if one := b.row((row + pivots) % (len(p.Supply) + 1)); one.gain != 0 {
					in = one
					break
				}
			}
			if in.gain == 0 {
				break
			}
			b.pivot(in)
		}
		s := &Solver{problem: p, basis: b}
		if _, err := s.plan(); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}

// holds is what is true of every strongly feasible tree.
func holds(t *testing.T, b *basis) {
	t.Helper()
	p := b.problem
	left := append(append(append([]int64(nil), p.Capacity...), 0), p.Supply...)
	kids := make([]int32, len(b.nodes))
	listed := 0
	for k := range b.nodes {
		x, n := int32(k), &b.nodes[k]
		for c := n.child; c != none; c = b.nodes[c].next {
			listed++
			if b.nodes[c].parent != x || b.isLeaf(c) {
				t.Fatalf("node %d stands among the children of %d", c, x)
			}
		}
		if x == b.root {
			continue
		}
		kids[n.parent]++
		participant, intervention := x, n.parent
		if x < b.root {
			participant, intervention = n.parent, x
		}
		left[participant] -= n.flow
		left[intervention] -= n.flow
		if n.flow < 0 || n.flow == 0 && x < b.root && b.price[x] != closed {
			t.Fatalf("the arc above %d has a flow of %d", x, n.flow)
		}
		if p.Most != nil && n.arc != none && (n.flow > p.Most[n.arc] || n.flow == p.Most[n.arc] && x > b.root) {
			t.Fatalf("the arc above %d is full with %d", x, n.flow)
		}
		if !b.isLeaf(x) && b.nodes[x].depth != b.nodes[n.parent].depth+1 {
			t.Fatalf("node %d is at a depth of %d", x, n.depth)
		}
		var worth int64
		if participant != b.root {
			worth = b.worth(participant)
		}
		if worth+b.price[intervention] != b.gain(n.arc) && b.price[intervention] != closed {
			t.Fatalf("the arc above %d gains %d, not %d and %d", x, b.gain(n.arc), worth, b.price[intervention])
		}
	}
	for e, full := range b.full {
		if full {
			i, _ := slices.BinarySearch(p.First, int32(e)+1)
			left[b.node(i-1)] -= p.Most[e]
			left[p.To[e]] -= p.Most[e]
		}
	}
	for x := range b.nodes {
		n := &b.nodes[x]
		if x > int(b.root) && n.kids != kids[x] {
			t.Fatalf("participant %d has %d children, not %d", x, kids[x], n.kids)
		}
		if !b.isLeaf(int32(x)) && int32(x) != b.root {
			listed--
		}
		if left[x] != 0 && int32(x) != b.root && b.price[min(x, int(b.root))] != closed {
			t.Fatalf("node %d has %d left", x, left[x])
		}
	}
	if listed != 0 {
		t.Fatalf("%d too many in the lists", listed)
	}
}

// A changed participant, a hundred times over, is placed as if all had been solved anew:
// the same gain and the same prices.
func TestChangeIsSolvingAnew(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 11))
		p := draw(r, 5+r.IntN(40), 3+r.IntN(20), 8, seed%2 == 1)
		solver, _, err := Start(p)
		if err != nil {
			t.Fatal(err)
		}
		for range 100 {
			participant := r.IntN(len(p.Supply))
			var edges []Edge
			for range r.IntN(9) {
				edges = append(edges, Edge{int32(r.IntN(len(p.Capacity))), r.Int64N(60) - 10, r.Int64N(4)})
			}
			supply := r.Int64N(5)
			p = with(p, participant, supply, edges)
			got, err := solver.Change(participant, supply, edges)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			holds(t, solver.basis)
			want, err := Solve(p)
			if err != nil {
				t.Fatal(err)
			}
			if got.Objective != want.Objective || !slices.Equal(got.Price, want.Price) || !slices.Equal(got.Worth, want.Worth) {
				t.Fatalf("seed %d: %+v\nwant %+v", seed, got, want)
			}
		}
	}
}

// with is a copy of the problem with another row in it.
func with(p Problem, participant int, supply int64, edges []Edge) Problem {
	from, to := p.First[participant], p.First[participant+1]
	c := Problem{Supply: slices.Clone(p.Supply), Capacity: p.Capacity, First: slices.Clone(p.First),
		To: slices.Clone(p.To[:from]), Gain: slices.Clone(p.Gain[:from])}
	c.Supply[participant] = supply
	for i := participant + 1; i < len(c.First); i++ {
		c.First[i] += int32(len(edges)) - (to - from)
	}
	if p.Most != nil {
		c.Most = slices.Clone(p.Most[:from])
	}
	for _, e := range edges {
		c.To, c.Gain = append(c.To, e.To), append(c.Gain, e.Gain)
		if p.Most != nil {
			c.Most = append(c.Most, e.Most)
		}
	}
	c.To, c.Gain = append(c.To, p.To[to:]...), append(c.Gain, p.Gain[to:]...)
	if p.Most != nil {
		c.Most = append(c.Most, p.Most[to:]...)
	}
	return c
}

// What is refused is refused with nothing changed.
func TestChangeRefuses(t *testing.T) {
	p := Problem{Supply: []int64{1}, Capacity: []int64{1}, First: []int32{0, 1}, To: []int32{0}, Gain: []int64{3}}
	solver, _, err := Start(p)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func() (*Plan, error){
		"nobody":        func() (*Plan, error) { return solver.Change(1, 1, nil) },
		"below nobody":  func() (*Plan, error) { return solver.Change(-1, 1, nil) },
		"supply":        func() (*Plan, error) { return solver.Change(0, -1, nil) },
		"elsewhere":     func() (*Plan, error) { return solver.Change(0, 1, []Edge{{To: 1}}) },
		"too many":      func() (*Plan, error) { return solver.Change(0, room/3+1, nil) },
		"too much gain": func() (*Plan, error) { return solver.Change(0, 1, []Edge{{Gain: math.MaxInt64}}) },
	} {
		var wrong *ProblemError
		if _, err := change(); !errors.As(err, &wrong) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if plan, err := solver.plan(); err != nil || plan.Objective != 3 {
		t.Errorf("%+v %v", plan, err)
	}
}

func TestCheckRefuses(t *testing.T) {
	for name, change := range map[string]func(*Problem){
		"a beginning too few":   func(p *Problem) { p.First = p.First[:2] },
		"none at all":           func(p *Problem) { p.First = nil },
		"a gain too few":        func(p *Problem) { p.Gain = p.Gain[:2] },
		"a bound too few":       func(p *Problem) { p.Most = []int64{1, 1} },
		"not from the first":    func(p *Problem) { p.First = []int32{1, 2, 3} },
		"not to the last":       func(p *Problem) { p.First = []int32{0, 2, 2} },
		"backwards":             func(p *Problem) { p.First = []int32{0, 4, 3} },
		"a supply below zero":   func(p *Problem) { p.Supply[0] = -1 },
		"supplies past the end": func(p *Problem) { p.Supply = []int64{room, 1} },
		"a capacity below zero": func(p *Problem) { p.Capacity[1] = -1 },
		"capacities past it":    func(p *Problem) { p.Capacity = []int64{math.MaxInt64, math.MaxInt64} },
		"an edge to nowhere":    func(p *Problem) { p.To[1] = 2 },
		"an edge to below":      func(p *Problem) { p.To[1] = -1 },
		"a bound below zero":    func(p *Problem) { p.Most = []int64{1, -1, 1} },
		"a gain past all sums":  func(p *Problem) { p.Gain[2] = room/6 + 1 },
		"a loss past all sums":  func(p *Problem) { p.Gain[2] = math.MinInt64 },
		"gains times quanta":    func(p *Problem) { p.Supply[0], p.Gain[0] = room/10, 11 },
	} {
		p := Problem{Supply: []int64{2, 3}, Capacity: []int64{3, 1}, First: []int32{0, 1, 3}, To: []int32{0, 0, 1}, Gain: []int64{5, 4, 3}}
		if err := p.Check(); err != nil {
			t.Fatal(err)
		}
		change(&p)
		var wrong *ProblemError
		if _, err := Solve(p); !errors.As(err, &wrong) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The largest numbers that are taken are reckoned with exactly.
func TestLargest(t *testing.T) {
	largest := int64(room / 7)
	p := Problem{Supply: []int64{1, 2, 1}, Capacity: []int64{1, 3}, First: []int32{0, 2, 4, 5}, To: []int32{0, 1, 0, 1, 0},
		Gain: []int64{largest, largest - 1, largest, -largest, largest}}
	plan, err := Solve(p)
	if err != nil {
		t.Fatal(err)
	}
	if want := 2*largest - 1; plan.Objective != want || plan.Quanta != 2 {
		t.Errorf("%+v, want %d", plan, want)
	}
}

// Nothing at all is a problem too.
func TestNothing(t *testing.T) {
	for _, p := range []Problem{
		{First: []int32{0}},
		{First: []int32{0}, Capacity: []int64{5}},
		{First: []int32{0, 0}, Supply: []int64{4}},
		{First: []int32{0, 0}, Supply: []int64{4}, Capacity: []int64{5}},
	} {
		plan, err := Solve(p)
		if err != nil || plan.Objective != 0 || len(plan.Placed) != 0 || len(plan.Price) != len(p.Capacity) {
			t.Errorf("%+v: %+v %v", p, plan, err)
		}
	}
}

// A plan with anything in it changed is refused.
func TestProveRefuses(t *testing.T) {
	p := Problem{Supply: []int64{2, 3, 0}, Capacity: []int64{3, 1}, First: []int32{0, 2, 4, 5}, To: []int32{0, 1, 0, 1, 0}, Gain: []int64{9, 1, 7, 6, 50}}
	bounded := p
	bounded.Most = []int64{1, 1, 3, 1, 1}
	for name, change := range map[string]func(*Plan){
		"nothing":              func(p *Plan) {},
		"the gain":             func(p *Plan) { p.Objective++ },
		"a negative gain":      func(p *Plan) { p.Objective = -p.Objective },
		"the quanta":           func(p *Plan) { p.Quanta-- },
		"one placed less":      func(p *Plan) { p.Placed[0].Quanta-- },
		"one placed more":      func(p *Plan) { p.Placed[1].Quanta++ },
		"none placed":          func(p *Plan) { p.Placed[0].Quanta = 0 },
		"below none":           func(p *Plan) { p.Placed[0].Quanta = -1 },
		"another edge":         func(p *Plan) { p.Placed[len(p.Placed)-1].Edge++ },
		"an edge that is none": func(p *Plan) { p.Placed[len(p.Placed)-1].Edge = 5 },
		"an edge below":        func(p *Plan) { p.Placed[0].Edge = -1 },
		"twice":                func(p *Plan) { p.Placed[1].Edge = p.Placed[0].Edge },
		"the order":            func(p *Plan) { p.Placed[0], p.Placed[1] = p.Placed[1], p.Placed[0] },
		"one left out":         func(p *Plan) { p.Placed = p.Placed[1:] },
		"a price":              func(p *Plan) { p.Price[0]++ },
		"a lower price":        func(p *Plan) { p.Price[0]-- },
		"a price below zero":   func(p *Plan) { p.Price[1] = -1 },
		"a price past all":     func(p *Plan) { p.Price[1] = math.MaxInt64 },
		"a price too few":      func(p *Plan) { p.Price = p.Price[1:] },
		"a worth":              func(p *Plan) { p.Worth[0]++ },
		"a lower worth":        func(p *Plan) { p.Worth[0]-- },
		"a worth below zero":   func(p *Plan) { p.Worth[1] = -1 },
		"a worth too few":      func(p *Plan) { p.Worth = p.Worth[1:] },
	} {
		for kind, p := range map[string]*Problem{"free": &p, "bounded": &bounded} {
			plan, err := Solve(*p)
			if err != nil {
				t.Fatal(err)
			}
			change(plan)
			var no *CertificateError
			if err := Prove(p, plan); errors.As(err, &no) == (name == "nothing") {
				t.Errorf("%s, %s: %v", kind, name, err)
			}
		}
	}
}

func ExampleSolve() {
	// Two participants with two and three quanta, two interventions with three and one.
	plan, err := Solve(Problem{
		Supply: []int64{2, 3}, Capacity: []int64{3, 1},
		First: []int32{0, 2, 4}, To: []int32{0, 1, 0, 1}, Gain: []int64{9, 1, 7, 6},
	})
	fmt.Println(plan.Objective, plan.Placed, plan.Price, err)
	// Output: 31 [{0 2} {2 1} {3 1}] [7 6] <nil>
}
