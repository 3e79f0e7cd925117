package worker_test

import (
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework/officetest"
)

// While the bank has not answered, the page says why the statement waits and has no form
// for it.
func TestARecoveryThatWaitsForTheBank(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	of, at, week := town.Due()
	town.Pays()
	town.HasAccount(of, 0)
	file := town.Sent(town.Attested(week))
	town.Settled(of, at, week.Monday(), attendance.AbsentUnapproved)
	town.Attested(week)
	page := "/work/cases/" + string(of) + "/recovery/" + string(town.Recoveries(of)[0].ID)
	manager := room.As(town.CaseManager)
	if manager.Get(t, page).Must(t, 200).Says(t, "Banken har inte svarat om pengarna").Doc.Find(`[name="answer_by"]`).Length() != 0 {
		t.Error("there is a form for what is refused")
	}
	manager.Post(t, page+"/tell", "once", "a", "version", "1", "answer_by", town.Today().AddDays(21).String()).Must(t, 422).Says(t, "Banken har inte svarat")
	town.Answers(file, "")
	if manager.Get(t, page).Must(t, 200).Doc.Find(`[name="answer_by"]`).Length() != 1 {
		t.Error("it waits for ever")
	}
}
