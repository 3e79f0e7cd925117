package benefit

import "math/bits"

// MostClasses is how many classes are reckoned at once.
const MostClasses = 8

// Classes are definitions made ready. They never change, and may be used by many at
// once.
type Classes struct {
	definitions []Definition
	tests       []test
	lanes       *lanes // nil where the classes do not fit in them
	wide        *wide  // likewise
}

// Definitions are the classes in their order.
func (c *Classes) Definitions() []Definition { return c.definitions }

// Set is the classes of a person: bit i for the class of Definitions()[i].
type Set uint8

// Has tells whether the i-th class is in the set.
func (s Set) Has(i int) bool { return s>>i&1 == 1 }

// Counts are how many persons are in each class, by the order of Definitions.
type Counts [MostClasses]int

// Plus adds other counts.
func (c *Counts) Plus(other Counts) {
	for i, n := range other {
		c[i] += n
	}
}

// Of is the classes of one person.
func (c *Classes) Of(m Months) Set {
	var in Set
	for i := range c.tests {
		if c.tests[i].passes(m) {
			in |= 1 << i
		}
	}
	return in
}

// test is a definition as bits.
type test struct {
	window       Months // all its months
	atLeast      int
	longestBreak int
	anyBreak     bool
	narrow       bool // the window, moved by the longest break, stays in the lower word
}

// longestBreak is the longest break that can be asked for: as far as the months of the
// longest window can be moved without falling off the 128 bits.
const longestBreak = 128 - Longest

func (d Definition) test() test {
	t := test{atLeast: d.AtLeast, anyBreak: d.LongestBreak == nil}
	for n := range d.Window {
		t.window.Add(n)
	}
	if !t.anyBreak {
		t.longestBreak = *d.LongestBreak
	}
	t.narrow = d.Window+t.longestBreak <= 64
	return t
}

func (t *test) passes(m Months) bool {
	w := m.Within(t.window)
	return w.Count() >= t.atLeast && (t.anyBreak || unbroken(w, t.longestBreak) == 1)
}

// unbroken is 1 where no inner run of zeros is longer than longest, otherwise 0. It has
// no jump that depends on the months.
//
// Every one is spread upwards over so many places, which fills the runs that are short
// enough, and no other. What is filled is one block of ones where all were. And a number
// is one block where adding its lowest bit carries through all of it, and leaves none of
// its bits standing.
func unbroken(w Months, longest int) int {
	lower, upper := w.lower, w.upper
	for range longest {
		upper |= upper<<1 | lower>>63
		lower |= lower << 1
	}
	lowest := upper & -upper & -isZero(lower) // in the upper word where it is not in the lower
	low, carry := bits.Add64(lower, lower&-lower, 0)
	high, _ := bits.Add64(upper, lowest, carry)
	return int(isZero(low&lower | high&upper))
}

// unbrokenLower is unbroken for what stays in the lower word.
func unbrokenLower(w uint64, longest int) int {
	for range longest {
		w |= w << 1
	}
	return int(isZero((w + (w & -w)) & w))
}

// isZero is 1 for zero and 0 for anything else, without a jump.
func isZero(n uint64) uint64 { return 1 ^ (n|-n)>>63 }
