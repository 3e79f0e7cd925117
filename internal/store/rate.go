package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// Rate is a value of a parameter that the municipality has entered for a span of days.
// It holds from when it is approved, by somebody else than who entered it.
type Rate struct {
	ID ident.ID
	law.Entered
	EnteredBy      ident.ID
	EnteredByName  string // read with it
	EnteredAt      time.Time
	ApprovedBy     ident.ID // zero while it waits
	ApprovedByName string   // read with it
	ApprovedAt     *time.Time
	WithdrawnAt    *time.Time
}

// Waits tells whether it has been neither approved nor withdrawn.
func (r Rate) Waits() bool { return r.ApprovedAt == nil && r.WithdrawnAt == nil }

// AddRate stores a rate that waits to be approved.
func (t *Tx) AddRate(ctx context.Context, r Rate) error {
	return t.run(ctx, `INSERT INTO rate (municipality, id, parameter, from_day, to_day, value, source, replaces, entered_by, entered_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		t.Municipality, string(r.ID), string(r.Parameter), r.Days.From, r.Days.To, r.Value, r.Source, r.Replaces,
		string(r.EnteredBy), at(r.EnteredAt))
}

const rateFrom = `SELECT x.id, x.parameter, x.from_day, x.to_day, x.value, x.source, x.replaces, x.entered_by, e.name, x.entered_at,
		x.approved_by, coalesce(a.name, ''), x.approved_at, x.withdrawn_at
	FROM rate x JOIN account e ON e.municipality = x.municipality AND e.id = x.entered_by
	LEFT JOIN account a ON a.municipality = x.municipality AND a.id = x.approved_by
	WHERE x.municipality = $1`

func readRate(row scanner, r *Rate) error {
	return row.Scan(&r.ID, &r.Parameter, &r.Days.From, &r.Days.To, &r.Value, &r.Source, &r.Replaces, &r.EnteredBy, &r.EnteredByName,
		intoTime(&r.EnteredAt), intoIDOrZero(&r.ApprovedBy), &r.ApprovedByName, intoTimeOrNil(&r.ApprovedAt), intoTimeOrNil(&r.WithdrawnAt))
}

// Rates are all that has been entered, the newest first.
func (t *Tx) Rates(ctx context.Context) ([]Rate, error) {
	return many(ctx, t, readRate, rateFrom+` ORDER BY x.entered_at DESC, x.id DESC`, t.Municipality)
}

// Rate is one of them. NotFound where there is none.
func (t *Tx) Rate(ctx context.Context, id ident.ID) (Rate, error) {
	return one(ctx, t, readRate, rateFrom+` AND x.id = $2`, t.Municipality, string(id))
}

// ApprovedRates are those that had been approved at the instant, in the order in which
// they were.
func (t *Tx) ApprovedRates(ctx context.Context, by time.Time) ([]Rate, error) {
	return many(ctx, t, readRate, rateFrom+` AND x.approved_at <= $2 ORDER BY x.approved_at, x.id`, t.Municipality, at(by))
}

// ApproveRate approves a rate that waits, false where it does not.
func (t *Tx) ApproveRate(ctx context.Context, id, by ident.ID, now time.Time) (bool, error) {
	n, err := t.exec(ctx, `UPDATE rate SET approved_by = $3, approved_at = $4
		WHERE municipality = $1 AND id = $2 AND approved_at IS NULL AND withdrawn_at IS NULL`,
		t.Municipality, string(id), string(by), at(now))
	return n == 1, err
}

// WithdrawRate withdraws a rate that waits, false where it does not.
func (t *Tx) WithdrawRate(ctx context.Context, id ident.ID, now time.Time) (bool, error) {
	n, err := t.exec(ctx, `UPDATE rate SET withdrawn_at = $3
		WHERE municipality = $1 AND id = $2 AND approved_at IS NULL AND withdrawn_at IS NULL`,
		t.Municipality, string(id), at(now))
	return n == 1, err
}

// WeeksWithRun are the weeks with a Monday in the span that a run is about that has not
// been withdrawn.
func (t *Tx) WeeksWithRun(ctx context.Context, mondays period.Span) (map[period.Week]bool, error) {
	found, err := many(ctx, t, func(row scanner, monday *period.Day) error { return row.Scan(monday) },
		`SELECT DISTINCT week_from FROM payment_run WHERE municipality = $1 AND week_from BETWEEN $2 AND $3 AND state <> 'withdrawn'`,
		t.Municipality, mondays.From, mondays.To)
	weeks := make(map[period.Week]bool, len(found))
	for _, monday := range found {
		weeks[monday.Week()] = true
	}
	return weeks, err
}
