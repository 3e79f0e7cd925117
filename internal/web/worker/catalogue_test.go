package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestCatalogue(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	place := town.Kitchen(1, 20)
	cases := town.ActiveMany(2)
	town.Referred(cases[0], place, 20)
	town.Referred(cases[1], place, 20)
	address := "/work/catalogue/" + string(place)
	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, "/work/catalogue").Must(t, 303)
		room.As(town.Evaluator).Get(t, "/work/catalogue").Must(t, 403)
		room.As(town.Auditor).Get(t, address).Must(t, 403)
		room.As(town.CaseManager).Get(t, "/work/catalogue/"+string(cases[0])).Must(t, 404)
		room.As(town.CaseManager).Get(t, "/work/catalogue/nothing").Must(t, 404)
	})
	t.Run("filter", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, "/work/catalogue?q=koksspar&kind=work_oriented&step=3&locality=Centrum").Must(t, 200).Says(t, "Köksspåret")
		for _, none := range []string{"q=fisk", "kind=health", "theme=better_health", "free=yes"} {
			room.As(town.CaseManager).Get(t, "/work/catalogue?"+none).Must(t, 200).Says(t, "Ingen insats stämmer")
		}
		room.As(town.CaseManager).Get(t, "/work/catalogue?kind=unheard&step=90&page=x").Must(t, 200).Says(t, "Köksspåret")
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.Supervisor).Get(t, "/work/catalogue").Must(t, 200).Says(t, "0 av 20 h")
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "20 av 20 timmar i veckan är upptagna").Says(t, "Det finns en kö")
		page.Says(t, "Steg 1–6")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "There is a queue")
		room.In("en").As(town.CaseManager).Get(t, "/work/catalogue").Must(t, 200).Says(t, "One intervention")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, "/work/catalogue").Must(t, 500)
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
	})
}
