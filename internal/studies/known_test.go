package studies

import (
	"errors"
	"testing"

	"fotfaste/internal/law"
)

// What is said to be known is: the check answers on the first and the last day, and on the
// day before and after it says what is missing.
func TestTheDaysThatTheCheckIsKnownFor(t *testing.T) {
	known := Known(law.Sweden())
	if !known.IsValid() || known.To != law.Sweden().LastKnownDay() {
		t.Errorf("known for %s", known)
	}
	for _, on := range []int{0, known.Len() - 1} {
		if _, err := Check(law.Sweden(), Facts{}, known.From.AddDays(on)); err != nil {
			t.Error(err)
		}
	}
	var missing *law.MissingError
	for _, on := range []int{-1, known.Len()} {
		if _, err := Check(law.Sweden(), Facts{}, known.From.AddDays(on)); !errors.As(err, &missing) {
			t.Errorf("on %s: %v", known.From.AddDays(on), err)
		}
	}
}
