package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
)

func TestReferTo(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, place := town.Agreed(), town.Kitchen(1, 20)
	list := "/work/cases/" + string(id) + "/refer"
	address := list + "/" + string(place)
	right := func(once, do string, changes ...string) []string {
		form := append(changes, "once", once, "version", version(town, id), "do", do, "hours", "20", "from", "2026-08-10", "to", "2027-01-31", "track", "work")
		for _, c := range placement.Codes() {
			form = append(form, "confirm."+string(c), "yes")
		}
		return form
	}
	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "refer", string(id))
		nobodyElse(t, town, "refer/"+string(place), string(id))
		room.As(town.Second).Post(t, address, right("g", "refer")...).Must(t, 403)
		room.As(town.CaseManager).Get(t, list+"/"+string(id)).Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, right("a", "refer", "to", "")...).Must(t, 422)
		if again.Doc.Find("#f-to-error").Length() != 1 || again.Doc.Find("#f-from").AttrOr("value", "") != "2026-08-10" {
			t.Error("nothing stands beside the last day, or what was typed is lost")
		}
		room.As(town.CaseManager).Post(t, address, "once", "b", "version", version(town, id), "do", "refer", "hours", "20", "from", "2026-08-10",
			"to", "2027-01-31", "track", "work").Must(t, 422).Says(t, "Bekräfta")
		room.As(town.CaseManager).Post(t, address, right("c", "refer", "upper_secondary_pupil", "yes")...).Must(t, 422)
	})
	t.Run("tried again", func(t *testing.T) {
		room.As(town.CaseManager).Post(t, address, right("d", "try", "upper_secondary_pupil", "yes")...).Must(t, 200).Says(t, "Inte än")
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, list).Must(t, 200).Says(t, "Köksspåret")
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Platsen kan erbjudas direkt").Says(t, "SoL (2025:400)")
		room.As(town.CaseManager).Post(t, address, right("e", "refer")...).Must(t, 303)
		if held := town.Capacity(place).Held[period.MustDay("2026-08-10").Week()]; held != 20 { // from its first week
			t.Errorf("%d hours are held", held)
		}
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)+"/placements").Must(t, 200).Says(t, "Köksspåret")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "becomes number 1 in the queue")
		room.In("sv").As(town.CaseManager).Post(t, address, right("e", "refer")...).Must(t, 303) // sent twice
	})
	t.Run("broken database", func(t *testing.T) {
		form := right("f", "refer")
		town.DB.Close()
		room.As(town.CaseManager).Get(t, list).Must(t, 500)
		room.As(town.CaseManager).Post(t, address, form...).Must(t, 500)
	})
}
