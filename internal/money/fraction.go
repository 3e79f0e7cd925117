package money

import "strconv"

// Fraction is an exact amount of öre, a ratio of two integers. It leaves exactness
// in one place only, where it is rounded to whole kronor by name.
//
// A step that does not fit makes the fraction overflow, every later step keeps
// that, and rounding it returns ErrOverflow. The zero Fraction is zero öre.
type Fraction struct {
	num int64
	den int64 // over zero; zero is read as one; overflown where negative
}

// overflown is a Fraction that has grown out of what can be held.
var overflown = Fraction{den: -1}

// Fraction is the same amount, exact.
func (k Kronor) Fraction() Fraction { return Fraction{num: int64(k), den: 1}.Times(orePerKrona) }

// Fraction is the same amount, exact.
func (o Ore) Fraction() Fraction { return Fraction{num: int64(o), den: 1} }

// Ratio is the numerator and denominator in öre, without common factors and the
// denominator over zero. It is 0/0 for a fraction that has overflown.
func (f Fraction) Ratio() (num, den int64) {
	if f.hasOverflown() {
		return 0, 0
	}
	return reduced(f.num, f.denominator())
}

func (f Fraction) hasOverflown() bool { return f.den < 0 }

func (f Fraction) denominator() int64 { return max(f.den, 1) }

// Add is f + g.
func (f Fraction) Add(g Fraction) Fraction {
	if f.hasOverflown() || g.hasOverflown() {
		return overflown
	}
	a, b := f.denominator(), g.denominator()
	if a == b {
		if num, ok := plus(f.num, g.num); ok {
			return Fraction{num: num, den: a}
		}
		return overflown
	}
	// Over the least common denominator, to stay as small as can be.
	shared := gcd(a, b)
	left, ok1 := times(f.num, b/shared)
	right, ok2 := times(g.num, a/shared)
	num, ok3 := plus(left, right)
	den, ok4 := times(a/shared, b)
	if !(ok1 && ok2 && ok3 && ok4) {
		return overflown
	}
	return Fraction{num: num, den: den}
}

// Times is n times the amount.
func (f Fraction) Times(n int64) Fraction {
	if f.hasOverflown() {
		return overflown
	}
	if num, ok := times(f.num, n); ok {
		return Fraction{num: num, den: f.denominator()}
	}
	// Cancel what n and the denominator share, and try once more.
	n, den := reduced(n, f.denominator())
	num, ok := times(f.num, n)
	if !ok {
		return overflown
	}
	return Fraction{num: num, den: den}
}

// Over is the amount divided by n, which must be over zero; else it overflows.
func (f Fraction) Over(n int64) Fraction {
	if f.hasOverflown() || n <= 0 {
		return overflown
	}
	if den, ok := times(f.denominator(), n); ok {
		return Fraction{num: f.num, den: den}
	}
	num, n := reduced(f.num, n)
	den, ok := times(f.denominator(), n)
	if !ok {
		return overflown
	}
	return Fraction{num: num, den: den}
}

// Equal tells whether the two are the same amount. An overflown fraction equals
// nothing.
func (f Fraction) Equal(g Fraction) bool {
	if f.hasOverflown() || g.hasOverflown() {
		return false
	}
	fn, fd := f.Ratio()
	gn, gd := g.Ratio()
	return fn == gn && fd == gd
}

// Truncate is the whole kronor in the amount; what is left over falls away. It
// returns ErrOverflow for a fraction that has overflown.
func (f Fraction) Truncate() (Kronor, error) {
	den, ok := f.perKrona()
	if !ok {
		return 0, ErrOverflow
	}
	return Kronor(f.num / den), nil
}

// Ore is the amount in öre where it is whole öre, ErrNotWhole where it is not and
// ErrOverflow for a fraction that has overflown.
func (f Fraction) Ore() (Ore, error) {
	switch {
	case f.hasOverflown():
		return 0, ErrOverflow
	case f.num%f.denominator() != 0:
		return 0, ErrNotWhole
	}
	return Ore(f.num / f.denominator()), nil
}

// HalfUp is the nearest whole krona. A half goes away from zero, so that a claim
// and its correction round to the same size. It returns ErrOverflow for a fraction
// that has overflown.
func (f Fraction) HalfUp() (Kronor, error) {
	den, ok := f.perKrona()
	if !ok {
		return 0, ErrOverflow
	}
	whole, rest := f.num/den, f.num%den
	if size(rest) >= uint64(den)-size(rest) {
		if f.num < 0 {
			return Kronor(whole - 1), nil
		}
		return Kronor(whole + 1), nil
	}
	return Kronor(whole), nil
}

// perKrona is the denominator of the amount counted in kronor.
func (f Fraction) perKrona() (int64, bool) {
	if f.hasOverflown() {
		return 0, false
	}
	return times(f.denominator(), orePerKrona)
}

// String is "num/den" in öre, without common factors, and "overflow" where it is.
func (f Fraction) String() string {
	if f.hasOverflown() {
		return "overflow"
	}
	num, den := f.Ratio()
	return strconv.FormatInt(num, 10) + "/" + strconv.FormatInt(den, 10)
}

// MarshalText writes "num/den" in öre, or returns ErrOverflow.
func (f Fraction) MarshalText() ([]byte, error) {
	if f.hasOverflown() {
		return nil, ErrOverflow
	}
	return []byte(f.String()), nil
}

// reduced is the ratio without common factors; den is over zero.
func reduced(num, den int64) (int64, int64) {
	if num == 0 {
		return 0, 1
	}
	shared := gcd(num, den)
	return num / shared, den / shared
}

// gcd is the greatest common divisor; b is over zero.
func gcd(a, b int64) int64 {
	x, y := size(a), uint64(b)
	for x != 0 {
		x, y = y%x, x
	}
	return int64(y)
}
