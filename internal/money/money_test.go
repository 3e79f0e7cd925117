package money

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestRoundingByName(t *testing.T) {
	for _, c := range []struct {
		ore               Ore
		truncated, halfUp Kronor
	}{
		{0, 0, 0},
		{49, 0, 0},
		{50, 0, 1},
		{149, 1, 1},
		{150, 1, 2},
		{199, 1, 2},
		{-49, 0, 0},
		{-50, 0, -1},
		{-150, -1, -2},
		{math.MaxInt64, 92233720368547758, 92233720368547758},
		{math.MinInt64, -92233720368547758, -92233720368547758},
	} {
		truncated, err := c.ore.Fraction().Truncate()
		if err != nil || truncated != c.truncated {
			t.Errorf("%d öre truncated is %d (%v), want %d", c.ore, truncated, err, c.truncated)
		}
		halfUp, err := c.ore.Fraction().HalfUp()
		if err != nil || halfUp != c.halfUp {
			t.Errorf("%d öre half up is %d (%v), want %d", c.ore, halfUp, err, c.halfUp)
		}
	}
}

func TestOverflowIsRefused(t *testing.T) {
	if _, err := Kronor(math.MaxInt64 / 50).Ore(); !errors.Is(err, ErrOverflow) {
		t.Errorf("kronor to öre: %v", err)
	}
	if _, err := Sum(Ore(math.MaxInt64), 1); !errors.Is(err, ErrOverflow) {
		t.Errorf("sum: %v", err)
	}
	if _, err := Sum(Kronor(math.MinInt64), -1); !errors.Is(err, ErrOverflow) {
		t.Errorf("negative sum: %v", err)
	}
	huge := Ore(math.MaxInt64).Fraction()
	for name, f := range map[string]Fraction{
		"times":         huge.Times(3),
		"add":           huge.Add(huge),
		"over":          Ore(math.MaxInt64).Fraction().Over(3).Over(math.MaxInt64 - 1),
		"over zero":     huge.Over(0),
		"kept by add":   overflown.Add(Ore(1).Fraction()),
		"kept by times": overflown.Times(0),
		"kept by over":  overflown.Over(1),
	} {
		if _, err := f.Truncate(); !errors.Is(err, ErrOverflow) {
			t.Errorf("%s: truncate gives %v", name, err)
		}
		if _, err := f.HalfUp(); !errors.Is(err, ErrOverflow) {
			t.Errorf("%s: half up gives %v", name, err)
		}
		if f.Equal(f) {
			t.Errorf("%s: equals itself", name)
		}
	}
}

func TestOreBackToKronor(t *testing.T) {
	if k, err := Ore(212800).Kronor(); err != nil || k != 2128 {
		t.Errorf("%d, %v", k, err)
	}
	if _, err := Ore(212801).Kronor(); !errors.Is(err, ErrNotWhole) {
		t.Errorf("öre left over: %v", err)
	}
}

func TestPercent(t *testing.T) {
	for text, want := range map[string]Percent{"4.75": 475, "0.33": 33, "0.3": 30, "25": 2500, "0": 0, "0.05": 5} {
		p, err := ParsePercent(text)
		if err != nil || p != want {
			t.Errorf("%q is %d (%v), want %d", text, p, err, want)
		}
		if p.String() != text {
			t.Errorf("%q is written %q", text, p)
		}
	}
	for _, text := range []string{"", ".", "4.", ".5", "4,75", "4.755", "-1", "4.75 %", "+3", "1e2", "99999999999999999999"} {
		if p, err := ParsePercent(text); err == nil {
			t.Errorf("%q was read as %d", text, p)
		}
	}
}

// The programme's rate of the price base amount of 2017 (000).
func TestPercentOfIsExact(t *testing.T) {
	if got := Percent(475).Of(44800).String(); got != "212800/1" {
		t.Errorf("4.75 %% of 44 800 is %s öre", got)
	}
	if got := Percent(33).Of(44800).Over(5).String(); got != "14784/5" {
		t.Errorf("a fifth of 0.33 %% of 44 800 is %s öre", got)
	}
}

// Every chain of steps gives what exact arithmetic gives, or says that it
// overflowed.
func TestFractionAgreesWithExactArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := rapid.Int64().Draw(t, "start")
		f, exact := Ore(start).Fraction(), new(big.Rat).SetInt64(start)
		for range rapid.IntRange(0, 6).Draw(t, "steps") {
			n := rapid.Int64Range(1, 1_000_000).Draw(t, "n")
			factor := new(big.Rat).SetInt64(n)
			switch rapid.SampledFrom([]string{"times", "minus times", "over", "add"}).Draw(t, "step") {
			case "times":
				f, exact = f.Times(n), exact.Mul(exact, factor)
			case "minus times":
				f, exact = f.Times(-n), exact.Mul(exact, factor.Neg(factor))
			case "over":
				f, exact = f.Over(n), exact.Quo(exact, factor)
			case "add":
				f, exact = f.Add(Ore(n).Fraction().Over(7)), exact.Add(exact, factor.Quo(factor, big.NewRat(7, 1)))
			}
		}
		truncated, err := f.Truncate()
		if err != nil {
			if !errors.Is(err, ErrOverflow) {
				t.Fatalf("%v", err)
			}
			return
		}
		if num, den := f.Ratio(); big.NewRat(num, den).Cmp(exact) != 0 {
			t.Fatalf("%s, want %s", f, exact)
		}
		kronor := new(big.Rat).Quo(exact, big.NewRat(100, 1))
		if want := new(big.Int).Quo(kronor.Num(), kronor.Denom()); want.Int64() != int64(truncated) {
			t.Fatalf("%s truncated is %d, want %s", f, truncated, want)
		}
		halfUp, err := f.HalfUp()
		if err != nil {
			t.Fatalf("truncate fits and half up does not: %v", err)
		}
		away := big.NewRat(int64(kronor.Sign()), 2)
		if moved := away.Add(away, kronor); new(big.Int).Quo(moved.Num(), moved.Denom()).Int64() != int64(halfUp) {
			t.Fatalf("%s half up is %d", f, halfUp)
		}
	})
}
