package person

import (
	"errors"
	"fmt"

	"fotfaste/internal/period"
)

// The birth numbers of numbers for tests and demonstrations. The Tax Agency's
// published test numbers for older birth years lie in 980-999, and a made-up
// person of ours takes a number there and nowhere else. It is a convention about
// what we make up, not a promise that nobody carries such a number: numbers given
// before 1990 used the whole range. So no rule about a real case asks IsTest.
const (
	firstTestBirthNumber = 980
	lastTestBirthNumber  = 999
)

// TestNumbersPerDay is how many test numbers each birth day has, every other one
// a woman's.
const TestNumbersPerDay = lastTestBirthNumber - firstTestBirthNumber + 1

// ErrNoTestNumber is returned for a serial outside the range set aside for tests.
var ErrNoTestNumber = errors.New("no such test number")

// TestNumber is the number of a made-up person born on the day. The serial is 0 to
// TestNumbersPerDay-1: even for a woman, odd for a man.
func TestNumber(birth period.Day, serial int) (IdentityNumber, error) {
	if serial < 0 || serial >= TestNumbersPerDay {
		return IdentityNumber{}, ErrNoTestNumber
	}
	year, month, day := birth.Date()
	if year < firstYear || year > 9999 {
		return IdentityNumber{}, ErrNoTestNumber
	}
	eleven := fmt.Sprintf("%04d%02d%02d%03d", year, month, day, firstTestBirthNumber+serial)
	return fromDigits(eleven + fmt.Sprint(checkDigit(eleven[2:])))
}

// IsTest tells whether the number lies in the range that made-up people use.
func (n IdentityNumber) IsTest() bool {
	birthNumber := n.last / 10
	return birthNumber >= firstTestBirthNumber && birthNumber <= lastTestBirthNumber
}
