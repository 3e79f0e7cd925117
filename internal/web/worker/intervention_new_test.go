package worker_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/ident"
)

func TestInterventionNew(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	other := town.Kitchen(1, 20)
	const address = "/work/catalogue/new"
	form := func(changes ...string) []string {
		return asShown(room.As(town.Manager).Get(t, address).Must(t, 200).Doc.Find("main form"), changes...)
	}
	whole := []string{"name", "Snickeriet", "provider", string(town.Provider), "purpose", "Arbetsträning i trä", "kind", "work_oriented",
		"theme", "towards_work", "category", "with_supervisors", "step_from", "2", "step_to", "4", "leads_to", "5", "hours_from", "5", "hours_to", "40",
		"places", "6", "hours_per_place", "40", "price_model", "per_hour", "price", "120", "not_with", string(other), "evidence", "work_practice"}
	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.Supervisor).Get(t, address).Must(t, 403)
		room.As(town.Supervisor).Post(t, address).Must(t, 403)
		room.As(town.Administrator).Post(t, address).Must(t, 403)
	})
	t.Run("invalid, and nothing is lost", func(t *testing.T) {
		again := room.As(town.Manager).Post(t, address, form("name", "Snickeriet", "places", "många")...).Must(t, 422)
		if again.Doc.Find("#f-name").AttrOr("value", "") != "Snickeriet" || again.Doc.Find("#f-places-error").Length() != 1 {
			t.Error("what was typed is lost, or nothing is said of it")
		}
		missing := room.As(town.Manager).Post(t, address, form(append([]string{"purpose", " "}, whole[6:]...)...)...).Must(t, 422)
		for _, field := range []string{"name", "purpose", "provider"} {
			if missing.Doc.Find("#f-"+field+"-error").Length() != 1 {
				t.Errorf("nothing is said beside %s", field)
			}
		}
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.Manager).Get(t, "/work/catalogue").Must(t, 200).Says(t, "Lägg till en insats")
		to := room.As(town.Manager).Post(t, address, form(whole...)...).Must(t, 303).Header().Get("Location")
		id := ident.ID(strings.TrimPrefix(to, "/work/catalogue/"))
		i := town.Intervention(id)
		if i.Name != "Snickeriet" || i.Provider != town.Provider || i.Places != 6 || i.Price != 120 || !i.Open || len(i.Criteria.NotWith) != 1 {
			t.Errorf("%+v", i)
		}
		room.As(town.Supervisor).Get(t, to).Must(t, 200).Says(t, "Tillagd").Says(t, "Gun Chef").Says(t, "Köksspåret")
		room.In("en").As(town.Manager).Get(t, address).Must(t, 200).Says(t, "Add an intervention")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Manager).Get(t, address).Must(t, 500)
		room.As(town.Manager).Post(t, address).Must(t, 500)
	})
}
