package benefit

// wide is up to four classes as one processor instruction after the other asks for them
// of eight persons at once: one that allows any break, two of months in the lower word,
// and one of both words, the breaks no shorter from one to the next. The order of the
// fields is known to count_amd64.s.
type wide struct {
	first, firstLeast              uint64
	second, secondLeast            uint64
	third, thirdLeast              uint64
	fourth, fourthUpper, leastBoth uint64
	steps                          [4]uint64 // how far every one is spread: two to the second's break, then one each
	one                            uint64

	of []int // the place of each class among the four
}

// never is more months than there are, for a place that no class takes.
const never = 255

// inWide is nil where the classes do not fit.
func inWide(tests []test) *wide {
	w := &wide{firstLeast: never, secondLeast: never, thirdLeast: never, leastBoth: never, one: 1}
	breaks := [4]int{}
	taken := [4]bool{}
	for _, t := range tests {
		lower, least := t.window.upper == 0, uint64(t.atLeast)
		place := 3
		switch {
		case t.anyBreak && lower && !taken[0]:
			place, w.first, w.firstLeast = 0, t.window.lower, least
		case t.anyBreak:
			return nil
		case lower && !taken[1]:
			place, w.second, w.secondLeast = 1, t.window.lower, least
		case lower && !taken[2]:
			place, w.third, w.thirdLeast = 2, t.window.lower, least
		case !taken[3]:
			w.fourth, w.fourthUpper, w.leastBoth = t.window.lower, t.window.upper, least
		default:
			return nil
		}
		taken[place], breaks[place] = true, t.longestBreak
		w.of = append(w.of, place)
	}
	reached := 0
	for place, step := range [4]int{1, 1, 2, 3} { // two steps to the second
		want := breaks[step]
		if place == 0 {
			want = min(want, 1)
		} else if !taken[step] {
			want = reached
		}
		// What is spread over so many places fills at most one more in a step.
		if want < reached || want-reached > reached+1 {
			return nil
		}
		w.steps[place], reached = uint64(want-reached), want
	}
	return w
}

// count is how many of the persons, the last few apart, are in each class, and those few.
func (w *wide) count(all []Months) (counts Counts, rest []Months) {
	eights := len(all) / 8
	if eights == 0 {
		return counts, all
	}
	var by [4][8]uint64
	countEights(&all[0], eights, w, &by)
	for i, place := range w.of {
		for _, n := range by[place] {
			counts[i] += int(n)
		}
	}
	return counts, all[8*eights:]
}
