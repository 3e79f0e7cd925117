package worker_test

import (
	"strings"
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
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Hur långt de anvisade har kommit")
		page.Says(t, "Fullföljde").Says(t, "Gick upp minst ett steg").Says(t, "Grupper under 5 personer döljs")
		if text := page.Doc.Find("main").Text(); strings.Contains(text, "4 av 5 anvisade") || strings.Contains(text, "Leverantören tackade nej 1") {
			t.Error("the picture says what the table withholds")
		}
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "How far those referred have come")
		file := room.In("sv").As(town.CaseManager).Get(t, address+"/flow").Must(t, 200)
		file.Says(t, "Fullföljde;döljs;döljs;döljs").Says(t, "Leverantören tackade nej;döljs;0;döljs").Says(t, "Summa;döljs;döljs;5").Says(t, "Väntan till start, dagar;").Says(t, "Väntan till start, dagar;döljs;döljs;döljs")
	})
	t.Run("a fifth makes the measures", func(t *testing.T) {
		town.Came(cases[0], place, 150, 64)
		file := room.As(town.CaseManager).Get(t, address+"/flow").Must(t, 200)
		file.Says(t, "Väntan till start, dagar;döljs;döljs;10").Says(t, "Tid i insatsen, veckor;döljs;döljs;8")
	})
	t.Run("groups of five make the picture", func(t *testing.T) {
		last := town.Today().AddDays(90)
		for range 5 {
			for _, of := range cases {
				town.Came(of, place, 150, 64)
				town.Spell(placement.Placement{Case: of, Intervention: place, State: placement.Declined, DeclinedBy: placement.Provider,
					Reason: "Det finns ingen handledare.", From: &last, To: &last, ReferredAt: town.Today().AddDays(-20).Time()})
			}
		}
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "25 av 46 anvisade har börjat, och 25 har fullföljt")
		page.Says(t, "Leverantören tackade nej · 21")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address+"/flow").Must(t, 500)
	})
}
