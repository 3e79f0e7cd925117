package worker_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

// nobodyElse is the guard of every page of a case: signed in, with a ground, and an
// identity that is a case of the municipality.
func nobodyElse(t *testing.T, town *officetest.Town, page string, id string) {
	t.Helper()
	room := room(t, town)
	address := strings.TrimSuffix("/work/cases/"+id+"/"+page, "/")
	room.AsNobody().Get(t, address).Must(t, 303)
	room.As(town.Second).Get(t, address).Must(t, 403)
	room.As(town.Evaluator).Get(t, address).Must(t, 403)
	room.As(town.CaseManager).Get(t, strings.TrimSuffix("/work/cases/0197a1b2-0000-7000-8000-000000000000/"+page, "/")).Must(t, 404)
	room.As(town.CaseManager).Get(t, strings.TrimSuffix("/work/cases/nobody/"+page, "/")).Must(t, 404)
	elsewhere := town.CaseManager
	elsewhere.Municipality = "8888"
	if got := room.As(elsewhere).Get(t, address).Code; got == 200 {
		t.Errorf("%s answers another municipality with 200", page)
	}
}

func TestContacts(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Active()
	town.Days(9)
	address := "/work/cases/" + string(id) + "/contacts"
	right := []string{"once", "a", "version", version(town, id), "kind", "home_visit", "on", "2026-08-12", "reached", "yes",
		"note", "Åkte hem och pratade om sömnen."}
	with := func(changes ...string) []string { return append(changes, right...) }

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "contacts", string(id))
		room.As(town.Second).Post(t, address, right...).Must(t, 403)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, with("on", "2026-08-13", "next", "2026-08-12")...).Must(t, 422)
		if kept := again.Doc.Find("#f-note").Text(); kept == "" {
			t.Error("what was typed is lost")
		}
		if n := again.Doc.Find(".ds-validation-message").Length(); n != 2 {
			t.Errorf("%d messages beside fields, want 2", n)
		}
		room.As(town.CaseManager).Post(t, address, with("kind", "pigeon")...).Must(t, 422)
		room.As(town.CaseManager).Post(t, address, with("version", "1")...).Must(t, 409).Says(t, "ändra")
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "för 2 dagar sedan")
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "pratade om sömnen").Says(t, "Nästa kontakt är onsdag 19 augusti")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Home visit with Cia Resursperson").Says(t, "2 days late")
		room.In("sv").As(town.CaseManager).Post(t, address, right...).Must(t, 303) // sent twice
	})
	t.Run("who may read but not write sees no form", func(t *testing.T) {
		page := room.As(town.Assessor).Get(t, address).Must(t, 200)
		if page.Doc.Find("main form").Length() != 0 {
			t.Error("a form is shown to one whose form would be refused")
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
		room.As(town.CaseManager).Post(t, address, with("once", "z")...).Must(t, 500)
	})
}
