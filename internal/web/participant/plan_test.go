package participant_test

import (
	"context"
	"strconv"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestPlan(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Planned()
	me := town.ParticipantOf(id)
	v, err := town.SeePlan(context.Background(), me, id)
	if err != nil {
		t.Fatal(err)
	}
	const address = "/me/plan"
	right := func(once string, changes ...string) []string {
		return append(changes, "once", once, "version", strconv.Itoa(town.Case(id).Version), "plan", string(v.Shown().ID), "answer", "yes", "note", "")
	}
	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		other := town.Planned()
		room.As(town.ParticipantOf(other)).Post(t, address,
			right("g", "version", strconv.Itoa(town.Case(other).Version))...).Must(t, 404) // somebody else's plan
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(me).Post(t, address, right("a", "answer", "no", "note", "Nej å")...).Must(t, 422)
		if again.Doc.Find("#f-note").Text() == "" || again.Doc.Find("#f-note-error").Length() != 1 {
			t.Error("what was typed is lost, or nothing is said of it")
		}
	})
	t.Run("success", func(t *testing.T) {
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Säg vad du tycker om planen").Says(t, "Arbetsträning i kök")
		room.As(me).Post(t, address, right("b")...).Must(t, 303)
		page := room.As(me).Get(t, address).Must(t, 200).Says(t, "Det här har vi kommit överens om")
		if page.Doc.Find("main form").Length() != 0 {
			t.Error("a plan that is agreed can be answered again")
		}
		room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "This is what we have agreed")
		room.In("sv").As(town.ParticipantOf(town.Managed())).Get(t, address).Must(t, 200).Says(t, "Du har ingen plan än")
	})
	t.Run("broken database", func(t *testing.T) {
		form := right("c")
		town.DB.Close()
		room.As(me).Post(t, address, form...).Must(t, 500)
	})
}
