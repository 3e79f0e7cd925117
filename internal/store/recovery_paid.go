package store

import (
	"context"

	"fotfaste/internal/ident"
)

// PaymentsBehind are the payments that carry money of the recovery's weeks, attested and
// not withdrawn: each as it stands, so the last repetition of one that failed.
func (t *Tx) PaymentsBehind(ctx context.Context, recovery ident.ID) ([]Payment, error) {
	return many(ctx, t, readPayment, `WITH RECURSIVE chain (id) AS (
			SELECT f.id FROM recovery v
			JOIN recovery_week w ON w.municipality = v.municipality AND w.recovery_id = v.id
			JOIN compensation_week x ON x.municipality = v.municipality AND x.case_id = v.case_id AND x.week_from = w.week_from
				AND x.withdrawn_at IS NULL AND x.pays > 0
			JOIN payment f ON f.municipality = v.municipality AND f.run_id = x.run_id AND f.case_id = v.case_id
				AND f.replaces IS NULL AND f.state NOT IN ('proposed', 'withdrawn')
			WHERE v.municipality = $1 AND v.id = $2
			UNION SELECT n.id FROM chain c JOIN payment n ON n.municipality = $1 AND n.replaces = c.id AND n.state <> 'withdrawn')
		SELECT `+paymentColumns+` FROM chain c JOIN payment y ON y.municipality = $1 AND y.id = c.id
		WHERE NOT EXISTS (SELECT 1 FROM payment n WHERE n.municipality = y.municipality AND n.replaces = y.id AND n.state <> 'withdrawn')
		ORDER BY y.id`, t.Municipality, string(recovery))
}
