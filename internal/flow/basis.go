package flow

// node is a participant, an intervention or the root in the tree of the basis. One takes
// 48 bytes, so that a step along a path reads one line of the cache.
//
// Every arc of the tree goes from a participant (or the root) to an intervention (or the
// root): from the root goes what is unused of a capacity, and to it what is "not now" of
// a supply. Each supply and each capacity is therefore met exactly.
//
// A participant without children is a leaf. There are at most as many others as there
// are interventions, so that the tree proper is small however many take part: leaves
// stand in no list of children, and their price is worked out when it is asked for.
type node struct {
	parent, arc       int32 // arc is an edge, or none for one to or from the root
	depth             int32 // of a leaf: not kept
	kids              int32 // how many children; of a participant all count, of others they are not counted
	child, next, prev int32 // the list of the children that are no leaves
	_                 int32
	flow              int64 // along the arc to the parent
	price             int64 // of a participant that is no leaf
}

// none is no edge, or no node.
const none = -1

// closed is the price of what has no capacity: nobody wants to go there.
const closed = 2 * room

// basis is a spanning tree that is strongly feasible: an arc without flow points to the
// root, and one at its upper bound away from it. With the rule of leave no basis comes
// back, so that the method ends (Cunningham, 1976).
type basis struct {
	problem *Problem
	root    int32 // interventions are the nodes below it, participants those after it
	nodes   []node
	price   []int64 // of each intervention, and 0 of the root: read row after row
	full    []bool  // of each edge outside the tree: it is at its upper bound; nil without bounds
	stack   []int32
}

// plant is the basis in which nobody is placed. Whoever has no supply, and what has no
// capacity, stays so.
func plant(p *Problem) *basis {
	b := &basis{problem: p, root: int32(len(p.Capacity))}
	b.nodes = make([]node, len(p.Capacity)+1+len(p.Supply))
	b.price = make([]int64, len(p.Capacity)+1)
	if p.Most != nil {
		b.full = make([]bool, len(p.To))
	}
	for x := range b.nodes {
		b.nodes[x] = node{parent: b.root, arc: none, depth: 1, child: none, next: none, prev: none}
	}
	b.nodes[b.root].parent, b.nodes[b.root].depth = none, 0
	for i, n := range p.Capacity {
		b.nodes[i].flow = n
		if n == 0 {
			b.price[i] = closed
		}
		b.list(int32(i))
	}
	for i, n := range p.Supply {
		b.nodes[b.node(i)].flow = n
	}
	return b
}

// node is that of a participant.
func (b *basis) node(participant int) int32 { return b.root + 1 + int32(participant) }

// isParticipant tells participants from interventions and the root.
func (b *basis) isParticipant(x int32) bool { return x > b.root }

// isLeaf tells whether the node is a participant without children.
func (b *basis) isLeaf(x int32) bool { return x > b.root && b.nodes[x].kids == 0 }

// gain is that of an arc of the tree.
func (b *basis) gain(arc int32) int64 {
	if arc == none {
		return 0
	}
	return b.problem.Gain[arc]
}

// worth is the price of a participant: what one more quantum of it would bring.
func (b *basis) worth(x int32) int64 {
	n := &b.nodes[x]
	if n.kids > 0 {
		return n.price
	}
	return b.gain(n.arc) - b.price[n.parent]
}

// list puts a node among its parent's children.
func (b *basis) list(x int32) {
	n := &b.nodes[x]
	parent := &b.nodes[n.parent]
	n.prev, n.next = none, parent.child
	if parent.child != none {
		b.nodes[parent.child].prev = x
	}
	parent.child = x
}

// unlist takes a node from among its parent's children.
func (b *basis) unlist(x int32) {
	n := &b.nodes[x]
	if n.prev != none {
		b.nodes[n.prev].next = n.next
	} else {
		b.nodes[n.parent].child = n.next
	}
	if n.next != none {
		b.nodes[n.next].prev = n.prev
	}
}

// move hangs what was under top, with inner inside it, under outer by the arc, with inner
// uppermost. The parents between inner and top are turned round. Prices are left.
func (b *basis) move(inner, top, outer, arc int32, flow int64) {
	b.cut(inner, top)
	parent := outer
	for x := inner; ; {
		n := &b.nodes[x]
		above, oldArc, oldFlow := n.parent, n.arc, n.flow
		n.parent, n.arc, n.flow = parent, arc, flow
		if b.isParticipant(parent) {
			b.nodes[parent].kids++
		}
		parent, arc, flow = x, oldArc, oldFlow
		if x == top {
			break
		}
		x = above
	}
	if b.isParticipant(outer) && b.nodes[outer].kids == 1 {
		b.list(outer) // it was a leaf
	}
	// From the old top, whose parent is nearer to inner, up to inner.
	for x := top; ; x = b.nodes[x].parent {
		if !b.isLeaf(x) {
			b.list(x)
		}
		if x == inner {
			return
		}
	}
}

// cut takes every node from inner up to top out of the lists.
func (b *basis) cut(inner, top int32) {
	for x := inner; ; {
		if !b.isLeaf(x) {
			b.unlist(x)
		}
		if x != inner && b.isParticipant(x) {
			b.nodes[x].kids-- // the one that was before
		}
		parent := b.nodes[x].parent
		if x == top {
			if b.isParticipant(parent) {
				if b.nodes[parent].kids--; b.nodes[parent].kids == 0 {
					b.unlist(parent) // it is a leaf now
				}
			}
			return
		}
		x = parent
	}
}
