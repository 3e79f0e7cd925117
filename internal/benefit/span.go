package benefit

import (
	"errors"
	"fmt"
	"strconv"

	"fotfaste/internal/period"
)

// AddSpan sets every month from the first to the last that lies in the longest window.
func (m *Months) AddSpan(base, first, last period.Month) {
	for month := max(first, base.AddMonths(1-Longest)); month <= min(last, base); month++ {
		if n, within := At(base, month); within {
			m.Add(n)
		}
	}
}

// From is the months by another base month, of what is known with the base month in
// m and, of the Longest months before those, in earlier. Months after base are not known
// and are left out.
func (m Months) From(base period.Month, earlier Months, other period.Month) (moved Months) {
	for n := range Longest {
		at, _ := At(base, other.AddMonths(-n))
		switch {
		case at < 0:
		case at < Longest && m.Has(at), at >= Longest && at < 2*Longest && earlier.Has(at-Longest):
			moved.Add(n)
		}
	}
	return moved
}

// ErrNotMonths is returned for text that String has not written.
var ErrNotMonths = errors.New("not months as they are written")

const written = 32 // hexadecimal figures

// String is the months as 32 hexadecimal figures, the base month the lowest bit.
func (m Months) String() string { return fmt.Sprintf("%016x%016x", m.upper, m.lower) }

// ParseMonths reads what String wrote.
func ParseMonths(text string) (Months, error) {
	if len(text) != written {
		return Months{}, ErrNotMonths
	}
	upper, wrong := strconv.ParseUint(text[:written/2], 16, 64)
	lower, wrongToo := strconv.ParseUint(text[written/2:], 16, 64)
	m := Months{lower, upper}
	if wrong != nil || wrongToo != nil || upper>>(Longest-64) != 0 || m.String() != text {
		return Months{}, ErrNotMonths
	}
	return m, nil
}
