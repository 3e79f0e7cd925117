package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
)

// Run is a payment run: one week of many cases, and what has changed in the weeks
// before it.
type Run struct {
	ID             ident.ID
	Week           period.Week
	State          payment.RunState
	PreparedBy     ident.ID
	PreparedByName string
	PreparedAt     time.Time
	AttestedBy     ident.ID // zero until attested
	AttestedByName string
	AttestedAt     *time.Time
	Total          money.Kronor // to be paid
	Law            string       // law.Book.MoneyPrint of the amounts it was prepared by; "" where it was not kept
	Since          time.Time    // no instant of what was journalled after it is lower; PreparedAt, unless a clock was behind
	UnheldFrom     *period.Week // from this week on it was not held against new amounts; nil where all weeks were
	EverybodyFrom  period.Week  // it held everybody's weeks from this one to its own; stored by AddRun, read by HeldForEverybody
	Lines          int          // calculated weeks; read with it
	Payments       int          // likewise
	Payees         int          // the cases that the payments are to; likewise
}

const runColumns = `r.id, r.week_from, r.state, r.prepared_by, p.name, r.prepared_at, r.attested_by, coalesce(a.name, ''),
	r.attested_at, r.total, r.law, coalesce(r.since, r.prepared_at), r.unheld_from, (SELECT count(*) FROM compensation_week w WHERE w.municipality = r.municipality AND w.run_id = r.id),
	(SELECT count(*) FROM payment y WHERE y.municipality = r.municipality AND y.run_id = r.id),
	(SELECT count(DISTINCT y.case_id) FROM payment y WHERE y.municipality = r.municipality AND y.run_id = r.id)`

const runFrom = ` FROM payment_run r
	JOIN account p ON p.municipality = r.municipality AND p.id = r.prepared_by
	LEFT JOIN account a ON a.municipality = r.municipality AND a.id = r.attested_by
	WHERE r.municipality = $1`

func readRun(row scanner, r *Run) error {
	var monday period.Day
	var unheld *period.Day
	err := row.Scan(&r.ID, &monday, &r.State, &r.PreparedBy, &r.PreparedByName, intoTime(&r.PreparedAt), intoIDOrZero(&r.AttestedBy),
		&r.AttestedByName, intoTimeOrNil(&r.AttestedAt), &r.Total, &r.Law, intoTime(&r.Since), intoDayOrNil(&unheld),
		&r.Lines, &r.Payments, &r.Payees)
	r.Week = monday.Week()
	if unheld != nil {
		week := unheld.Week()
		r.UnheldFrom = &week
	}
	return err
}

// AddRun stores a new proposal. The database refuses a second one.
func (t *Tx) AddRun(ctx context.Context, r Run) error {
	var unheld *period.Day
	if r.UnheldFrom != nil {
		monday := r.UnheldFrom.Monday()
		unheld = &monday
	}
	return t.run(ctx, `INSERT INTO payment_run (municipality, id, week_from, state, prepared_by, prepared_at, total, law, since, unheld_from, everybody_from)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $6, $9, $10)`, t.Municipality, string(r.ID), r.Week.Monday(), string(r.State),
		string(r.PreparedBy), at(r.PreparedAt), int64(r.Total), r.Law, dayOrNull(unheld), r.EverybodyFrom.Monday())
}

// lookFurtherBack notes with each run that something has been journalled after it at a
// lower instant than anything before: a clock was behind. What became known after the
// run is thus always known from Since on, whatever the clocks said. A lower instant than
// any before is also lower than that of the entry just before it, so Journal asks no more.
func (t *Tx) lookFurtherBack(ctx context.Context, to time.Time) error {
	return t.run(ctx, `UPDATE payment_run SET since = $2 WHERE municipality = $1 AND coalesce(since, prepared_at) > $2`, t.Municipality, at(to))
}

// Run is one payment run. NotFound where there is none.
func (t *Tx) Run(ctx context.Context, id ident.ID) (Run, error) {
	return one(ctx, t, readRun, `SELECT `+runColumns+runFrom+` AND r.id = $2`, t.Municipality, string(id))
}

// Runs are the newest runs, newest week first.
func (t *Tx) Runs(ctx context.Context, limit int) ([]Run, error) { return t.RunsFrom(ctx, limit, 0) }

// OpenRun is the proposal that waits, NotFound where none does.
func (t *Tx) OpenRun(ctx context.Context) (Run, error) {
	return one(ctx, t, readRun, `SELECT `+runColumns+runFrom+` AND r.state = 'proposed'`, t.Municipality)
}

// FirstWeek is the first week that a run other than the named one has paid or
// proposes, false where there is none.
func (t *Tx) FirstWeek(ctx context.Context, except ident.ID) (period.Week, bool, error) {
	first, err := one(ctx, t, func(row scanner, day **period.Day) error { return row.Scan(intoDayOrNil(day)) },
		`SELECT min(week_from) FROM payment_run WHERE municipality = $1 AND state <> 'withdrawn' AND id <> $2`, t.Municipality, idOrNothing(except))
	if err != nil || first == nil {
		return 0, false, err
	}
	return first.Week(), true, nil
}

// AttestRun marks a proposal attested and its payments due. False where it is not a
// proposal any longer.
func (t *Tx) AttestRun(ctx context.Context, id, by ident.ID, now time.Time) (bool, error) {
	n, err := t.exec(ctx, `UPDATE payment_run SET state = 'attested', attested_by = $3, attested_at = $4
		WHERE municipality = $1 AND id = $2 AND state = 'proposed'`, t.Municipality, string(id), string(by), at(now))
	if err != nil || n == 0 {
		return false, err
	}
	return true, t.run(ctx, `UPDATE payment SET state = 'due', changed_at = $3 WHERE municipality = $1 AND run_id = $2`,
		t.Municipality, string(id), at(now))
}

// WithdrawRun marks a proposal, its weeks and its payments withdrawn, so that the week
// can be proposed again; all are kept. False where it is not a proposal any longer.
func (t *Tx) WithdrawRun(ctx context.Context, id ident.ID, now time.Time) (bool, error) {
	n, err := t.exec(ctx, `UPDATE payment_run SET state = 'withdrawn' WHERE municipality = $1 AND id = $2 AND state = 'proposed'`,
		t.Municipality, string(id))
	if err != nil || n == 0 {
		return false, err
	}
	err = t.run(ctx, `UPDATE payment SET state = 'withdrawn', changed_at = $3 WHERE municipality = $1 AND run_id = $2`,
		t.Municipality, string(id), at(now))
	if err != nil {
		return false, err
	}
	return true, t.run(ctx, `UPDATE compensation_week SET withdrawn_at = $3 WHERE municipality = $1 AND run_id = $2`,
		t.Municipality, string(id), at(now))
}

// AnyGranted tells whether a decision gives any case a place on some day of the span.
func (t *Tx) AnyGranted(ctx context.Context, span period.Span) (bool, error) {
	n, err := t.count(ctx, `SELECT count(*) FROM (SELECT 1 AS one`+payFrom+` LIMIT 1) x`, t.Municipality, span.From, span.To)
	return n > 0, err
}
