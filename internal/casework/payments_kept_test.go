package casework_test

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/iso20022/banktest"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// purse is a town whose people do what they may with its money, in any order.
type purse struct {
	*officetest.Town
	cases, places []ident.ID
	first, last   period.Week
	runs          []ident.ID
	at            ident.ID // the run that is gone on with, zero for any
}

// Whatever is done in whatever order, no krona is lost and none is paid twice: what is
// owed is what is attested and not sent, what is in transit is what is sent and not
// answered, what the bank has paid is what is paid; and what somebody has been paid, is
// owed and has on its way is what their weeks are worth by the newest attested
// calculation, and what stands as overpaid.
func TestMoneyIsNeitherLostNorDoubled(t *testing.T) {
	lives := 0
	rapid.Check(t, func(rt *rapid.T) {
		// Each life is a municipality of its own, and every run of the tests draws others.
		if lives++; lives > 40 {
			return
		}
		town := officetest.OnSQLite(t)
		defer town.DB.Close()
		p := &purse{Town: town}
		for range 2 {
			id, at := town.Started()
			p.cases, p.places = append(p.cases, id), append(p.places, at)
		}
		p.first = town.Today().Week()
		p.last = p.first
		town.Pays()
		town.Days(7)
		for n, id := range p.cases {
			town.Reports(id, p.places[n], p.first, officetest.WholeWeek...)
		}
		town.HasAccount(p.cases[0], 0) // the other has none yet
		// Half of what is done is what comes next, so that they get far.
		does := []func(*rapid.T){p.attendance, p.weekGoesBy, p.account, p.propose, p.attest, p.withdraw, p.file, p.throwAway,
			p.send, p.answer, p.repeat, p.doNotRepeat}
		for range rapid.IntRange(4, 20).Draw(rt, "steps") {
			if rapid.Bool().Draw(rt, "goes on") {
				p.goOn(rt)
			} else {
				rapid.SampledFrom(does).Draw(rt, "does")(rt)
			}
			p.check(rt)
		}
	})
}

// goOn does what comes next: repeats what failed, takes in what the bank says, sends,
// files, attests, or proposes what has changed.
func (p *purse) goOn(t *rapid.T) {
	step := p.propose
	for _, run := range p.runs {
		for _, y := range p.PaymentsOf(run) {
			next := map[payment.State]func(*rapid.T){payment.Proposed: p.attest, payment.Due: p.file, payment.Filed: p.send,
				payment.Sent: p.answer, payment.Failed: p.repeat}[y.State]
			if next != nil {
				p.at, step = run, next
			}
		}
	}
	step(t)
	p.at = ""
}

// allows wants nothing else than that it was done, or that things do not allow it now.
func allows(t *rapid.T, err error) bool {
	t.Helper()
	if err != nil && fault.CodeOf(err) != fault.Conflict {
		t.Fatal(err)
	}
	return err == nil
}

func (p *purse) one(t *rapid.T) int { return rapid.IntRange(0, len(p.cases)-1).Draw(t, "of") }

func (p *purse) attendance(t *rapid.T) {
	n, day := p.one(t), p.first.Monday().AddDays(rapid.IntRange(0, int(p.last.Sunday()-p.first.Monday())).Draw(t, "day"))
	status := rapid.SampledFrom([]attendance.Status{attendance.Attended, attendance.AbsentUnapproved, attendance.Ill, ""}).Draw(t, "status")
	p.WriteDays(p.cases[n], []attendance.DayRecord{{Placement: p.places[n], Day: day, Reported: status}})
}

func (p *purse) weekGoesBy(*rapid.T) {
	p.Days(7)
	p.last = p.last.AddWeeks(1)
}

func (p *purse) account(t *rapid.T) {
	p.HasAccount(p.cases[p.one(t)], rapid.IntRange(0, 4).Draw(t, "account"))
}

func (p *purse) propose(t *rapid.T) {
	run, err := p.ProposePayments(context.Background(), p.PaymentOfficer, casework.Proposal{Week: p.last})
	if allows(t, err) {
		p.runs = append(p.runs, run)
	}
}

// run is one of the runs, false where there are none.
func (p *purse) run(t *rapid.T) (ident.ID, bool) {
	if len(p.runs) == 0 || !p.at.IsZero() {
		return p.at, !p.at.IsZero()
	}
	return rapid.SampledFrom(p.runs).Draw(t, "run"), true
}

func (p *purse) attest(t *rapid.T) {
	if run, any := p.run(t); any {
		allows(t, p.AttestPayments(context.Background(), p.Attester, run, plain))
	}
}

func (p *purse) withdraw(t *rapid.T) {
	if run, any := p.run(t); any {
		allows(t, p.WithdrawPayments(context.Background(), p.PaymentOfficer, run, plain))
	}
}

func (p *purse) file(t *rapid.T) {
	if run, any := p.run(t); any {
		_, err := p.MakePaymentFile(context.Background(), p.PaymentOfficer, run, plain)
		allows(t, err)
	}
}

// files are the files of one of the runs.
func (p *purse) files(t *rapid.T) []casework.RunFile {
	run, any := p.run(t)
	if !any {
		return nil
	}
	v, err := p.SeePaymentRun(context.Background(), p.PaymentOfficer, run, 1)
	if err != nil {
		t.Fatal(err)
	}
	return v.Files
}

func (p *purse) throwAway(t *rapid.T) {
	for _, f := range p.files(t) {
		allows(t, p.DiscardPaymentFile(context.Background(), p.PaymentOfficer, f.Run, f.ID, casework.Discard{NotAtBank: true}))
	}
}

func (p *purse) send(t *rapid.T) {
	for _, f := range p.files(t) {
		for range rapid.IntRange(1, 2).Draw(t, "times") {
			allows(t, p.MarkFileSent(context.Background(), p.PaymentOfficer, f.Run, f.ID, plain))
		}
	}
}

// answer is the bank's, which rejects some. It may answer again and say otherwise; what
// it paid after it had said no is refused.
func (p *purse) answer(t *rapid.T) {
	for _, f := range p.files(t) {
		whole, err := p.SeePaymentFile(context.Background(), p.PaymentOfficer, f.Run, f.ID)
		if err != nil {
			t.Fatal(err)
		}
		no := map[string]string{}
		for _, y := range p.PaymentsOf(f.Run) {
			if y.File == f.ID && rapid.IntRange(0, 2).Draw(t, "rejects") == 0 {
				no[officetest.InTheBank(y.ID)] = rapid.SampledFrom([]string{"AC04", "MS03"}).Draw(t, "reason")
			}
		}
		_, err = p.TakeBankAnswer(context.Background(), p.PaymentOfficer, f.Run, banktest.Answer(whole.Content, no), casework.BankAnswer{Form: plain})
		if err != nil && fault.CodeOf(err) != fault.Invalid {
			t.Fatal(err)
		}
	}
}

// some are the payments of every run in the state.
func (p *purse) some(state payment.State) []store.Payment {
	var found []store.Payment
	for _, run := range p.runs {
		found = append(found, p.InState(run, state)...)
	}
	return found
}

func (p *purse) repeat(t *rapid.T) {
	for _, y := range p.some(payment.Failed) {
		allows(t, p.RepeatPayment(context.Background(), p.PaymentOfficer, y.ID, plain))
	}
}

func (p *purse) doNotRepeat(t *rapid.T) {
	for _, y := range p.some(payment.Again) {
		allows(t, p.DoNotRepeat(context.Background(), p.PaymentOfficer, y.ID, plain))
	}
}

func (p *purse) check(t *rapid.T) {
	ctx := context.Background()
	err := p.DB.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
		if _, unsound, err := tx.VerifyLedger(ctx); err != nil || len(unsound) > 0 {
			t.Fatalf("%+v, %v", unsound, err)
		}
		if differ, err := tx.Disagreements(ctx); err != nil || len(differ) > 0 {
			t.Fatalf("%+v, %v", differ, err)
		}
		for _, id := range p.cases {
			if err := p.checkCase(ctx, t, tx, id); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (p *purse) checkCase(ctx context.Context, t *rapid.T, tx *store.Tx, id ident.ID) error {
	var worth, attested money.Kronor
	for w := p.first; w <= p.last; w++ {
		calculations, err := tx.Calculations(ctx, id, w)
		if err != nil {
			return err
		}
		var newest money.Kronor
		for _, c := range calculations {
			if c.RunState == payment.RunAttested {
				newest = c.Total
				attested += c.Pays
			}
		}
		worth += newest
	}
	if payments := p.Payments(id); payments != attested {
		t.Fatalf("case %s: %s attested, payments of %s", id, attested, payments)
	}
	sums := map[ledger.Account]money.Kronor{}
	balances, err := tx.CaseBalances(ctx, id)
	if err != nil {
		return err
	}
	for _, b := range balances {
		if sums[b.Account], err = b.Amount.Kronor(); err != nil {
			return err
		}
	}
	if has := -(sums[ledger.Bank] + sums[ledger.InTransit] + sums[ledger.Owed]); has != worth+sums[ledger.Overpaid] || sums[ledger.Overpaid] < 0 {
		t.Fatalf("case %s has %s paid, on its way and owed; its weeks are worth %s: %v", id, has, worth, sums)
	}
	return nil
}
