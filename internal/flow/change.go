package flow

import "slices"

// Edge is one edge of a participant.
type Edge struct {
	To   int32
	Gain int64
	Most int64 // read where the problem has bounds
}

// Change gives a participant another supply and other edges, and places everybody as if
// that had been so from the start. It fails with a *ProblemError, and then nothing has
// been changed.
//
// The participant is first drawn out of the tree, along as many paths as it takes, and
// then let in anew along as many; the rest of the tree stays.
func (s *Solver) Change(participant int, supply int64, edges []Edge) (*Plan, error) {
	row, err := s.changed(participant, supply, edges)
	if err != nil {
		return nil, err
	}
	p := &s.problem
	if !s.owned {
		p.Supply, p.First, p.To = slices.Clone(p.Supply), slices.Clone(p.First), slices.Clone(p.To)
		p.Gain, p.Most = slices.Clone(p.Gain), slices.Clone(p.Most)
		s.owned = true
	}
	if p.Supply[participant] > 0 {
		s.withdraw(participant)
	}
	from, to := p.First[participant], p.First[participant+1]
	s.basis.renumber(from, to, len(edges))
	p.To = slices.Replace(p.To, int(from), int(to), row.To...)
	p.Gain = slices.Replace(p.Gain, int(from), int(to), row.Gain...)
	if p.Most != nil {
		p.Most = slices.Replace(p.Most, int(from), int(to), row.Most...)
	}
	for i := participant + 1; i < len(p.First); i++ {
		p.First[i] += int32(len(edges)) - (to - from)
	}
	p.Supply[participant] = supply
	s.basis.nodes[s.basis.node(participant)].flow = supply
	s.next = participant
	s.solve()
	return s.plan()
}

// changed is the problem with the changed participant's edges alone, which are checked
// beside all supplies and the widest gain of the others.
func (s *Solver) changed(participant int, supply int64, edges []Edge) (*Problem, error) {
	p := &s.problem
	if participant < 0 || participant >= len(p.Supply) {
		return nil, wrong("participant %d of %d", participant, len(p.Supply))
	}
	if len(p.To)+len(edges) > most {
		return nil, wrong("more edges than can be numbered with 32 bits")
	}
	row := &Problem{Supply: slices.Clone(p.Supply), Capacity: p.Capacity, First: make([]int32, len(p.First))}
	row.Supply[participant] = supply
	for i := participant + 1; i < len(row.First); i++ {
		row.First[i] = int32(len(edges))
	}
	widest := s.widest
	for _, e := range edges {
		row.To, row.Gain = append(row.To, e.To), append(row.Gain, e.Gain)
		if p.Most != nil {
			row.Most = append(row.Most, e.Most)
		}
		widest = max(widest, e.Gain, -e.Gain)
	}
	if err := row.Check(); err != nil {
		return nil, err
	}
	if quanta, err := row.checkQuanta(); err != nil || widest > row.largest(quanta) {
		return nil, wrong("a gain of %d cannot be reckoned with exactly beside these quanta", widest)
	}
	s.widest = widest
	return row, nil
}

// withdraw places nothing of a participant: each of its edges gains less than nothing
// until the rest has found its best without it. It is then a leaf below the root.
func (s *Solver) withdraw(participant int) {
	p := &s.problem
	gains := p.Gain[p.First[participant]:p.First[participant+1]]
	less := int64(1)
	for _, g := range gains {
		less = max(less, g+1)
	}
	for e := range gains {
		gains[e] -= less
	}
	s.basis.lessGain(s.basis.node(participant), less)
	s.next = participant
	s.solve()
}

// lessGain keeps the prices right where every edge of a participant gains less.
func (b *basis) lessGain(x int32, less int64) {
	n := &b.nodes[x]
	if n.kids == 0 {
		return // its worth is worked out from the edge
	}
	n.price -= less
	if n.arc == none {
		// It hangs on "not now", which gains what it did: its worth stays, since reprice
		// gives that back, and its children's prices fall.
		b.reprice(x, entering{participant: x, gain: less})
	}
}

// renumber makes room for other edges of a participant that is withdrawn, of which there
// were those from first up to end.
func (b *basis) renumber(first, end int32, edges int) {
	if b.full != nil {
		b.full = slices.Concat(b.full[:first], make([]bool, edges), b.full[end:])
	}
	by := int32(edges) - (end - first)
	if by == 0 {
		return
	}
	for x := range b.nodes {
		if n := &b.nodes[x]; n.arc >= end {
			n.arc += by
		}
	}
}
