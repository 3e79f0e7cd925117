package payment_test

import (
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework/officetest"
	pay "fotfaste/internal/payment"
)

// A proposal that waits for a file leads to it; there the file is thrown away, or noted as
// what the bank has already.
func TestAFileThatIsNotSentAnyLonger(t *testing.T) {
	for _, already := range []bool{true, false} {
		town := officetest.OnSQLite(t)
		room := room(t, town)
		id, at, week := town.Due()
		town.Pays()
		town.HasAccount(id, 0)
		run := town.Attested(week)
		file := town.Filed(run)
		town.Settled(id, at, week.Monday(), attendance.AbsentUnapproved)
		officer := room.As(town.PaymentOfficer)
		address := "/payments/runs/" + string(run)

		page := officer.Post(t, "/payments", "once", "a", "week", week.String()).Must(t, 422).Says(t, "En fil för vecka 32")
		if page.Doc.Find(`a[href="`+address+`/sent"]`).Length() == 0 {
			t.Error("it does not lead to the file")
		}
		if officer.Get(t, address+"/sent").Must(t, 200).Doc.Find(`[name="already_sent"]`).Length() != 0 {
			t.Error("it is offered before it is needed")
		}
		page = officer.Post(t, address+"/files/"+string(file.ID)+"/sent", "once", "b").Must(t, 422).Says(t, "Banken har redan fått filen")
		if page.Doc.Find(`form[action$="/sent"] [name="already_sent"]`).Length() != 1 {
			t.Error("the truth cannot be noted")
		}
		if already {
			officer.Post(t, address+"/files/"+string(file.ID)+"/sent", "once", "c", "already_sent", "yes").Must(t, 303)
			if len(town.InState(run, pay.Sent)) != 1 {
				t.Error("it is not noted")
			}
			continue
		}
		officer.Post(t, address+"/files/"+string(file.ID)+"/discard", "once", "d", "not_at_bank", "yes").Must(t, 303)
		officer.Post(t, "/payments", "once", "e", "week", week.String()).Must(t, 303)
		officer.Get(t, "/payments").Must(t, 200).Says(t, "2 249 kr")
	}
}

// Where all that was owed is taken back, the page says so.
func TestOnlyTakenBack(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, at, week := town.Due()
	run := town.Attested(week)
	for d := range 5 {
		town.Settled(id, at, week.Monday().AddDays(d), attendance.AbsentUnapproved)
	}
	officer := room.As(town.PaymentOfficer)
	officer.Post(t, "/payments", "once", "a", "week", week.String()).Must(t, 303)
	officer.Get(t, "/payments").Must(t, 200).Says(t, "1 betalning på 2 812 kr är återtagen")
	if len(town.InState(run, pay.Withdrawn)) != 1 {
		t.Error("it was not")
	}
	officer.Post(t, "/payments", "once", "b", "week", week.String()).Must(t, 422).Says(t, "inget mer att betala")
}
