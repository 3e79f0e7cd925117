package casework_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
)

func TestRefer(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id, place := town.Agreed(), town.Kitchen(2, 20)
	right := town.Referral(place, 20)

	for _, c := range []struct {
		name  string
		spoil func(*casework.Referral)
		code  fault.Code
		field string
	}{
		{"until further notice", func(r *casework.Referral) { r.To = nil }, fault.Invalid, "to"},
		{"no first day", func(r *casework.Referral) { r.From = nil }, fault.Invalid, "from"},
		{"yesterday", func(r *casework.Referral) { *r.From -= 1 }, fault.Invalid, "from"},
		{"after the programme", func(r *casework.Referral) { *r.From += 355; *r.To = *r.From + 30 }, fault.Invalid, "to"},
		{"no hours", func(r *casework.Referral) { r.Hours = 0 }, fault.Invalid, "hours"},
		{"no track", func(r *casework.Referral) { r.Track = "" }, fault.Invalid, "track"},
		{"precedence without a reason", func(r *casework.Referral) { r.Precedence = "nu" }, fault.Invalid, "precedence"},
		{"nothing confirmed", func(r *casework.Referral) { r.Confirmed = nil }, fault.Invalid, "confirm.wishes"},
		{"a pupil", func(r *casework.Referral) { yes := true; r.Known.UpperSecondaryPupil = &yes }, fault.Conflict, "gate.pupil"},
		{"another municipality's place", func(r *casework.Referral) { r.Intervention = id }, fault.NotFound, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := town.Referral(place, 20)
			c.spoil(&r)
			_, err := town.Refer(ctx, town.CaseManager, id, r)
			wantCode(t, err, c.code)
			var no *fault.Error
			if errors.As(err, &no); c.field != "" && !slices.ContainsFunc(no.Fields, func(f fault.Field) bool { return f.Name == c.field }) {
				t.Errorf("no message at %s: %v", c.field, err)
			}
		})
	}
	if held := town.Held(place); held != 0 {
		t.Fatalf("refused referrals hold %d hours", held)
	}

	t.Run("allowed, and offered at once", func(t *testing.T) {
		tried, err := town.TryReferral(ctx, town.CaseManager, id, right)
		if err != nil || tried.Gate.Outcome != placement.AllowedConfirming || !tried.IsOffered {
			t.Fatalf("tried: %+v, %v", tried.Gate, err)
		}
		p := town.Placement(town.Referred(id, place, 20))
		if p.State != placement.Offered || *p.OfferUntil != town.Today().AddDays(placement.OfferDays) {
			t.Errorf("the placement is %+v", p)
		}
		if p.Passage.Result.Outcome != placement.AllowedConfirming || !slices.Contains(p.Passage.Confirmed, placement.WishesLine) ||
			p.Passage.Facts.Plan != plan.Agreed {
			t.Errorf("of the gate is kept %+v", p.Passage)
		}
		if held := town.Held(place); held != 20 {
			t.Errorf("%d hours are held", held)
		}
	})
	t.Run("not twice to the same", func(t *testing.T) {
		_, err := town.Refer(ctx, town.CaseManager, id, right)
		wantField(t, err, "intervention")
	})
	t.Run("not without a plan", func(t *testing.T) {
		_, err := town.Refer(ctx, town.CaseManager, town.Managed(), right)
		wantCode(t, err, fault.Conflict)
	})
	t.Run("a decision maker may not", func(t *testing.T) {
		_, err := town.Refer(ctx, town.DecisionMaker, id, right)
		wantCode(t, err, fault.NotAllowed)
		wantRefusal(t, town, access.Refer.Name, "no_ground")
	})
}

// Who has precedence stands before those who have waited longer, also when the place
// is wanted by nobody else.
func TestPrecedenceInTheQueue(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	place := town.Kitchen(1, 20)
	cases := town.ActiveMany(4)
	holder := town.Referred(cases[0], place, 20)
	waited := town.Referred(cases[1], place, 20)
	town.Referred(cases[2], place, 20)
	first := town.Referral(place, 20)
	first.Precedence = "Utan boende vid månadsskiftet."
	p, err := town.Refer(ctx, town.CaseManager, cases[3], first)
	if err != nil {
		t.Fatal(err)
	}
	seen, err := town.SeePlacement(ctx, town.CaseManager, waited)
	if err != nil || seen.Position == nil || seen.Position.Number != 2 || seen.Position.Precedence != 1 {
		t.Errorf("who has waited longest stands at %+v (%v)", seen.Position, err)
	}
	if err := town.WithdrawPlacement(ctx, town.CaseManager, holder, casework.Form{}, "Har fått arbete."); err != nil {
		t.Fatal(err)
	}
	if got := town.Placement(p).State; got != placement.Offered {
		t.Errorf("with precedence and free hours: %s", got)
	}
	if got := town.Placement(waited).State; got != placement.Queued {
		t.Errorf("behind: %s", got)
	}
}
