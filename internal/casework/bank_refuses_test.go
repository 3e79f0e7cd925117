package casework_test

import (
	"context"
	"errors"
	"testing"

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

// That the bank refuses a whole file, without naming a payment, is taken in only by
// somebody who has seen how many and how much. The same file twice is still once.
func TestAWholeFileIsNotRefusedUnseen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, _, week := town.Due()
		town.Pays()
		town.HasAccount(id, 0)
		run := town.Attested(week)
		f := town.Sent(run)
		answer := banktest.Refuse(f.Content, "AM04", "")

		_, err := town.TakeBankAnswer(ctx, town.PaymentOfficer, run, answer, casework.BankAnswer{})
		var asks *fault.Error
		if !errors.As(err, &asks) || asks.Code != fault.Invalid || len(asks.Fields) != 1 || asks.Fields[0].Name != "whole_file" {
			t.Fatalf("%v", err)
		}
		says := asks.Fields[0].Text
		if reason, _ := says.Args["Reason"].(fault.Text); says.Args["Count"] != 1 || says.Args["Total"] != money.Kronor(2812) || reason.Key != "bank.reason.AM04" {
			t.Errorf("%+v", says)
		}
		if len(town.InState(run, payment.Sent)) != 1 {
			t.Error("something was done before it was confirmed")
		}
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2812, ledger.InTransit: -2812})

		knowing := casework.BankAnswer{WholeFile: true}
		if got, err := town.TakeBankAnswer(ctx, town.PaymentOfficer, run, answer, knowing); err != nil || got.Failed != 1 || got.Again {
			t.Errorf("%+v, %v", got, err)
		}
		for _, in := range []casework.BankAnswer{{}, knowing} {
			if got, err := town.TakeBankAnswer(ctx, town.PaymentOfficer, run, answer, in); err != nil || !got.Again || got.Failed != 0 {
				t.Errorf("the same again: %+v, %v", got, err)
			}
		}
		// Another word of the same changes nothing, and asks nothing.
		if got, err := town.TakeBankAnswer(ctx, town.PaymentOfficer, run, banktest.Refuse(f.Content, "AM04", "again"), casework.BankAnswer{}); err != nil || got.Again || got.Failed != 0 {
			t.Errorf("%+v, %v", got, err)
		}
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2812, ledger.Owed: -2812})
		wantWholeLedger(t, town)
	})
}

// Who is paid by a run neither makes its file nor notes it as sent, as they do not
// attest it.
func TestNobodySendsTheirOwnMoney(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id, _, week := town.Due()
	town.Pays()
	town.HasAccount(id, 0)
	run := town.Attested(week)
	own := town.PaymentOfficer
	own.Person = town.Case(id).Person

	_, err := town.MakePaymentFile(ctx, own, run, plain)
	wantKey(t, err, fault.NotAllowed, "access.own_case")
	f := town.Filed(run)
	_, err = town.MakePaymentFile(ctx, own, run, plain) // nor is given the one that waits
	wantKey(t, err, fault.NotAllowed, "access.own_case")
	wantKey(t, town.MarkFileSent(ctx, own, run, f.ID, plain), fault.NotAllowed, "access.own_case")
	if len(town.InState(run, payment.Filed)) != 1 {
		t.Error("something was done")
	}

	other := own
	other.Person = town.Case(town.Managed()).Person // somebody in the programme who is not in the run
	if err := town.MarkFileSent(ctx, other, run, f.ID, plain); err != nil {
		t.Error(err)
	}
}
