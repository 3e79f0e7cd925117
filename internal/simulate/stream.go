package simulate

import (
	"encoding/binary"
	"hash/fnv"
	"math/rand/v2"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// stream is a run of chance with a name of its own, so that drawing more of one
// thing does not change another: person 17 has the same name in every version of
// the catalogue.
type stream struct{ *rand.Rand }

func newStream(seed uint64, name string, number int) stream {
	h := fnv.New64a()
	_, _ = h.Write([]byte(name)) // a hash never fails
	var n [8]byte
	binary.LittleEndian.PutUint64(n[:], uint64(number))
	_, _ = h.Write(n[:])
	return stream{rand.New(rand.NewPCG(seed, h.Sum64()))}
}

// Read fills p, so that identities can be made from the stream.
func (s stream) Read(p []byte) (int, error) {
	for i := 0; i < len(p); i += 8 {
		var word [8]byte
		binary.LittleEndian.PutUint64(word[:], s.Uint64())
		copy(p[i:], word[:])
	}
	return len(p), nil
}

// identity makes an identity that sorts at noon of the day.
func (s stream) identity(day period.Day) ident.ID {
	return ident.NewSource(s).New(day.Time().Add(12 * time.Hour))
}

// chance is true with the probability p (0-1).
func (s stream) chance(p float64) bool { return s.Float64() < p }

// between is a whole number from low to high, both possible.
func (s stream) between(low, high int) int { return low + s.IntN(high-low+1) }

// dayIn is a day from first to last, both possible.
func (s stream) dayIn(first, last period.Day) period.Day {
	return first.AddDays(s.IntN(int(last-first) + 1))
}

// weighted is an index drawn in proportion to the weights.
func (s stream) weighted(weights []int) int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	n := s.IntN(sum)
	for i, w := range weights {
		if n -= w; n < 0 {
			return i
		}
	}
	panic("simulate: weights sum to less than their sum") // cannot happen
}

// one is one of the choices, each as likely.
func one[T any](s stream, choices []T) T { return choices[s.IntN(len(choices))] }
