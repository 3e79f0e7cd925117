package money

import (
	"errors"
	"strconv"
	"strings"
)

// Percent is a share counted in hundredths of a percent: 475 is 4.75 %.
type Percent int64

// ErrNotAPercentage is returned for text that is not a percentage with at most two
// decimals and a decimal point.
var ErrNotAPercentage = errors.New("not a percentage with at most two decimals")

// wholePercent is one hundred percent.
const wholePercent Percent = 100_00

// ParsePercent reads "4.75", "25" or "0.3".
func ParsePercent(text string) (Percent, error) {
	whole, decimals, _ := strings.Cut(text, ".")
	if whole == "" || len(decimals) > 2 || strings.HasSuffix(text, ".") {
		return 0, ErrNotAPercentage
	}
	decimals += strings.Repeat("0", 2-len(decimals))
	n, err := strconv.ParseUint(whole+decimals, 10, 63)
	if err != nil {
		return 0, ErrNotAPercentage
	}
	return Percent(n), nil
}

// String is the percentage with a decimal point and no more decimals than needed:
// "4.75", "25".
func (p Percent) String() string {
	sign := ""
	if p < 0 {
		sign = "-"
	}
	n := size(int64(p))
	text := sign + strconv.FormatUint(n/100, 10)
	if n%100 == 0 {
		return text
	}
	decimals := strconv.FormatUint(100+n%100, 10)[1:]
	return text + "." + strings.TrimSuffix(decimals, "0")
}

// UnmarshalText reads as ParsePercent does.
func (p *Percent) UnmarshalText(text []byte) error {
	share, err := ParsePercent(string(text))
	if err != nil {
		return err
	}
	*p = share
	return nil
}

// MarshalText writes as String does.
func (p Percent) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// Of is the share of the amount, exact.
func (p Percent) Of(amount Kronor) Fraction {
	return amount.Fraction().Times(int64(p)).Over(int64(wholePercent))
}
