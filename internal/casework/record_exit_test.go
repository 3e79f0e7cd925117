package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/decision"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func leaving(token string, kind followup.ExitKind, on string) casework.LeavingProgramme {
	return casework.LeavingProgramme{Form: casework.Form{Token: token}, Exit: followup.Exit{Kind: kind, On: period.MustDay(on)}}
}

// The way out: exit, how it went, and the end of the case.
func TestRecordExitOutcomeAndClose(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Active()
		town.Days(40)

		wrong := leaving("a", followup.OtherExit, "2026-09-13")
		err := town.RecordExit(ctx, town.CaseManager, id, wrong)
		wantField(t, err, "on")
		wantField(t, err, "note")
		wantCode(t, town.RecordExit(ctx, town.Second, id, wrong), fault.NotAllowed)
		wantRefusal(t, town, access.RecordExit.Name, "no_ground")

		exit := leaving("b", followup.WorkWithSupport, "2026-09-10")
		exit.Hours = 30
		must(t, town.RecordExit(ctx, town.CaseManager, id, exit))
		if c := town.Case(id); c.State != casefile.Exited {
			t.Fatalf("after the exit the case is %s", c.State)
		}
		wantNext(t, town, id, "2026-10-10") // support goes on, every month
		wantCode(t, town.RecordExit(ctx, town.CaseManager, id, leaving("c", followup.Work, "2026-09-10")), fault.Conflict)

		v, err := town.SeeOutcomes(ctx, town.CaseManager, id)
		must(t, err)
		if v.Exit == nil || v.Exit.Hours != 30 || len(v.Times) != 6 {
			t.Fatalf("exit %+v and %d times", v.Exit, len(v.Times))
		}
		if now := v.Times[0]; now.Standing != followup.InSupportedWork || now.RecordedAt == nil {
			t.Errorf("on the day of the exit it says %+v", now)
		}
		if later := v.Times[1]; later.DueOn != period.MustDay("2026-12-10") || later.Standing != "" {
			t.Errorf("three months on it says %+v", later)
		}

		noted := casework.NotedOutcome{Form: casework.Form{Token: "d"}, Outcome: followup.Outcome{
			Months: 3, On: period.MustDay("2026-09-12"), Standing: followup.InWork, Source: followup.ByAsking, Hours: 40,
		}}
		wantField(t, town.RecordOutcome(ctx, town.CaseManager, id, noted), "on")
		town.Days(90) // 11 December
		noted.Token, noted.On, noted.Standing = "e", period.MustDay("2026-12-11"), followup.NotReached
		must(t, town.RecordOutcome(ctx, town.CaseManager, id, noted))
		if c := town.Case(id); c.State != casefile.FollowUp {
			t.Errorf("after the first outcome the case is %s", c.State)
		}
		noted.Token, noted.Standing = "f", followup.InWork // reached at the second try
		must(t, town.RecordOutcome(ctx, town.CaseManager, id, noted))
		noted.Token = "g"
		wantCode(t, town.RecordOutcome(ctx, town.CaseManager, id, noted), fault.Conflict)
		noted.Token, noted.Months = "h", 5
		wantCode(t, town.RecordOutcome(ctx, town.CaseManager, id, noted), fault.NotFound)

		wantField(t, town.CloseCase(ctx, town.CaseManager, id, casework.Closing{Form: casework.Form{Token: "i"}}), "reason")
		must(t, town.CloseCase(ctx, town.CaseManager, id, casework.Closing{Form: casework.Form{Token: "j"}, Reason: "Vill inte bli uppringd mer."}))
		if c := town.Case(id); c.State != casefile.Closed || c.NextContactOn != nil {
			t.Errorf("at the end: %+v", c)
		}
		if _, err := db.VerifyJournals(ctx); err != nil {
			t.Error(err)
		}
	})
}

// Who leaves to something else than work or studies has no more contacts due.
func TestNoContactAfterMoving(t *testing.T) {
	town := officetest.OnSQLite(t)
	id := town.Active()
	must(t, town.RecordExit(context.Background(), town.CaseManager, id, leaving("a", followup.Moved, "2026-08-03")))
	wantNext(t, town, id, "none")
}

// Before the start a case is closed because the person no longer wants a place.
func TestCloseBeforeTheStart(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Enquiry()
	must(t, town.CloseCase(ctx, town.Assessor, id, casework.Closing{Form: casework.Form{Token: "a"}}))
	if c := town.Case(id); c.State != casefile.Closed {
		t.Errorf("it is %s", c.State)
	}
	wantCode(t, town.CloseCase(ctx, town.Assessor, town.Active(), casework.Closing{}), fault.Conflict)
}

// A place that nobody ends would be lost to the next in the queue.
func TestNoExitFromAnOpenPlace(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id, at := town.Started()
	on := town.Today().String()
	err := town.RecordExit(ctx, town.CaseManager, id, leaving("a", followup.Work, on))
	wantCode(t, err, fault.Conflict)
	v, err := town.SeeOutcomes(ctx, town.CaseManager, id)
	must(t, err)
	if len(v.OpenPlaces) != 1 {
		t.Errorf("%q are open", v.OpenPlaces)
	}
	must(t, town.EndPlacement(ctx, town.CaseManager, at, casework.PlacementEnd{
		BrokenOff: true, On: town.Today(), Reason: "Har fått ett arbete.",
	}))
	must(t, town.RecordExit(ctx, town.CaseManager, id, leaving("b", followup.Work, on)))
}

// Where a decision has stopped the programme, the exit is noted afterwards, once.
func TestExitAfterAStop(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Active()
	must(t, town.ChangeDecision(ctx, town.DecisionMaker, id, casework.Change{Kind: decision.Stop, From: town.Today(), Reason: officetest.Reason}))
	if c := town.Case(id); c.State != casefile.Exited {
		t.Fatalf("after the stop the case is %s", c.State)
	}
	on := town.Today().String()
	must(t, town.RecordExit(ctx, town.CaseManager, id, leaving("a", followup.Moved, on)))
	wantCode(t, town.RecordExit(ctx, town.CaseManager, id, leaving("b", followup.Moved, on)), fault.Conflict)
}
