package casework_test

import (
	"context"
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/decision"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

var christmas = period.MustDay("2026-12-25").Week() // the day is a Friday

func until(town *officetest.Town, week period.Week) {
	town.Days(int(week.Sunday()-town.Today()) + 1)
}

// A public holiday is paid without a word of anybody, so that it must not be paid to
// somebody who has left or who never began.
func TestChristmasIsForWhoTakesPart(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		town.Exited(followup.Work)
		waits, withdrawn := town.Managed(), town.Managed()
		must(t, town.CloseCase(ctx, town.CaseManager, withdrawn, casework.Closing{}))
		until(town, christmas)
		_, err := town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: christmas})
		wantCode(t, err, fault.Conflict)

		takesPart := town.Exited(followup.Work) // today, the Monday after: before it nothing was granted
		must(t, town.StartProgramme(ctx, town.CaseManager, waits, casework.Form{}))
		run := town.Attested(christmas)
		v := runOf(t, town, run)
		if len(v.Lines) != 1 || v.Lines[0].Payee.Case != waits || v.Total != 562 {
			t.Errorf("%+v", v.Lines)
		}
		if paid := town.Payments(takesPart) + town.Payments(withdrawn); paid != 0 {
			t.Errorf("%s was paid to who did not take part", paid)
		}
		if n := wantReproduced(t, town, run); n != 1 {
			t.Errorf("%d calculations", n)
		}
	})
}

func left(t *testing.T, town *officetest.Town, id, at ident.ID, on period.Day) {
	t.Helper()
	ctx := context.Background()
	must(t, town.EndPlacement(ctx, town.CaseManager, at, casework.PlacementEnd{BrokenOff: true, On: town.Today(), Reason: "Har fått ett arbete."}))
	must(t, town.RecordExit(ctx, town.CaseManager, id, leaving("", followup.Work, on.String())))
}

// The day of the exit is the last that pays.
func TestPaidToTheDayOfTheExit(t *testing.T) {
	town := officetest.OnSQLite(t)
	id, at, week := town.Due()
	left(t, town, id, at, week.Monday().AddDays(2))
	if v := runOf(t, town, town.Proposed(week)); len(v.Lines) != 1 || v.Total != 1687 {
		t.Errorf("%+v", v.Lines)
	}
}

// An exit that is noted after its days were paid makes the week fall in the next run,
// and the week can still be seen as it was known before.
func TestAnExitNotedLateTakesBack(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		town := officetest.New(t, db)
		id, at, week := town.Due()
		first := town.Paid(week, id)
		left(t, town, id, at, week.Monday().AddDays(2))
		town.Days(7)
		second := town.Attested(week.AddWeeks(1))
		v := runOf(t, town, second)
		if len(v.Lines) != 1 || v.Lines[0].Week != week || v.Lines[0].Number != 2 || v.Lines[0].Difference() != 1687-2812 || v.Total != 0 {
			t.Errorf("%+v", v.Lines)
		}
		if found := town.Recoveries(id); len(found) != 1 {
			t.Errorf("%d recoveries", len(found))
		}
		if n := wantReproduced(t, town, first, second); n != 2 {
			t.Errorf("%d calculations", n)
		}
	})
}

// Who comes back has a place of its own, from a day that the earlier one does not give.
func TestNoDayInTwoCases(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Assessed()
	now, today := town.Clock.Now(), town.Today()
	earlier, left, who := town.IDs.New(now), today.AddDays(3), town.Case(id).Person
	must(t, town.DB.Write(ctx, town.CaseManager.Municipality, func(tx *store.Tx) error {
		must(t, tx.AddCase(ctx, casefile.Case{ID: earlier, Municipality: town.CaseManager.Municipality, Number: "2025-0900",
			Person: who, State: casefile.Closed, Version: 1, OpenedOn: today, OpenedAt: now}))
		must(t, tx.AddDecision(ctx, store.Decided{Case: earlier, Decision: decision.Decision{ID: town.IDs.New(now), Kind: decision.Grant,
			Span: period.Span{From: today, To: today.AddDays(364)}, Reason: officetest.Reason, By: town.DecisionMaker.Account, At: now}}))
		must(t, tx.AddEvent(ctx, casefile.Event{ID: town.IDs.New(now), Case: earlier, At: now, Kind: casefile.ProgrammeStarted, Part: string(access.Decisions)}))
		return tx.AddExit(ctx, store.Exit{ID: town.IDs.New(now), Case: earlier, By: town.CaseManager.Account, RecordedAt: now.Add(time.Minute),
			Exit: followup.Exit{Kind: followup.Work, On: left}})
	}))
	err := town.GrantPlace(ctx, town.DecisionMaker, id, casework.Grant{From: left, Reason: officetest.Reason})
	wantField(t, err, "from")
	must(t, town.GrantPlace(ctx, town.DecisionMaker, id, casework.Grant{From: left + 1, Reason: officetest.Reason}))
}
