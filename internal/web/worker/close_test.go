package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/followup"
)

func TestClose(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Exited(followup.Moved)
	address := "/work/cases/" + string(id) + "/close"
	right := []string{"once", "a", "version", version(town, id), "reason", "Flyttat till en annan kommun."}
	with := func(changes ...string) []string { return append(changes, right...) }

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "close", string(id))
		room.As(town.Second).Post(t, address, right...).Must(t, 403)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, address, with("reason", "Flytt")...).Must(t, 422).Says(t, "minst 10 tecken")
		if kept := again.Doc.Find("#f-reason").Text(); kept == "" {
			t.Error("what was typed is lost")
		}
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "5 uppföljningar är kvar")
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 303)
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)).Must(t, 200).Says(t, "Avslutat")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "A case can be closed before")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Post(t, address, with("once", "z")...).Must(t, 500)
	})
}
