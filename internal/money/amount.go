package money

import (
	"errors"
	"math"
	"math/bits"
	"strconv"
)

// Kronor is an amount of whole kronor.
type Kronor int64

// Ore is an amount of öre, a hundred to the krona. Amounts are stored in öre.
type Ore int64

// ErrOverflow is returned where an amount would be larger than can be held. It is
// refused, never wrapped round.
var ErrOverflow = errors.New("the amount is too large")

// ErrNotWhole is returned where öre are left over when whole kronor are asked for.
var ErrNotWhole = errors.New("the amount is not whole kronor")

const orePerKrona = 100

// Ore is the same amount in öre, or ErrOverflow.
func (k Kronor) Ore() (Ore, error) {
	ore, ok := times(int64(k), orePerKrona)
	if !ok {
		return 0, ErrOverflow
	}
	return Ore(ore), nil
}

// Kronor is the same amount in whole kronor, or ErrNotWhole where öre are left
// over. To round, say how: Ore.Fraction and then Truncate or HalfUp.
func (o Ore) Kronor() (Kronor, error) {
	if o%orePerKrona != 0 {
		return 0, ErrNotWhole
	}
	return Kronor(o / orePerKrona), nil
}

// Sum adds amounts of the same unit, or returns ErrOverflow.
func Sum[T Kronor | Ore](amounts ...T) (T, error) {
	var total int64
	for _, a := range amounts {
		next, ok := plus(total, int64(a))
		if !ok {
			return 0, ErrOverflow
		}
		total = next
	}
	return T(total), nil
}

// String is the number of kronor without grouping or unit; how people see it is
// the locale's.
func (k Kronor) String() string { return strconv.FormatInt(int64(k), 10) }

// plus is a + b, false where it does not fit.
func plus(a, b int64) (int64, bool) {
	sum := a + b
	return sum, (sum > a) == (b > 0)
}

// times is a * b, false where it does not fit.
func times(a, b int64) (int64, bool) {
	high, low := bits.Mul64(size(a), size(b))
	negative := (a < 0) != (b < 0)
	switch {
	case high != 0:
		return 0, false
	case low <= math.MaxInt64 && negative:
		return -int64(low), true
	case low <= math.MaxInt64:
		return int64(low), true
	}
	return math.MinInt64, negative && low == 1<<63
}

// size is the absolute value; that of the smallest integer fits only unsigned.
func size(a int64) uint64 {
	if a < 0 {
		return -uint64(a)
	}
	return uint64(a)
}
