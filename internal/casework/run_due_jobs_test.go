package casework_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/placement"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// An offer lapses once, however many run what is due and however often.
func TestAnOfferLapsesOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		_, placed := town.Offered()
		run := func() int {
			done, err := town.RunDueJobs(ctx, town.Clock.Now(), town.CaseManager.Municipality)
			if err != nil {
				t.Error(err)
			}
			return done
		}
		town.Days(placement.OfferDays)
		if n := run(); n != 0 || town.Placement(placed).State != placement.Offered {
			t.Errorf("on its last day %d jobs ran and the offer is %s", n, town.Placement(placed).State)
		}
		town.Days(1)
		var done atomic.Int64
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() { done.Add(int64(run())) })
		}
		all.Wait()
		p := town.Placement(placed)
		if done.Load() != 1 || p.State != placement.Declined || p.DeclinedBy != placement.TheDeadline {
			t.Errorf("%d ran, the offer is %s by %s", done.Load(), p.State, p.DeclinedBy)
		}
		if held := town.Held(p.Intervention); held != 0 {
			t.Errorf("%d hours are held", held)
		}
	})
}

func TestAnAnsweredOfferDoesNotLapse(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	_, placed := town.Accepted()
	town.Days(30)
	if _, err := town.RunDueJobs(ctx, town.Clock.Now(), town.CaseManager.Municipality); err != nil {
		t.Fatal(err)
	}
	if p := town.Placement(placed); p.State != placement.Accepted {
		t.Errorf("it is %s", p.State)
	}
}

// What fails is kept with why and tried again; what else is due is done.
func TestAFailingJobStopsNoOther(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	_, placed := town.Offered()
	town.Days(placement.OfferDays + 1)
	err := town.DB.Write(ctx, town.CaseManager.Municipality, func(tx *store.Tx) error {
		return tx.AddJob(ctx, store.Job{ID: town.IDs.New(officetest.Start), Kind: "unheard_of", Subject: placed, DueAt: officetest.Start})
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []int{1, 0} {
		done, err := town.RunDueJobs(ctx, town.Clock.Now(), town.CaseManager.Municipality)
		if done != want || err == nil {
			t.Errorf("%d jobs were done (%v), want %d and a word of the other", done, err, want)
		}
	}
}

// A plan agreed before the programme's first day begins it on that day.
func TestTheProgrammeBeginsOnItsFirstDay(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.ManagedFrom(town.Today().AddDays(14))
	if err := town.ProposePlan(ctx, town.CaseManager, id, town.PlanDraft()); err != nil {
		t.Fatal(err)
	}
	v, err := town.SeePlan(ctx, town.CaseManager, id)
	if err != nil {
		t.Fatal(err)
	}
	yes := casework.PlanAnswer{Version: v.Shown().ID, Agreed: true}
	if err := town.AnswerPlan(ctx, town.ParticipantOf(id), id, yes); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		days int
		want casefile.State
	}{{0, casefile.Granted}, {13, casefile.Granted}, {1, casefile.Active}} {
		town.Days(c.days)
		if _, err := town.RunDueJobs(ctx, town.Clock.Now(), town.CaseManager.Municipality); err != nil {
			t.Fatal(err)
		}
		if got := town.Case(id).State; got != c.want {
			t.Errorf("%s: the case is %s, want %s", town.Today(), got, c.want)
		}
	}
}
