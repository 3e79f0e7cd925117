package store

import (
	"context"

	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// ProgrammeCost is what the ledger has of compensation on one day, in öre.
type ProgrammeCost struct {
	Day     period.Day
	Account ledger.Account // ledger.CostBase or ledger.CostChild
	Amount  money.Ore
}

// ProgrammeCosts are the postings of compensation from the day on, added up by day.
func (t *Tx) ProgrammeCosts(ctx context.Context, since period.Day) ([]ProgrammeCost, error) {
	return many(ctx, t, func(row scanner, c *ProgrammeCost) error { return row.Scan(&c.Day, &c.Account, &c.Amount) }, `
		SELECT e.day, x.account, CAST(sum(x.amount) AS bigint) FROM ledger_entry e
		JOIN ledger_posting x ON x.municipality = e.municipality AND x.entry_id = e.id
		WHERE e.municipality = $1 AND e.day >= $2 AND x.account IN ($3, $4) GROUP BY e.day, x.account ORDER BY e.day, x.account`,
		t.Municipality, since, string(ledger.CostBase), string(ledger.CostChild))
}

// CompensatedWeeks is how many weeks of a person the ledger has compensation for, of the
// weeks that begin on the day or later.
func (t *Tx) CompensatedWeeks(ctx context.Context, since period.Day) (int, error) {
	return t.count(ctx, `SELECT count(*) FROM (SELECT DISTINCT case_id, week_from FROM ledger_posting
		WHERE municipality = $1 AND account = $2 AND week_from >= $3) weeks`, t.Municipality, string(ledger.CostBase), since)
}
