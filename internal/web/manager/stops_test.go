package manager_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestStops(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/manager/stops"
	files := []string{"/stuck.csv", "/unused.csv", "/unmet.csv", "/flows.csv"}
	t.Run("guards", func(t *testing.T) {
		for _, page := range append(files, "") {
			room.AsNobody().Get(t, address+page).Must(t, 303)
			room.As(town.CaseManager).Get(t, address+page).Must(t, 403)
		}
	})
	t.Run("empty", func(t *testing.T) {
		room.As(town.Manager).Get(t, address).Must(t, 200).Says(t, "Inga stopp i flödet").Says(t, "Ingen insats har stannat").
			Says(t, "Inga platser står oanvända").Says(t, "De lediga timmarna räcker")
		room.In("en").As(town.Manager).Get(t, address).Must(t, 200).Says(t, "No stops in the flow")
		room.In("sv")
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(town.Manager).Get(t, address+"/people.csv").Must(t, 404)
	})
	// One intervention that somebody has been in for too long, and its queue; beside it one
	// of the same kind that nobody uses.
	full := town.Kitchen(1, 20)
	town.KitchenAt(town.Provider)
	cases := town.ActiveMany(7)
	town.Referred(cases[0], full, 20)
	town.Referred(cases[1], full, 20)
	town.Came(cases[2], full, 390, 0)
	for _, of := range cases[2:7] {
		town.Came(of, full, 500, 60) // out, but before the year
	}
	t.Run("success", func(t *testing.T) {
		page := room.As(town.Manager).Get(t, address).Must(t, 200).Says(t, "3 stopp i flödet att göra något åt")
		page.Says(t, "En har varit där mer än 52 veckor").Says(t, "Ingen har kommit ut på ett år, och en har varit där mer än 6 månader").Says(t, "56 veckor")
		page.Says(t, "En köar till en annan insats av samma slag").Says(t, "20 h").Says(t, "Arbetsinriktad insats")
		room.In("en").As(town.Manager).Get(t, address).Must(t, 200).Says(t, "3 stops in the flow").Says(t, "Nobody has come out in a year, and one has been there")
		manager := room.In("sv").As(town.Manager)
		manager.Get(t, address+"/stuck.csv").Must(t, 200).Says(t, "Köksspåret;Verkstaden;1;1;1;0;56;Gå igenom det")
		manager.Get(t, address+"/unused.csv").Must(t, 200).Says(t, "Arbetsinriktad insats;20;0;1;Erbjud platserna")
		manager.Get(t, address+"/unmet.csv").Must(t, 200).Says(t, "Fråga leverantörerna")
		manager.Get(t, address+"/flows.csv").Must(t, 200).Says(t, "döljs;döljs") // three referrals in the year
		town.Came(cases[2], full, 100, 30)
		town.Came(cases[3], full, 100, 30)
		manager.Get(t, address+"/flows.csv").Must(t, 200).Says(t, "Köksspåret;Verkstaden;5;döljs;0;döljs;döljs;0;döljs;0;döljs;0;0;0;0;döljs;döljs;0;0")
		manager.Get(t, address+"/stuck.csv").Must(t, 200).Says(t, "Köksspåret;Verkstaden;1;1;1;2;56")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		for _, page := range append(files, "") {
			room.As(town.Manager).Get(t, address+page).Must(t, 500)
		}
	})
}
