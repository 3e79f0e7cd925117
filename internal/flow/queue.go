package flow

// reached is a way to a node.
type reached struct {
	length int64
	node   int32
}

// queue is a heap with the shortest first. It is written out since the library's own
// takes memory for each that comes in.
type queue []reached

func (q *queue) push(r reached) {
	*q = append(*q, r)
	h := *q
	at := len(h) - 1
	for at > 0 && r.length < h[(at-1)/2].length {
		h[at] = h[(at-1)/2]
		at = (at - 1) / 2
	}
	h[at] = r
}

func (q *queue) pop() reached {
	h := *q
	first, last := h[0], h[len(h)-1]
	h = h[:len(h)-1]
	*q = h
	at := 0
	for {
		child := 2*at + 1
		if child >= len(h) {
			break
		}
		if child+1 < len(h) && h[child+1].length < h[child].length {
			child++
		}
		if h[child].length >= last.length {
			break
		}
		h[at] = h[child]
		at = child
	}
	if len(h) > 0 {
		h[at] = last
	}
	return first
}
