package casework_test

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/placement"
)

func TestChangeCapacity(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	_, placed := town.Offered()
	place := town.Placement(placed).Intervention
	wantCode(t, town.ChangeCapacity(ctx, town.CaseManager, place, casework.Capacity{Places: 9, HoursPerPlace: 20}), fault.NotAllowed)
	wantField(t, town.ChangeCapacity(ctx, town.Supervisor, place, casework.Capacity{Places: 1, HoursPerPlace: 19}), "places")
	wantField(t, town.ChangeCapacity(ctx, town.Supervisor, place, casework.Capacity{Places: 1, HoursPerPlace: 41}), "hours_per_place")
	wantCode(t, town.ChangeCapacity(ctx, town.Supervisor, placed, casework.Capacity{Places: 1, HoursPerPlace: 20}), fault.NotFound)
	if err := town.ChangeCapacity(ctx, town.Supervisor, place, casework.Capacity{Places: 1, HoursPerPlace: 20}); err != nil {
		t.Error(err)
	}
	week := town.Today().Week()
	if l := town.Capacity(place); l.Capacity(week) != 20 || l.Free(week) != 0 || town.Intervention(place).Capacity() != 20 {
		t.Errorf("of %d hours %d are free", l.Capacity(week), l.Free(week))
	}
}

// Whatever is done in whatever order: the hours counted as held are those of the
// placements that hold, they are never more than there are, and nobody waits for
// hours that are free and enough.
func TestHeldHoursAreAlwaysThoseOfThePlacements(t *testing.T) {
	ctx := context.Background()
	const people = 5
	town := officetest.OnSQLite(t)
	rapid.Check(t, func(rt *rapid.T) {
		place := town.Kitchen(rapid.IntRange(0, 3).Draw(rt, "places"), 20)
		cases := town.ActiveMany(people)
		var placed []ident.ID
		for step := range rapid.IntRange(1, 25).Draw(rt, "steps") {
			act := rapid.SampledFrom([]string{
				"refer", "refer", "refer", "provider", "participant", "start", "end", "withdraw", "lapse", "capacity",
			}).Draw(rt, fmt.Sprint("act ", step))
			yes := rapid.Float64Range(0, 1).Draw(rt, "yes") < 0.7
			which := ident.ID("")
			if len(placed) > 0 {
				which = placed[rapid.IntRange(0, len(placed)-1).Draw(rt, "which")]
			} else if act != "capacity" && act != "lapse" {
				act = "refer"
			}
			answer := casework.OfferAnswer{Agreed: yes, Reason: unfit}
			var err error
			switch act {
			case "refer":
				r := town.Referral(place, rapid.SampledFrom([]int{10, 15, 20, 30}).Draw(rt, "hours"))
				if rapid.Float64Range(0, 1).Draw(rt, "precedence") < 0.2 {
					r.Precedence = "Utan boende vid månadsskiftet."
				}
				id, no := town.Refer(ctx, town.CaseManager, cases[rapid.IntRange(0, people-1).Draw(rt, "who")], r)
				if err = no; no == nil {
					placed = append(placed, id)
				}
			case "provider":
				err = town.AnswerForProvider(ctx, town.Supervisor, which, answer)
			case "participant":
				answer.For = placement.Participant
				err = town.RecordOfferAnswer(ctx, town.CaseManager, which, answer)
			case "start":
				err = town.StartPlacement(ctx, town.CaseManager, which, casework.Form{}, town.Today())
			case "end":
				err = town.EndPlacement(ctx, town.CaseManager, which, casework.PlacementEnd{BrokenOff: !yes, On: town.Today(), Reason: unfit})
			case "withdraw":
				err = town.WithdrawPlacement(ctx, town.CaseManager, which, casework.Form{}, unfit)
			case "lapse":
				town.Days(rapid.IntRange(1, placement.OfferDays+1).Draw(rt, "days"))
				_, err = town.RunDueJobs(ctx, town.Clock.Now(), town.CaseManager.Municipality)
			case "capacity":
				err = town.ChangeCapacity(ctx, town.Supervisor, place, casework.Capacity{
					Places: rapid.IntRange(0, 3).Draw(rt, "new places"), HoursPerPlace: 20,
				})
			}
			if fault.CodeOf(err) == fault.Internal {
				rt.Fatalf("%s: %v", act, err)
			}
			checkRoom(ctx, rt, town, place, placed, act)
		}
	})
}

func checkRoom(ctx context.Context, rt *rapid.T, town *officetest.Town, place ident.ID, placed []ident.ID, act string) {
	all := make([]placement.Placement, len(placed))
	for i, id := range placed {
		all[i] = town.Placement(id)
	}
	l := town.Capacity(place)
	for w := town.Today().Week(); w < town.Today().Week()+40; w++ {
		if held := placement.HeldHours(all, w); held != l.Held[w] || held > l.Capacity(w) {
			rt.Fatalf("after %s the placements hold %d in %v, the ledger counts %d of %d", act, held, w, l.Held[w], l.Capacity(w))
		}
	}
	v, err := town.SeeIntervention(ctx, town.CaseManager, place)
	if err != nil {
		rt.Fatal(err)
	}
	if next, day, found := placement.Next(v.Queue, v.Intervention, l, town.Today()); found {
		rt.Fatalf("after %s the first in the queue waits for %d hours, and could begin %v", act, next.Hours, day)
	}
}
