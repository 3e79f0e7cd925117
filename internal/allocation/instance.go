package allocation

import "fotfaste/internal/flow"

// Instance is what is to be placed. Participants and interventions are numbers in the
// problem; their names are for telling people.
type Instance struct {
	Participants, Interventions []string
	flow.Problem
}

// Proposal is where everybody would be.
type Proposal struct {
	Objective int64 // the gain of all quanta that are placed
	Quanta    int64 // how many they are
	Placed    []flow.Placed
}

// propose is the proposal of so many quanta along each edge.
func propose(p *flow.Problem, quanta []int64) Proposal {
	var made Proposal
	for e, n := range quanta {
		if n > 0 {
			made.Placed = append(made.Placed, flow.Placed{Edge: int32(e), Quanta: n})
			made.Objective += n * p.Gain[e]
			made.Quanta += n
		}
	}
	return made
}

// held is the quanta along each edge.
func (m Proposal) held(p *flow.Problem) []int64 {
	quanta := make([]int64, len(p.To))
	for _, f := range m.Placed {
		quanta[f.Edge] = f.Quanta
	}
	return quanta
}

// Optimum is the proposal of a plan.
func Optimum(plan *flow.Plan) Proposal {
	return Proposal{plan.Objective, plan.Quanta, plan.Placed}
}
