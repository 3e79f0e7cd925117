package casework

import (
	"context"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// PaymentLine is a payment as it is shown.
type PaymentLine struct {
	Payee
	ID         ident.ID
	Run        ident.ID
	Week       period.Week // of the run
	Amount     money.Kronor
	State      payment.State
	Since      time.Time  // it has stood there
	Reason     fault.Text // why it failed; no key where it did not
	Account    string     // masked: where it was sent, or will be; "" where there is none or the reader may not see who it is
	NoAccount  bool       // none has been entered
	Changed    bool       // another account has been entered since it was put in a file
	Repeats    bool       // it repeats a failed one
	Carried    bool       // a run that stands repeats it
	Repeatable bool       // failed, and may be repeated now
}

func lineOf(row store.PaymentRow) PaymentLine {
	return PaymentLine{
		Payee: row.Payee, ID: row.Payment.ID, Run: row.Run, Week: row.Week, Amount: row.Amount, State: row.State, Since: row.ChangedAt,
		Reason: reasonText(row.Reason), Account: row.Masked, NoAccount: !row.HasAccount, Changed: row.Changed,
		Repeats: !row.Replaces.IsZero(), Carried: row.Carried,
		Repeatable: row.State == payment.Failed && notRepeatable(row) == nil,
	}
}

// PaymentWork is what has come back to work, and what never got away.
type PaymentWork struct {
	Failed      []PaymentLine // at most workShown
	FailedCount int           // in all
	Again       []PaymentLine // to be repeated in the next run, which none carries yet
	NoAccount   []PaymentLine // owed, and there is nowhere to pay; at most workShown
	NoAccounts  int           // in all
	ToFile      []RunWaiting  // attested runs with payments that could be put in a file
	OnTheirWay  []RunOnItsWay // in a file that is not sent, or at the bank; that which has waited longest first
	Repeats     bool          // the reader may say that a payment is to be repeated
	Sends       bool          // the reader may make files
}

// RunWaiting is an attested run that a file can be made of.
type RunWaiting = store.RunWaiting

// RunOnItsWay is a run that waits for its file to be sent or for the bank's answer.
type RunOnItsWay struct {
	store.RunOnItsWay
	Days int // it has waited
}

const (
	PaymentsShown = 25  // payments of a run on a page
	workShown     = 100 // payments in a list of work
)

// SeePaymentWork reads it.
func (o *Office) SeePaymentWork(ctx context.Context, actor access.Actor) (PaymentWork, error) {
	var v PaymentWork
	err := o.inOffice(ctx, actor, access.SeePayments, func(d *desk) (err error) {
		list := func(q store.PaymentQuery) ([]PaymentLine, int) {
			if err != nil {
				return nil, 0
			}
			var rows []store.PaymentRow
			var total int
			q.Limit = workShown
			rows, total, err = d.ListPayments(ctx, actor, d.moment(), q)
			return linesOf(rows), total
		}
		v.Failed, v.FailedCount = list(store.PaymentQuery{States: []payment.State{payment.Failed}})
		v.NoAccount, v.NoAccounts = list(store.PaymentQuery{States: []payment.State{payment.Due}, NoAccount: true})
		v.Again, _ = list(store.PaymentQuery{States: []payment.State{payment.Again}, NotCarried: true})
		if err == nil {
			v.ToFile, err = d.RunsToFile(ctx)
		}
		if err == nil {
			var waiting []store.RunOnItsWay
			waiting, err = d.RunsOnTheirWay(ctx)
			for _, w := range waiting {
				v.OnTheirWay = append(v.OnTheirWay, RunOnItsWay{w, int(d.Today - clock.DayOf(w.Since))})
			}
		}
		v.Repeats = access.MayInOffice(actor, access.RepeatPayment).Allowed
		v.Sends = access.MayInOffice(actor, access.SendPayments).Allowed
		d.note("payments", len(v.Failed)+len(v.NoAccount)+len(v.Again))
		return err
	})
	return v, err
}

func linesOf(rows []store.PaymentRow) []PaymentLine {
	lines := make([]PaymentLine, len(rows))
	for i, row := range rows {
		lines[i] = lineOf(row)
	}
	return lines
}

// RunPayments are payments of a run.
type RunPayments struct {
	Run   Run
	Lines []PaymentLine // of the page
	Total int           // of the state, on every page
}

// SeeRunPayments reads the run's payments in the state, in every state where it is "",
// by page from 1; page 0 is all of them, for export.
func (o *Office) SeeRunPayments(ctx context.Context, actor access.Actor, run ident.ID, state payment.State, page int) (RunPayments, error) {
	var v RunPayments
	err := o.inOffice(ctx, actor, access.SeePayments, func(d *desk) (err error) {
		if v.Run, err = d.Run(ctx, run); err != nil {
			return err
		}
		d.note("run", string(run))
		q := store.PaymentQuery{Run: run, Limit: PaymentsShown, Offset: (page - 1) * PaymentsShown}
		if state != "" {
			q.States = []payment.State{state}
		}
		if page < 1 {
			q.Limit, q.Offset = v.Run.Payments, 0
		}
		rows, total, err := d.ListPayments(ctx, actor, d.moment(), q)
		v.Lines, v.Total = linesOf(rows), total
		return err
	})
	return v, err
}
