package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/matching"
)

// Two could both come to the one place that is free. The plan gives it to one, tells the
// other why not, and shows each to those who may open their case.
func TestMeeting(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	place := town.Kitchen(1, 10)
	cases := town.ActiveMany(2)
	v, err := town.SeeMeeting(ctx, town.CaseManager)
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Rows) != 2 || v.People != 2 || v.Placed != 1 || v.Hours != 10 || v.Short != 0 {
		t.Fatalf("%d rows, %d of %d placed, %d hours, %v short", len(v.Rows), v.Placed, v.People, v.Hours, v.Short)
	}
	for _, row := range v.Rows {
		switch {
		case row.Proposal != nil && (row.Proposal.Parts[0].ID != place || row.Proposal.Placed() != 10):
			t.Errorf("proposed: %+v", row.Proposal.Parts)
		case row.Left != nil && (row.Left.Outbid == nil || row.Left.Outbid.ID != place):
			t.Errorf("left: %+v", row.Left)
		}
	}

	t.Run("others see the numbers and not the people", func(t *testing.T) {
		v, err := town.SeeMeeting(ctx, town.Second)
		if err != nil || len(v.Rows) != 0 || v.People != 2 || v.Placed != 1 {
			t.Errorf("%d rows of %d people, %v", len(v.Rows), v.People, err)
		}
		town.Protect(cases[0])
		if v, _ := town.SeeMeeting(ctx, town.Second); len(v.Rows) != 0 {
			t.Error("a protected person is shown")
		}
	})
	t.Run("only for who refers", func(t *testing.T) {
		for _, actor := range []access.Actor{town.Manager, town.Evaluator, town.Supervisor, town.ParticipantOf(cases[0])} {
			_, err := town.SeeMeeting(ctx, actor)
			wantCode(t, err, fault.NotAllowed)
		}
	})
	t.Run("what is offered is neither free nor unfilled", func(t *testing.T) {
		town.Referred(cases[0], place, 10)
		v, err := town.SeeMeeting(ctx, town.CaseManager)
		if err != nil || v.Placed != 0 {
			t.Fatalf("%d placed, %v", v.Placed, err)
		}
		for _, row := range v.Rows {
			if row.Left.Why.Obstacle == matching.NoObstacle && row.Left.Outbid == nil {
				t.Errorf("no reason: %+v", row.Left)
			}
		}
	})
}

// What is proposed to one in their case is what is known of them, and stands beside why.
func TestBestPlaces(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	place := town.Kitchen(1, 10)
	cases := town.ActiveMany(2)
	v, err := town.SeeChoices(ctx, town.CaseManager, cases[0], casework.CatalogueQuery{})
	if err != nil || len(v.Best) != 1 || v.Best[0].Pair.ID != place || !v.Best[0].IsPossible() || len(v.Best[0].Points) == 0 || v.None != nil {
		t.Fatalf("%+v, %v", v.Best, err)
	}
	town.Referred(cases[1], place, 10)
	v, err = town.SeeChoices(ctx, town.CaseManager, cases[0], casework.CatalogueQuery{})
	if err != nil || len(v.Best) != 1 || v.Best[0].Obstacle != matching.Full || v.None == nil || v.None.Obstacle != matching.Full {
		t.Fatalf("full: %+v, %+v, %v", v.Best, v.None, err)
	}
}

func TestNeed(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	place := town.Kitchen(1, 10)
	town.ActiveMany(3)
	v, err := town.SeeNeed(ctx, town.Manager)
	if err != nil || v.People != 3 || v.Placed != 1 || v.Hours != 3*10 {
		t.Fatalf("%+v, %v", v, err)
	}
	if n := v.Needs[0]; n.Wanted != 30 || n.Free != 10 || n.People != 3 {
		t.Errorf("%+v", n)
	}
	if len(v.Worths) != 1 || v.Worths[0].ID != place || v.Worths[0].People != 2 || v.Worths[0].Hours != 20 {
		t.Errorf("%+v", v.Worths)
	}
	if len(v.Closed) != 1 || v.Closed[0].People != 2 || v.Closed[0].Criterion != "" {
		t.Errorf("%+v", v.Closed)
	}
	_, err = town.SeeNeed(ctx, town.CaseManager)
	wantCode(t, err, fault.NotAllowed)
}
