package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func TestSeeMyDay(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		settled, late := town.Active(), town.Active()
		town.Days(8)
		must(t, town.HoldContact(ctx, town.CaseManager, settled, held(town)))
		gone := town.Exited(followup.Moved)

		v, err := town.SeeMyDay(ctx, town.CaseManager, 1)
		must(t, err)
		if v.Total != 3 || v.Caseload != 2 || v.Limit != 20 {
			t.Fatalf("%d cases, caseload %d of %d", v.Total, v.Caseload, v.Limit)
		}
		for i, want := range []string{string(late), string(settled), string(gone)} {
			if string(v.Lines[i].Case.ID) != want {
				t.Errorf("place %d is another case than expected: %v", i+1, v.Lines[i].Needs)
			}
		}
		if !v.Lines[0].Asks(followup.ContactDue) || v.Lines[1].Asks(followup.ContactDue) {
			t.Error("a contact asks that was held, or not one that is late")
		}

		queue, err := town.SeeMyDay(ctx, town.DecisionMaker, 1)
		must(t, err)
		if queue.Total != 0 {
			t.Errorf("%d cases wait for a decision", queue.Total)
		}
		town.Assessed()
		queue, err = town.SeeMyDay(ctx, town.DecisionMaker, 1)
		must(t, err)
		if queue.Total != 1 || queue.Lines[0].Flags.Assessed == nil {
			t.Errorf("the assessed case is not ready: %+v", queue)
		}
		_, err = town.SeeMyDay(ctx, town.Evaluator, 1)
		wantCode(t, err, fault.NotAllowed)
		wantRefusal(t, town, access.SearchPersons.Name, "role")
	})
}
