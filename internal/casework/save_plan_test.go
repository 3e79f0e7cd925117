package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/plan"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func TestAPlanFromDraftToAgreed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Managed()
		me := town.ParticipantOf(id)
		seen := func() casework.PlanView {
			t.Helper()
			v, err := town.SeePlan(ctx, town.CaseManager, id)
			if err != nil {
				t.Fatal(err)
			}
			return v
		}

		// Half done: saved as it is, hidden from the participant.
		half := town.PlanDraft()
		half.Goal, half.Activities[0].To = "", nil
		if err := town.SavePlan(ctx, town.CaseManager, id, half); err != nil {
			t.Fatal(err)
		}
		if v, err := town.SeePlan(ctx, me, id); err != nil || len(v.Versions) != 0 {
			t.Errorf("the participant sees %d versions (%v), want none before one is proposed", len(v.Versions), err)
		}
		wantField(t, town.ProposePlan(ctx, town.CaseManager, id, half), "activities.0.to")

		// Whole: the same version, proposed, with its activities' identities kept.
		whole := town.PlanDraft()
		whole.Activities[0].ID = seen().Versions[0].Activities[0].ID
		if err := town.ProposePlan(ctx, town.CaseManager, id, whole); err != nil {
			t.Fatal(err)
		}
		first := *seen().Shown()
		if first.Version != 1 || first.State != plan.Proposed || first.Activities[0].ID != whole.Activities[0].ID {
			t.Errorf("proposed became %+v", first)
		}

		// What is proposed does not change: the next draft is a version of its own.
		change := town.PlanDraft()
		change.Activities = first.Activities[:1]
		change.Activities[0].Hours = 20
		if err := town.SavePlan(ctx, town.CaseManager, id, change); err != nil {
			t.Fatal(err)
		}
		if v := seen(); len(v.Versions) != 2 || v.Shown().ID != first.ID || v.Shown().Activities[0].Hours != 15 {
			t.Errorf("the proposed version changed: %+v", v.Shown())
		}

		// The participant says yes, and the programme begins with it.
		if err := town.AnswerPlan(ctx, me, id, casework.PlanAnswer{Version: first.ID, Agreed: true}); err != nil {
			t.Fatal(err)
		}
		if c := town.Case(id); c.State != casefile.Active || c.PlannedHours != 20 || c.Goal != "Jag vill arbeta i kök igen." {
			t.Errorf("the case became %+v", c)
		}
		err := town.AnswerPlan(ctx, me, id, casework.PlanAnswer{Version: first.ID, Agreed: true})
		wantCode(t, err, fault.Conflict)

		// A change is proposed and refused: what was agreed holds.
		if err := town.ProposePlan(ctx, town.CaseManager, id, change); err != nil {
			t.Fatal(err)
		}
		second := *seen().Shown()
		if changes := seen().Changes(second); len(changes) != 2 {
			t.Errorf("version 2 changed %v", changes)
		}
		no := casework.PlanAnswer{Version: second.ID}
		wantField(t, town.AnswerPlan(ctx, me, id, no), "note")
		no.Note = "Jag orkar inte mer än förut."
		if err := town.AnswerPlan(ctx, me, id, no); err != nil {
			t.Fatal(err)
		}
		if v := seen(); v.Versions.Standing().ID != first.ID || v.Versions[0].State != plan.NotAgreed || town.Case(id).PlannedHours != 20 {
			t.Errorf("after the no version %d holds", v.Versions.Standing().Version)
		}

		// A yes that was given at a meeting is recorded with how.
		if err := town.ProposePlan(ctx, town.CaseManager, id, change); err != nil {
			t.Fatal(err)
		}
		yes := casework.PlanAnswer{Version: seen().Shown().ID, Agreed: true}
		wantField(t, town.RecordPlanAnswer(ctx, town.CaseManager, id, yes), "note")
		yes.Note = "Sa ja vid mötet på kontoret."
		if err := town.RecordPlanAnswer(ctx, town.CaseManager, id, yes); err != nil {
			t.Fatal(err)
		}
		v := seen()
		if v.Versions.Standing().Version != 3 || v.Versions.In(plan.NotAgreed) != nil || v.Versions.In(plan.Agreed).Version != 3 {
			t.Errorf("after the yes: %+v", v.Versions)
		}

		t.Run("the participant may not write, and the journal keeps that", func(t *testing.T) {
			wantCode(t, town.SavePlan(ctx, me, id, change), fault.NotAllowed)
			wantRefusal(t, town, access.WritePlan.Name, "no_ground")
		})
		if _, err := db.VerifyJournals(ctx); err != nil {
			t.Error(err)
		}
	})
}

// An organisation answers for what it carries; the plan is still the participant's.
func TestAnOrganisationAnswersForItsPart(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Planned()
	v, err := town.SeePlan(ctx, town.CaseManager, id)
	if err != nil {
		t.Fatal(err)
	}
	shown := *v.Shown()
	if parts := v.Parts(shown); len(parts) != 1 || parts[0].Organisation != town.Agency || parts[0].Answer != nil {
		t.Fatalf("the parts are %+v", parts)
	}
	for _, c := range []struct {
		in   casework.PlanAnswer
		want fault.Code
	}{
		{casework.PlanAnswer{Version: shown.ID, Organisation: town.Provider, Agreed: true}, fault.NotFound},
		{casework.PlanAnswer{Version: shown.ID, Organisation: town.Agency}, fault.Invalid},
		{casework.PlanAnswer{Version: shown.Activities[0].ID, Organisation: town.Agency, Agreed: true}, fault.NotFound},
		{casework.PlanAnswer{Version: shown.ID, Organisation: town.Agency, Agreed: true}, ""},
	} {
		wantCode(t, town.RecordPlanAnswer(ctx, town.CaseManager, id, c.in), c.want)
	}
	if v, err = town.SeePlan(ctx, town.CaseManager, id); err != nil {
		t.Fatal(err)
	}
	if !plan.AllAgreed(v.Parts(*v.Shown())) || v.Shown().State != plan.Proposed {
		t.Errorf("after the agency's yes: %+v, %s", v.Parts(*v.Shown()), v.Shown().State)
	}
}

// The hours of the case follow the plan on the days when activities begin and end.
func TestPlannedHoursFollowThePlan(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Managed()
	draft := town.PlanDraft()
	soon, later := town.Today().AddDays(10), town.Today().AddDays(20)
	draft.Activities[0].To, draft.Activities[1].From = &soon, &later
	if err := town.ProposePlan(ctx, town.CaseManager, id, draft); err != nil {
		t.Fatal(err)
	}
	v, err := town.SeePlan(ctx, town.CaseManager, id)
	if err != nil {
		t.Fatal(err)
	}
	yes := casework.PlanAnswer{Version: v.Shown().ID, Agreed: true, Note: "Sa ja vid mötet."}
	if err := town.RecordPlanAnswer(ctx, town.CaseManager, id, yes); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ days, hours int }{{0, 15}, {10, 15}, {1, 5}, {9, 5}, {162, 0}} {
		town.Days(c.days)
		if _, err := town.RunDueJobs(ctx, town.Clock.Now(), town.CaseManager.Municipality); err != nil {
			t.Fatal(err)
		}
		if got := town.Case(id).PlannedHours; got != c.hours {
			t.Errorf("%s: %d hours are planned, want %d", town.Today(), got, c.hours)
		}
	}
}
