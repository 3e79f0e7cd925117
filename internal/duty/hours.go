package duty

import (
	"errors"
	"regexp"
	"strconv"
)

// Hours is a number of hours, counted in hundredths of an hour: 750 is seven and a half.
type Hours int64

// ErrNotHours is returned for text that is not hours with at most two decimals.
var ErrNotHours = errors.New("not hours with at most two decimals")

var written = regexp.MustCompile(`^(-?)(\d{1,6})(?:[.,](\d{1,2}))?$`)

// Whole is so many whole hours.
func Whole(n int) Hours { return Hours(n) * 100 }

// ParseHours reads "12", "7.5" or "7,25".
func ParseHours(text string) (Hours, error) {
	parts := written.FindStringSubmatch(text)
	if parts == nil {
		return 0, ErrNotHours
	}
	n, _ := strconv.Atoi(parts[2] + (parts[3] + "00")[:2]) // at most eight digits
	if parts[1] == "-" {
		n = -n
	}
	return Hours(n), nil
}

// String is the hours with a point and no more decimals than needed: "18", "79.2".
func (h Hours) String() string {
	sign, n := "", int(h)
	if n < 0 {
		sign, n = "-", -n
	}
	text := sign + strconv.Itoa(n/100)
	switch rest := n % 100; {
	case rest == 0:
		return text
	case rest%10 == 0:
		return text + "." + strconv.Itoa(rest/10)
	default:
		return text + "." + strconv.Itoa(100 + rest)[1:]
	}
}

// MarshalJSON writes the number of hours as it is.
func (h Hours) MarshalJSON() ([]byte, error) { return []byte(h.String()), nil }
