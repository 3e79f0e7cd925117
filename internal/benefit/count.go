package benefit

import (
	"math/bits"
	"sync"
)

// block is how many persons are tried at a time: few enough to stay in the nearest
// cache while one class after the other is tried. A power of two; one fewer are taken,
// who can be counted in a byte.
const block = 256

// lanes ask for the number of months of up to four classes at once, each in a byte of
// its own: three with windows in the lower word, and a wide one.
type lanes struct {
	windows [3]uint64
	wide    Months
	under   uint32   // what lifts a byte to 128 where there are months enough
	of      []uint32 // the bit that is then set, of each class
	breaks  uint32   // those bits of the classes that ask for breaks too
}

// inLanes is nil where the classes are more than the lanes or wider.
func inLanes(tests []test) *lanes {
	l := &lanes{}
	narrow, wide := 0, 0
	for _, t := range tests {
		lane := 3
		switch {
		case t.narrow && narrow < len(l.windows):
			lane = narrow
			l.windows[lane] = t.window.lower
			narrow++
		case wide == 0:
			l.wide = t.window
			wide++
		default:
			return nil
		}
		bit := uint32(128) << (8 * lane)
		l.under += bit - uint32(t.atLeast)<<(8*lane)
		l.of = append(l.of, bit)
		if !t.anyBreak {
			l.breaks |= bit
		}
	}
	return l
}

// Count is how many of the persons are in each class. It makes no garbage.
func (c *Classes) Count(all []Months) (counts Counts) {
	if wideHere && c.wide != nil {
		counts, all = c.wide.count(all)
	}
	counts.Plus(c.sift(all))
	return counts
}

// sift is Count on any processor.
//
// No step jumps by what a person's months are, for such jumps cannot be foreseen and
// each costs more than all the rest: a person is written to a list, and the list made
// longer by 1 or by 0. What has few months falls away early, and breaks are looked for
// in the few that are left.
func (c *Classes) sift(all []Months) (counts Counts) {
	if c.lanes == nil {
		for _, m := range all {
			for i := range c.tests {
				if c.tests[i].passes(m) {
					counts[i]++
				}
			}
		}
		return counts
	}
	var s sieve
	for len(all) > 0 {
		now := all[:min(len(all), block-1)]
		all = all[len(now):]
		s.enough(c.lanes, now)
		n, enough := s.keep(c.lanes.breaks, now)
		for i := range c.tests {
			if t, bit := &c.tests[i], c.lanes.of[i]; t.anyBreak {
				counts[i] += int(enough >> (bits.TrailingZeros32(bit) - 7) & 255)
			} else {
				counts[i] += s.unbroken(t, s.pick(t, bit, n))
			}
		}
	}
	return counts
}

// sieve is what a block goes through. It lies in the nearest cache.
type sieve struct {
	passed [block]uint32 // the classes that each person has months enough for
	kept   [block]Months // those with enough for a class that asks for breaks
	wanted [block]uint32 // and for which
	tried  [block]Months // those tried for one class, in its window
}

// enough marks the classes that each person has months enough for.
func (s *sieve) enough(l *lanes, all []Months) {
	a, b, c, wide, under := l.windows[0], l.windows[1], l.windows[2], l.wide, l.under
	for i := range all[:min(len(all), block)] {
		lower, upper := all[i].lower, all[i].upper
		months := uint32(bits.OnesCount64(lower&a)) | uint32(bits.OnesCount64(lower&b))<<8 |
			uint32(bits.OnesCount64(lower&c))<<16 |
			uint32(bits.OnesCount64(lower&wide.lower)+bits.OnesCount64(upper&wide.upper))<<24
		s.passed[i&(block-1)] = months + under
	}
}

// keep writes down those who have enough for any of the classes, and counts in the bytes
// of enough, for every class, those who have enough for it.
func (s *sieve) keep(classes uint32, all []Months) (n int, enough uint32) {
	for i, m := range all {
		passed := s.passed[i&(block-1)]
		enough += passed >> 7 & 0x01010101
		passed &= classes
		s.kept[n&(block-1)], s.wanted[n&(block-1)] = m, passed
		n += int((passed | -passed) >> 31)
	}
	return n, enough
}

// pick writes down, of the n that are kept, those who have enough for the class.
func (s *sieve) pick(t *test, class uint32, n int) (enough int) {
	for i, m := range s.kept[:n] {
		s.tried[enough&(block-1)] = m.Within(t.window)
		enough += bit(s.wanted[i], class)
	}
	return enough
}

// bit is 1 where the class is marked, otherwise 0.
func bit(passed, class uint32) int { return int(-(passed & class) >> 31 & 1) }

// unbroken is how many of the first n have no break that is too long.
func (s *sieve) unbroken(t *test, n int) (whole int) {
	longest := t.longestBreak
	if t.narrow {
		for i := range s.tried[:n] {
			whole += unbrokenLower(s.tried[i].lower, longest)
		}
		return whole
	}
	for _, w := range s.tried[:n] {
		whole += unbroken(w, longest)
	}
	return whole
}

// CountBy is Count shared by so many workers, at least one.
func (c *Classes) CountBy(workers int, all []Months) Counts {
	if workers < 2 || len(all) < block {
		return c.Count(all)
	}
	parts := make([]Counts, workers)
	var done sync.WaitGroup
	for i := range workers {
		done.Go(func() { parts[i] = c.Count(all[len(all)*i/workers : len(all)*(i+1)/workers]) })
	}
	done.Wait()
	var sum Counts
	for _, part := range parts {
		sum.Plus(part)
	}
	return sum
}
