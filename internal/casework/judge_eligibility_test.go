package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func TestJudgeEligibility(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Enquiry()
	in := casework.Judgement{Starts: town.Today(), SeeksWork: eligibility.Yes, NeedsCoordination: eligibility.No}

	t.Run("a start that has passed is told beside its field", func(t *testing.T) {
		wrong := in
		wrong.Starts = town.Today().AddDays(-1)
		wantField(t, town.JudgeEligibility(ctx, town.Assessor, id, wrong), "starts")
	})
	t.Run("a day without known rules is refused and never judged by older ones", func(t *testing.T) {
		wrong := in
		wrong.Starts = period.MustDay("2027-06-01")
		wantField(t, town.JudgeEligibility(ctx, town.Assessor, id, wrong), "starts")
	})
	t.Run("months outside the year are told beside their field", func(t *testing.T) {
		wrong, months := in, 13
		wrong.MonthsSupported = &months
		wantField(t, town.JudgeEligibility(ctx, town.Assessor, id, wrong), "months_supported")
	})
	t.Run("a decision maker does not judge", func(t *testing.T) {
		wantCode(t, town.JudgeEligibility(ctx, town.DecisionMaker, id, in), fault.NotAllowed)
		wantRefusal(t, town, access.JudgeEligibility.Name, "no_ground")
	})
	t.Run("the months are counted from assistance, and say so", func(t *testing.T) {
		who := town.Case(id).Person
		must(t, town.DB.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			return tx.AddAssistance(ctx, town.IDs.New(officetest.Start), who, store.AssistanceSpell{From: period.MustDay("2025-11-15")})
		}))
		v, err := town.SeeEligibility(ctx, town.Assessor, id)
		must(t, err)
		counted := v.Known.Facts.MonthsSupported
		if counted == nil || *counted != 9 {
			t.Fatalf("counted %v", counted)
		}
		right := in
		right.MonthsSupported = counted
		must(t, town.JudgeEligibility(ctx, town.Assessor, id, right))
		v, err = town.SeeEligibility(ctx, town.Assessor, id)
		must(t, err)
		newest := v.Verdicts[0]
		if newest.Origins[eligibility.MonthsSupported] != eligibility.FromAssistance || newest.Origins[eligibility.SeeksWork] != eligibility.FromTalk {
			t.Errorf("the facts come from %v", newest.Origins)
		}
		if newest.Verdict.Overall != eligibility.NotMet || len(newest.Verdict.Advice) == 0 {
			t.Errorf("the verdict is %+v", newest.Verdict)
		}
	})
}
