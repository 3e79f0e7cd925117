package flow

// block is how many edges are looked at before the best of them comes in. Fewer make
// more and poorer pivots, more make each dearer; measured, there is little between 300
// and 700.
const block = 480

// solve lets arcs in until none brings anything.
func (s *Solver) solve() {
	b := s.basis
	rows := len(b.problem.Supply) + 1 // the last is what is unused
	best, at := int64(0), 0
	looked := 0 // edges since the last choice
	for since := 0; since < rows; {
		if more := b.brings(s.next); more > best {
			best, at = more, s.next
		}
		looked += b.width(s.next)
		if s.next++; s.next == rows {
			s.next = 0
		}
		since++
		if best > 0 && (looked >= block || since == rows) {
			b.pivot(b.row(at))
			s.Pivots++
			best, looked, since = 0, 0, 0
		}
	}
}

// brings is how much the best arc of a row brings, or 0. Nearly all the time goes here:
// which arc it is, is asked of the one row that is chosen, and the largest is taken
// without a branch, which the processor would often guess wrong.
func (b *basis) brings(row int) int64 {
	p := b.problem
	if row == len(p.Supply) || b.full != nil {
		return size(b.row(row))
	}
	if p.Supply[row] == 0 {
		return 0
	}
	tos, gains, price := p.To[p.First[row]:p.First[row+1]], p.Gain[p.First[row]:p.First[row+1]], b.price
	most := int64(0) // not now
	for k, i := range tos {
		most = max(most, gains[k]-price[i])
	}
	return max(0, most-b.worth(b.node(row)))
}

func size(in entering) int64 { return max(in.gain, -in.gain) }

// width is how much there is to look at in a row.
func (b *basis) width(row int) int {
	if row == len(b.problem.Supply) {
		return len(b.problem.Capacity)
	}
	return int(b.problem.First[row+1]-b.problem.First[row]) + 1
}

// row is the arc of a participant, or of the root after the last of them, that brings
// most; its gain is 0 where none brings anything.
func (b *basis) row(row int) entering {
	p := b.problem
	if row == len(p.Supply) {
		return b.unused()
	}
	if p.Supply[row] == 0 {
		return entering{}
	}
	x := b.node(row)
	worth := b.worth(x)
	from, to := p.First[row], p.First[row+1]
	if b.full != nil {
		return b.boundedRow(x, worth, from, to)
	}
	tos, gains, price := p.To[from:to], p.Gain[from:to], b.price
	best, at := int64(0), none // not now
	for k, i := range tos {
		if g := gains[k] - price[i]; g > best {
			best, at = g, k
		}
	}
	switch {
	case best <= worth:
		return entering{}
	case at == none:
		return entering{none, x, b.root, best - worth}
	}
	return entering{from + int32(at), x, tos[at], best - worth}
}

// boundedRow is row where edges have bounds: one that is full may be emptied.
func (b *basis) boundedRow(x int32, worth int64, from, to int32) entering {
	p := b.problem
	best := entering{none, x, b.root, max(0, -worth)}
	for e := from; e < to; e++ {
		in := entering{e, x, p.To[e], p.Gain[e] - b.price[p.To[e]] - worth}
		if b.full[e] == (in.gain < 0) && p.Most[e] > 0 && size(in) > size(best) {
			best = in
		}
	}
	return best
}

// unused is the arc from the root that brings most: of an intervention that would
// rather stand empty.
func (b *basis) unused() entering {
	var best entering
	for i, price := range b.price {
		if -price > best.gain {
			best = entering{none, b.root, int32(i), -price}
		}
	}
	return best
}
