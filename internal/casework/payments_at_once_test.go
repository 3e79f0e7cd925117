package casework_test

import (
	"context"
	"sync/atomic"
	"testing"

	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/iso20022/banktest"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// Several officers do the same at once: one file, one posting for each thing that
// happens, one repetition.
func TestOfficersSendAtOnce(t *testing.T) {
	const officers = 8
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		by := town.PaymentOfficer
		id, at, week := town.Due()
		town.Pays()
		town.HasAccount(id, 0)
		run := town.Attested(week)

		var files [officers]ident.ID
		together(officers, func(i int) {
			var err error
			if files[i], err = town.MakePaymentFile(ctx, by, run, casework.Form{}); err != nil {
				t.Error(err)
			}
		})
		for _, f := range files {
			if f != files[0] {
				t.Fatalf("two files: %v", files)
			}
		}
		// Who sends and who throws away: one of them has it.
		var sent, thrown atomic.Int32
		together(officers, func(i int) {
			var err error
			if i%2 == 0 {
				err = town.MarkFileSent(ctx, by, run, files[0], casework.Form{})
				sent.Add(map[bool]int32{true: 1}[err == nil])
			} else {
				err = town.DiscardPaymentFile(ctx, by, run, files[0], casework.Discard{NotAtBank: true})
				thrown.Add(map[bool]int32{true: 1}[err == nil])
			}
			if err != nil && fault.CodeOf(err) != fault.Conflict {
				t.Error(err)
			}
		})
		if (sent.Load() > 0) == (thrown.Load() > 0) {
			t.Fatalf("%d sent it and %d threw it away", sent.Load(), thrown.Load())
		}
		if thrown.Load() > 0 {
			files[0] = town.Sent(run).ID
		}
		f, err := town.SeePaymentFile(ctx, by, run, files[0])
		if err != nil {
			t.Fatal(err)
		}
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2812, ledger.InTransit: -2812})

		answer := banktest.Answer(f.Content, map[string]string{officetest.InTheBank(town.PaymentsOf(run)[0].ID): "MS03"})
		var took atomic.Int32
		together(officers, func(int) {
			got, err := town.TakeBankAnswer(ctx, by, run, answer, casework.BankAnswer{})
			if err != nil {
				t.Error(err)
			}
			took.Add(int32(got.Failed))
		})
		if took.Load() != 1 {
			t.Errorf("one answer was taken in %d times", took.Load())
		}
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2812, ledger.Owed: -2812})

		var repeated atomic.Int32
		failed := town.InState(run, payment.Failed)[0].ID
		together(officers, func(int) {
			switch err := town.RepeatPayment(ctx, by, failed, casework.Form{}); fault.CodeOf(err) {
			case "":
				repeated.Add(1)
			case fault.Conflict:
			default:
				t.Error(err)
			}
		})
		if repeated.Load() != 1 {
			t.Errorf("repeated %d times", repeated.Load())
		}
		town.Days(7)
		town.Reports(id, at, week.AddWeeks(1), officetest.WholeWeek...)
		next := town.Attested(week.AddWeeks(1))
		if got := town.Answers(town.Sent(next), ""); got.Paid != 2 {
			t.Errorf("%+v", got)
		}
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2 * 2812, ledger.Bank: -2 * 2812})
		wantWholeLedger(t, town)
	})
}
