package benefit

import (
	"math/bits"

	"fotfaste/internal/period"
)

// Longest is the longest window, in months.
const Longest = 120

// Months are a person's months with assistance: bit n of the 128 is the month n months
// before the base month, for n below Longest. The bits above are never set. Two fields
// and not an array, which the compiler would keep in memory; count_amd64.s reads them in
// this order.
type Months struct{ lower, upper uint64 }

// At is the place of a month among the bits, by the base month; false for a month
// after it or Longest months or more before.
func At(base, month period.Month) (n int, within bool) {
	n = int(base) - int(month)
	return n, uint(n) < Longest
}

// Add sets the month n months before the base month, 0 <= n < Longest.
func (m *Months) Add(n int) {
	bit := uint64(1) << (uint(n) & 63)
	if n < 64 {
		m.lower |= bit
	} else {
		m.upper |= bit
	}
}

// Has tells whether the month n months before the base month is set.
func (m Months) Has(n int) bool {
	word := m.lower
	if n >= 64 {
		word = m.upper
	}
	return word>>(uint(n)&63)&1 == 1
}

// With is the months of both.
func (m Months) With(other Months) Months {
	return Months{m.lower | other.lower, m.upper | other.upper}
}

// Within is the months that both have.
func (m Months) Within(other Months) Months {
	return Months{m.lower & other.lower, m.upper & other.upper}
}

// Count is how many months are set.
func (m Months) Count() int { return bits.OnesCount64(m.lower) + bits.OnesCount64(m.upper) }
