package payment_test

import (
	"strings"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	pay "fotfaste/internal/payment"
	"fotfaste/internal/web/layout/pagetest"
)

// row is the text of the run's row in the list, and the page that it leads to.
func row(t *testing.T, page *pagetest.Answer, run string) (text, to string) {
	t.Helper()
	link := page.Doc.Find(`main table a[href^="/payments/runs/` + run + `"]`)
	if link.Length() != 1 {
		t.Fatalf("%d rows of the run", link.Length())
	}
	return strings.Join(strings.Fields(link.Closest("tr").Text()), " "), strings.TrimPrefix(link.AttrOr("href", ""), "/payments/runs/"+run)
}

// The list and the head of a run say how far its money has come, and the list opens the
// step where there is something to do.
func TestTheListSaysHowFarTheMoneyHasCome(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	town.Pays()
	id, at, first := town.Due()
	other, there := town.Started()
	week := first.AddWeeks(1)
	town.Days(7)
	town.Reports(id, at, week, officetest.WholeWeek...)
	town.Reports(other, there, week, officetest.WholeWeek...)
	town.HasAccount(id, 1)
	town.HasAccount(other, 2)
	town.Paid(first)
	proposed := town.Proposed(week)
	run := string(proposed)
	stands := func(says, step string) {
		t.Helper()
		room.In("sv")
		text, to := row(t, room.As(town.PaymentOfficer).Get(t, "/payments").Must(t, 200), run)
		if !strings.Contains(text, says) || to != step {
			t.Errorf("%q leads to %q, want %q and %q", text, to, says, step)
		}
		room.As(town.PaymentOfficer).Get(t, "/payments/runs/"+run+step).Must(t, 200).Says(t, says)
	}
	work := func(says ...string) {
		t.Helper()
		page := room.As(town.PaymentOfficer).Get(t, "/payments/work").Must(t, 200)
		for _, text := range says {
			page.Says(t, text)
		}
	}
	stands("Förslag", "")
	town.Attests(proposed)
	stands("Attesterad, väntar på fil", "/file")
	file := town.Filed(proposed)
	stands("Fil gjord, inte skickad", "/sent")
	town.Days(2)
	work("En fil är gjord men inte skickad: 2 betalningar", "Har väntat 2 dagar", "Skicka filen")
	room.As(town.PaymentOfficer).Get(t, "/payments").Must(t, 200).Says(t, "En fil är gjord men inte skickad")
	town.MarksSent(file)
	stands("Väntar på banken", "/answer")
	work("väntar på bankens svar", "Sedan i dag", "Läs in svaret")
	town.Days(5)
	work("Har väntat 5 dagar")
	room.In("en")
	work("Has waited 5 days")
	town.Answers(file, "AM04", town.PaymentsOf(file.Run)[0].ID)
	stands("1 betalning gick inte", "/answer")
	stands("1 betald och 1 gick inte", "/answer")
	failed := town.InState(file.Run, pay.Failed)[0].ID
	if err := town.RepeatPayment(t.Context(), town.PaymentOfficer, failed, casework.Form{}); err != nil {
		t.Fatal(err)
	}
	stands("1 betald och 1 betalas på nytt", "/answer")
	if strings.Contains(room.As(town.PaymentOfficer).Get(t, "/payments/work").Must(t, 200).Text(), "bankens svar") {
		t.Error("what the bank has answered still waits")
	}
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.PaymentOfficer).Get(t, "/payments?page=2").Must(t, 500)
		room.As(town.PaymentOfficer).Get(t, "/payments/work").Must(t, 500)
	})
}

// A line whose week was taken back is not shown as one that the run pays.
func TestALineThatWasTakenBackSaysSo(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	town.Pays()
	id, at, week := town.Due()
	town.HasAccount(id, 1)
	run := "/payments/runs/" + string(town.Attested(week))
	room.As(town.PaymentOfficer).Get(t, run).Must(t, 200)
	town.WriteDays(id, []attendance.DayRecord{{Placement: at, Day: week.Monday(), Settled: attendance.AbsentUnapproved}})
	anew := town.Proposed(week)

	page := room.As(town.PaymentOfficer).Get(t, run).Must(t, 200).Says(t, "1 rad är tillbakatagen: 2 812 kr").
		Says(t, "Tillbakatagen innan den skickades. Kom på nytt i utbetalningen för vecka 32")
	if page.Doc.Find(`main tr[data-struck] a[href="/payments/runs/`+string(anew)+`"]`).Length() != 1 {
		t.Error("the line does not lead to where it came anew")
	}
	room.As(town.PaymentOfficer).Get(t, run+"?show=taken_back").Must(t, 200).Says(t, "Tillbakatagna (1)")
	room.As(town.PaymentOfficer).Get(t, run+"/lines.csv").Must(t, 200).Says(t, "Tillbakatagen")
	if text, to := row(t, room.As(town.PaymentOfficer).Get(t, "/payments"), strings.TrimPrefix(run, "/payments/runs/")); !strings.Contains(text, "Tillbakatagen") || to != "" {
		t.Errorf("%q leads to %q", text, to)
	}

	town.Withdraws(anew)
	page = room.In("en").As(town.PaymentOfficer).Get(t, run).Must(t, 200).Says(t, "Worked out anew in the next proposal")
	if page.Doc.Find("main tr[data-struck] td a[href^='/payments/runs/']").Length() != 0 {
		t.Error("it leads to a proposal that is withdrawn")
	}
	room.In("sv").As(town.PaymentOfficer).Get(t, "/payments/runs/"+string(anew)).Must(t, 200)
	if shown := room.As(town.PaymentOfficer).Get(t, "/payments/runs/"+string(anew)); shown.Doc.Find("tr[data-struck]").Length() != 0 {
		t.Error("the lines of a withdrawn proposal are shown as taken back from a run that stands")
	}
}
