package worker_test

import (
	"context"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestPlanAnswer(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Planned()
	v, err := town.SeePlan(context.Background(), town.CaseManager, id)
	if err != nil {
		t.Fatal(err)
	}
	proposed := string(v.Shown().ID)
	address, seen := "/work/cases/"+string(id)+"/plan/answer", "/work/cases/"+string(id)+"/plan"
	right := func(once string, changes ...string) []string {
		return append(changes, "once", once, "version", version(town, id), "plan", proposed, "whose", "participant", "answer", "yes",
			"note", "Sa ja vid mötet på Ågatan.")
	}
	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "plan/answer", string(id))
		room.As(town.Second).Post(t, address, right("g")...).Must(t, 403)
		room.As(town.CaseManager).Post(t, address, right("u", "plan", "nothing")...).Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, right("a", "note", "Ja")...).Must(t, 422)
		if again.Doc.Find("#f-note").Text() == "" || again.Doc.Find("#f-note-error").Length() != 1 {
			t.Error("what was typed is lost, or nothing is said of it")
		}
		room.As(town.CaseManager).Post(t, address, "once", "b", "version", version(town, id), "plan", proposed).Must(t, 422)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Arbetsförmedlingen")
		room.As(town.CaseManager).Post(t, address, right("c", "whose", string(town.Agency))...).Must(t, 303)
		room.As(town.CaseManager).Post(t, address, right("d")...).Must(t, 303)
		room.As(town.CaseManager).Get(t, seen).Must(t, 200).Says(t, "Plan 1 är överenskommen").Says(t, "inskrivet av resurspersonen").Says(t, "Ågatan")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "No plan awaits an answer")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		form := right("e")
		town.DB.Close()
		room.As(town.CaseManager).Post(t, address, form...).Must(t, 500)
	})
}
