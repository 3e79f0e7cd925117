package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestPlanWrite(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Managed()
	address, seen := "/work/cases/"+string(id)+"/plan/write", "/work/cases/"+string(id)+"/plan"
	right := func(once, do string, changes ...string) []string {
		return append(changes, "once", once, "version", version(town, id), "do", do, "goal", "Jag vill laga cyklar på Öland.",
			"sub_goals.0.text", "", "review_on", "2026-11-02",
			"activities.0.what", "", // an empty row between is left out
			"activities.1.what", "Verkstad", "activities.1.track", "work", "activities.1.hours", "15", "activities.1.from", "2026-08-10",
			"activities.1.to", "2026-12-18", "activities.1.carrier", string(town.Unit))
	}
	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "plan/write", string(id))
		room.As(town.Second).Post(t, address, right("g", "save")...).Must(t, 403)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, right("a", "propose", "activities.1.to", "2026-08-01")...).Must(t, 422)
		if kept := again.Doc.Find(`[id="f-activities.0.what"]`).AttrOr("value", ""); kept != "Verkstad" {
			t.Errorf("what was typed is lost: %q", kept)
		}
		if again.Doc.Find(`[id="f-activities.0.to-error"]`).Length() != 1 {
			t.Error("no message stands beside the last day")
		}
		room.As(town.CaseManager).Post(t, address, right("b", "propose", "activities.1.hours", "80")...).Must(t, 422)
		room.As(town.CaseManager).Post(t, address, right("c", "save", "version", "1000")...).Must(t, 409)
		room.As(town.CaseManager).Post(t, address, right("d", "save", "activities.1.carrier", "nobody")...).Must(t, 404)
	})
	t.Run("more rows", func(t *testing.T) {
		page := room.As(town.CaseManager).Post(t, address, right("e", "more")...).Must(t, 200)
		if n := page.Doc.Find("#f-activities fieldset").Length(); n != 5 {
			t.Errorf("%d rows, want 5", n)
		}
	})
	t.Run("half done", func(t *testing.T) {
		room.As(town.CaseManager).Post(t, address, right("f", "save", "activities.1.to", "")...).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Plan 1, utkast")
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Post(t, address, right("h", "propose")...).Must(t, 303)
		room.As(town.CaseManager).Get(t, seen).Must(t, 200).Says(t, "Plan 1 väntar på deltagarens svar").Says(t, "Verkstad")
		room.As(town.CaseManager).Post(t, address, right("h", "propose")...).Must(t, 303) // sent twice
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "A new version of the plan")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		form := right("i", "save")
		town.DB.Close()
		room.As(town.CaseManager).Post(t, address, form...).Must(t, 500)
	})
}
