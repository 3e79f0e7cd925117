package worker_test

import (
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/payment"
)

func TestCompensation(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, at, week := town.Due()
	address := "/work/cases/" + string(id) + "/compensation"

	t.Run("guards", func(t *testing.T) { nobodyElse(t, town, "compensation", string(id)) })
	t.Run("as it comes out now, and as it stands in a run", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "2 812 kr för vecka 32").Says(t, "Väntar på utbetalning").
			Says(t, "5 dagar är inte rapporterade").Says(t, "Källa:")
		town.Proposed(week)
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 200).Says(t, "Föreslagen för utbetalning")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "2 812 kr for week 32").Says(t, "5 of 5 days")
		room.In("sv")
	})
	t.Run("calculated again, in both languages", func(t *testing.T) {
		town.Paid(week, id)
		town.Days(7)
		town.WriteDays(id, []attendance.DayRecord{{Placement: at, Day: week.Monday(), Reported: attendance.Attended, Settled: attendance.AbsentUnapproved}})
		town.Attests(town.Proposed(week.AddWeeks(1)))
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Veckan är räknad på nytt: förut 2 812 kr, nu 2 249 kr").
			Says(t, "563 kr är för mycket betalt för veckan").Says(t, "Inget dras från andra veckor")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "563 kr too much is paid for the week")
		room.In("sv")
	})
	t.Run("the bank's no, and who is to choose an account", func(t *testing.T) {
		other, _, week := town.Due()
		town.Pays()
		town.HasAccount(other, 1)
		run := town.Proposed(week)
		town.Attests(run)
		file := town.Sent(run)
		theirs := "/work/cases/" + string(other) + "/compensation"
		room.As(town.CaseManager).Get(t, theirs).Must(t, 200).Says(t, "Banken har fått uppdraget att betala")
		town.Answers(file, "AC04", town.InState(run, payment.Sent)[0].ID)
		page := room.As(town.CaseManager).Get(t, theirs).Must(t, 200).Says(t, "Banken kunde inte betala").Says(t, "Välj ett annat konto")
		if page.Doc.Find(`.ff-notice a[href="`+theirs+`/account"]`).Length() != 1 {
			t.Error("no link to the account")
		}
	})
	t.Run("nothing yet", func(t *testing.T) {
		early := town.Assessed()
		room.As(town.Assessor).Get(t, "/work/cases/"+string(early)+"/compensation").Must(t, 200).Says(t, "Ingen ersättning de här veckorna")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
	})
}
