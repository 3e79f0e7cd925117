package store

import (
	"context"
	"slices"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
)

// Payment is one sum to one participant.
type Payment struct {
	ID        ident.ID
	Run       ident.ID
	Case      ident.ID
	Amount    money.Kronor
	State     payment.State
	Replaces  ident.ID // the failed payment that it repeats, zero for a run's own
	Account   ident.ID // where it was sent, zero until it is in a file
	File      ident.ID // likewise
	Reason    string   // why it failed, by the bank's code
	ChangedAt time.Time
}

const paymentColumns = `y.id, y.run_id, y.case_id, y.amount, y.state, y.replaces, y.account_id, y.file_id, y.reason, y.changed_at`

func readPayment(row scanner, p *Payment) error {
	return row.Scan(&p.ID, &p.Run, &p.Case, &p.Amount, &p.State, intoIDOrZero(&p.Replaces), intoIDOrZero(&p.Account),
		intoIDOrZero(&p.File), &p.Reason, intoTime(&p.ChangedAt))
}

// AddPayment stores a payment. The database refuses a second one of a case in a run,
// and a second repetition of a failed one.
func (t *Tx) AddPayment(ctx context.Context, p Payment) error {
	return t.run(ctx, `INSERT INTO payment (municipality, id, run_id, case_id, amount, state, replaces, account_id, file_id, reason, changed_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		t.Municipality, string(p.ID), string(p.Run), string(p.Case), int64(p.Amount), string(p.State), idOrNull(p.Replaces),
		idOrNull(p.Account), idOrNull(p.File), p.Reason, at(p.ChangedAt))
}

// Payment is one payment. NotFound where there is none.
func (t *Tx) Payment(ctx context.Context, id ident.ID) (Payment, error) {
	return one(ctx, t, readPayment, `SELECT `+paymentColumns+` FROM payment y WHERE y.municipality = $1 AND y.id = $2`, t.Municipality, string(id))
}

// PaymentsOf are the run's payments, by case.
func (t *Tx) PaymentsOf(ctx context.Context, run ident.ID) ([]Payment, error) {
	return many(ctx, t, readPayment, `SELECT `+paymentColumns+` FROM payment y WHERE y.municipality = $1 AND y.run_id = $2
		ORDER BY y.case_id, y.id`, t.Municipality, string(run))
}

// atWork holds of the payments y that are neither proposed nor over: those that the index
// payment_at_work has. SQLite finds it only by the words that it was made with, so that
// they stand beside the states that are asked for.
const atWork = `y.state IN ('due', 'filed', 'sent', 'failed', 'again')`

// areAtWork tells whether the states are all among those of atWork.
func areAtWork(states []payment.State) bool {
	return !slices.ContainsFunc(states, func(s payment.State) bool {
		return s == payment.Proposed || s == payment.Withdrawn || s == payment.Paid
	})
}

// ToRepeat are the failed payments that are to be repeated and that no run other than
// the named one repeats.
func (t *Tx) ToRepeat(ctx context.Context, except ident.ID) ([]Payment, error) {
	return many(ctx, t, readPayment, `SELECT `+paymentColumns+` FROM payment y WHERE y.municipality = $1 AND y.state = 'again'
		AND `+atWork+` AND NOT EXISTS (SELECT 1 FROM payment n WHERE n.municipality = y.municipality AND n.replaces = y.id AND n.state <> 'withdrawn'
			AND n.run_id <> $2) ORDER BY y.case_id, y.id`, t.Municipality, idOrNothing(except))
}

// UnsentOf are the case's payments that it is owed and that no file carries, neither
// repeated nor on their way: due, or failed and not repeated yet.
func (t *Tx) UnsentOf(ctx context.Context, of ident.ID) ([]Payment, error) {
	return many(ctx, t, readPayment, `SELECT `+paymentColumns+` FROM payment y WHERE y.municipality = $1 AND y.case_id = $2
		AND y.state IN ('due', 'failed', 'again')
		AND NOT EXISTS (SELECT 1 FROM payment n WHERE n.municipality = y.municipality AND n.replaces = y.id AND n.state <> 'withdrawn')
		ORDER BY y.id`, t.Municipality, string(of))
}

// FiledOf are the case's payments in a file that is not sent.
func (t *Tx) FiledOf(ctx context.Context, of ident.ID) ([]Payment, error) {
	return many(ctx, t, readPayment, `SELECT `+paymentColumns+` FROM payment y WHERE y.municipality = $1 AND y.case_id = $2
		AND y.state = 'filed' ORDER BY y.id`, t.Municipality, string(of))
}

// Unsent is how many payments are owed as UnsentOf says, of all cases, and their sum.
func (t *Tx) Unsent(ctx context.Context) (n int, total money.Kronor, err error) {
	_, err = one(ctx, t, func(row scanner, _ *struct{}) error { return row.Scan(&n, &total) },
		`SELECT count(*), CAST(coalesce(sum(y.amount), 0) AS bigint) FROM payment y WHERE y.municipality = $1 AND y.state IN ('due', 'failed', 'again')
		AND `+atWork+` AND NOT `+carried, t.Municipality)
	return n, total, err
}

// MovePayment gives a payment its next state. False where it does not stand in the
// state it is moved from any longer, or where there is no such move.
func (t *Tx) MovePayment(ctx context.Context, id ident.ID, from, to payment.State, reason string, now time.Time) (bool, error) {
	if !from.CanBecome(to) {
		return false, nil
	}
	n, err := t.exec(ctx, `UPDATE payment SET state = $4, reason = $5, changed_at = $6
		WHERE municipality = $1 AND id = $2 AND state = $3`, t.Municipality, string(id), string(from), string(to), reason, at(now))
	return n == 1, err
}
