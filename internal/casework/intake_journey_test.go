package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/decision"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// From enquiry to a case manager on both engines, and what can be seen of it again.
func TestFromEnquiryToCaseManager(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Managed()

		c := town.Case(id)
		if c.State != casefile.Granted || c.AbilityHours != 30 || c.LadderStep != 4 || c.Goal != "Jag vill arbeta i kök igen." ||
			c.Manager != town.CaseManager.Account || c.Programme == nil || c.Programme.To.String() != "2027-08-02" {
			t.Errorf("the case became %+v", c)
		}
		judged, err := town.SeeEligibility(ctx, town.CaseManager, id)
		if err != nil {
			t.Fatal(err)
		}
		// The verdict was renewed when the assessment was complete.
		if len(judged.Verdicts) != 2 || judged.Verdicts[0].Verdict.Overall != eligibility.Met || judged.Verdicts[1].Verdict.Overall != eligibility.NotKnown {
			t.Errorf("the verdicts are %+v", judged.Verdicts)
		}
		if age := judged.Verdicts[0].Verdict.Criteria[0].Reason.Args; age["On"] != town.Today() || age["Youngest"] != 25 {
			t.Errorf("a stored reason has lost the types of its values: %#v", age)
		}
		assessed, err := town.SeeAssessment(ctx, town.CaseManager, id, false)
		if err != nil {
			t.Fatal(err)
		}
		round, done := assessed.Latest(assessment.JointAssessment)
		if !done || *round.Profile().AbilityHours != 30 || round.Participant.ID.IsZero() {
			t.Errorf("the round is %+v", round)
		}
		made, err := town.SeeDecisions(ctx, town.CaseManager, id)
		if err != nil {
			t.Fatal(err)
		}
		if len(made.Decisions) != 1 || made.Decisions[0].Kind != decision.Grant || made.Decisions[0].ByName != town.DecisionMaker.Name ||
			made.Decisions[0].LastAppeal.String() != "2026-08-24" || made.Today.State != decision.Granted {
			t.Errorf("the decisions are %+v", made)
		}
		must(t, db.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			moves, err := tx.StepMoves(ctx, id)
			if len(moves) != 1 || moves[0].From != 0 || moves[0].To != 4 {
				t.Errorf("the steps are %+v", moves)
			}
			return err
		}))
		if _, err := db.VerifyJournals(ctx); err != nil {
			t.Error(err)
		}
	})
}
