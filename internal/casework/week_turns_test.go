package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/placement"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// Nobody does anything, and the queue moves: a placement ends by plan, the week turns,
// and the one who waited is offered the place from then, with the first day moved and
// the last as it was. Before that they are told when it will be.
func TestTheQueueMovesWhenTheWeekTurns(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		place := town.Kitchen(1, 20)
		cases := town.ActiveMany(2)
		first := town.Referral(place, 20)
		last := town.Today().Week().AddWeeks(3).Monday() + 4 // a Friday
		first.To = &last
		if _, err := town.Refer(ctx, town.CaseManager, cases[0], first); err != nil {
			t.Fatal(err)
		}
		waits := town.Referred(cases[1], place, 20)
		v, err := town.SeePlacement(ctx, town.CaseManager, waits)
		if want := last + 3; err != nil || v.Position == nil || v.Position.Expected == nil || *v.Position.Expected != want {
			t.Fatalf("expected %+v (%v), want %v", v.Position, err, want)
		}
		wished := *town.Placement(waits).To
		// The offer to the first is answered, or it would lapse before.
		theirs, err := town.SeePlacements(ctx, town.CaseManager, cases[0])
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range theirs.Placements {
			yes := casework.OfferAnswer{Agreed: true, For: placement.Participant}
			if err := town.AnswerForProvider(ctx, town.Supervisor, line.ID, casework.OfferAnswer{Agreed: true}); err != nil {
				t.Fatal(err)
			}
			if err := town.RecordOfferAnswer(ctx, town.CaseManager, line.ID, yes); err != nil {
				t.Fatal(err)
			}
		}
		for town.Placement(waits).State == placement.Queued && town.Today() < wished {
			town.Days(1)
			if _, err := town.RunDueJobs(ctx, town.Clock.Now(), town.CaseManager.Municipality); err != nil {
				t.Fatal(err)
			}
		}
		p := town.Placement(waits)
		if p.State != placement.Offered || *p.From != last+3 || *p.To != wished || town.Today().Week() != last.Week() {
			t.Errorf("on %v: %s from %v to %v", town.Today(), p.State, *p.From, *p.To)
		}
	})
}

// A room that is planned is not shown until its week, and goes to those who wait then.
func TestAPlannedRoomComes(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	place := town.Kitchen(0, 20)
	waits := town.Referred(town.ActiveMany(1)[0], place, 20)
	from := town.Today().Week().AddWeeks(4).Monday()
	wantField(t, town.ChangeCapacity(ctx, town.Supervisor, place, casework.Capacity{Places: 1, HoursPerPlace: 20, From: new(town.Today() - 1)}), "from")
	wantField(t, town.ChangeCapacity(ctx, town.Supervisor, place, casework.Capacity{Places: 1, HoursPerPlace: 20, From: new(town.Today().AddYears(3))}), "from")
	if err := town.ChangeCapacity(ctx, town.Supervisor, place, casework.Capacity{Places: 1, HoursPerPlace: 20, From: &from}); err != nil {
		t.Fatal(err)
	}
	if in := town.Intervention(place); in.Places != 0 || town.Placement(waits).State != placement.Queued {
		t.Errorf("%d places already, %s", in.Places, town.Placement(waits).State)
	}
	for town.Today() < from {
		town.Days(1)
		if _, err := town.RunDueJobs(ctx, town.Clock.Now(), town.CaseManager.Municipality); err != nil {
			t.Fatal(err)
		}
	}
	if in, p := town.Intervention(place), town.Placement(waits); in.Places != 1 || p.State != placement.Offered || *p.From != from {
		t.Errorf("%d places, %s from %v", in.Places, p.State, *p.From)
	}
}

func TestNobodyBeginsInAClosedPeriod(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	_, placed := town.Accepted()
	place := town.Placement(placed).Intervention
	from, to := town.Today(), town.Today().AddDays(3)
	closed := casework.ClosedPeriod{From: &from, To: &to, Reason: "Flytt av köket"}
	_, err := town.ClosePeriod(ctx, town.CaseManager, place, closed)
	wantCode(t, err, fault.NotAllowed)
	starts, err := town.ClosePeriod(ctx, town.Supervisor, place, closed)
	if err != nil {
		t.Fatal(err)
	}
	planned := *town.Placement(placed).From
	if inIt := from <= planned && planned <= to; (starts.Count == 1) != inIt || starts.Next == nil || *starts.Next <= to || !starts.Next.IsProgrammeDay() {
		t.Errorf("%d starts, then %v; one is planned for %s", starts.Count, starts.Next, planned)
	}
	wantField(t, town.StartPlacement(ctx, town.Supervisor, placed, casework.Form{}, town.Today()), "on")
	wantField(t, func() error {
		_, err := town.Refer(ctx, town.CaseManager, town.ActiveMany(1)[0], town.Referral(place, 20))
		return err
	}(), "from")
	if held := town.Held(place); held != 20 {
		t.Errorf("who was placed keeps %d hours", held)
	}
	town.Days(4)
	if err := town.StartPlacement(ctx, town.Supervisor, placed, casework.Form{}, town.Today()); err != nil {
		t.Error(err)
	}
}
