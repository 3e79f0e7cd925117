package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// LedgerLine is an entry of the ledger as it is shown: its postings added up by
// account, debits and credits apart.
type LedgerLine struct {
	ID       ident.ID
	Year     int
	Number   int
	Day      period.Day
	Kind     ledger.Kind
	About    ident.ID
	At       time.Time
	ByName   string
	Accounts []AccountMove
}

// AccountMove is what happened on an account, in öre; the credit is positive too.
type AccountMove struct {
	Account       ledger.Account
	Debit, Credit money.Ore
}

// CountEntries is how many entries have a day in the span.
func (t *Tx) CountEntries(ctx context.Context, days period.Span) (int, error) {
	return t.count(ctx, `SELECT count(*) FROM ledger_entry WHERE municipality = $1 AND day BETWEEN $2 AND $3`, t.Municipality, days.From, days.To)
}

const onDebit, onCredit = `CAST(coalesce(sum(CASE WHEN p.amount > 0 THEN p.amount END), 0) AS bigint)`,
	`CAST(coalesce(sum(CASE WHEN p.amount < 0 THEN -p.amount END), 0) AS bigint)`

// LedgerLines are the entries with a day in the span, the newest first, at most limit
// from offset; oldest turns the order.
func (t *Tx) LedgerLines(ctx context.Context, days period.Span, oldest bool, limit, offset int) ([]LedgerLine, error) {
	order := `e.year DESC, e.number DESC`
	if oldest {
		order = `e.year, e.number`
	}
	lines, err := many(ctx, t, func(row scanner, l *LedgerLine) error {
		return row.Scan(&l.ID, &l.Year, &l.Number, &l.Day, &l.Kind, &l.About, intoTime(&l.At), &l.ByName)
	}, `SELECT e.id, e.year, e.number, e.day, e.kind, e.about_id, e.at, a.name FROM ledger_entry e
		JOIN account a ON a.municipality = e.municipality AND a.id = e.by_id
		WHERE e.municipality = $1 AND e.day BETWEEN $2 AND $3 ORDER BY `+order+` LIMIT $4 OFFSET $5`,
		t.Municipality, days.From, days.To, limit, offset)
	for i := range lines {
		if err != nil {
			return nil, err
		}
		lines[i].Accounts, err = many(ctx, t, func(row scanner, m *AccountMove) error { return row.Scan(&m.Account, &m.Debit, &m.Credit) },
			`SELECT p.account, `+onDebit+`, `+onCredit+` FROM ledger_posting p WHERE p.municipality = $1 AND p.entry_id = $2
				GROUP BY p.account ORDER BY p.account`, t.Municipality, string(lines[i].ID))
	}
	return lines, err
}

// AccountTurnover is what stood on an account before a span and what happened in it.
type AccountTurnover struct {
	AccountMove
	Before money.Ore // debit positive
}

// After is what stands on the account after the span.
func (a AccountTurnover) After() money.Ore { return a.Before + a.Debit - a.Credit }

// Turnover is every account that had postings to the last day of the span.
func (t *Tx) Turnover(ctx context.Context, days period.Span) ([]AccountTurnover, error) {
	return many(ctx, t, func(row scanner, a *AccountTurnover) error {
		return row.Scan(&a.Account, &a.Before, &a.Debit, &a.Credit)
	},
		`SELECT p.account, CAST(coalesce(sum(CASE WHEN e.day < $2 THEN p.amount END), 0) AS bigint),
			CAST(coalesce(sum(CASE WHEN e.day >= $2 AND p.amount > 0 THEN p.amount END), 0) AS bigint),
			CAST(coalesce(sum(CASE WHEN e.day >= $2 AND p.amount < 0 THEN -p.amount END), 0) AS bigint)
		FROM ledger_posting p JOIN ledger_entry e ON e.municipality = p.municipality AND e.id = p.entry_id
		WHERE p.municipality = $1 AND e.day <= $3 GROUP BY p.account ORDER BY p.account`, t.Municipality, days.From, days.To)
}

// Disagreement is an account of the ledger that does not say of a case what its
// payments say.
type Disagreement struct {
	Case             ident.ID
	Account          ledger.Account
	Ledger, Payments money.Ore // debit positive
}

// Disagreements holds the payments of every case against the ledger: what is owed is
// what has been attested, or has failed, and not been sent; what is in transit has been
// sent and not answered; what the bank has paid is what is paid.
func (t *Tx) Disagreements(ctx context.Context) ([]Disagreement, error) {
	// A failed payment is owed until the one that repeats it is.
	const repeated = `EXISTS (SELECT 1 FROM payment n WHERE n.municipality = y.municipality AND n.replaces = y.id
		AND n.state NOT IN ('proposed', 'withdrawn'))`
	return many(ctx, t, func(row scanner, d *Disagreement) error { return row.Scan(&d.Case, &d.Account, &d.Ledger, &d.Payments) },
		`SELECT x.case_id, x.account, CAST(sum(x.booked) AS bigint), CAST(sum(x.said) AS bigint) FROM (
			SELECT p.case_id, p.account, p.amount AS booked, 0 AS said FROM ledger_posting p
				JOIN ledger_entry e ON e.municipality = p.municipality AND e.id = p.entry_id
				WHERE p.municipality = $1 AND (p.account IN ('owed', 'in_transit')
					OR p.account = 'bank' AND e.kind IN ('payment_paid', 'payment_returned'))
			UNION ALL SELECT y.case_id, 'owed', 0, -100 * y.amount FROM payment y WHERE y.municipality = $1 AND `+atWork+`
				AND (y.state IN ('due', 'filed') OR y.state IN ('failed', 'again') AND NOT `+repeated+`)
			UNION ALL SELECT y.case_id, 'in_transit', 0, -100 * y.amount FROM payment y WHERE y.municipality = $1 AND y.state = 'sent' AND `+atWork+`
			UNION ALL SELECT y.case_id, 'bank', 0, -100 * y.amount FROM payment y WHERE y.municipality = $1 AND y.state = 'paid') x
		GROUP BY x.case_id, x.account HAVING sum(x.booked) <> sum(x.said) ORDER BY x.case_id, x.account`, t.Municipality)
}

// CaseBalances are what stands on each account for the case.
func (t *Tx) CaseBalances(ctx context.Context, of ident.ID) ([]Balance, error) {
	return many(ctx, t, func(row scanner, b *Balance) error { return row.Scan(&b.Account, &b.Amount) },
		`SELECT account, CAST(sum(amount) AS bigint) FROM ledger_posting WHERE municipality = $1 AND case_id = $2
		GROUP BY account ORDER BY account`, t.Municipality, string(of))
}
