package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestPlan(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	empty, id := town.Managed(), town.Agreed()
	address := "/work/cases/" + string(id) + "/plan"
	t.Run("guards", func(t *testing.T) { nobodyElse(t, town, "plan", string(id)) })
	t.Run("empty", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(empty)+"/plan").Must(t, 200).Says(t, "Det finns ingen plan än")
	})
	t.Run("full", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Plan 1 är överenskommen").Says(t, "2 spår löper sida vid sida").
			Says(t, "Arbetsträning i kök").Says(t, "Deltagaren sa ja")
		if page.Doc.Find("svg").Length() == 0 {
			t.Error("there is no picture of the tracks")
		}
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Plan 1 is agreed")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
	})
}
