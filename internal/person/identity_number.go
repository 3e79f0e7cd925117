package person

import (
	"database/sql/driver"
	"fmt"
	"log/slog"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// IdentityNumber is a Swedish personal identity number or coordination number. It
// masks itself wherever it is printed, logged or written as JSON; Full is for the
// page that may show it. The zero value is a person without a number.
type IdentityNumber struct {
	// Twelve digits in two halves: text would show in a dump of the struct
	// around it just as it is typed, and be found by whoever searches the dump.
	day  uint32 // YYYYMMDD as it stands, 60 added to the day of a coordination number
	last uint16 // birth number and check digit
}

// coordination is what is added to the day in a coordination number.
const coordination = 60

// firstYear is before the birth of everyone who lived when numbers began in 1947.
const firstYear = 1800

// longestInput is far more than any way of writing a number; what is longer is
// refused before it is read.
const longestInput = 40

// ParseIdentityNumber reads what a person types: ten or twelve digits, with or
// without a sign before the last four. Ten digits take their century
// from the day on: a hyphen is the latest hundred years, a plus the hundred before.
// The fault is Invalid and never repeats the digits.
func ParseIdentityNumber(text string, on period.Day) (IdentityNumber, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return IdentityNumber{}, fault.New(fault.Invalid, "person.identity_number.empty")
	}
	if len(text) > longestInput || !utf8.ValidString(text) {
		return IdentityNumber{}, malformed()
	}
	digits, sign, ok := split(text)
	if !ok {
		return IdentityNumber{}, malformed()
	}
	if len(digits) == 10 {
		year := century(digits, sign, on.Year())
		digits = fmt.Sprintf("%04d", year) + digits[2:]
	} else if sign == '+' && number(digits[:4]) > on.Year()-100 {
		// The sign says a hundred years and the year says less: one is mistyped.
		return IdentityNumber{}, malformed()
	}
	n, err := fromDigits(digits)
	if err != nil {
		return IdentityNumber{}, err
	}
	if n.BirthDay() > on {
		return IdentityNumber{}, fault.New(fault.Invalid, "person.identity_number.not_yet_born")
	}
	return n, nil
}

// split takes the ten or twelve digits and the sign before the last four, which
// is a hyphen where none is written. Spaces count for nothing, and the dashes that
// word processors make of a hyphen are hyphens.
func split(text string) (digits string, sign rune, ok bool) {
	sign = '-'
	var b strings.Builder
	signAt := -1
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == ' ' || r == '\u00a0':
		case signAt >= 0:
			return "", 0, false
		case strings.ContainsRune("-\u2010\u2011\u2012\u2013\u2212", r):
			signAt = b.Len()
		case r == '+':
			sign, signAt = '+', b.Len()
		default:
			return "", 0, false
		}
	}
	digits = b.String()
	if len(digits) != 10 && len(digits) != 12 {
		return "", 0, false
	}
	return digits, sign, signAt < 0 || signAt == len(digits)-4
}

// century is the full year of ten digits: the latest year that ends so and is not
// after this year, or a hundred years before it where the sign is a plus. The plus
// is used from the year in which a person turns a hundred.
func century(digits string, sign rune, thisYear int) int {
	year := thisYear - thisYear%100 + number(digits[:2])
	if year > thisYear {
		year -= 100
	}
	if sign == '+' {
		year -= 100
	}
	return year
}

// fromDigits checks twelve digits against the calendar and the check digit.
func fromDigits(digits string) (IdentityNumber, error) {
	year, month, day := number(digits[:4]), number(digits[4:6]), number(digits[6:8])
	if day > coordination {
		day -= coordination
	}
	_, err := period.ParseDay(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	if err != nil || year < firstYear {
		return IdentityNumber{}, fault.New(fault.Invalid, "person.identity_number.date")
	}
	if checkDigit(digits[2:11]) != int(digits[11]-'0') {
		return IdentityNumber{}, fault.New(fault.Invalid, "person.identity_number.check_digit")
	}
	return IdentityNumber{day: uint32(number(digits[:8])), last: uint16(number(digits[8:]))}, nil
}

// checkDigit is the Luhn digit over nine digits, weighted two and one in turn.
func checkDigit(nine string) int {
	sum := 0
	for i := range len(nine) {
		product := int(nine[i]-'0') * (2 - i%2)
		sum += product/10 + product%10
	}
	return (10 - sum%10) % 10
}

// number reads decimal digits; the caller has seen that there is nothing else.
func number(digits string) int {
	n := 0
	for i := range len(digits) {
		n = 10*n + int(digits[i]-'0')
	}
	return n
}

func malformed() error { return fault.New(fault.Invalid, "person.identity_number.form") }

// IsZero tells whether there is no number.
func (n IdentityNumber) IsZero() bool { return n == IdentityNumber{} }

// BirthDay is the day in the number. The zero number has none: ask IsZero first.
func (n IdentityNumber) BirthDay() period.Day {
	day := int(n.day % 100)
	if day > coordination {
		day -= coordination
	}
	return period.Date(int(n.day/10000), int(n.day/100%100), day)
}

// Gender is the gender that the number was given for: the birth number is odd for
// men and even for women. Unstated without a number.
func (n IdentityNumber) Gender() Gender {
	switch {
	case n.IsZero():
		return Unstated
	case n.last/10%2 == 1:
		return Man
	default:
		return Woman
	}
}

// IsCoordination tells whether it is a coordination number: a number for a person
// who is not in the population register (folkbokföringslagen 18 a §).
func (n IdentityNumber) IsCoordination() bool { return n.day%100 > coordination }

// Full is YYYYMMDD-NNNN, for the page that may show it. Empty without a number.
func (n IdentityNumber) Full() string {
	if n.IsZero() {
		return ""
	}
	return fmt.Sprintf("%08d-%04d", n.day, n.last)
}

// String is YYYYMMDD-****: enough to tell two people apart, not enough to be one.
func (n IdentityNumber) String() string {
	if n.IsZero() {
		return ""
	}
	return fmt.Sprintf("%08d-****", n.day)
}

// GoString masks the number in %#v.
func (n IdentityNumber) GoString() string { return `person.IdentityNumber("` + n.String() + `")` }

// LogValue masks the number in logs.
func (n IdentityNumber) LogValue() slog.Value { return slog.StringValue(n.String()) }

// MarshalText masks the number in JSON and every other text form. There is no way
// back from it: a masked number cannot be read in.
func (n IdentityNumber) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// Value stores twelve digits, or nothing.
func (n IdentityNumber) Value() (driver.Value, error) {
	if n.IsZero() {
		return nil, nil
	}
	return fmt.Sprintf("%08d%04d", n.day, n.last), nil
}

// Scan reads what Value stored, and checks it again: a number that was changed in
// the database is an error, not another person.
func (n *IdentityNumber) Scan(column any) error {
	var text string
	switch v := column.(type) {
	case nil:
		*n = IdentityNumber{}
		return nil
	case string:
		text = v
	case []byte:
		text = string(v)
	default:
		return fmt.Errorf("a %T is not an identity number", column)
	}
	digits, _, ok := split(text)
	if !ok || len(digits) != 12 || len(text) != 12 {
		return malformed()
	}
	read, err := fromDigits(digits)
	if err != nil {
		return err
	}
	*n = read
	return nil
}
