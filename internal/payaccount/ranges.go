package payaccount

import (
	_ "embed" // the ranges
	"sync"

	"github.com/goccy/go-yaml"
)

// check says how the last digit of an account number is reckoned.
type check string

const (
	elevenLastThree check = "eleven-3"
	elevenAll       check = "eleven-4"
	elevenAccount   check = "eleven"
	ten             check = "ten"
	none            check = "none"
)

// bankRange is a run of clearing numbers that one bank gives out.
type bankRange struct {
	From      int    `yaml:"from"`
	To        int    `yaml:"to"`
	Bank      string `yaml:"bank"`
	Digits    int    `yaml:"digits"`     // of the account number
	Least     int    `yaml:"least"`      // fewest typed; 0 where all must be
	AsWritten bool   `yaml:"as_written"` // fewer digits are the whole number, without zeros before
	Check     check  `yaml:"check"`
}

//go:embed ranges.yaml
var rangesFile []byte

var ranges = sync.OnceValue(func() []bankRange {
	var read []bankRange
	if err := yaml.UnmarshalWithOptions(rangesFile, &read, yaml.Strict()); err != nil {
		panic("payaccount: the ranges in the binary cannot be read: " + err.Error()) // held by a test
	}
	return read
})

// rangeOf is the range that the clearing number lies in, false where we know none.
func rangeOf(clearing int) (bankRange, bool) {
	for _, r := range ranges() {
		if r.From <= clearing && clearing <= r.To {
			return r, true
		}
	}
	return bankRange{}, false
}

func (r bankRange) least() int {
	if r.Least == 0 {
		return r.Digits
	}
	return r.Least
}

// holds tells whether the check digit is right. clearing has four digits and
// number as many as the range says.
func (r bankRange) holds(clearing, number string) bool {
	switch r.Check {
	case elevenLastThree:
		return eleven(clearing[1:] + number)
	case elevenAll:
		return eleven(clearing + number)
	case elevenAccount:
		return eleven(number)
	case ten:
		return luhn(number)
	}
	return true
}

// eleven is modulus 11: weights 1 to 10 from the right, beginning again after ten.
func eleven(digits string) bool {
	sum := 0
	for i := range len(digits) {
		sum += int(digits[len(digits)-1-i]-'0') * (i%10 + 1)
	}
	return sum%11 == 0
}

// luhn is modulus 10: every other digit from the right doubled, digits added up.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
		}
		sum += d/10 + d%10
	}
	return sum%10 == 0
}
