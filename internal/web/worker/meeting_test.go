package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestMeeting(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/work/meeting"
	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.Manager).Get(t, address).Must(t, 403)
		room.As(town.Supervisor).Get(t, address).Must(t, 403)
	})
	t.Run("empty", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Ingen av dina deltagare har lediga timmar")
	})
	place := town.Kitchen(1, 10)
	cases := town.ActiveMany(2)
	t.Run("success", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, address+"?page=x").Must(t, 200)
		page.Says(t, "2 deltagare har lediga timmar").Says(t, "Bevisat bästa fördelningen").Says(t, "Det som passade bäst gick till någon")
		if n := page.Doc.Find(`a[href$="/refer/` + string(place) + `"]`).Length(); n != 1 {
			t.Errorf("%d links to the referral that is proposed", n)
		}
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "2 participants have hours to fill")
		room.As(town.Second).Get(t, address).Must(t, 200).Says(t, "None of your participants")
		room.In("sv")
	})
	t.Run("in the case", func(t *testing.T) {
		list := "/work/cases/" + string(cases[0]) + "/refer"
		room.As(town.CaseManager).Get(t, list).Must(t, 200).Says(t, "En plats passar bäst just nu").Says(t, "Kan börja nu")
		town.Referred(cases[1], place, 10)
		room.As(town.CaseManager).Get(t, list).Must(t, 200).Says(t, "Inget kan föreslås just nu").Says(t, "Fullt just nu")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
	})
}
