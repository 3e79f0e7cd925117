package casework_test

import (
	"context"
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func TestMoveStep(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Active() // on step 4
		town.Rated(id, 3, 2)
		town.Days(90)
		town.Rated(id, 3, 4)

		v, err := town.SeeProgress(ctx, town.CaseManager, id, "", "")
		must(t, err)
		if len(v.Rounds) != 2 || len(v.Changes) != 11 {
			t.Fatalf("%d rounds, %d themes", len(v.Rounds), len(v.Changes))
		}
		for _, c := range v.Changes {
			want := 0
			if c.Theme == assessment.BeliefInJob {
				want = 2
			}
			if c.Size() != want {
				t.Errorf("%s moved %d, want %d", c.Theme, c.Size(), want)
			}
		}
		turned, err := town.SeeProgress(ctx, town.CaseManager, id, v.To.ID(), v.From.ID())
		must(t, err)
		if turned.From.ID() != v.From.ID() {
			t.Error("the later round stands as the earlier one")
		}

		move := casework.MovedStep{Form: casework.Form{Token: "a"}, To: 5, On: town.Today(), Reason: "Klarar tre dagar i köket utan stöd."}
		wrong := move
		wrong.To, wrong.Reason, wrong.On = 4, "Bra", town.Today()+1
		err = town.MoveStep(ctx, town.CaseManager, id, wrong)
		for _, field := range []string{"to", "reason", "on"} {
			wantField(t, err, field)
		}
		must(t, town.MoveStep(ctx, town.CaseManager, id, move))
		if step := town.Case(id).LadderStep; step != 5 {
			t.Errorf("stands on step %d", step)
		}
		wantCode(t, town.MoveStep(ctx, town.CaseManager, id, move), fault.Repeated)
		town.Clock.Forward(time.Minute)
		down := casework.MovedStep{To: 3, On: town.Today(), Reason: "Behöver lugnare takt en tid."}
		wantCode(t, town.MoveStep(ctx, town.Assessor, id, down), fault.NotAllowed)
		wantRefusal(t, town, access.MoveStep.Name, "no_ground")
		must(t, town.MoveStep(ctx, town.CaseManager, id, down))
		v, err = town.SeeProgress(ctx, town.CaseManager, id, "", "")
		must(t, err)
		if n := len(v.Moves); n != 3 || v.Moves[0].From != 0 || v.Moves[2].From != 5 || v.Moves[2].To != 3 {
			t.Errorf("the moves are %+v", v.Moves)
		}
	})
}
