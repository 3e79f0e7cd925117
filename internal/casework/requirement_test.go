package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/decision"
	"fotfaste/internal/duty"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func cutIn(month, day string) casework.NewConsequence {
	return casework.NewConsequence{Consequence: duty.Consequence{Cut: duty.Reduced, Month: period.MustMonth(month), DecidedOn: period.MustDay(day),
		Reason: "Kom inte till språkkaféet.", DecidedBy: "Socialnämndens utskott", Reference: "SN 2026-0815"}}
}

// The obstacle holds from its month, and the quarter counts by the month.
func TestObstacleByMonth(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Active()
		town.Days(105) // to November
		say := func(who access.Actor, obstacle casefile.Obstacle, from string) error {
			return town.RecordObstacle(ctx, who, id, casework.NewObstacle{Obstacle: obstacle, From: period.MustMonth(from)})
		}
		wantField(t, say(town.CaseManager, "laziness", "2026-10"), "obstacle")
		wantField(t, say(town.CaseManager, casefile.SocialReasons, "2026-12"), "from")
		must(t, say(town.CaseManager, casefile.UnemployedNoBenefit, "2026-08"))
		wantField(t, say(town.CaseManager, casefile.UnemployedNoBenefit, "2026-10"), "obstacle")
		must(t, say(town.CaseManager, casefile.SocialReasons, "2026-11"))
		if now := town.Case(id); now.MainObstacle != casefile.SocialReasons {
			t.Errorf("the case has %q", now.MainObstacle)
		}
		quarter := func() casework.QuarterFigures {
			t.Helper()
			v, err := town.SeeQuarter(ctx, town.Manager, duty.QuarterOf(period.MustMonth("2026-10")))
			must(t, err)
			return v
		}
		if v := quarter(); len(v.Rows) != 2 || v.Rows[0].Obstacle != casefile.UnemployedNoBenefit || v.Rows[1].Obstacle != casefile.SocialReasons {
			t.Errorf("%+v", v.Rows)
		}

		// What was a mistake is kept, and what stood before holds again.
		v, err := town.SeeCaseRequirement(ctx, town.CaseManager, id)
		must(t, err)
		mistake := v.Obstacles[0].ID
		if v.Now.ID != mistake || len(v.Obstacles) != 2 {
			t.Fatalf("%+v", v.Obstacles)
		}
		must(t, town.TakeBackObstacle(ctx, town.CaseManager, id, casework.Form{}, mistake))
		if err := town.TakeBackObstacle(ctx, town.CaseManager, id, casework.Form{}, mistake); fault.CodeOf(err) != fault.NotFound {
			t.Errorf("taken back twice: %v", err)
		}
		if v, err = town.SeeCaseRequirement(ctx, town.CaseManager, id); err != nil || v.Now.Obstacle != casefile.UnemployedNoBenefit || v.Obstacles[0].BackAt == nil {
			t.Errorf("%+v, %v", v, err)
		}
		if town.Case(id).MainObstacle != casefile.UnemployedNoBenefit || quarter().Rows[1].Obstacle != casefile.UnemployedNoBenefit {
			t.Error("the mistake still counts")
		}
		if town.Told(id, casefile.ObstacleRecorded) != 2 || town.Told(id, casefile.ObstacleTakenBack) != 1 {
			t.Error("the journey does not tell of it")
		}
		// A form made before somebody else's is stale, and a participant says nothing here.
		stale := casework.NewObstacle{Form: casework.Form{Version: 1}, Obstacle: casefile.SocialReasons, From: period.MustMonth("2026-11")}
		if err := town.RecordObstacle(ctx, town.CaseManager, id, stale); fault.CodeOf(err) != fault.Stale {
			t.Errorf("%v", err)
		}
		if err := say(town.ParticipantOf(id), casefile.SocialReasons, "2026-11"); fault.CodeOf(err) != fault.NotAllowed {
			t.Errorf("%v", err)
		}
	})
}

// What social services have decided is kept by month, counts in the quarter until it is
// undone, and is never decided here.
func TestReducedAssistance(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Active()
		me := town.ParticipantOf(id)
		note := func(who access.Actor, in casework.NewConsequence) error {
			return town.RecordConsequence(ctx, who, id, in)
		}
		wantField(t, note(town.CaseManager, cutIn("2026-09", "2026-08-01")), "month") // before it is applied
		town.Days(105)
		if err := note(me, cutIn("2026-10", "2026-10-28")); fault.CodeOf(err) != fault.NotAllowed {
			t.Errorf("%v", err)
		}
		grave := cutIn("2026-10", "2026-10-28")
		grave.Grave = true
		wantField(t, note(town.CaseManager, grave), "help_first")
		grave.HelpFirst = true
		must(t, note(town.CaseManager, grave))
		wantField(t, note(town.DecisionMaker, cutIn("2026-10", "2026-10-29")), "month") // one a month
		denied := cutIn("2026-11", "2026-11-10")
		denied.Cut = duty.Denied
		must(t, note(town.CaseManager, denied))

		sum := func() duty.Count {
			t.Helper()
			v, err := town.SeeQuarter(ctx, town.Manager, duty.QuarterOf(period.MustMonth("2026-10")))
			must(t, err)
			return v.Sum
		}
		if got := sum(); got.Persons != 1 || got.Reduced != 1 || got.Denied != 1 || got.Women.Denied+got.Men.Denied != 1 {
			t.Errorf("%+v", got)
		}
		mine, err := town.SeeCaseRequirement(ctx, me, id)
		must(t, err)
		if len(mine.Consequences) != 2 || mine.AppealWeeks != 3 || mine.Citation == "" || mine.Consequences[1].Reference != "SN 2026-0815" || !mine.Consequences[1].HelpFirst {
			t.Fatalf("%+v", mine)
		}
		way, err := town.SeeMyWay(ctx, me)
		if err != nil || len(way.Cuts) != 2 {
			t.Errorf("%d decisions on the first page, %v", len(way.Cuts), err)
		}

		undo := func(row ident.ID, why duty.Undone) error {
			return town.UndoConsequence(ctx, town.CaseManager, id, casework.UndoneConsequence{Row: row, Why: why})
		}
		wantField(t, undo(mine.Consequences[0].ID, "whim"), "why")
		must(t, undo(mine.Consequences[0].ID, duty.Changed))
		if err := undo(mine.Consequences[0].ID, duty.Mistake); fault.CodeOf(err) != fault.NotFound {
			t.Errorf("undone twice: %v", err)
		}
		if got := sum(); got.Reduced != 1 || got.Denied != 0 {
			t.Errorf("%+v", got)
		}
		if mine, err = town.SeeCaseRequirement(ctx, me, id); err != nil || mine.Consequences[0].Undone != duty.Changed || mine.Consequences[0].UndoneBy == "" {
			t.Errorf("%+v, %v", mine.Consequences, err)
		}
		must(t, note(town.CaseManager, denied)) // the month is free again
		if town.Told(id, casefile.ConsequenceRecorded) != 3 || town.Told(id, casefile.ConsequenceUndone) != 1 {
			t.Error("the journey does not tell of it")
		}
	})
}

// A decision is kept of the months that the quarter counts: not of one after the exit or
// after a stop, nor of one in a pause.
func TestACutAfterTheProgrammeIsRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		exited, stopped, paused := town.Active(), town.Active(), town.Active()
		town.Days(70) // to October
		change := func(id ident.ID, kind decision.Kind, from, to period.Day) {
			t.Helper()
			must(t, town.ChangeDecision(ctx, town.DecisionMaker, id, casework.Change{Kind: kind, From: from, To: to, Reason: "Insatsen passar inte längre för deltagaren."}))
		}
		must(t, town.RecordExit(ctx, town.CaseManager, exited, leaving("", followup.Work, "2026-10-05")))
		change(stopped, decision.Stop, town.Today()+1, 0)
		town.Days(35) // to November
		change(paused, decision.Pause, town.Today(), town.Today()+20)
		for _, id := range []ident.ID{exited, stopped} {
			wantField(t, town.RecordConsequence(ctx, town.CaseManager, id, cutIn("2026-11", "2026-11-10")), "month")
			must(t, town.RecordConsequence(ctx, town.CaseManager, id, cutIn("2026-10", "2026-10-28")))
		}
		wantField(t, town.RecordConsequence(ctx, town.CaseManager, paused, cutIn("2026-10", "2026-10-28")), "month")
		v, err := town.SeeQuarter(ctx, town.Manager, duty.QuarterOf(period.MustMonth("2026-10")))
		must(t, err)
		if len(v.Rows) != 2 || v.Sum.Reduced != 2 {
			t.Errorf("%+v", v.Rows)
		}
	})
}

// What the referral said of serious addiction holds whatever the form says.
func TestHelpComesFirst(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Agreed()
	referral := town.Referral(town.Kitchen(3, 20), 10)
	yes := true
	referral.Known.SeriousAddiction, referral.Known.HelpOffered = &yes, &yes
	_, err := town.Refer(ctx, town.CaseManager, id, referral)
	must(t, err)
	town.Days(105)
	v, err := town.SeeCaseRequirement(ctx, town.CaseManager, id)
	if err != nil || !v.Grave {
		t.Fatalf("%v, %v", v.Grave, err)
	}
	wantField(t, town.RecordConsequence(ctx, town.CaseManager, id, cutIn("2026-11", "2026-11-10")), "help_first")
}
