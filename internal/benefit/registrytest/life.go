package registrytest

import (
	"fmt"
	"math/rand/v2"

	"fotfaste/internal/benefit"
	"fotfaste/internal/period"
)

// Base is the month that the histories end with.
var Base = period.MustMonth("2015-12")

// Lives are the months of so many people, the same for a seed. On average they have
// assistance in fifty months of the 120: a third for a short while, a third come and go,
// and the rest stay, with few breaks or many.
func Lives(seed uint64, people int) []benefit.Months {
	drawn := rand.New(rand.NewPCG(seed, 4))
	lives := make([]benefit.Months, people)
	for i := range lives {
		var begin, end float64 // how likely a month begins or ends a time with assistance
		switch kind := drawn.IntN(100); {
		case kind < 33:
			begin, end = 0.02, 0.25
		case kind < 66:
			begin, end = 0.06, 0.08
		case kind < 88:
			begin, end = 0.15, 0.06
		default:
			begin, end = 0.30, 0.01
		}
		on := drawn.Float64() < begin/(begin+end)
		for n := benefit.Longest - 1; n >= 0; n-- {
			if on {
				lives[i].Add(n)
				on = drawn.Float64() >= end
			} else {
				on = drawn.Float64() < begin
			}
		}
	}
	return lives
}

// Key is what the person of a number goes by: twelve signs, as an identity number has,
// beginning with a letter, as none does.
func Key(person int) string {
	return fmt.Sprintf("R%011d", uint64(person)*7_919_000_003%99_999_999_977)
}
