package casework_test

import (
	"context"
	"errors"
	"strings"
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

// Whether the money of a file that is not sent reaches anybody nobody knows: no
// correction of it is proposed until that is settled. Thrown away, it comes anew, and
// nothing is overpaid.
func TestAProposalWaitsForAFileWhoseWeekHasFallen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		town.Pays()
		id, at, week := town.Due()
		town.HasAccount(id, 0)
		run := town.Attested(week)
		file := town.Filed(run)
		town.Settled(id, at, week.Monday(), attendance.AbsentUnapproved)

		_, err := town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week})
		wantKey(t, err, fault.Conflict, "payment.file_waits")
		var waits *casework.UnsentFile
		var no *fault.Error
		if !errors.As(err, &waits) || waits.Run != run || !errors.As(err, &no) || no.Text.Args["Week"] != week {
			t.Errorf("it names %+v, %v", waits, err)
		}
		if filed := town.InState(run, payment.Filed); len(filed) != 1 {
			t.Errorf("a refusal did something: %+v", filed)
		}
		must(t, town.DiscardPaymentFile(ctx, town.PaymentOfficer, run, file.ID, casework.Discard{NotAtBank: true}))
		next := town.Attested(week)
		if v := runOf(t, town, next); v.Total != 2249 {
			t.Errorf("%+v", v)
		}
		if all := town.Recoveries(id); len(all) != 0 {
			t.Errorf("a recovery of money that nobody has received: %+v", all)
		}
		town.Sent(next)
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2249, ledger.InTransit: -2249})
		wantWholeLedger(t, town)
	})
}

// A rise, or a fall of a week that the file does not pay, waits for no file.
func TestAProposalWaitsForNoOtherFile(t *testing.T) {
	town := officetest.OnSQLite(t)
	town.Pays()
	id, at, week := town.Due()
	town.HasAccount(id, 0)
	town.Answers(town.Sent(town.Attested(week)), "")
	second := week.AddWeeks(1)
	town.Days(7)
	town.Reports(id, at, second, officetest.WholeWeek...)
	town.Settled(id, at, second.Monday(), attendance.AbsentUnapproved)
	run := town.Attested(second)
	town.Filed(run)
	town.Settled(id, at, second.Monday(), attendance.Ill)
	town.Settled(id, at, week.Monday(), attendance.AbsentUnapproved)
	if v := runOf(t, town, town.Proposed(second)); v.Total != 563 || len(v.Lines) != 2 {
		t.Errorf("%+v", v.Lines)
	}
}

// A file that the bank had been given before its week fell is noted as sent by who says
// so, and what is too much is found by the next run.
func TestAFileThatTheBankHasAlready(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		town.Pays()
		id, at, week := town.Due()
		town.HasAccount(id, 0)
		run := town.Attested(week)
		file := town.Filed(run)
		town.Settled(id, at, week.Monday(), attendance.AbsentUnapproved)
		answer := banktest.Answer(file.Content, nil)

		_, err := town.TakeBankAnswer(ctx, town.PaymentOfficer, run, answer, casework.BankAnswer{})
		wantKey(t, err, fault.Invalid, "pay.answer.not_sent")
		wantKey(t, town.MarkFileSent(ctx, town.PaymentOfficer, run, file.ID, casework.Form{}), fault.Conflict, "pay.file.has_changed")
		wantCode(t, town.FileWasSent(ctx, town.CaseManager, run, file.ID, casework.Form{}), fault.NotAllowed)
		for range 2 { // again changes nothing
			must(t, town.FileWasSent(ctx, town.PaymentOfficer, run, file.ID, casework.Form{}))
		}
		if sent := town.InState(run, payment.Sent); len(sent) != 1 {
			t.Fatalf("%+v", town.PaymentsOf(run))
		}
		noted := false
		must(t, town.DB.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			entries, err := tx.NewestEntries(ctx, 1<<62, 5)
			for _, e := range entries {
				noted = noted || strings.Contains(e.Detail, `"already_sent":true`)
			}
			return err
		}))
		if !noted {
			t.Error("the journal does not say that it had been sent already")
		}
		town.Answers(file, "")
		town.Attested(week)
		if all := town.Recoveries(id); len(all) != 1 || all[0].Undecided() != 563 || town.PaidOut(id) != 2812 {
			t.Errorf("%+v, paid %s", all, town.PaidOut(id))
		}
		wantWholeLedger(t, town)
	})
}

// A repetition is of the weeks of the payment that failed: where they have fallen since,
// it is neither filed nor sent, and the next proposal takes it back.
func TestARepetitionWhoseWeekHasFallen(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		town.Pays()
		id, at, week := town.Due()
		town.HasAccount(id, 0)
		run := town.Attested(week)
		failed := town.PaymentsOf(run)[0].ID
		town.Answers(town.Sent(run), "AC04", failed)
		town.HasAccount(id, 1)
		must(t, town.RepeatPayment(ctx, town.PaymentOfficer, failed, casework.Form{}))
		again := town.Attested(week)
		file := town.Filed(again)
		away := func(status attendance.Status) {
			for d := range 5 {
				town.Settled(id, at, week.Monday().AddDays(d), status)
			}
		}
		away(attendance.AbsentUnapproved)
		wantKey(t, town.MarkFileSent(ctx, town.PaymentOfficer, again, file.ID, casework.Form{}), fault.Conflict, "pay.file.has_changed")
		_, err := town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week})
		wantKey(t, err, fault.Conflict, "payment.file_waits")
		must(t, town.DiscardPaymentFile(ctx, town.PaymentOfficer, again, file.ID, casework.Discard{NotAtBank: true}))
		_, err = town.MakePaymentFile(ctx, town.PaymentOfficer, again, casework.Form{})
		wantKey(t, err, fault.Conflict, "pay.file.changed")

		_, err = town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week})
		wantTakenBack(t, err, 1, 2812)
		_, err = town.MakePaymentFile(ctx, town.PaymentOfficer, again, casework.Form{})
		wantKey(t, err, fault.Conflict, "pay.file.nothing_owed")
		wantLedger(t, town, nil)
		wantWholeLedger(t, town)

		away(attendance.Attended) // right after all: it is owed anew
		next := town.Attested(week)
		if sent := town.Sent(next); sent.Total != 2812 {
			t.Errorf("%+v", sent)
		}
	})
}

// The repetition's run may be of an earlier week than that of the payment that failed.
func TestARepetitionInTheRunOfAnEarlierWeek(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	town.Pays()
	id, at, week := town.Due()
	town.HasAccount(id, 0)
	town.Answers(town.Sent(town.Attested(week)), "")
	second := week.AddWeeks(1)
	town.Days(7)
	town.Reports(id, at, second, officetest.WholeWeek...)
	run := town.Attested(second)
	failed := town.PaymentsOf(run)[0].ID
	town.Answers(town.Sent(run), "AC04", failed)
	town.HasAccount(id, 1)
	must(t, town.RepeatPayment(ctx, town.PaymentOfficer, failed, casework.Form{}))
	again := town.Attested(week)
	town.Settled(id, at, second.Monday(), attendance.AbsentUnapproved)
	_, err := town.MakePaymentFile(ctx, town.PaymentOfficer, again, casework.Form{})
	wantKey(t, err, fault.Conflict, "pay.file.changed")
}

// Money that is not owed any longer is not owed any longer, also where nothing else is to
// be proposed: what was taken back stays so, and no empty run is made.
func TestWhatFallsToNothingIsTakenBackAlone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		town.Pays()
		id, at, week := town.Due()
		town.HasAccount(id, 0)
		run := town.Attested(week)
		for d := range 5 {
			town.Settled(id, at, week.Monday().AddDays(d), attendance.AbsentUnapproved)
		}
		none, err := town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week})
		wantTakenBack(t, err, 1, 2812)
		if !none.IsZero() {
			t.Errorf("a run %s of nothing", none)
		}
		if left := town.InState(run, payment.Withdrawn); len(left) != 1 {
			t.Errorf("%+v", town.PaymentsOf(run))
		}
		wantLedger(t, town, nil)
		wantWholeLedger(t, town)
		v, err := town.SeePayments(ctx, town.PaymentOfficer)
		if err != nil || v.Open != nil || len(v.Runs) != 1 {
			t.Errorf("%+v, %v", v, err)
		}
		_, err = town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week})
		wantKey(t, err, fault.Conflict, "payment.nothing_to_pay")
	})
}

func wantTakenBack(t *testing.T, err error, n int, total money.Kronor) {
	t.Helper()
	wantKey(t, err, fault.Conflict, "payment.only_taken_back")
	var only *casework.TakenBack
	if !errors.As(err, &only) || only.Payments != n || only.Total != total {
		t.Errorf("%v", err)
	}
}
