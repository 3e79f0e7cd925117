package matchfile

// The largest numbers that are read: a million quanta are ten million hours a week, and a
// gain beyond a million million is no count of points.
const (
	MostQuanta = 1_000_000
	MostGain   = 1_000_000_000_000
)

// whole reads a whole number of at most so much, and at least as much below zero where
// that can be. Otherwise the key says why it is none.
func whole(text []byte, most int64, signed bool) (n int64, key string) {
	digits := text
	negative := len(text) > 1 && text[0] == '-'
	if negative {
		digits = text[1:]
	}
	if len(digits) == 0 {
		return 0, "match.file.not_a_number"
	}
	large := false
	for _, d := range digits {
		if d < '0' || d > '9' {
			return 0, "match.file.not_a_number"
		}
		if n = n*10 + int64(d-'0'); n > most {
			n, large = most, true
		}
	}
	switch {
	case negative && !signed && n > 0:
		return 0, "match.file.negative"
	case large:
		return 0, "match.file.too_large"
	case negative:
		return -n, ""
	}
	return n, ""
}
