package casework_test

import (
	"context"
	"errors"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/iso20022/banktest"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// What is sent is what comes out now. A payment whose week has changed since it was
// attested waits for its correction to be attested; nobody else waits with it.
func TestWhatHasChangedSinceItWasAttestedIsNotSent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		town.Pays()
		id, at, week := town.Due()
		other, there := town.Started()
		next := week.AddWeeks(1)
		town.Days(7)
		town.Reports(other, there, next, officetest.WholeWeek...)
		town.Reports(id, at, next, officetest.WholeWeek...)
		town.HasAccount(id, 1)
		town.HasAccount(other, 2)
		town.Attested(week)
		run := town.Attested(next)

		town.WriteDays(id, []attendance.DayRecord{{Placement: at, Day: next.Monday(), Settled: attendance.AbsentUnapproved}})
		file, err := town.MakePaymentFile(ctx, town.PaymentOfficer, run, casework.Form{})
		if err != nil {
			t.Fatal(err)
		}
		sent, err := town.SeePaymentFile(ctx, town.PaymentOfficer, run, file)
		if err != nil || sent.Payments != 1 || sent.Total != 2812 {
			t.Fatalf("%d payments of %s, %v", sent.Payments, sent.Total, err)
		}
		if err := town.MarkFileSent(ctx, town.PaymentOfficer, run, file, casework.Form{}); err != nil {
			t.Fatal(err)
		}
		_, err = town.MakePaymentFile(ctx, town.PaymentOfficer, run, casework.Form{})
		wantCode(t, err, fault.Conflict)

		correction := town.Proposed(next)
		_, err = town.MakePaymentFile(ctx, town.PaymentOfficer, run, casework.Form{})
		wantCode(t, err, fault.Conflict) // a proposal is nobody's word yet
		town.Attests(correction)
		// What was not sent was taken back with the proposal, and comes anew in it.
		_, err = town.MakePaymentFile(ctx, town.PaymentOfficer, run, casework.Form{})
		wantCode(t, err, fault.Conflict)
		town.Filed(correction)
		if filed := town.InState(correction, payment.Filed); len(filed) != 1 || filed[0].Amount != 2249 || filed[0].Case != id {
			t.Errorf("%+v", filed)
		}
		if left := town.Recoveries(id); len(left) != 0 {
			t.Errorf("a recovery of money that nobody has received: %+v", left)
		}
	})
}

// Money that the bank could not pay has not been received: when its week falls, what is
// owed falls with it, and nobody is asked to pay back.
func TestWhatTheBankCouldNotPayIsNotOverpaid(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		town := officetest.New(t, db)
		town.Pays()
		id, at, first := town.Due()
		town.HasAccount(id, 1)
		run := town.Attested(first)
		file := town.Sent(run)
		town.Answers(file, "AC04", town.PaymentsOf(run)[0].ID)
		town.Settled(id, at, first.Monday(), attendance.AbsentUnapproved)
		second := first.AddWeeks(1)
		town.Days(7)
		town.Reports(id, at, second, officetest.WholeWeek...)
		next := town.Proposed(second)
		v := runOf(t, town, next)
		if len(v.Lines) != 2 || v.Lines[0].Number != 1 || v.Total != 2249+2812 || v.Payments != 1 {
			t.Fatalf("%+v", v.Lines)
		}
		town.Withdraws(next) // what was taken back comes with the next proposal as well
		town.Attested(second)
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2249 + 2812, ledger.Owed: -2249 - 2812})
		if all := town.Recoveries(id); len(all) != 0 {
			t.Errorf("%+v", all)
		}
		if check, err := town.VerifyLedger(context.Background(), town.PaymentOfficer); err != nil || !check.IsWhole() {
			t.Errorf("%+v, %v", check, err)
		}
		if refused, err := town.TakeBankAnswer(context.Background(), town.PaymentOfficer, run, banktest.Answer(file.Content, nil), casework.BankAnswer{}); err == nil {
			t.Errorf("a payment that was taken back is paid: %+v", refused)
		}
	})
}

// A file that waited while a week of its own changed is not sent: nobody gives the bank
// what is no longer owed. The new one pays everybody else.
func TestAFileWhoseWeeksHaveChangedIsNotSent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		town.Pays()
		id, at, week := town.Due()
		other, there := town.Started()
		next := week.AddWeeks(1)
		town.Days(7)
		town.Reports(other, there, next, officetest.WholeWeek...)
		town.Reports(id, at, next, officetest.WholeWeek...)
		town.HasAccount(id, 1)
		town.HasAccount(other, 2)
		first := town.Attested(week)
		run := town.Attested(next)
		file, whole := town.Filed(first), town.Filed(run)

		// A week of another run stops no file.
		town.WriteDays(id, []attendance.DayRecord{{Placement: at, Day: next.Monday(), Settled: attendance.AbsentUnapproved}})
		if err := town.MarkFileSent(ctx, town.PaymentOfficer, first, file.ID, casework.Form{}); err != nil {
			t.Error(err)
		}
		for range 2 {
			err := town.MarkFileSent(ctx, town.PaymentOfficer, run, whole.ID, casework.Form{})
			wantKey(t, err, fault.Conflict, "pay.file.has_changed")
			var no *fault.Error
			if errors.As(err, &no) && (no.Text.Args["Count"] != 1 || no.Text.Args["Cases"] != town.Case(id).Number) {
				t.Errorf("it names %v", no.Text.Args)
			}
		}
		if filed := town.InState(run, payment.Filed); len(filed) != 2 {
			t.Errorf("something was sent: %v", filed)
		}
		wantWholeLedger(t, town)
		if err := town.DiscardPaymentFile(ctx, town.PaymentOfficer, run, whole.ID, casework.Discard{NotAtBank: true}); err != nil {
			t.Fatal(err)
		}
		wantKey(t, town.MarkFileSent(ctx, town.PaymentOfficer, run, whole.ID, casework.Form{}), fault.Conflict, "pay.file.is_discarded")
		if sent := town.Sent(run); sent.Payments != 1 || sent.Total != 2812 {
			t.Errorf("%d payments of %s", sent.Payments, sent.Total)
		}
	})
}

// A file is read, sent and thrown away as the file of its own run alone.
func TestAFileIsOfItsRun(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		town.Pays()
		id, at, week := town.Due()
		town.HasAccount(id, 1)
		run := town.Attested(week)
		town.Days(7)
		town.Reports(id, at, week.AddWeeks(1), officetest.WholeWeek...)
		other := town.Attested(week.AddWeeks(1))
		f := town.Filed(run)
		_, err := town.SeePaymentFile(ctx, town.PaymentOfficer, other, f.ID)
		wantCode(t, err, fault.NotFound)
		wantCode(t, town.MarkFileSent(ctx, town.PaymentOfficer, other, f.ID, casework.Form{}), fault.NotFound)
		wantCode(t, town.DiscardPaymentFile(ctx, town.PaymentOfficer, other, f.ID, casework.Discard{NotAtBank: true}), fault.NotFound)
		if v := runOf(t, town, run); len(v.Files) != 1 || !v.Files[0].IsOpen() {
			t.Errorf("%+v", v.Files)
		}
	})
}
