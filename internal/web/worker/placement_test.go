package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/placement"
)

func TestPlacement(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, placed := town.Offered()
	other := town.Agreed()
	list := "/work/cases/" + string(id) + "/placements"
	address := list + "/" + string(placed)
	note := func(once, happening string, changes ...string) []string {
		return append(changes, "once", once, "version", version(town, id), "happening", happening, "on", town.Today().String(), "reason", "")
	}
	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "placements", string(id))
		nobodyElse(t, town, "placements/"+string(placed), string(id))
		room.As(town.Second).Post(t, address, note("g", "participant_yes")...).Must(t, 403)
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(other)+"/placements/"+string(placed)).Must(t, 404)
		room.As(town.CaseManager).Get(t, list+"/"+string(id)).Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, note("a", "participant_no", "reason", "Långt")...).Must(t, 422)
		if again.Doc.Find("#f-reason").Text() == "" || again.Doc.Find("#f-reason-error").Length() != 1 {
			t.Error("what was typed is lost, or nothing is said of it")
		}
		room.As(town.CaseManager).Post(t, address, note("b", "vanish")...).Must(t, 422)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, list).Must(t, 200).Says(t, "Erbjuden plats").Says(t, "Köksspåret")
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Så prövades anvisningen").Says(t, "SoL (2025:400)")
		for i, happening := range []string{"participant_yes", "provider_yes", "start", "complete"} {
			room.As(town.CaseManager).Post(t, address, note(string(rune('c'+i)), happening)...).Must(t, 303)
		}
		if got := town.Placement(placed).State; got != placement.Completed {
			t.Errorf("it is %s", got)
		}
		room.In("en").As(town.CaseManager).Get(t, list).Must(t, 200).Says(t, "Earlier placements").Says(t, "Completed")
		room.In("sv").As(town.CaseManager).Get(t, "/work/cases/"+string(other)+"/placements").Must(t, 200).Says(t, "Ingen placering är på gång")
	})
	t.Run("broken database", func(t *testing.T) {
		form := note("z", "withdraw")
		town.DB.Close()
		room.As(town.CaseManager).Get(t, list).Must(t, 500)
		room.As(town.CaseManager).Post(t, address, form...).Must(t, 500)
	})
}
