package store

import (
	"context"

	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// ProgrammeCost is what the ledger has of compensation on one day, in öre.
type ProgrammeCost struct {
	Day         period.Day
	Base, Child money.Ore // of ledger.CostBase and ledger.CostChild
}

// ProgrammeCosts are the postings of compensation from the day on, added up by day.
func (t *Tx) ProgrammeCosts(ctx context.Context, since period.Day) ([]ProgrammeCost, error) {
	// The accounts are written out for the index that has these alone; an entry is a row
	// of few, with thousands of postings on other accounts that are never touched.
	sum := func(account ledger.Account) string {
		return `(SELECT sum(x.amount) FROM ledger_posting x WHERE x.municipality = e.municipality AND x.entry_id = e.id
			AND x.account IN ('cost_base', 'cost_child') AND x.account = '` + string(account) + `')`
	}
	return many(ctx, t, func(row scanner, c *ProgrammeCost) error { return row.Scan(&c.Day, &c.Base, &c.Child) }, `
		SELECT s.day, CAST(coalesce(sum(s.base), 0) AS bigint), CAST(coalesce(sum(s.child), 0) AS bigint) FROM (
			SELECT e.day, `+sum(ledger.CostBase)+` AS base, `+sum(ledger.CostChild)+` AS child
			FROM ledger_entry e WHERE e.municipality = $1 AND e.day >= $2) s
		WHERE s.base IS NOT NULL OR s.child IS NOT NULL GROUP BY s.day ORDER BY s.day`, t.Municipality, since)
}

// CompensatedWeeks is how many weeks of a person the ledger has compensation for, of the
// weeks that begin on the day or later. Each case is looked up in the index that has its
// weeks in order.
func (t *Tx) CompensatedWeeks(ctx context.Context, since period.Day) (int, error) {
	return t.count(ctx, `SELECT CAST(coalesce(sum((SELECT count(DISTINCT x.week_from) FROM ledger_posting x
		WHERE x.municipality = c.municipality AND x.case_id = c.id AND x.account = $2 AND x.week_from >= $3)), 0) AS bigint)
		FROM programme_case c WHERE c.municipality = $1`, t.Municipality, string(ledger.CostBase), since)
}
