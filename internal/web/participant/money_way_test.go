package participant_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/payment"
)

// The participant sees how far the money has come, and what to do when the bank says no.
func TestMoneyOnItsWay(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := weeksRoom(t, town)
	id, _, week := town.Due()
	me := town.ParticipantOf(id)
	const address = "/me/money"
	both := func(sv, en string) {
		t.Helper()
		for _, page := range []string{address, "/me"} {
			room.In("en").As(me).Get(t, page).Must(t, 200).Says(t, en)
			room.In("sv").As(me).Get(t, page).Must(t, 200).Says(t, sv)
		}
	}
	town.Pays()
	town.HasAccount(id, 0)
	run := town.Proposed(week)
	town.Attests(run)
	both("Klar att betalas", "Ready to be paid")
	file := town.Filed(run)
	both("På väg till banken", "On its way to the bank")
	town.MarksSent(file)
	both("Banken har fått uppdraget att betala", "The bank has been asked to pay")
	town.Answers(file, "AC04", town.InState(run, payment.Sent)[0].ID)
	both("Banken kunde inte betala", "The bank could not pay")
	page := room.As(me).Get(t, address).Must(t, 200).Says(t, "Pengarna kunde inte gå till •••• 7466")
	if got := page.Doc.Find(`section a[href="/me/money/account"]`).Text(); got != "Välj ett annat konto" {
		t.Errorf("the link to another account says %q", got)
	}
	town.HasAccount(id, 1)
	room.As(me).Get(t, address).Must(t, 200).Says(t, "Pengarna betalas igen dit")
}

func TestMoneyIsPaid(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := weeksRoom(t, town)
	id, _, week := town.Due()
	me := town.ParticipantOf(id)
	town.Pays()
	town.HasAccount(id, 0)
	run := town.Proposed(week)
	town.Attests(run)
	town.Answers(town.Sent(run), "")
	day := town.Today().String()
	if day != "2026-08-10" {
		t.Fatalf("paid on %s", day)
	}
	room.As(me).Get(t, "/me/money").Must(t, 200).Says(t, "Betald 10 augusti 2026 till •••• 7466")
	room.In("en").As(me).Get(t, "/me/money").Must(t, 200).Says(t, "Paid 10 August 2026 to •••• 7466")
}
