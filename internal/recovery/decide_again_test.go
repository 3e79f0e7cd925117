package recovery_test

import (
	"slices"
	"testing"

	"fotfaste/internal/money"
	"fotfaste/internal/recovery"
)

func TestALaterDecision(t *testing.T) {
	r := of(recovery.Claimed, 563)
	r.Claimed, r.Weeks[0].Claimed, r.Repaid = 563, 563, 100
	maker := recovery.Maker{Account: "d", Today: today}
	lower, made, err := r.DecideAgain(recovery.Draft{Choice: recovery.ClaimPart, Part: 63, Reason: reason, Plan: recovery.Plan{Due: today.AddDays(40)}}, maker)
	if err != nil || made.Amount != 463 || lower.Dropped != 400 || lower.Left() != 63 || lower.State != recovery.Claimed {
		t.Errorf("%+v, %+v, %v", lower, made, err)
	}
	none, _, err := lower.DecideAgain(recovery.Draft{Choice: recovery.WaiveAll, Reason: reason}, maker)
	if err != nil || none.State != recovery.Closed || none.Ending != recovery.Dropped || none.Left() != 0 {
		t.Errorf("%+v, %v", none, err)
	}
	same, made, err := r.DecideAgain(recovery.Draft{Choice: recovery.ClaimAll, Reason: reason, Plan: recovery.Plan{First: today.Month() + 1, Monthly: 50}}, maker)
	if err != nil || same.Left() != 463 || made.Waive != 0 || len(made.Plan.Instalments(463)) != 10 {
		t.Errorf("another plan for as much: %+v, %v", same, err)
	}
}

// A krona that was let go of once is not let go of again: a second decision goes on where
// the first one stopped, in the weeks before.
func TestTwoLaterDecisionsDropEachTheirOwn(t *testing.T) {
	maker := recovery.Maker{Account: "d", Today: today}
	part := func(kronor money.Kronor) recovery.Draft {
		return recovery.Draft{Choice: recovery.ClaimPart, Part: kronor, Reason: reason, Plan: recovery.Plan{Due: today.AddDays(40)}}
	}
	r, _, err := of(recovery.Heard, 400, 163).Decide(recovery.Draft{Choice: recovery.ClaimAll, Reason: reason, Plan: recovery.Plan{Due: today.AddDays(40)}}, maker)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		left     money.Kronor
		forgiven []money.Kronor
	}{{463, []money.Kronor{0, 100}}, {363, []money.Kronor{37, 163}}, {300, []money.Kronor{100, 163}}} {
		if r, _, err = r.DecideAgain(part(c.left), maker); err != nil {
			t.Fatal(err)
		}
		if got := []money.Kronor{r.Weeks[0].Forgiven, r.Weeks[1].Forgiven}; !slices.Equal(got, c.forgiven) || r.Left() != c.left {
			t.Errorf("%s left: %v forgiven, want %v", r.Left(), got, c.forgiven)
		}
	}
}
