package transporttest

import (
	"math"
	"math/bits"
)

// mersenne draws what Python's random.Random(seed) draws: MT19937 (Matsumoto and
// Nishimura, 1998) and, on it, the ways of that module.
type mersenne struct {
	state [624]uint32
	at    int
	gauss float64 // the second of a pair; NaN where there is none
}

func newMersenne(seed uint32) *mersenne {
	m := &mersenne{at: 624, gauss: math.NaN()}
	s := &m.state
	s[0] = 19650218
	for i := uint32(1); i < 624; i++ {
		s[i] = 1812433253*(s[i-1]^s[i-1]>>30) + i
	}
	i := 1
	next := func() {
		if i++; i == 624 {
			s[0] = s[623]
			i = 1
		}
	}
	for range 624 {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1664525) + seed
		next()
	}
	for range 623 {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1566083941) - uint32(i)
		next()
	}
	s[0] = 1 << 31
	return m
}

func (m *mersenne) next() uint32 {
	if m.at == 624 {
		for i := range m.state {
			y := m.state[i]&(1<<31) | m.state[(i+1)%624]&(1<<31-1)
			m.state[i] = m.state[(i+397)%624] ^ y>>1 ^ y&1*0x9908b0df
		}
		m.at = 0
	}
	y := m.state[m.at]
	m.at++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// below is a whole number from 0, less than n.
func (m *mersenne) below(n int) int {
	k := bits.Len(uint(n))
	for {
		if r := int(m.next() >> (32 - k)); r < n {
			return r
		}
	}
}

// between is a whole number from low to high, both among them.
func (m *mersenne) between(low, high int) int { return low + m.below(high-low+1) }

// share is a number from 0, less than 1.
func (m *mersenne) share() float64 {
	a, b := m.next()>>5, m.next()>>6
	return (float64(a)*(1<<26) + float64(b)) / (1 << 53)
}

// normal is a number around the mean.
func (m *mersenne) normal(mean, deviation float64) float64 {
	z := m.gauss
	m.gauss = math.NaN()
	if math.IsNaN(z) {
		turn := m.share() * 2 * math.Pi
		length := math.Sqrt(-2 * math.Log(1-m.share()))
		z, m.gauss = math.Cos(turn)*length, math.Sin(turn)*length
	}
	return mean + z*deviation
}

// sample is k different ones of the n whole numbers from 0.
func (m *mersenne) sample(n, k int) []int {
	set := 21
	if k > 5 {
		set += int(math.Pow(4, math.Ceil(math.Log(float64(k*3))/math.Log(4))))
	}
	drawn := make([]int, k)
	if n <= set {
		pool := make([]int, n)
		for i := range pool {
			pool[i] = i
		}
		for i := range drawn {
			j := m.below(n - i)
			drawn[i], pool[j] = pool[j], pool[n-i-1]
		}
		return drawn
	}
	seen := make(map[int]bool, k)
	for i := range drawn {
		j := m.below(n)
		for seen[j] {
			j = m.below(n)
		}
		seen[j] = true
		drawn[i] = j
	}
	return drawn
}
