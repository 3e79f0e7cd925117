package flow

import "slices"

// Placed is how many quanta go along an edge; at least one.
type Placed struct {
	Edge   int32
	Quanta int64
}

// Plan is the best there is of a problem, with what proves it.
type Plan struct {
	Objective int64    // the gain of all quanta that are placed
	Quanta    int64    // how many they are
	Placed    []Placed // by edge
	Price     []int64  // of each intervention: what one more quantum of capacity would gain
	Worth     []int64  // of each participant: what the last quantum of its supply gains
}

// Solver is a problem that is solved, and can be changed and solved again.
type Solver struct {
	Pivots  int // how many arcs have come into the tree
	problem Problem
	owned   bool  // the problem's slices are the solver's own
	widest  int64 // the largest gain that there has been, or loss
	basis   *basis
	next    int // the row to look at next
}

// Solve is the plan of greatest gain. It fails with a *ProblemError.
func Solve(problem Problem) (*Plan, error) {
	_, plan, err := Start(problem)
	return plan, err
}

// Start is Solve that keeps its work. The problem's slices must not be changed as long as
// the solver is used.
func Start(problem Problem) (*Solver, *Plan, error) {
	if err := problem.Check(); err != nil {
		return nil, nil, err
	}
	s := &Solver{problem: problem}
	for _, g := range problem.Gain {
		s.widest = max(s.widest, g, -g)
	}
	s.basis = plant(&s.problem)
	s.solve()
	plan, err := s.plan()
	return s, plan, err
}

// plan is what the tree says, proved.
func (s *Solver) plan() (*Plan, error) {
	plan := &Plan{Placed: s.basis.placed(), Price: slices.Clone(s.basis.price[:s.basis.root]), Worth: s.basis.worths()}
	for _, f := range plan.Placed {
		plan.Objective += f.Quanta * s.problem.Gain[f.Edge]
		plan.Quanta += f.Quanta
	}
	lower(&s.problem, plan)
	return plan, Prove(&s.problem, plan)
}

// placed is the flow along the edges.
func (b *basis) placed() []Placed {
	var placed []Placed
	for x := range b.nodes {
		if n := &b.nodes[x]; n.arc != none && n.flow > 0 {
			placed = append(placed, Placed{n.arc, n.flow})
		}
	}
	for e, full := range b.full {
		if full {
			placed = append(placed, Placed{int32(e), b.problem.Most[e]})
		}
	}
	slices.SortFunc(placed, func(a, b Placed) int { return int(a.Edge) - int(b.Edge) })
	return placed
}

// worths are the prices of participants.
func (b *basis) worths() []int64 {
	worths := make([]int64, len(b.problem.Supply))
	for i := range worths {
		worths[i] = b.worth(b.node(i))
	}
	return worths
}
