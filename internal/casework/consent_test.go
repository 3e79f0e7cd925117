package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// A consent opens just its part to just its organisation, and closes it at once.
func TestConsent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Active()
		me := town.ParticipantOf(id)
		give := func(part access.Part, days int) error {
			return town.GiveConsent(ctx, me, id, casework.GivingConsent{Organisation: town.Agency, Part: part, Until: town.Today().AddDays(days)})
		}
		opened := func() []access.Part {
			var parts []access.Part
			for _, part := range access.Parts {
				err := db.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
					at := access.Moment{At: town.Clock.Now(), Day: town.Today()}
					_, n, err := tx.ListCases(ctx, town.Partner, access.See(part), at, store.CaseQuery{})
					if n > 0 {
						parts = append(parts, part)
					}
					return err
				})
				must(t, err)
			}
			return parts
		}
		wantOpened := func(want ...access.Part) {
			t.Helper()
			got := opened()
			if len(got) != len(want) {
				t.Fatalf("the partner sees %v, want %v", got, want)
			}
			for i := range want {
				if got[i] != want[i] {
					t.Fatalf("the partner sees %v, want %v", got, want)
				}
			}
		}
		wantOpened()
		version := town.Case(id).Version
		must(t, give(access.Plan, 30))
		wantOpened(access.Identity, access.Plan)
		if _, err := town.SeePlan(ctx, town.Partner, id); err != nil {
			t.Fatalf("the plan stays shut: %v", err)
		}
		_, err := town.SeeAssessment(ctx, town.Partner, id, false)
		wantCode(t, err, fault.NotAllowed)
		if town.Case(id).Version != version {
			t.Error("a form that somebody else has open went stale")
		}

		t.Run("wrong input", func(t *testing.T) {
			wantCode(t, give(access.Plan, 20), fault.Conflict)
			wantField(t, give(access.Contacts, -1), "until")
			wantField(t, give(access.Contacts, 366), "until")
			wantField(t, give(access.Readers, 10), "part")
			err := town.GiveConsent(ctx, me, id, casework.GivingConsent{Organisation: id, Part: access.Plan, Until: town.Today()})
			wantField(t, err, "organisation")
		})
		t.Run("nobody gives it for somebody else", func(t *testing.T) {
			err := town.GiveConsent(ctx, town.CaseManager, id, casework.GivingConsent{Organisation: town.Agency, Part: access.Contacts, Until: town.Today()})
			wantCode(t, err, fault.NotAllowed)
			wantRefusal(t, town, access.GiveConsent.Name, "no_ground")
			other := town.ParticipantOf(town.Enquiry())
			err = town.GiveConsent(ctx, other, id, casework.GivingConsent{Organisation: town.Agency, Part: access.Contacts, Until: town.Today()})
			wantCode(t, err, fault.NotAllowed)
		})
		t.Run("a longer one takes the place of a shorter", func(t *testing.T) {
			must(t, give(access.Plan, 60))
			v, err := town.SeeConsents(ctx, me, id)
			must(t, err)
			if len(v.InForce) != 1 || len(v.Past) != 1 || v.InForce[0].Until != town.Today().AddDays(60) {
				t.Errorf("in force %v, past %v", v.InForce, v.Past)
			}
		})
		t.Run("taken back at once", func(t *testing.T) {
			v, err := town.SeeConsents(ctx, me, id)
			must(t, err)
			consent := v.InForce[0].ID
			wantCode(t, town.RevokeConsent(ctx, town.Partner, id, consent, casework.Form{}), fault.NotAllowed)
			must(t, town.RevokeConsent(ctx, me, id, consent, casework.Form{}))
			wantOpened()
			_, err = town.SeePlan(ctx, town.Partner, id)
			wantCode(t, err, fault.NotAllowed)
			wantCode(t, town.RevokeConsent(ctx, me, id, consent, casework.Form{}), fault.Conflict)
			wantCode(t, town.RevokeConsent(ctx, me, id, id, casework.Form{}), fault.NotFound)
		})
		t.Run("given again, and run out by itself", func(t *testing.T) {
			must(t, give(access.Contacts, 2))
			wantOpened(access.Identity, access.Contacts)
			town.Days(2)
			wantOpened(access.Identity, access.Contacts)
			town.Days(1)
			wantOpened()
		})
		t.Run("the journey tells of it", func(t *testing.T) {
			told := map[casefile.EventKind]int{}
			err := db.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
				events, _, err := tx.Events(ctx, id, []access.Part{access.Readers}, 100, 0)
				for _, e := range events {
					told[e.Kind]++
				}
				return err
			})
			must(t, err)
			if told[casefile.ConsentGiven] != 3 || told[casefile.ConsentRevoked] != 1 {
				t.Errorf("told: %v", told)
			}
		})
		if _, err := db.VerifyJournals(ctx); err != nil {
			t.Error(err)
		}
	})
}

func TestSeeMyWay(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	way := func(me access.Actor) casework.MyWay {
		t.Helper()
		v, err := town.SeeMyWay(ctx, me)
		must(t, err)
		return v
	}
	stranger := town.ParticipantOf(town.Enquiry())
	stranger.Person = stranger.Account
	if v := way(stranger); v.HasCase {
		t.Error("somebody without a case has one")
	}
	_, err := town.SeeMyWay(ctx, town.CaseManager)
	wantCode(t, err, fault.NotAllowed)

	id, placed := town.Offered()
	v := way(town.ParticipantOf(id))
	if len(v.Offers) != 1 || v.Offers[0].ID != placed || v.ToAnswer != nil || v.Plan == nil || len(v.Around) == 0 {
		t.Errorf("the offered one: %d offers, plan to answer %v, plan %v", len(v.Offers), v.ToAnswer, v.Plan)
	}
	if len(v.Read) == 0 || v.Read[0].Role == access.Participant {
		t.Errorf("read: %+v", v.Read)
	}
	if v := way(town.ParticipantOf(town.Planned())); v.ToAnswer == nil || v.Plan != nil {
		t.Error("the proposed plan does not ask for an answer")
	}
	assessing, _ := town.Assessing()
	if v := way(town.ParticipantOf(assessing)); v.Assess == nil {
		t.Error("the assessment does not ask for an answer")
	}
	attending, _ := town.Started()
	v = way(town.ParticipantOf(attending))
	if v.ToReport == nil || *v.ToReport != town.Today().Week() || v.Days != 1 || v.Paid != nil {
		t.Errorf("to report: %v, %d days, paid %v", v.ToReport, v.Days, v.Paid)
	}
	due, _, week := town.Due()
	if v := way(town.ParticipantOf(due)); v.Paid == nil || v.Paid.Week.Week != week || v.Paid.Total != 2812 {
		t.Errorf("paid: %+v", v.Paid)
	}
}
