package benefit

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// What is counted eight at a time is what is counted one by one, for all classes that
// have a place there and any months.
func TestEightAtATimeAsOneByOne(t *testing.T) {
	if fits := Sweden().wide; fits == nil {
		t.Fatal("the classes that come with the programme have no place")
	}
	rapid.Check(t, func(t *rapid.T) {
		var definitions []Definition
		for i, widest := range rapid.Permutation([]int{0, 64, 64, Longest}).Draw(t, "widths")[:rapid.IntRange(1, 4).Draw(t, "classes")] {
			d := Definition{Class: Class(fmt.Sprint("class ", i)), Source: "drawn"}
			d.Window = rapid.IntRange(1, max(widest, 64)).Draw(t, "window")
			d.AtLeast = rapid.IntRange(1, d.Window).Draw(t, "at least")
			if widest > 0 {
				longest := rapid.IntRange(0, 8).Draw(t, "longest break")
				d.LongestBreak = &longest
			}
			definitions = append(definitions, d)
		}
		if rapid.Bool().Draw(t, "as they come") {
			definitions = Sweden().Definitions()
		}
		classes, err := New(definitions...)
		if err != nil {
			t.Fatal(err)
		}
		drawn := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		all := make([]Months, rapid.IntRange(0, 100).Draw(t, "persons"))
		for i := range all {
			all[i] = spells(drawn)
		}
		var want Counts
		for _, m := range all {
			for i := range definitions {
				if classes.Of(m).Has(i) {
					want[i]++
				}
			}
		}
		if got := classes.Count(all); got != want {
			t.Fatalf("%v, want %v, wide %+v", got, want, classes.wide)
		}
		if got := classes.sift(all); got != want {
			t.Fatalf("on any processor: %v, want %v", got, want)
		}
	})
}

// spells are months with and without by turns, short and long.
func spells(drawn *rand.Rand) (m Months) {
	with, longest := drawn.IntN(2) == 0, 1+drawn.IntN(60)
	for n := 0; n < Longest; with = !with {
		for range 1 + drawn.IntN(map[bool]int{true: longest, false: 9}[with]) {
			if with && n < Longest {
				m.Add(n)
			}
			n++
		}
	}
	return m
}

// Classes that have no place are left to the other way.
func TestWhatHasNoPlace(t *testing.T) {
	allows := func(longest int) *int { return &longest }
	for name, c := range map[string]struct {
		fits bool
		of   []Definition
	}{
		"alone":                 {true, []Definition{{Window: 12, AtLeast: 10}}},
		"a wide one alone":      {true, []Definition{{Window: 120, AtLeast: 90, LongestBreak: allows(1)}}},
		"a break too far":       {false, []Definition{{Window: 36, AtLeast: 10, LongestBreak: allows(4)}}},
		"shorter breaks after":  {false, []Definition{{Window: 36, AtLeast: 10, LongestBreak: allows(3)}, {Window: 60, AtLeast: 10, LongestBreak: allows(2)}}},
		"two of any break":      {false, []Definition{{Window: 12, AtLeast: 10}, {Window: 12, AtLeast: 9}}},
		"a wide one, any break": {false, []Definition{{Window: 70, AtLeast: 10}}},
		"two wide ones":         {false, []Definition{{Window: 70, AtLeast: 10, LongestBreak: allows(1)}, {Window: 80, AtLeast: 10, LongestBreak: allows(1)}}},
	} {
		for i := range c.of {
			c.of[i].Class, c.of[i].Source = Class(fmt.Sprint("class ", i)), "made up"
		}
		classes, err := New(c.of...)
		if err != nil || (classes.wide != nil) != c.fits {
			t.Errorf("%s: %v, %v", name, classes, err)
		}
	}
}
