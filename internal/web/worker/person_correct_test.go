package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestPersonCorrect(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Managed()
	address := "/work/cases/" + string(id) + "/person"
	right := []string{"once", "a", "version", version(town, id), "given_name", "Åsa", "family_name", "Öberg", "gender", "woman", "language", "ar",
		"phone", "070-1", "protection", "none"}
	with := func(changes ...string) []string { return append(changes, right...) }

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "person", string(id))
		room.As(town.Second).Post(t, address, right...).Must(t, 403)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, with("given_name", "")...).Must(t, 422)
		if kept := again.Doc.Find("#f-family_name").AttrOr("value", ""); kept != "Öberg" {
			t.Errorf("what was typed is lost: %q", kept)
		}
		room.As(town.CaseManager).Post(t, address, with("protection", "some")...).Must(t, 422)
		room.As(town.CaseManager).Post(t, address, with("version", "1")...).Must(t, 409)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "19880101-")
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 303)
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Åsa Öberg").Says(t, "070-1")
		room.In("sv").As(town.CaseManager).Post(t, address, with("once", "p", "version", version(town, id), "protection", "confidentiality_mark")...).Must(t, 303)
		if room.As(town.CaseManager).Get(t, address).Must(t, 200).Doc.Find("#f-locality").Length() != 0 {
			t.Error("the locality of a protected person is shown")
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
		room.As(town.CaseManager).Post(t, address, with("once", "z")...).Must(t, 500)
	})
}
