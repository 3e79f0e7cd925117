package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/followup"
)

func TestOutcome(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Exited(followup.Studies)
	town.Days(92) // 3 November 2026
	at := "/work/cases/" + string(id)
	address := at + "/outcomes/3"
	right := []string{"once", "a", "version", version(town, id), "on", "2026-11-03", "standing", "in_studies", "source", "asked", "hours", "20"}
	with := func(changes ...string) []string { return append(changes, right...) }

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "outcomes", string(id))
		nobodyElse(t, town, "outcomes/3", string(id))
		room.As(town.Assessor).Post(t, address, right...).Must(t, 403)
		room.As(town.CaseManager).Get(t, at+"/outcomes/5").Must(t, 404)
		room.As(town.CaseManager).Get(t, at+"/outcomes/soon").Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, with("on", "2026-11-02")...).Must(t, 422)
		if kept := again.Doc.Find("#f-hours").AttrOr("value", ""); kept != "20" {
			t.Errorf("what was typed is lost: %q", kept)
		}
		room.As(town.CaseManager).Post(t, address, with("standing", "")...).Must(t, 422)
	})
	t.Run("before its time there is no form", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, at+"/outcomes/6").Must(t, 200)
		if page.Doc.Find("main form").Length() != 0 {
			t.Error("six months can be noted after three")
		}
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, at+"/outcomes").Must(t, 200).Says(t, "Dags att fråga")
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "efter 3 månader")
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 303)
		room.As(town.CaseManager).Get(t, at+"/outcomes").Must(t, 200).Says(t, "Studerar").Says(t, "20 timmar i veckan")
		room.In("en").As(town.CaseManager).Get(t, at+"/outcomes").Must(t, 200).Says(t, "The participant has told us")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, at+"/outcomes").Must(t, 500)
		room.As(town.CaseManager).Post(t, address, with("once", "z")...).Must(t, 500)
	})
}
