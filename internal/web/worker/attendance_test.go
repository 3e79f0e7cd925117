package worker_test

import (
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework/officetest"
)

func TestAttendance(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Active()
	at := town.Placed(id, town.Provider, 20)
	week := town.Today().Week()
	town.Days(7)
	town.Reports(id, at, week, officetest.WholeWeek...)
	town.Confirms(at, week, attendance.Attended, attendance.AbsentUnapproved)
	address := "/work/cases/" + string(id) + "/attendance"
	settle := func(once, day, status string) []string {
		return []string{"once", once, "version", version(town, id), "placement", string(at), "day", day, "status", status}
	}

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "attendance", string(id))
		room.As(town.Second).Post(t, address, settle("a", "2026-08-04", "ill")...).Must(t, 403)
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 200)
		room.As(town.PaymentOfficer).Post(t, address, settle("a", "2026-08-04", "ill")...).Must(t, 403)
	})
	t.Run("who pays sees whose week it is and not what they struggle with", func(t *testing.T) {
		page := room.As(town.PaymentOfficer).Get(t, address).Must(t, 200)
		if page.Doc.Find("main form, .ff-quote").Length() != 0 {
			t.Error("the payment officer sees a form, or the goal")
		}
	})
	t.Run("invalid", func(t *testing.T) {
		room.As(town.CaseManager).Post(t, address, settle("b", "yesterday", "ill")...).Must(t, 422)
		room.As(town.CaseManager).Post(t, address, settle("c", "2026-08-04", "late")...).Must(t, 422).Says(t, "Välj i listan")
		room.As(town.CaseManager).Post(t, address, settle("d", "2026-08-03", "ill")...).Must(t, 422).Says(t, "inget att avgöra")
		room.As(town.CaseManager).Post(t, address, settle("e", "2027-08-03", "ill")...).Must(t, 422).Says(t, "ingen plats")
		stale := settle("f", "2026-08-04", "ill")
		stale[3] = "1"
		room.As(town.CaseManager).Post(t, address, stale...).Must(t, 409).Says(t, "ändra")
	})
	t.Run("success", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "1 dag att avgöra").
			Says(t, "Deltagaren: Deltog. Verkstaden: Frånvarande utan lov.").Says(t, "16 av 20 timmar").Says(t, "Rapporterat men inte bekräftat")
		if n := page.Doc.Find(".ff-todo form").Length(); n != 2+3 {
			t.Errorf("%d buttons to settle with, want one for each answer", n)
		}
		room.As(town.CaseManager).Post(t, address, settle("g", "2026-08-04", "attended")...).Must(t, 303)
		room.As(town.CaseManager).Post(t, address, settle("g", "2026-08-04", "attended")...).Must(t, 303) // sent twice
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Inget att avgöra").Says(t, "20 av 20 timmar")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Nothing to settle").Says(t, "20 of 20 hours")
		room.In("sv").As(town.CaseManager).Get(t, "/work/cases/"+string(id)).Must(t, 200).Says(t, "Närvaron tis 4 aug avgjordes")
		room.As(town.CaseManager).Get(t, address+"?week=2026-W20").Must(t, 200).Says(t, "Ingen närvaro de här veckorna")
		room.As(town.CaseManager).Get(t, address+"?week=2026-W44").Must(t, 200).Says(t, "Tidigare veckor")
	})
	t.Run("broken database", func(t *testing.T) {
		late := settle("z", "2026-08-05", "ill")
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
		room.As(town.CaseManager).Post(t, address, late...).Must(t, 500)
	})
}
