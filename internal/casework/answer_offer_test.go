package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
	"fotfaste/internal/placement"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

const unfit = "Resan tar två timmar."

func TestAnOfferIsAnsweredByBoth(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, placed := town.Offered()
		me := town.ParticipantOf(id)
		yes := casework.OfferAnswer{Agreed: true}

		wantCode(t, town.AnswerOffer(ctx, town.ParticipantOf(town.Agreed()), placed, yes), fault.NotAllowed)
		wantRefusal(t, town, access.AnswerOffer.Name, "no_ground")
		wantCode(t, town.AnswerForProvider(ctx, town.Partner, placed, yes), fault.NotAllowed)
		wantCode(t, town.AnswerOffer(ctx, me, id, yes), fault.NotFound)

		if err := town.AnswerForProvider(ctx, town.Supervisor, placed, yes); err != nil {
			t.Fatal(err)
		}
		if p := town.Placement(placed); p.State != placement.Offered {
			t.Errorf("one yes made it %s", p.State)
		}
		wantField(t, town.AnswerOffer(ctx, me, placed, casework.OfferAnswer{}), "reason")
		if err := town.AnswerOffer(ctx, me, placed, yes); err != nil {
			t.Fatal(err)
		}
		if p := town.Placement(placed); p.State != placement.Accepted {
			t.Errorf("two yes made it %s", p.State)
		}

		// It runs from its first day to its last, and the hours are free again.
		wantField(t, town.StartPlacement(ctx, town.Supervisor, placed, casework.Form{}, town.Today()+1), "on")
		if err := town.StartPlacement(ctx, town.Supervisor, placed, casework.Form{}, town.Today()); err != nil {
			t.Fatal(err)
		}
		town.Days(30)
		broken := casework.PlacementEnd{BrokenOff: true, On: town.Today(), Reason: unfit}
		wantCode(t, town.EndPlacement(ctx, town.Supervisor, placed, broken), fault.NotAllowed)
		if err := town.EndPlacement(ctx, town.CaseManager, placed, broken); err != nil {
			t.Fatal(err)
		}
		p := town.Placement(placed)
		if p.State != placement.Interrupted || *p.EndedOn != town.Today() || town.Capacity(p.Intervention).Held[town.Today().Week()+1] != 0 ||
			town.Held(p.Intervention) != 20 {
			t.Errorf("ended as %+v", p)
		}
		if _, err := db.VerifyJournals(ctx); err != nil {
			t.Error(err)
		}
	})
}

// Hours that come free go to the next in the queue, in the same moment, and what each
// journey says of it is its own.
func TestFreedHoursGoToTheNext(t *testing.T) {
	ctx := context.Background()
	for name, free := range map[string]func(town *officetest.Town, id, placed ident.ID) error{
		"the participant says no": func(town *officetest.Town, id, placed ident.ID) error {
			return town.AnswerOffer(ctx, town.ParticipantOf(id), placed, casework.OfferAnswer{Reason: unfit})
		},
		"the provider says no": func(town *officetest.Town, id, placed ident.ID) error {
			return town.AnswerForProvider(ctx, town.Supervisor, placed, casework.OfferAnswer{Reason: unfit})
		},
		"a no is recorded": func(town *officetest.Town, id, placed ident.ID) error {
			return town.RecordOfferAnswer(ctx, town.CaseManager, placed, casework.OfferAnswer{Reason: unfit, For: placement.Participant})
		},
		"it is withdrawn": func(town *officetest.Town, id, placed ident.ID) error {
			return town.WithdrawPlacement(ctx, town.CaseManager, placed, casework.Form{}, unfit)
		},
		"the time runs out": func(town *officetest.Town, id, placed ident.ID) error {
			town.Days(placement.OfferDays + 1)
			_, err := town.RunDueJobs(ctx, town.Clock.Now(), town.CaseManager.Municipality)
			return err
		},
		"there is more room": func(town *officetest.Town, id, placed ident.ID) error {
			place := town.Placement(placed).Intervention
			return town.ChangeCapacity(ctx, town.Supervisor, place, casework.Capacity{Places: 2, HoursPerPlace: 20})
		},
	} {
		t.Run(name, func(t *testing.T) {
			town := officetest.OnSQLite(t)
			place := town.Kitchen(1, 20)
			cases := town.ActiveMany(3)
			first := town.Referred(cases[0], place, 20)
			second, third := town.Referred(cases[1], place, 15), town.Referred(cases[2], place, 15)
			town.Days(1)
			if err := free(town, cases[0], first); err != nil {
				t.Fatal(err)
			}
			if got := town.Placement(second).State; got != placement.Offered {
				t.Errorf("the first in the queue is %s", got)
			}
			if got := town.Placement(third).State; got != placement.Queued {
				t.Errorf("the second in the queue is %s", got)
			}
			v, err := town.SeeOverview(ctx, town.ParticipantOf(cases[1]), cases[1], "")
			if err != nil || v.Events[0].Kind != casefile.Offered || v.Events[0].ActorName == town.CaseManager.Name {
				t.Errorf("the journey of the second ends with %+v (%v)", v.Events[0], err)
			}
			if _, err := town.DB.VerifyJournals(ctx); err != nil {
				t.Error(err)
			}
		})
	}
}

// A placement at somebody whose identity is protected is seen by named staff alone;
// the case manager writes down what the provider says.
func TestTheProviderSeesNobodyProtected(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	_, open := town.Offered()
	id, hidden := town.Offered()
	of := town.Case(id).Person
	err := town.DB.Write(ctx, town.CaseManager.Municipality, func(tx *store.Tx) error {
		p, err := tx.Person(ctx, of)
		if err != nil {
			return err
		}
		p.Protection = person.ProtectedRegistration
		return tx.SavePerson(ctx, p)
	})
	if err != nil {
		t.Fatal(err)
	}
	v, err := town.SeeOwnPlaces(ctx, town.Supervisor)
	if err != nil || len(v.Offers) != 1 || v.Offers[0].ID != open {
		t.Errorf("the provider sees %d offers (%v)", len(v.Offers), err)
	}
	wantCode(t, town.AnswerForProvider(ctx, town.Supervisor, hidden, casework.OfferAnswer{Agreed: true}), fault.NotAllowed)
	recorded := casework.OfferAnswer{Agreed: true, For: placement.Provider}
	if err := town.RecordOfferAnswer(ctx, town.CaseManager, hidden, recorded); err != nil {
		t.Error(err)
	}
}
