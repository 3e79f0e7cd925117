package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestProgress(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Active()
	address := "/work/cases/" + string(id) + "/progress"
	right := []string{"once", "a", "version", version(town, id), "to", "5", "on", "2026-08-03", "reason", "Håller tider och tar ansvar för disken."}
	with := func(changes ...string) []string { return append(changes, right...) }

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "progress", string(id))
		room.As(town.Assessor).Post(t, address, right...).Must(t, 403)
	})
	t.Run("before two ratings there is nothing to compare", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "inget att jämföra än")
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, with("reason", "Bra")...).Must(t, 422)
		if kept := again.Doc.Find("#f-reason").Text(); kept == "" {
			t.Error("what was typed is lost")
		}
		room.As(town.CaseManager).Post(t, address, with("to", "7")...).Must(t, 422)
		room.As(town.CaseManager).Post(t, address, with("on", "2026-08-04")...).Must(t, 422)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Steg uppåt: 5.").Says(t, "ansvar för disken")
		town.Rated(id, 3, 2)
		town.Days(90)
		town.Rated(id, 3, 4)
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Tilltro till eget arbete: från 2 till 4")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "from 2 to 4").Says(t, "Still at 3")
		room.In("sv").As(town.CaseManager).Get(t, address+"?earlier=x&later=y").Must(t, 200).Says(t, "från 2 till 4")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
		room.As(town.CaseManager).Post(t, address, with("once", "z")...).Must(t, 500)
	})
}
