package participant_test

import (
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/web/participant"
	"fotfaste/internal/web/visit/visittest"
)

func weeksRoom(t *testing.T, town *officetest.Town) *visittest.Room {
	t.Helper()
	return visittest.Open(t, "participant", participant.Templates, participant.New(town.Office).Register)
}

func TestAttendance(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := weeksRoom(t, town)
	id, at := town.Started()
	me := town.ParticipantOf(id)
	week := town.Today().Week()
	field := func(i int) string { return casework.DayField(at, week.Monday().AddDays(i)) }
	const address = "/me/attendance"
	town.Days(2) // Wednesday

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.AsNobody().Post(t, address, "once", "a").Must(t, 401)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		room.As(town.CaseManager).Post(t, address, "once", "a", field(0), "attended").Must(t, 403)
		room.As(me).Get(t, address+"?week=2026-W99").Must(t, 404)
		stranger := me
		stranger.Person = "0197a1b2-0000-7000-8000-000000000000"
		room.As(stranger).Get(t, address).Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(me).Post(t, address, "once", "a").Must(t, 422).Says(t, "Välj minst en dag")
		room.As(me).Post(t, address, "once", "b", field(3), "attended").Must(t, 422).Says(t, "har inte varit än")
		again := room.As(me).Post(t, address, "once", "c", field(0), "ill", field(1), "late").Must(t, 422)
		if again.Doc.Find(`input[name="`+field(0)+`"][value="ill"][checked]`).Length() != 1 {
			t.Error("what was chosen is lost")
		}
		if again.Doc.Find("#f-"+field(1)+"-error").Length() != 1 {
			t.Error("no message stands beside the day")
		}
		elsewhere := casework.DayField(id, week.Monday())
		room.As(me).Post(t, address, "once", "d", elsewhere, "attended").Must(t, 422).Says(t, "ingen plats")
	})
	t.Run("success", func(t *testing.T) {
		page := room.As(me).Get(t, address).Must(t, 200).Says(t, "Hur var vecka 32?")
		if n := page.Doc.Find("input[type=radio][value=attended]").Length(); n != 3 {
			t.Errorf("%d days can be reported, want 3", n)
		}
		room.As(me).Post(t, address, "once", "e", field(0), "ill").Must(t, 303)
		room.As(me).Post(t, address, "once", "f", field(0), "ill", "all", string(at)).Must(t, 303)
		room.As(me).Post(t, address, "once", "f", field(0), "ill", "all", string(at)).Must(t, 303) // sent twice
		page = room.As(me).Get(t, address+"?week=2026-W32").Must(t, 200).Says(t, "Du har rapporterat vecka 32")
		for i, want := range []string{"ill", "attended", "attended"} {
			if page.Doc.Find(`input[name="`+field(i)+`"][value="`+want+`"][checked]`).Length() != 1 {
				t.Errorf("day %d is not %s", i, want)
			}
		}
		room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "You have reported week 32").Says(t, "Has not been yet")
		room.In("sv").As(me).Get(t, address+"?week=2026-W31").Must(t, 200).Says(t, "ingen plats att rapportera")
	})
	t.Run("a conflict and a settled day are told", func(t *testing.T) {
		town.Confirms(at, week, attendance.Ill, attendance.AbsentUnapproved, attendance.Attended)
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Anordnaren säger: Frånvarande utan lov")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(me).Get(t, address).Must(t, 500)
		room.As(me).Post(t, address, "once", "z", field(0), "ill").Must(t, 500)
	})
}
