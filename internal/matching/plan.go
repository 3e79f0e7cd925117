package matching

// Part is one place in a proposed plan.
type Part struct {
	Pair
	Hours int // hours per week
}

// Proposal is what the plan proposes to one participant.
type Proposal struct {
	Candidate
	Parts []Part // at most MostParallel with what they are in, the most points first
}

// Placed is the hours per week that are proposed.
func (p Proposal) Placed() int {
	hours := 0
	for _, part := range p.Parts {
		hours += part.Hours
	}
	return hours
}

// Left is a participant to whom the plan proposes nothing.
type Left struct {
	Candidate
	Why WhyNone // what closes the places to them; zero where the room is what is short
	// Outbid is the place that would have suited best: it is full, or went to others.
	Outbid *Pair
}

// Plan is one proposal for many.
type Plan struct {
	Proposals []Proposal // in the order of the candidates
	Left      []Left
	Gain      int64 // points times hours per week, of all that is proposed
	Bound     int64 // what no plan can pass, with the same candidates and openings
	Hours     int   // hours per week, of all that is proposed

	table *table // who could be where, to ask what more room would bring
}

// Short is how far the plan is from what no plan can pass, as a share: 0 when it is
// proven to be the best there is.
func (p Plan) Short() float64 {
	if p.Bound == 0 {
		return 0
	}
	return float64(p.Bound-p.Gain) / float64(p.Bound)
}

// Propose is the plan with the most points: the hours of everybody and the room of every
// intervention as one transportation problem, solved to its proven optimum. Where a
// participant's share of that cannot be had, since an intervention needs more hours of one
// person or they would be in too many at once, they choose again among what is left; then
// everybody may better their own share. How far the outcome is from the optimum is told.
func (m *Market) Propose(candidates []Candidate) (Plan, error) {
	t := m.lay(candidates)
	if err := t.solve(); err != nil {
		return Plan{}, err
	}
	plan := Plan{Gain: t.total(), Bound: t.bound, table: t}
	for i, c := range candidates {
		if len(t.shares[i]) == 0 {
			plan.Left = append(plan.Left, t.left(i))
			continue
		}
		proposal := Proposal{Candidate: c, Parts: t.parts(i)}
		plan.Hours += proposal.Placed()
		plan.Proposals = append(plan.Proposals, proposal)
	}
	return plan, nil
}
