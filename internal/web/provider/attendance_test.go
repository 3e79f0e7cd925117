package provider_test

import (
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/web/provider"
	"fotfaste/internal/web/visit/visittest"
)

func TestAttendance(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := visittest.Open(t, "provider", provider.Templates, provider.New(town.Office).Register)
	id, at := town.Started()
	week := town.Today().Week()
	field := func(i int) string { return casework.DayField(at, week.Monday().AddDays(i)) }
	const address = "/provider/attendance"
	town.Days(2) // Wednesday
	town.Reports(id, at, week, attendance.Attended, attendance.Ill)

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.AsNobody().Post(t, address, "once", "a").Must(t, 401)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		room.As(town.CaseManager).Post(t, address, "once", "a", field(0), "attended").Must(t, 403)
		elsewhere := town.Placed(town.Active(), town.Unit, 10)
		room.As(town.Supervisor).Post(t, address, "once", "a", casework.DayField(elsewhere, week.Monday()), "attended").Must(t, 403)
		room.As(town.Supervisor).Get(t, address+"?week=soon").Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(town.Supervisor).Post(t, address, "once", "b").Must(t, 422).Says(t, "Välj minst en dag")
		again := room.As(town.Supervisor).Post(t, address, "once", "c", field(0), "absent_approved", field(1), "late").Must(t, 422)
		if kept := again.Doc.Find(`select[name="`+field(0)+`"] option[selected]`).AttrOr("value", ""); kept != "absent_approved" {
			t.Errorf("what was chosen is lost: %q", kept)
		}
		room.As(town.Supervisor).Post(t, address, "once", "d", field(4), "attended").Must(t, 422).Says(t, "har inte varit än")
	})
	t.Run("success", func(t *testing.T) {
		page := room.As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "2 dagar att bekräfta vecka 32").Says(t, "Amina Exempel")
		if chosen := page.Doc.Find(`select[name="`+field(1)+`"] option[selected]`).AttrOr("value", ""); chosen != "ill" {
			t.Errorf("what was reported is not chosen: %q", chosen)
		}
		room.As(town.Supervisor).Post(t, address, "once", "e", field(0), "attended", field(1), "absent_unapproved", field(2), "").Must(t, 303)
		room.As(town.Supervisor).Post(t, address, "once", "e", field(0), "attended", field(1), "absent_unapproved").Must(t, 303) // sent twice
		room.As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "Inget väntar på dig").Says(t, "Deltagaren: Sjuk. Resurspersonen avgör.")
		room.In("en").As(town.Supervisor).Get(t, address).Must(t, 200).Says(t, "Participant: Ill. The case manager settles it.")
		room.In("sv").As(town.Supervisor).Get(t, address+"?week=2026-W20").Must(t, 200).Says(t, "Ingen är hos er")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Supervisor).Get(t, address).Must(t, 500)
		room.As(town.Supervisor).Post(t, address, "once", "z", field(0), "ill").Must(t, 500)
	})
}
