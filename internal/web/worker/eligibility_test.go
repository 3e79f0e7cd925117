package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestEligibility(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Enquiry()
	address := "/work/cases/" + string(id) + "/eligibility"
	right := []string{"once", "a", "version", version(town, id), "starts", "2026-09-01", "seeks_work", "yes", "far_from_work", "no",
		"months_supported", "11", "needs_coordination", "unknown"}
	with := func(changes ...string) []string { return append(changes, right...) }

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "eligibility", string(id))
		room.AsNobody().Post(t, address, right...).Must(t, 401)
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 403)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.Assessor).Post(t, address, with("months_supported", "tretton")...).Must(t, 422)
		if kept := again.Doc.Find("#f-months_supported").AttrOr("value", ""); kept != "tretton" {
			t.Errorf("what was typed is lost: %q", kept)
		}
		room.As(town.Assessor).Post(t, address, with("starts", "2026-08-02")...).Must(t, 422).Says(t, "kan inte starta före")
		room.As(town.Assessor).Post(t, address, with("starts", "2027-08-02")...).Must(t, 422)
		room.As(town.Assessor).Post(t, address, with("seeks_work", "perhaps")...).Must(t, 422)
		room.As(town.Assessor).Post(t, address, with("version", "99")...).Must(t, 409)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.Assessor).Get(t, address).Must(t, 200).Says(t, "Kriterierna är inte prövade än")
		room.As(town.Assessor).Post(t, address, right...).Must(t, 303)
		room.As(town.Assessor).Get(t, address).Must(t, 200).Says(t, "Tillhör inte målgruppen").
			Says(t, "11 av de senaste 12 månaderna").Says(t, "Vänd dig till Arbetsförmedlingen").Says(t, "000")
		room.In("en").As(town.Assessor).Get(t, address).Must(t, 200).Says(t, "SKL 2017 (000), the target group and table 3").Says(t, "Told or judged in the talk")
		room.In("sv").As(town.Assessor).Post(t, address, right...).Must(t, 303) // sent twice
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Assessor).Get(t, address).Must(t, 500)
		room.As(town.Assessor).Post(t, address, with("once", "z")...).Must(t, 500)
	})
}
