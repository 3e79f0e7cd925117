package casework_test

import (
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
)

// nothingUnreceived fails where the participant, who has been sent nothing, is asked for
// anything or is owed another sum than what the weeks are worth.
func nothingUnreceived(t *testing.T, town *officetest.Town, id ident.ID, worth money.Kronor) {
	t.Helper()
	for _, r := range town.Recoveries(id) {
		if r.State != recovery.Closed || r.Ending != recovery.Corrected {
			t.Errorf("a recovery of what nobody has received: %s %s, %s undecided", r.State, r.Ending, r.Undecided())
		}
	}
	balances := town.Ledger()
	if balances[ledger.Owed] != -worth || balances[ledger.Overpaid] != 0 {
		t.Errorf("owed %s and overpaid %s of weeks worth %s", -balances[ledger.Owed], balances[ledger.Overpaid], worth)
	}
}

// A week that has risen in a payment of its own, neither of them sent, and then falls
// below both: both are taken back, the newer first.
func TestTwoUnsentPaymentsOfAWeekAreBothTakenBack(t *testing.T) {
	town := officetest.OnSQLite(t)
	id, at, week := town.Due()
	town.Settled(id, at, week.Monday(), attendance.AbsentUnapproved)
	first := town.Attested(week)
	town.Settled(id, at, week.Monday(), attendance.Ill)
	second := town.Attested(week)
	for d := range 2 {
		town.Settled(id, at, week.Monday().AddDays(d), attendance.AbsentUnapproved)
	}
	third := town.Attested(week)
	nothingUnreceived(t, town, id, 1687)
	for _, run := range []ident.ID{first, second} {
		if left := town.InState(run, payment.Due); len(left) != 0 {
			t.Errorf("still owed by a run that was taken back: %+v", left)
		}
	}
	if due := town.InState(third, payment.Due); len(due) != 1 || due[0].Amount != 1687 {
		t.Errorf("the newest run owes %+v", due)
	}
}

// One unsent payment of two weeks, of which one has risen since in another, and the
// other falls: what rose comes along.
func TestAnUnsentPaymentTangledWithAnotherIsTakenBackWithIt(t *testing.T) {
	town := officetest.OnSQLite(t)
	id, at, week := town.Due()
	second := week.AddWeeks(1)
	town.Days(7)
	town.Reports(id, at, second, officetest.WholeWeek...)
	town.Settled(id, at, second.Monday(), attendance.AbsentUnapproved)
	town.Attested(week)
	town.Attested(second)
	town.Settled(id, at, week.Monday(), attendance.AbsentUnapproved)
	both := town.Attested(second) // takes the first back, and pays it anew
	town.Settled(id, at, second.Monday(), attendance.Ill)
	town.Attested(second)
	town.Settled(id, at, week.Monday().AddDays(1), attendance.AbsentUnapproved)
	town.Attested(second)
	nothingUnreceived(t, town, id, 1687+2812)
	if left := town.InState(both, payment.Due); len(left) != 0 {
		t.Errorf("still owed by a run that was taken back: %+v", left)
	}
}

// The week falls while its payment is on its way, and the bank then says that it could
// not be paid: nothing is overpaid after all, and what the week is worth comes anew.
func TestAFallWhosePaymentThenFailsIsNoOverpayment(t *testing.T) {
	for _, repeat := range []bool{false, true} {
		town := officetest.OnSQLite(t)
		town.Pays()
		id, at, week := town.Due()
		town.HasAccount(id, 0)
		run := town.Attested(week)
		file := town.Sent(run)
		town.Settled(id, at, week.Monday(), attendance.AbsentUnapproved)
		town.Attested(week)
		if open := town.Recoveries(id); len(open) != 1 || open[0].Undecided() != 563 {
			t.Fatalf("recoveries %+v", open)
		}
		town.Answers(file, "MS03", town.PaymentsOf(run)[0].ID)
		if repeat {
			must(t, town.RepeatPayment(t.Context(), town.PaymentOfficer, town.PaymentsOf(run)[0].ID, casework.Form{}))
		}
		anew := town.Attested(week)
		nothingUnreceived(t, town, id, 2249)
		if due := town.InState(anew, payment.Due); len(due) != 1 || due[0].Amount != 2249 {
			t.Errorf("repeat %t: the newest run owes %+v", repeat, due)
		}
	}
}

// What has left is not taken back: the rest of the week's payments stay too.
func TestWhatIsTangledWithMoneySentStays(t *testing.T) {
	town := officetest.OnSQLite(t)
	town.Pays()
	id, at, week := town.Due()
	town.Settled(id, at, week.Monday(), attendance.AbsentUnapproved)
	first := town.Attested(week) // 2249, waits for an account
	town.HasAccount(id, 0)
	town.Settled(id, at, week.Monday(), attendance.Ill)
	town.Sent(town.Attested(week)) // 563
	for d := range 2 {
		town.Settled(id, at, week.Monday().AddDays(d), attendance.AbsentUnapproved)
	}
	town.Attested(week)
	if due := town.InState(first, payment.Due); len(due) != 1 || due[0].Amount != 2249 {
		t.Errorf("the first payment: %+v", due)
	}
	if open := town.Recoveries(id); len(open) != 1 || open[0].Undecided() != 2812-1687 {
		t.Errorf("recoveries %+v", open)
	}
}

// overpaidAndReturned is a week that was paid and then found to be worth less, its
// recovery having become what is done with it, and that the bank says at last that it
// could not pay. The week falls once more, and the run of it is attested.
func overpaidAndReturned(t *testing.T, done func(town *officetest.Town, id, at ident.ID, week period.Week)) (*officetest.Town, ident.ID) {
	t.Helper()
	town := officetest.OnSQLite(t)
	town.Pays()
	id, at, week := town.Due()
	town.HasAccount(id, 0)
	run := town.Attested(week)
	file := town.Sent(run)
	town.Answers(file, "")
	town.Settled(id, at, week.Monday(), attendance.AbsentUnapproved)
	town.Attested(week)
	done(town, id, at, week)
	paid := town.PaymentsOf(run)[0]
	town.Answers(file, "AC04", paid.ID)
	for d := range 3 {
		town.Settled(id, at, week.Monday().AddDays(d), attendance.AbsentUnapproved)
	}
	town.Attested(week)
	if failed := town.InState(run, payment.Failed); len(failed) != 1 || failed[0].Amount != 2812 {
		t.Errorf("the payment that came back: %+v", town.PaymentsOf(run))
	}
	return town, id
}

// A fall that somebody has decided on is history: what was claimed stays claimed, and the
// money that came back waits to be repeated.
func TestAFallThatIsDecidedIsNotTakenBack(t *testing.T) {
	town, id := overpaidAndReturned(t, func(town *officetest.Town, id, _ ident.ID, _ period.Week) {
		found := town.Recoveries(id)[0].ID
		town.Heard(id, found)
		town.Decided(id, found, recovery.Draft{Choice: recovery.ClaimAll, Plan: town.AtOnce()})
	})
	all := town.Recoveries(id)
	if len(all) != 2 || all[1].Claimed != 563 || all[0].Undecided() != 2249-1124 {
		t.Errorf("recoveries %+v", all)
	}
}

// Nor is one that a rise has met: what it met has not been paid.
func TestAFallThatARiseHasMetIsNotTakenBack(t *testing.T) {
	town, id := overpaidAndReturned(t, func(town *officetest.Town, id, at ident.ID, week period.Week) {
		town.Settled(id, at, week.Monday(), attendance.Ill)
		town.Attested(week)
	})
	all := town.Recoveries(id)
	if len(all) != 2 || all[1].Ending != recovery.Corrected || all[0].Undecided() != 2812-1124 {
		t.Errorf("recoveries %+v", all)
	}
}
