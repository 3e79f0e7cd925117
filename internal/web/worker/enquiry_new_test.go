package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/web/visit/visittest"
	"fotfaste/internal/web/worker"
)

func room(t *testing.T, town *officetest.Town) *visittest.Room {
	t.Helper()
	return visittest.Open(t, "worker", worker.Templates, worker.New(town.Office).Register)
}

func TestEnquiryNew(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/work/enquiries/new"
	number := town.IdentityNumber()
	right := []string{"once", "a", "identity_number", number, "given_name", "Åsa", "family_name", "Öberg",
		"language", "sv", "protection", "none", "wish", "Jag vill laga cyklar."}
	with := func(changes ...string) []string { return append(changes, right...) }

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.AsNobody().Post(t, address, right...).Must(t, 401)
		room.As(town.Evaluator).Post(t, address, right...).Must(t, 403).Says(t, "roll")
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.Assessor).Post(t, address, with("identity_number", "19880101-0000")...).Must(t, 422)
		if kept := again.Doc.Find("#f-given_name").AttrOr("value", ""); kept != "Åsa" {
			t.Errorf("what was typed is lost: %q", kept)
		}
		room.As(town.Assessor).Post(t, address, with("language", "xx")...).Must(t, 422)
		room.As(town.Assessor).Post(t, address, "once", "b").Must(t, 422)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.Assessor).Get(t, address).Must(t, 200)
		room.As(town.Assessor).Post(t, address, right...).Must(t, 303)
		room.As(town.Assessor).Get(t, "/work").Must(t, 200).Says(t, "Åsa Öberg")
		room.In("en").As(town.Assessor).Get(t, address).Must(t, 200).Says(t, "Take in an enquiry")
		room.In("sv")
	})
	t.Run("sent twice", func(t *testing.T) {
		room.As(town.Assessor).Post(t, address, right...).Must(t, 303)
	})
	t.Run("one open case at a time", func(t *testing.T) {
		room.As(town.Assessor).Post(t, address, with("once", "c")...).Must(t, 422)
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Assessor).Post(t, address, with("once", "d")...).Must(t, 500)
	})
}
