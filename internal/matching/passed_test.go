package matching

import (
	"strings"
	"testing"

	"fotfaste/internal/ident"
)

func TestWhatAPassingLacks(t *testing.T) {
	for _, c := range []struct {
		name   string
		reason Passing
		words  string
		field  string
	}{
		{"a reason that says it all", TooFar, "", ""},
		{"no reason", "", "", "reason"},
		{"a reason that nobody knows", "bored", "", "reason"},
		{"another reason, in no words", OtherCause, "", "words"},
		{"in blanks", OtherCause, strings.Repeat(" ", 20), "words"},
		{"in nine letters", NotAsTold, "för stort", "words"},
		{"in ten", NotAsTold, "för stort!", ""},
		{"in as many as there may be", TooFar, strings.Repeat("å", MostPassingWords), ""},
		{"in one more", TooFar, strings.Repeat("å", MostPassingWords+1), "words"},
	} {
		f := CheckPassing(c.reason, c.words)
		if len(f) > 0 != (c.field != "") || c.field != "" && f[0].Name != c.field {
			t.Errorf("%s: %v", c.name, f.Err())
		}
	}
}

// What has been chosen away is not proposed again, neither to one nor in a plan.
func TestWhatIsPassedOverIsNotProposed(t *testing.T) {
	who := anna()
	who.Passed = []ident.ID{"w"}
	market := NewMarket(today, []Opening{workshop("w")}, Standard())
	if best := market.Best(who, 5); len(best) != 0 {
		t.Errorf("%+v", best)
	}
	plan, err := market.Propose([]Candidate{who})
	if err != nil || len(plan.Proposals) != 0 || plan.Left[0].Why.Obstacle != PassedOver {
		t.Errorf("%+v %v", plan, err)
	}
}
