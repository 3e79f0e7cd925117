package casework_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/iso20022/banktest"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

var plain = casework.Form{}

// wantKey wants a fault of the code with the text.
func wantKey(t *testing.T, err error, code fault.Code, key string) {
	t.Helper()
	wantCode(t, err, code)
	if err != nil && !strings.Contains(err.Error(), key) {
		t.Errorf("%v, want %s", err, key)
	}
}

// wantWholeLedger wants a ledger that balances and says what the payments say.
func wantWholeLedger(t *testing.T, town *officetest.Town) {
	t.Helper()
	check, err := town.VerifyLedger(context.Background(), town.Auditor)
	if err != nil || !check.IsWhole() {
		t.Fatalf("%+v, %v", check, err)
	}
}

// The whole way of the money: attested, filed, sent, one paid and one rejected for the
// account's sake, another account, repeated, paid. The ledger follows each step.
func TestTheWholeWayOfTheMoney(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		officer := town.PaymentOfficer
		id, at, week := town.Due()
		run := town.Proposed(week)
		_, err := town.MakePaymentFile(ctx, officer, run, plain)
		wantKey(t, err, fault.Conflict, "pay.file.not_attested")
		town.Attests(run)

		_, err = town.MakePaymentFile(ctx, officer, run, plain)
		wantKey(t, err, fault.Conflict, "pay.no_payer")
		town.Pays()
		_, err = town.MakePaymentFile(ctx, officer, run, plain)
		wantKey(t, err, fault.Conflict, "pay.file.no_accounts")
		_, err = town.MakePaymentFile(ctx, town.CaseManager, run, plain)
		wantCode(t, err, fault.NotAllowed)
		if work, err := town.SeePaymentWork(ctx, officer); err != nil || work.NoAccounts != 1 || work.NoAccount[0].Case != id || len(work.ToFile) != 0 {
			t.Errorf("%+v, %v", work, err)
		}
		day, err := town.SeeMyDay(ctx, town.CaseManager, 1)
		if err != nil || !day.Lines[0].Asks(followup.PaymentStopped) || day.Lines[0].Case.ID != id {
			t.Errorf("the case manager is not told: %+v, %v", day.Lines, err)
		}
		if way, err := town.SeeMyWay(ctx, town.ParticipantOf(id)); err != nil || way.Stopped != 1 || way.StoppedSum != 2812 {
			t.Errorf("the participant is not told: %d of %s, %v", way.Stopped, way.StoppedSum, err)
		}

		town.HasAccount(id, 0)
		f := town.Filed(run)
		if again := town.Filed(run); again.ID != f.ID || f.Payments != 1 || f.Total != 2812 {
			t.Errorf("%+v, again %+v", f, again)
		}
		if flaws := banktest.Flaws(f.Content); len(flaws) > 0 {
			t.Errorf("%v\n%s", flaws, f.Content)
		}
		for _, holds := range []string{"8257466", "2812.00", "Exempelstads kommun", officetest.InTheBank(f.ID), "2026-08-11"} {
			if !bytes.Contains(f.Content, []byte(holds)) {
				t.Errorf("the file lacks %q", holds)
			}
		}
		_, err = town.TakeBankAnswer(ctx, officer, run, banktest.Answer(f.Content, nil), casework.BankAnswer{Form: plain})
		wantKey(t, err, fault.Invalid, "pay.answer.not_sent")
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2812, ledger.Owed: -2812})

		for range 2 {
			if err := town.MarkFileSent(ctx, officer, run, f.ID, plain); err != nil {
				t.Fatal(err)
			}
		}
		wantEvent(t, town, id, casefile.PaymentSent)
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2812, ledger.InTransit: -2812})
		wantKey(t, town.DiscardPaymentFile(ctx, officer, run, f.ID, casework.Discard{NotAtBank: true}), fault.Conflict, "pay.file.is_sent")

		if got, err := town.TakeBankAnswer(ctx, officer, run, banktest.Receipt(f.Content), casework.BankAnswer{Form: plain}); err != nil || got.Waiting != 1 || got.Paid != 0 {
			t.Errorf("%+v, %v", got, err)
		}
		p := town.PaymentsOf(run)[0]
		if got := town.Answers(f, "AC04", p.ID); got.Failed != 1 || got.Waiting != 0 || got.Again {
			t.Errorf("%+v", got)
		}
		wantEvent(t, town, id, casefile.PaymentFailed)
		if got := town.Answers(f, "AC04", p.ID); !got.Again || got.Failed != 0 {
			t.Errorf("the same answer again: %+v", got)
		}
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2812, ledger.Owed: -2812})
		_, err = town.TakeBankAnswer(ctx, officer, run, banktest.Answer(f.Content, nil), casework.BankAnswer{Form: plain})
		wantKey(t, err, fault.Invalid, "pay.answer.paid_after_all")

		wantKey(t, town.RepeatPayment(ctx, officer, p.ID, plain), fault.Conflict, "pay.repeat.same_account")
		if work, err := town.SeePaymentWork(ctx, officer); err != nil || work.FailedCount != 1 || work.Failed[0].Repeatable || work.Failed[0].Reason.Key != "bank.reason.AC04" {
			t.Errorf("%+v, %v", work.Failed, err)
		}
		if day, err := town.SeeMyDay(ctx, town.CaseManager, 1); err != nil || !day.Lines[0].Asks(followup.PaymentStopped) {
			t.Errorf("the case manager is not told: %+v, %v", day.Lines, err)
		}
		town.HasAccount(id, 1)
		if day, err := town.SeeMyDay(ctx, town.CaseManager, 1); err != nil || day.Lines[0].Asks(followup.PaymentStopped) {
			t.Errorf("the case manager is still asked: %+v, %v", day.Lines, err)
		}
		for _, step := range []func(context.Context, ident.ID) error{
			func(ctx context.Context, p ident.ID) error { return town.RepeatPayment(ctx, officer, p, plain) },
			func(ctx context.Context, p ident.ID) error { return town.DoNotRepeat(ctx, officer, p, plain) },
			func(ctx context.Context, p ident.ID) error { return town.RepeatPayment(ctx, officer, p, plain) },
		} {
			if err := step(ctx, p.ID); err != nil {
				t.Fatal(err)
			}
		}
		town.Days(7)
		town.Reports(id, at, week.AddWeeks(1), officetest.WholeWeek...)
		next := town.Proposed(week.AddWeeks(1))
		wantKey(t, town.DoNotRepeat(ctx, officer, p.ID, plain), fault.Conflict, "pay.repeat.carried")
		town.Attests(next)
		second := town.Sent(next)
		if second.Payments != 2 || second.Total != 2*2812 || !bytes.Contains(second.Content, []byte("8257474")) {
			t.Errorf("%+v", second)
		}
		if got := town.Answers(second, ""); got.Paid != 2 {
			t.Errorf("%+v", got)
		}
		wantEvent(t, town, id, casefile.PaymentPaid)
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2 * 2812, ledger.Bank: -2 * 2812})
		wantWholeLedger(t, town)

		// Money that comes back after it was paid is owed again, and is work.
		returned := town.InState(next, payment.Paid)[0]
		if got := town.Answers(second, "AC04", returned.ID); got.Failed != 1 || got.Paid != 0 {
			t.Errorf("%+v", got)
		}
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2 * 2812, ledger.Bank: -2812, ledger.Owed: -2812})
		wantWholeLedger(t, town)

		v := runOf(t, town, next)
		if len(v.Files) != 1 || v.Files[0].Paid != 1 || v.Files[0].Failed != 1 || v.Files[0].Answers != 2 || !v.Sends || v.ToFile != 0 {
			t.Errorf("%+v", v)
		}
		rows, err := town.SeeRunPayments(ctx, officer, next, payment.Paid, 1)
		if err != nil || rows.Total != 1 || rows.Lines[0].Account != "•••• 7474" || rows.Lines[0].Case != id {
			t.Errorf("%+v, %v", rows, err)
		}
		if _, err := db.VerifyJournals(ctx); err != nil {
			t.Error(err)
		}
	})
}

// An answer that is about something else is refused, with what and where, and nothing
// is done.
func TestAnswersThatAreRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, at, week := town.Due()
		town.Pays()
		town.HasAccount(id, 0)
		run := town.Attested(week)
		f := town.Sent(run)
		town.Days(7)
		town.Reports(id, at, week.AddWeeks(1), officetest.WholeWeek...)
		next := town.Attested(week.AddWeeks(1))
		g := town.Filed(next)
		mine := officetest.InTheBank(town.PaymentsOf(run)[0].ID)
		right := banktest.Answer(f.Content, nil)
		for name, c := range map[string]struct {
			run    ident.ID
			answer []byte
			key    string
		}{
			"another run's":      {next, right, "pay.answer.other_run"},
			"never sent":         {next, banktest.Answer(g.Content, nil), "pay.answer.not_sent"},
			"nobody's":           {run, bytes.ReplaceAll(right, []byte(f.Message), []byte("NOT-OURS")), "pay.answer.unknown_file"},
			"a payment too many": {run, bytes.Replace(right, []byte("<OrgnlEndToEndId>"+mine), []byte("<OrgnlEndToEndId>OTHER"), 1), "bank.status.unknown_payment"},
			"another amount":     {run, bytes.Replace(right, []byte(">2812.00</InstdAmt>"), []byte(">2813.00</InstdAmt>"), 1), "bank.status.other_amount"},
			"another sum":        {run, bytes.ReplaceAll(right, []byte("<OrgnlCtrlSum>2812.00"), []byte("<OrgnlCtrlSum>1.00")), "bank.status.other_sum"},
			"another count":      {run, bytes.ReplaceAll(right, []byte("<OrgnlNbOfTxs>1"), []byte("<OrgnlNbOfTxs>2")), "bank.status.counts"},
			"the payment file":   {run, f.Content, "bank.status.other_message"},
			"nothing":            {run, nil, "bank.status.not_xml"},
		} {
			_, err := town.TakeBankAnswer(ctx, town.PaymentOfficer, c.run, c.answer, casework.BankAnswer{Form: plain})
			if fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), c.key) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if waiting := town.InState(run, payment.Sent); len(waiting) != 1 {
			t.Errorf("an answer that was refused did something: %v", waiting)
		}
		if err := town.DiscardPaymentFile(ctx, town.PaymentOfficer, next, g.ID, casework.Discard{}); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("thrown away without a word: %v", err)
		}
		for range 2 {
			if err := town.DiscardPaymentFile(ctx, town.PaymentOfficer, next, g.ID, casework.Discard{NotAtBank: true}); err != nil {
				t.Error(err)
			}
		}
		_, err := town.TakeBankAnswer(ctx, town.PaymentOfficer, next, banktest.Answer(g.Content, nil), casework.BankAnswer{Form: plain})
		wantKey(t, err, fault.Invalid, "pay.answer.discarded")
		wantKey(t, town.MarkFileSent(ctx, town.PaymentOfficer, next, g.ID, plain), fault.Conflict, "pay.file.is_discarded")
		if again := town.Sent(next); again.ID == g.ID || again.Payments != 1 {
			t.Errorf("%+v", again)
		}
		// The older encoding is read and kept.
		latin := bytes.Replace(banktest.Refuse(f.Content, "AC01", "st\xe4ngt"), []byte("UTF-8"), []byte("ISO-8859-1"), 1)
		if got, err := town.TakeBankAnswer(ctx, town.PaymentOfficer, run, latin, casework.BankAnswer{WholeFile: true}); err != nil || got.Failed != 1 {
			t.Errorf("%+v, %v", got, err)
		}
		wantWholeLedger(t, town)
		err = db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			_, err := tx.DiscardFile(ctx, f.ID, town.PaymentOfficer.Account, town.Clock.Now())
			return err
		})
		if err != nil {
			t.Error(err)
		}
		if v := runOf(t, town, run); v.Files[0].DiscardedAt != nil {
			t.Error("the database let a sent file be thrown away")
		}
	})
}

// A protected identity is paid under the payer's name; a name that the bank's letters
// cannot write stops nobody.
func TestNamesInTheFile(t *testing.T) {
	town := officetest.OnSQLite(t)
	id, _, week := town.Due()
	town.Pays()
	town.HasAccount(id, 0)
	town.Protect(id)
	run := town.Attested(week)
	f := town.Filed(run)
	if bytes.Contains(f.Content, []byte("Amina")) {
		t.Error("a protected name went to the bank")
	}
	if n := bytes.Count(f.Content, []byte("<Nm>Exempelstads kommun</Nm>")); n != 3 {
		t.Errorf("the payer's name stands %d times in the file", n)
	}
	rows, err := town.SeeRunPayments(context.Background(), town.PaymentOfficer, run, "", 0)
	if err != nil || len(rows.Lines) != 1 || rows.Lines[0].Account != "" || rows.Lines[0].Payee != (casework.Payee{Protected: true}) {
		t.Errorf("%+v, %v", rows, err)
	}
}
