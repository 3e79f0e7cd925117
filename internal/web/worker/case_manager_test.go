package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestCaseManager(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Granted()
	address := "/work/cases/" + string(id) + "/manager"

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "manager", string(id))
		room.AsNobody().Post(t, address, "once", "a").Must(t, 401)
		room.As(town.Second).Post(t, address, "once", "b", "manager", string(town.Second.Account)).Must(t, 403)
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(town.DecisionMaker).Post(t, address, "once", "c", "version", version(town, id)).Must(t, 422).Says(t, "Välj en resursperson")
		room.As(town.DecisionMaker).Post(t, address, "once", "d", "version", version(town, id), "manager", string(town.Auditor.Account)).Must(t, 422)
		room.As(town.DecisionMaker).Post(t, address, "once", "e", "version", "1", "manager", string(town.CaseManager.Account)).Must(t, 409)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.DecisionMaker).Get(t, address).Must(t, 200).Says(t, "0 av 20 ärenden")
		room.As(town.DecisionMaker).Post(t, address, "once", "f", "version", version(town, id), "manager", string(town.CaseManager.Account)).Must(t, 303)
		town.Days(3)
		again := room.As(town.Manager).Post(t, address, "once", "g", "version", version(town, id), "manager", string(town.Second.Account),
			"reason", "Föräldraledig från i dag.", "notes", "kort").Must(t, 422)
		if kept := again.Doc.Find("#f-notes").Text(); kept != "kort" {
			t.Errorf("what was typed is lost: %q", kept)
		}
		room.As(town.Manager).Post(t, address, "once", "h", "version", version(town, id), "manager", string(town.Second.Account),
			"reason", "Föräldraledig från i dag.", "notes", "Amina ringer hellre än skriver.").Must(t, 303)
		room.In("en").As(town.Second).Get(t, address).Must(t, 200).Says(t, "Dan Resursperson is case manager").Says(t, "Amina ringer hellre")
		room.In("sv")
	})
	t.Run("who is full cannot be chosen", func(t *testing.T) {
		for range 20 {
			town.Managed()
		}
		page := room.As(town.DecisionMaker).Get(t, "/work/cases/"+string(town.Granted())+"/manager").Must(t, 200).Says(t, "20 av 20 ärenden")
		if page.Doc.Find(`option[value="`+string(town.CaseManager.Account)+`"]`).Length() != 0 {
			t.Error("a full case manager can be chosen")
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.DecisionMaker).Get(t, address).Must(t, 500)
		room.As(town.DecisionMaker).Post(t, address, "once", "z", "version", "1", "manager", string(town.CaseManager.Account)).Must(t, 500)
	})
}
