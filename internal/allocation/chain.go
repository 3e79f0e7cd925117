package allocation

import "slices"

// longest is how many may be moved by one chain.
const longest = 12

// chain tries one: somebody comes in where chance says, and whoever has to leave goes on.
// What gains nothing is undone.
func (w *whole) chain() {
	before := w.gain
	moving, to := w.start()
	w.visited = w.visited[:0]
	for range longest {
		if to == none {
			break
		}
		w.visited = append(w.visited, to)
		w.put(moving, w.edge(moving, to))
		next := w.eject(to, moving)
		if next == none {
			break
		}
		moving = next
		// Where there is room, and all has gained already, the chain ends.
		w.settle(moving)
		if w.gain > before {
			break
		}
		if w.at[moving] != none {
			w.put(moving, none)
		}
		to = w.target(moving)
	}
	w.settle(moving)
	for k := len(w.undo) - 1; k >= 0; k-- {
		if left := w.undo[k].edge; left != none {
			w.fill(w.problem.To[left])
		}
	}
	if w.gain < before {
		w.back()
	}
	w.undo = w.undo[:0]
}

// start is who comes in first, and where: to what has room most often, since room that is
// left is what is lost.
func (w *whole) start() (moving, to int32) {
	for range 4 {
		to := int32(w.draw(len(w.free)))
		if wanted := w.wanted[to]; w.free[to] > 0 && len(wanted) > 0 {
			moving := wanted[w.draw(len(wanted))]
			if w.at[moving] == none || w.problem.To[w.at[moving]] != to {
				return moving, to
			}
		}
	}
	moving = w.hoping[w.draw(len(w.hoping))]
	w.visited = w.visited[:0]
	if w.at[moving] != none {
		w.visited = append(w.visited, w.problem.To[w.at[moving]])
	}
	return moving, w.target(moving)
}

// target is where a participant gains most over the price of those that the chain has not
// come to; now and then the next of them.
func (w *whole) target(i int32) int32 {
	to := int32(none)
	for _, wish := range w.wishes[i] {
		if slices.Contains(w.visited, wish.to) {
			continue
		}
		to = wish.to
		if w.draw(4) > 0 {
			break
		}
	}
	return to
}

// eject puts out who leaves with the least loss until an intervention holds no more than
// it can, and is the last of them; the others go where there is room. None has to leave
// where there was room.
func (w *whole) eject(to, stays int32) int32 {
	last := int32(none)
	for w.free[to] < 0 {
		if last != none {
			w.settle(last)
		}
		last = none
		least := int64(0)
		for _, i := range w.inside[to] {
			if i == stays {
				continue
			}
			loss := w.loss(i, to)
			if last == none || loss < least {
				last, least = i, loss
			}
		}
		w.put(last, none)
	}
	return last
}

// loss is what a participant would lose by leaving, over prices, with what is unused then
// and a little chance.
func (w *whole) loss(i, to int32) int64 {
	supply := w.problem.Supply[i]
	loss := supply * (w.problem.Gain[w.at[i]] - w.price[to])
	other := int64(0)
	for _, wish := range w.wishes[i] {
		if wish.to != to {
			other = max(0, wish.over)
			break
		}
	}
	loss -= other
	if unused := supply + w.free[to]; unused > 0 {
		loss += unused * w.price[to] / 2
	}
	return loss + int64(w.draw(int(w.price[to]/4+2)))
}
