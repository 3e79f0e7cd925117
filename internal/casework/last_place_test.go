package casework_test

import (
	"context"
	"slices"
	"sync"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/ident"
	"fotfaste/internal/placement"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// Two hundred ask at the same moment for the last ten hours of a place. One gets
// them; the others stand in the queue, each in a place of their own.
func TestTheLastPlace(t *testing.T) {
	const asking, hours = 200, 10
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		place := town.Kitchen(1, hours)
		cases := town.ActiveMany(asking)

		var all sync.WaitGroup
		start := make(chan struct{})
		placed, errs := make([]ident.ID, asking), make([]error, asking)
		for i, id := range cases {
			all.Go(func() {
				<-start
				placed[i], errs[i] = town.Refer(ctx, town.CaseManager, id, town.Referral(place, hours))
			})
		}
		close(start)
		all.Wait()

		offered := 0
		var waiting []placement.Placement
		for i := range cases {
			if errs[i] != nil {
				t.Fatalf("case %d: %v", i, errs[i])
			}
			switch p := town.Placement(placed[i]); p.State {
			case placement.Offered:
				offered++
			case placement.Queued:
				waiting = append(waiting, p)
			default:
				t.Errorf("a placement is %s", p.State)
			}
		}
		if offered != 1 || len(waiting) != asking-1 {
			t.Errorf("%d were offered the place and %d wait", offered, len(waiting))
		}
		if held := town.Held(place); held != hours {
			t.Errorf("%d of %d hours are held", held, hours)
		}

		// The queue is the order in which they were let in, with no two in one place.
		slices.SortFunc(waiting, func(a, b placement.Placement) int { return a.QueuedAt.Compare(*b.QueuedAt) })
		view, err := town.SeeIntervention(ctx, town.CaseManager, place)
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range view.Queue {
			if p.Number != i+1 || p.Placement != waiting[i].ID || i > 0 && !p.QueuedAt.After(view.Queue[i-1].QueuedAt) {
				t.Fatalf("number %d in the queue is %+v", i+1, p)
			}
		}
		if checked, err := db.VerifyJournals(ctx); err != nil || checked < asking {
			t.Errorf("%d entries of the journal are whole: %v", checked, err)
		}
	})
}
