package store

import (
	"context"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// WeekPayment is the payment that carries the money of a week, as its receiver is told
// of it.
type WeekPayment struct {
	Payment
	Masked  string // the account it was put in a file to, "" before that
	Changed bool   // another account has been entered since
}

// WeekPayments are the payments that carry the case's weeks: the run's own of the newest
// calculation that pays something, or the newest repetition of it. A week in which
// nothing was paid is not among them.
func (t *Tx) WeekPayments(ctx context.Context, id ident.ID) (map[period.Week]WeekPayment, error) {
	first := map[ident.ID]WeekPayment{}    // by run
	repeated := map[ident.ID]WeekPayment{} // by the payment that is repeated
	_, err := many(ctx, t, func(row scanner, v *WeekPayment) error {
		var kind, clearing, number string
		var newest ident.ID
		p := &v.Payment
		err := row.Scan(&p.ID, &p.Run, &p.Case, &p.Amount, &p.State, intoIDOrZero(&p.Replaces), intoIDOrZero(&p.Account),
			intoIDOrZero(&p.File), &p.Reason, intoTime(&p.ChangedAt), &kind, &clearing, &number, intoIDOrZero(&newest))
		v.Masked = accountFrom(kind, clearing, number).Masked()
		v.Changed = !p.Account.IsZero() && newest != p.Account
		if p.Replaces.IsZero() {
			first[p.Run] = *v
		} else {
			repeated[p.Replaces] = *v
		}
		return err
	}, `SELECT `+paymentColumns+`, coalesce(u.kind, ''), coalesce(u.clearing, ''), coalesce(u.number, ''), k.id
		FROM payment y JOIN programme_case c ON c.municipality = y.municipality AND c.id = y.case_id`+newestAccount+`
		LEFT JOIN pay_account u ON u.municipality = y.municipality AND u.id = y.account_id
		WHERE y.municipality = $1 AND y.case_id = $2 AND y.state <> 'withdrawn'`, t.Municipality, string(id))
	if err != nil {
		return nil, err
	}
	weeks := map[period.Week]WeekPayment{}
	_, err = many(ctx, t, func(row scanner, _ *struct{}) error {
		var monday period.Day
		var run ident.ID
		if err := row.Scan(&monday, &run); err != nil {
			return err
		}
		p, any := first[run]
		for next := p; any; next, any = repeated[p.ID] {
			p = next
		}
		if !p.ID.IsZero() {
			weeks[monday.Week()] = p // the newest calculation comes last and stands
		}
		return nil
	}, `SELECT week_from, run_id FROM compensation_week WHERE municipality = $1 AND case_id = $2 AND run_id IS NOT NULL
		AND withdrawn_at IS NULL AND pays > 0 ORDER BY number`, t.Municipality, string(id))
	return weeks, err
}
