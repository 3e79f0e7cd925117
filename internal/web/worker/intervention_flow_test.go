package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/placement"
)

func TestInterventionFlow(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	place := town.Kitchen(1, 20)
	cases := town.ActiveMany(4)
	address := "/work/catalogue/" + string(place)
	for _, of := range cases {
		town.Came(of, place, 150, 50)
	}
	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address+"/flow").Must(t, 303)
		room.As(town.Auditor).Get(t, address+"/flow").Must(t, 403)
		room.As(town.CaseManager).Get(t, "/work/catalogue/"+string(cases[0])+"/flow").Must(t, 404)
		room.As(town.CaseManager).Get(t, "/work/catalogue/nothing/flow").Must(t, 404)
	})
	t.Run("four are too few", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "För få för att visa flödet")
		room.As(town.CaseManager).Get(t, address+"/flow").Must(t, 404)
	})
	t.Run("five are enough", func(t *testing.T) {
		last := town.Today().AddDays(90)
		town.Spell(placement.Placement{Case: cases[0], Intervention: place, State: placement.Declined, DeclinedBy: placement.Provider,
			Reason: "Det finns ingen handledare.", From: &last, To: &last, ReferredAt: town.Today().AddDays(-20).Time()})
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "4 av 5 anvisade har börjat, och 4 har fullföljt")
		page.Says(t, "Leverantören tackade nej · 1").Says(t, "Gick upp minst ett steg")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "4 of 5 referred have begun, and 4 have completed it")
		file := room.In("sv").As(town.CaseManager).Get(t, address+"/flow").Must(t, 200)
		file.Says(t, "Fullföljde;").Says(t, "Leverantören tackade nej;").Says(t, "Väntan till start, dagar;").Says(t, "Väntan till start, dagar;döljs;döljs;döljs")
	})
	t.Run("a fifth makes the measures", func(t *testing.T) {
		town.Came(cases[0], place, 150, 64)
		file := room.As(town.CaseManager).Get(t, address+"/flow").Must(t, 200)
		file.Says(t, "Väntan till start, dagar;döljs;döljs;10").Says(t, "Tid i insatsen, veckor;döljs;döljs;8")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address+"/flow").Must(t, 500)
	})
}
