package cli

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/iso20022/banktest"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// lastWeek is the last whole one that the law book has rates for.
var lastWeek = period.MustWeek("2026-W52")

// worker is the program that is killed: it goes on from whatever it finds.
type worker struct {
	setting
	t    *testing.T
	town *officetest.Town
	draw *rand.Rand
	week period.Week
}

func workThrough(t *testing.T, s setting) {
	db, err := store.Open(context.Background(), s.Address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	w := &worker{setting: s, t: t, draw: rand.New(rand.NewPCG(s.Seed, 1)), week: s.First}
	// Later than all that the lives before it did, also those that ended before they had
	// an entry in the journal, and never at an instant of theirs: no two words of a day
	// share one.
	w.town = officetest.Back(t, db, officetest.Latest(t, db).Add(time.Duration(s.Life)*(time.Minute+time.Microsecond)))
	for _, r := range w.runs() {
		w.week = max(w.week, r.Week)
	}
	fmt.Print(atWork)
	w.goOnTo(w.week)
	for turn := 0; ; turn++ {
		switch {
		case w.Finish:
			w.everybodyHasAnAccount()
		case turn > 0 || w.draw.IntN(3) == 0: // else what was begun is gone on with
			w.changeFacts()
		}
		w.propose()
		w.attest()
		w.send()
		w.bankAnswers()
		w.repeat()
		if w.Finish && w.isDone() {
			return
		}
		if w.Finish && turn > 50 {
			t.Fatal("it never comes to its end")
		}
		if !w.Finish && w.week < lastWeek && w.draw.IntN(2) == 0 {
			w.goOnTo(w.week + 1)
		}
	}
}

func (w *worker) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// tick says that a step begins, and lets a little time go by, so that it is later than
// the one before.
func (w *worker) tick() {
	fmt.Print(aStep)
	w.town.Clock.Forward(time.Second)
}

// goOnTo moves the clock to the Monday after the week, if it is not later.
func (w *worker) goOnTo(week period.Week) {
	w.week = week
	// Lives that come to the same Monday come at instants of their own: one that was killed
	// may have written days there and nothing in the journal.
	monday := clock.StartOf(week.Sunday().AddDays(1)).Add(9*time.Hour + time.Duration(w.Life)*time.Microsecond)
	w.town.Clock.Forward(monday.Sub(w.town.Clock.Now()))
	w.tick()
}

// command runs a line of the program as the account, in this process.
func (w *worker) command(as ident.ID, answer any, args ...string) bool {
	w.t.Helper()
	w.tick()
	code, said := typed(w.t, w.town.Clock, answer, append(args, "--db", w.Address, "--as", string(as), "--json")...)
	if code == Refused {
		w.t.Fatalf("%q: %s", args, said)
	}
	return code == Fine
}

// changeFacts writes some days of the weeks so far, and now and then another account.
func (w *worker) changeFacts() {
	statuses := []attendance.Status{attendance.Attended, attendance.Attended, attendance.Ill, attendance.AbsentUnapproved}
	for range 1 + w.draw.IntN(4) {
		n, day := w.draw.IntN(len(w.Cases)), w.First.Monday().AddDays(w.draw.IntN(int(w.week.Sunday()-w.First.Monday())))
		w.tick()
		w.town.WriteDays(w.Cases[n], []attendance.DayRecord{{Placement: w.Places[n], Day: day, Reported: statuses[w.draw.IntN(len(statuses))]}})
	}
	if w.draw.IntN(3) == 0 {
		w.newAccount(w.Cases[w.draw.IntN(len(w.Cases))])
	}
}

// newAccount enters an account that is not the one before it.
func (w *worker) newAccount(of ident.ID) {
	v, err := w.town.SeePayAccount(context.Background(), w.town.CaseManager, of)
	w.must(err)
	for n := range 5 {
		next := officetest.Account(n)
		if !v.Known || next.Number[3:] != v.Masked[len(v.Masked)-4:] {
			w.tick()
			w.must(w.town.EnterPayAccount(context.Background(), w.town.CaseManager, of, next))
			return
		}
	}
}

func (w *worker) everybodyHasAnAccount() {
	for _, id := range w.Cases {
		if v, err := w.town.SeePayAccount(context.Background(), w.town.CaseManager, id); err != nil || !v.Known {
			w.must(err)
			w.newAccount(id)
		}
	}
}

func (w *worker) open() *casework.Run {
	v, err := w.town.SeePayments(context.Background(), w.town.PaymentOfficer)
	w.must(err)
	return v.Open
}

func (w *worker) propose() {
	if w.open() == nil {
		w.command(w.town.PaymentOfficer.Account, nil, "pay", "propose", "--week", w.week.String()) // or there is nothing to pay
	}
}

// attest attests what is proposed. What has changed since, and sometimes what has not,
// is withdrawn and proposed again.
func (w *worker) attest() {
	for open := w.open(); open != nil; open = w.open() {
		withdraws := !w.Finish && w.draw.IntN(5) == 0
		if !withdraws && w.command(w.town.Attester.Account, nil, "pay", "attest", "--run", string(open.ID)) {
			return
		}
		w.command(w.town.PaymentOfficer.Account, nil, "pay", "withdraw", "--run", string(open.ID))
		w.propose()
	}
}

// send sends whatever could be sent, of every run.
func (w *worker) send() {
	for _, run := range w.runs() {
		v, err := w.town.SeePaymentRun(context.Background(), w.town.PaymentOfficer, run.ID, 1)
		w.must(err)
		isOpen := len(v.Files) > 0 && v.Files[len(v.Files)-1].IsOpen()
		if v.State != casework.RunAttested || v.ToFile == 0 && !isOpen {
			continue
		}
		if !isOpen && !w.Finish && w.draw.IntN(5) == 0 {
			w.throwOneAway(run.ID)
		}
		if !w.command(w.town.PaymentOfficer.Account, nil, "pay", "send", "--run", string(run.ID), "--outbox", w.Outbox) {
			w.t.Fatal("a run could not be sent")
		}
	}
}

// throwOneAway makes a file and throws it away before anybody has it.
func (w *worker) throwOneAway(run ident.ID) {
	w.tick()
	id, err := w.town.MakePaymentFile(context.Background(), w.town.PaymentOfficer, run, casework.Form{})
	w.must(err)
	w.tick()
	w.must(w.town.DiscardPaymentFile(context.Background(), w.town.PaymentOfficer, run, id, casework.Discard{NotAtBank: true}))
}

// runs is every run there is; a page shows the newest.
func (w *worker) runs() []casework.Run {
	ctx := context.Background()
	var runs []casework.Run
	w.must(w.town.DB.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) (err error) {
		runs, err = tx.Runs(ctx, 10_000)
		return err
	}))
	return runs
}

// bankAnswers plays the bank: it says the same of a file however often it is asked, and
// rejects one payment in five.
func (w *worker) bankAnswers() {
	for _, run := range w.runs() {
		v, err := w.town.SeePaymentRun(context.Background(), w.town.PaymentOfficer, run.ID, 1)
		w.must(err)
		for _, f := range v.Files {
			if f.SentAt == nil || f.Waiting == 0 && w.draw.IntN(4) > 0 {
				continue
			}
			content, err := os.ReadFile(filepath.Join(w.Outbox, f.Message+".xml"))
			w.must(err)
			no := map[string]string{}
			for _, id := range inFile(w.t, content) {
				if last := id[len(id)-1]; last == '0' || last == '7' || last == 'c' {
					no[id] = map[bool]string{true: "AC04", false: "MS03"}[last == '0']
				}
			}
			answer := filepath.Join(w.t.TempDir(), "answer.xml")
			w.must(os.WriteFile(answer, banktest.Answer(content, no), 0o600))
			if !w.command(w.town.PaymentOfficer.Account, nil, "pay", "reconcile", "--run", string(run.ID), answer) {
				w.t.Fatal("an answer could not be taken in")
			}
		}
	}
}

// repeat takes up what failed, with another account where that is what it takes.
func (w *worker) repeat() {
	work, err := w.town.SeePaymentWork(context.Background(), w.town.PaymentOfficer)
	w.must(err)
	for _, p := range work.Failed {
		if !p.Repeatable {
			w.newAccount(p.Payee.Case)
		}
		w.tick()
		err := w.town.RepeatPayment(context.Background(), w.town.PaymentOfficer, p.ID, casework.Form{})
		if fault.CodeOf(err) != fault.Conflict {
			w.must(err)
		}
	}
}

// isDone tells whether nothing is left to propose, attest, send, answer or repeat.
func (w *worker) isDone() bool {
	for _, run := range w.runs() {
		for _, p := range w.town.PaymentsOf(run.ID) {
			switch p.State {
			case payment.Proposed, payment.Due, payment.Filed, payment.Sent, payment.Failed:
				return false
			}
		}
	}
	work, err := w.town.SeePaymentWork(context.Background(), w.town.PaymentOfficer)
	w.must(err)
	return len(work.Again) == 0 && w.open() == nil
}
