package casework_test

import (
	"context"
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func wantNext(t *testing.T, town *officetest.Town, id ident.ID, want string) {
	t.Helper()
	got := "none"
	if next := town.Case(id).NextContactOn; next != nil {
		got = next.String()
	}
	if got != want {
		t.Errorf("the next contact is %s, want %s", got, want)
	}
}

// held is a meeting today.
func held(town *officetest.Town) casework.HeldContact {
	return casework.HeldContact{Contact: followup.Contact{On: town.Today(), Kind: followup.Meeting, Reached: true}}
}

func TestHoldContact(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Active()
		town.Days(8) // Tuesday 11 August: a day late
		later := func() { town.Clock.Forward(time.Minute) }
		in := casework.HeldContact{Form: casework.Form{Token: "a"}, Contact: followup.Contact{
			On: period.MustDay("2026-08-11"), Kind: followup.Meeting, Reached: true, Note: "  Trivs i köket.  ",
		}}
		must(t, town.HoldContact(ctx, town.CaseManager, id, in))
		wantNext(t, town, id, "2026-08-18")

		t.Run("an attempt that reached nobody moves nothing", func(t *testing.T) {
			later()
			tried := in
			tried.Token, tried.Kind, tried.Reached = "b", followup.PhoneCall, false
			must(t, town.HoldContact(ctx, town.CaseManager, id, tried))
			wantNext(t, town, id, "2026-08-18")
		})
		t.Run("another day than the schedule's can be chosen", func(t *testing.T) {
			later()
			chosen := in
			day := period.MustDay("2026-08-14")
			chosen.Token, chosen.Next = "c", &day
			must(t, town.HoldContact(ctx, town.CaseManager, id, chosen))
			wantNext(t, town, id, "2026-08-14")
		})
		t.Run("what was noted can be read", func(t *testing.T) {
			v, err := town.SeeContacts(ctx, town.CaseManager, id)
			must(t, err)
			if len(v.Held) != 3 || v.Rule.On != period.MustDay("2026-08-18") || v.Rule.Pace != followup.Weekly {
				t.Fatalf("%d contacts, next by the schedule %+v", len(v.Held), v.Rule)
			}
			first := v.Held[2]
			if first.Note != "Trivs i köket." || first.ByName != town.CaseManager.Name || *first.DueOn != period.MustDay("2026-08-10") {
				t.Errorf("the first contact became %+v", first)
			}
		})
		t.Run("what breaks a rule is told beside its field", func(t *testing.T) {
			day := period.MustDay("2026-08-11")
			wrong := in
			wrong.Token, wrong.On, wrong.Next = "d", period.MustDay("2026-08-12"), &day
			err := town.HoldContact(ctx, town.CaseManager, id, wrong)
			wantField(t, err, "on")
			wantField(t, err, "next")
		})
		t.Run("sent twice it is one contact", func(t *testing.T) {
			wantCode(t, town.HoldContact(ctx, town.CaseManager, id, in), fault.Repeated)
		})
		t.Run("another case manager has no ground", func(t *testing.T) {
			wantCode(t, town.HoldContact(ctx, town.Second, id, in), fault.NotAllowed)
			wantRefusal(t, town, access.HoldContact.Name, "no_ground")
		})
		t.Run("an enquiry has no follow-up yet", func(t *testing.T) {
			wantCode(t, town.HoldContact(ctx, town.CaseManager, town.Enquiry(), in), fault.NotAllowed)
		})
	})
}
