package worker_test

import (
	"strconv"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/ident"
)

// version is what the form of the case carries now.
func version(town *officetest.Town, id ident.ID) string { return strconv.Itoa(town.Case(id).Version) }

func TestExit(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Active()
	town.Days(30)
	address := "/work/cases/" + string(id) + "/exit"
	right := []string{"once", "a", "version", version(town, id), "kind", "work", "on", "2026-09-01", "hours", "40",
		"note", "Köket på Ågården."}
	with := func(changes ...string) []string { return append(changes, right...) }

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "exit", string(id))
		room.As(town.Assessor).Post(t, address, right...).Must(t, 403)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, with("hours", "41")...).Must(t, 422)
		if kept := again.Doc.Find("#f-note").Text(); kept != "\nKöket på Ågården." && kept != "Köket på Ågården." {
			t.Errorf("what was typed is lost: %q", kept)
		}
		room.As(town.CaseManager).Post(t, address, with("on", "2026-10-01")...).Must(t, 422)
		room.As(town.CaseManager).Post(t, address, with("kind", "other", "note", "")...).Must(t, 422)
	})
	t.Run("success", func(t *testing.T) {
		outcomes := "/work/cases/" + string(id) + "/outcomes"
		room.As(town.CaseManager).Get(t, outcomes).Must(t, 200).Says(t, "Avsluta deltagandet")
		room.As(town.CaseManager).Get(t, address).Must(t, 200)
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 303)
		room.As(town.CaseManager).Get(t, outcomes).Must(t, 200).Says(t, "Lämnade programmet 1 september 2026: Arbete utan stöd").Says(t, "Köket på Ågården")
		room.In("en").As(town.CaseManager).Get(t, outcomes).Must(t, 200).Says(t, "Left the programme")
		room.In("sv").As(town.CaseManager).Post(t, address, right...).Must(t, 303) // sent twice
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200)
		if page.Doc.Find("main form").Length() != 0 {
			t.Error("who has left can leave again")
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Post(t, address, with("once", "z")...).Must(t, 500)
	})
}

func TestExitWaitsForOpenPlaces(t *testing.T) {
	town := officetest.OnSQLite(t)
	id, _ := town.Started()
	address := "/work/cases/" + string(id) + "/exit"
	room := room(t, town)
	page := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "1 plats är fortfarande öppen").Says(t, "Köksspåret")
	if page.Doc.Find("main form").Length() != 0 {
		t.Error("the form is shown before the place is ended")
	}
	right := []string{"once", "a", "version", version(town, id), "kind", "work", "on", town.Today().String()}
	room.As(town.CaseManager).Post(t, address, right...).Must(t, 422).Says(t, "Avsluta dem först")
}
