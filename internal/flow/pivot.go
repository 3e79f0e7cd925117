package flow

import "math"

// entering is an arc outside the tree that shall come in: an edge of a participant, or
// none where one end is the root.
type entering struct {
	arc                       int32
	participant, intervention int32 // its ends; one of them may be the root
	gain                      int64 // what a quantum more would bring: below zero to empty a full one
}

// leaving is the arc of the tree that goes out: from the node under to its parent.
type leaving struct {
	under int32 // none where the entering arc is emptied or filled and comes in nowhere
	first bool  // it is on the side where the cycle goes down
	most  int64 // how many quanta go round
}

// pivot lets the arc into the tree and another out.
func (b *basis) pivot(in entering) {
	b.keep(in.participant)
	// The cycle goes from where the two paths meet down to u, along the arc, up from v.
	u, v := in.participant, in.intervention
	if in.gain < 0 {
		u, v = v, u
	}
	out, top := b.leave(in, u, v)
	if out.most > 0 {
		b.send(u, v, top, out.most)
	}
	if b.full != nil && in.arc != none {
		b.full[in.arc] = false
	}
	if out.under == none {
		b.full[in.arc] = in.gain > 0
		return
	}
	flow := out.most
	if in.gain < 0 {
		flow = b.problem.Most[in.arc] - out.most
	}
	if arc := b.nodes[out.under].arc; b.full != nil && arc != none {
		b.full[arc] = b.nodes[out.under].flow > 0
	}
	inner, outer := v, u
	if out.first {
		inner, outer = u, v
	}
	b.move(inner, out.under, outer, in.arc, flow)
	if !b.isLeaf(inner) {
		b.reprice(inner, in)
	}
}

// keep writes down the price and depth of a leaf, which may become more than that.
func (b *basis) keep(x int32) {
	if b.isLeaf(x) {
		n := &b.nodes[x]
		n.price, n.depth = b.worth(x), b.nodes[n.parent].depth+1
	}
}

// leave is the arc that first stops the flow round the cycle, and where the two paths
// meet. Of several it is the last one met, from there on, in the direction of the flow:
// that keeps the tree strongly feasible.
//
// Going down, the arcs above participants lose flow and those above interventions gain;
// going up it is the other way.
func (b *basis) leave(in entering, u, v int32) (leaving, int32) {
	down, up := int64(math.MaxInt64), int64(math.MaxInt64)
	downAt, upAt := int32(none), int32(none)
	for u != v {
		if b.nodes[u].depth >= b.nodes[v].depth {
			n := &b.nodes[u]
			if u > b.root {
				if n.flow < down {
					down, downAt = n.flow, u
				}
			} else if b.full != nil {
				if free := b.free(n); free < down {
					down, downAt = free, u
				}
			}
			u = n.parent
			continue
		}
		n := &b.nodes[v]
		if v < b.root {
			if n.flow <= up {
				up, upAt = n.flow, v
			}
		} else if b.full != nil {
			if free := b.free(n); free <= up {
				up, upAt = free, v
			}
		}
		v = n.parent
	}
	own := int64(math.MaxInt64)
	if b.full != nil && in.arc != none {
		own = b.problem.Most[in.arc]
	}
	switch {
	case up <= down && up <= own:
		return leaving{upAt, false, up}, u
	case own <= down:
		return leaving{none, false, own}, u
	default:
		return leaving{downAt, true, down}, u
	}
}

// free is how much more can go along the arc above a node.
func (b *basis) free(n *node) int64 {
	if n.arc == none {
		return math.MaxInt64
	}
	return b.problem.Most[n.arc] - n.flow
}

// send lets quanta go round the cycle, down to u and up from v.
func (b *basis) send(u, v, top int32, quanta int64) {
	for u != top {
		n := &b.nodes[u]
		if u > b.root {
			n.flow -= quanta
		} else {
			n.flow += quanta
		}
		u = n.parent
	}
	for v != top {
		n := &b.nodes[v]
		if v > b.root {
			n.flow += quanta
		} else {
			n.flow -= quanta
		}
		v = n.parent
	}
}

// reprice works out depths, and prices by which the arc that came in brings nothing more,
// of everything under inner.
func (b *basis) reprice(inner int32, in entering) {
	participants := in.gain
	if inner != in.participant {
		participants = -in.gain
	}
	b.stack = append(b.stack[:0], inner)
	for len(b.stack) > 0 {
		x := b.stack[len(b.stack)-1]
		b.stack = b.stack[:len(b.stack)-1]
		n := &b.nodes[x]
		n.depth = b.nodes[n.parent].depth + 1
		if x > b.root {
			n.price += participants
		} else {
			b.price[x] -= participants
		}
		for c := n.child; c != none; c = b.nodes[c].next {
			b.stack = append(b.stack, c)
		}
	}
}
