package store

import (
	"context"
	"fmt"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
)

// DuePayment is a payment that is owed, with whom it is for as the bank is told.
type DuePayment struct {
	Payment
	Name   string
	Hidden bool       // the identity is protected: the name stays in the house
	To     PayAccount // the zero one where none has been entered
}

// DueOf are the run's payments that are owed and in no file, in the order in which
// they were made.
func (t *Tx) DueOf(ctx context.Context, run ident.ID) ([]DuePayment, error) {
	return many(ctx, t, func(row scanner, d *DuePayment) error {
		var given, family, kind, clearing, number string
		p := &d.Payment
		err := row.Scan(&p.ID, &p.Run, &p.Case, &p.Amount, &p.State, intoIDOrZero(&p.Replaces), intoIDOrZero(&p.Account),
			intoIDOrZero(&p.File), &p.Reason, intoTime(&p.ChangedAt), &given, &family, &d.Hidden, &d.To.Person,
			intoIDOrZero(&d.To.ID), &kind, &clearing, &number, intoIDOrZero(&d.To.EnteredBy))
		d.Name, d.To.Account = given+" "+family, accountFrom(kind, clearing, number)
		return err
	}, `SELECT `+paymentColumns+`, p.given_name, p.family_name, p.protection <> 'none', p.id,
			k.id, coalesce(k.kind, ''), coalesce(k.clearing, ''), coalesce(k.number, ''), k.entered_by
		FROM payment y JOIN programme_case c ON c.municipality = y.municipality AND c.id = y.case_id
		JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id`+newestAccount+`
		WHERE y.municipality = $1 AND y.run_id = $2 AND y.state = 'due' ORDER BY y.id`, t.Municipality, string(run))
}

// FilePayment puts an owed payment in a file, to be paid to the account. False where
// it is not owed any longer.
func (t *Tx) FilePayment(ctx context.Context, id, account, file ident.ID, now time.Time) (bool, error) {
	n, err := t.exec(ctx, `UPDATE payment SET state = 'filed', account_id = $3, file_id = $4, changed_at = $5
		WHERE municipality = $1 AND id = $2 AND state = 'due'`, t.Municipality, string(id), string(account), string(file), at(now))
	return n == 1, err
}

// PaymentsIn are the payments of a file, in the order in which they were made.
func (t *Tx) PaymentsIn(ctx context.Context, file ident.ID) ([]Payment, error) {
	return many(ctx, t, readPayment, `SELECT `+paymentColumns+` FROM payment y WHERE y.municipality = $1 AND y.file_id = $2 ORDER BY y.id`,
		t.Municipality, string(file))
}

// Owing is what is said of a case that a run pays, in three places that must agree.
type Owing struct {
	Attested money.Kronor // what the run's weeks pay it
	Owed     money.Ore    // what the ledger owes it
	Asked    money.Kronor // its payments, of every run, that have not been sent
}

// OwingOf is what is said of each case with a payment in the run.
func (t *Tx) OwingOf(ctx context.Context, run ident.ID) (map[ident.ID]Owing, error) {
	owing := map[ident.ID]Owing{}
	const ofRun = ` IN (SELECT z.case_id FROM payment z WHERE z.municipality = $1 AND z.run_id = $2)`
	for _, q := range []struct {
		put   func(*Owing, int64)
		query string
		args  []any
	}{
		{func(o *Owing, sum int64) { o.Attested = money.Kronor(sum) }, `SELECT case_id, CAST(sum(pays) AS bigint) FROM compensation_week
			WHERE municipality = $1 AND run_id = $2 AND withdrawn_at IS NULL GROUP BY case_id`, nil},
		{func(o *Owing, sum int64) { o.Owed = money.Ore(-sum) }, `SELECT case_id, CAST(sum(amount) AS bigint) FROM ledger_posting
			WHERE municipality = $1 AND account = $3 AND case_id` + ofRun + ` GROUP BY case_id`, []any{string(ledger.Owed)}},
		{func(o *Owing, sum int64) { o.Asked = money.Kronor(sum) }, `SELECT case_id, CAST(sum(amount) AS bigint) FROM payment
			WHERE municipality = $1 AND state IN ('due', 'filed') AND case_id` + ofRun + ` GROUP BY case_id`, nil},
	} {
		_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
			var of ident.ID
			var sum int64
			err := row.Scan(&of, &sum)
			o := owing[of]
			q.put(&o, sum)
			owing[of] = o
			return err
		}, q.query, append([]any{t.Municipality, string(run)}, q.args...)...)
		if err != nil {
			return nil, err
		}
	}
	return owing, nil
}

// PaymentCount is how many payments stand in a state, and their sum.
type PaymentCount struct {
	State    payment.State
	Payments int
	Total    money.Kronor
}

// PaymentCounts are the run's payments by state, the states without any left out.
func (t *Tx) PaymentCounts(ctx context.Context, run ident.ID) ([]PaymentCount, error) {
	return many(ctx, t, func(row scanner, c *PaymentCount) error { return row.Scan(&c.State, &c.Payments, &c.Total) },
		`SELECT state, count(*), CAST(sum(amount) AS bigint) FROM payment WHERE municipality = $1 AND run_id = $2 GROUP BY state ORDER BY state`,
		t.Municipality, string(run))
}

// RunWaiting is an attested run with payments that are owed and could be put in a file.
type RunWaiting struct {
	Run      Run
	Payments int
	Total    money.Kronor
}

// RunsToFile are the attested runs with owed payments that have an account and that no
// file of theirs waits for, oldest first.
func (t *Tx) RunsToFile(ctx context.Context) ([]RunWaiting, error) {
	waiting, err := many(ctx, t, func(row scanner, w *RunWaiting) error { return row.Scan(&w.Run.ID, &w.Payments, &w.Total) },
		`SELECT y.run_id, count(*), CAST(sum(y.amount) AS bigint) FROM payment y
			JOIN programme_case c ON c.municipality = y.municipality AND c.id = y.case_id
			WHERE y.municipality = $1 AND y.state = 'due' AND `+atWork+`
			AND EXISTS (SELECT 1 FROM pay_account k WHERE k.municipality = c.municipality AND k.person_id = c.person_id)
			GROUP BY y.run_id ORDER BY y.run_id`, t.Municipality)
	for i := range waiting {
		if err == nil {
			waiting[i].Run, err = t.Run(ctx, waiting[i].Run.ID)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("runs to file: %w", err)
	}
	return waiting, nil
}
