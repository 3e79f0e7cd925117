package worker_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestPassOver(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	place := town.Kitchen(1, 10)
	id := town.ActiveMany(1)[0]
	list := "/work/cases/" + string(id) + "/refer"
	address := list + "/" + string(place) + "/pass"
	right := func(once string, changes ...string) []string {
		return append(changes, "once", once, "version", version(town, id), "reason", "too_far")
	}
	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "refer/"+string(place)+"/pass", string(id))
		room.As(town.Second).Post(t, address, right("g")...).Must(t, 403)
		room.As(town.CaseManager).Get(t, list+"/"+string(id)+"/pass").Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, "once", "a", "version", version(town, id), "reason", "other", "words", "för hal").Must(t, 422)
		if again.Doc.Find("#f-words-error").Length() != 1 || !strings.Contains(again.Doc.Find("#f-words").Text(), "för hal") {
			t.Error("nothing stands beside the words, or what was typed is lost")
		}
		room.As(town.CaseManager).Post(t, address, "once", "b", "version", version(town, id)).Must(t, 422)
		room.As(town.CaseManager).Post(t, address+"/back", "once", "c", "version", version(town, id)).Must(t, 409)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, list).Must(t, 200).Says(t, "Inte den här")
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Varför inte Köksspåret?")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Too far to travel")
		room.In("sv").As(town.CaseManager).Post(t, address, right("d", "words", "Två byten med buss")...).Must(t, 303)
		room.As(town.CaseManager).Post(t, address, right("d", "words", "Två byten med buss")...).Must(t, 303) // sent twice
		room.As(town.CaseManager).Post(t, address, right("e")...).Must(t, 422).Says(t, "redan bortvald")
		room.As(town.CaseManager).Get(t, list).Must(t, 200).Says(t, "Valts bort för deltagaren").Says(t, "Två byten med buss").Says(t, "Ångra")
		room.As(town.CaseManager).Get(t, "/work/meeting").Must(t, 200).Says(t, "Inget kan föreslås just nu")
	})
	t.Run("taken back", func(t *testing.T) {
		room.As(town.CaseManager).Post(t, address+"/back", "once", "f", "version", version(town, id)).Must(t, 303)
		room.As(town.CaseManager).Get(t, list).Must(t, 200).Says(t, "Kan börja nu")
	})
	t.Run("broken database", func(t *testing.T) {
		form := right("h")
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
		room.As(town.CaseManager).Post(t, address, form...).Must(t, 500)
		room.As(town.CaseManager).Post(t, address+"/back", form...).Must(t, 500)
	})
}
