package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// RecoveryRise is a week of a recovery that an attested run found to be worth more again
// after it fell.
type RecoveryRise struct {
	Recovery, Case, Run ident.ID
	Week                period.Week
	RunWeek             period.Week
	At                  time.Time    // attested
	Pays                money.Kronor // of the rise
	Kept                money.Kronor // likewise: the participant had it already
	Again               bool         // the decision that holds claims of the week, and is older: it is to be looked at again
}

// again is a rise x, in the run r, that was paid while the recovery v claims of the week
// w by a decision that had been made before.
const again = `(v.state = 'claimed' AND x.pays > 0 AND w.fell - w.taken_back - w.forgiven > 0 AND r.attested_at > (SELECT max(m.decided_at)
	FROM recovery_decision m WHERE m.municipality = v.municipality AND m.recovery_id = v.id))`

// riseFrom are the attested rises x of the weeks w of recoveries, after each fell.
const riseFrom = ` FROM recovery_week w
	JOIN compensation_week f ON f.municipality = w.municipality AND f.id = w.calculation_id
	JOIN compensation_week x ON x.municipality = f.municipality AND x.case_id = f.case_id AND x.week_from = f.week_from
		AND x.number > f.number AND x.withdrawn_at IS NULL
	JOIN payment_run r ON r.municipality = x.municipality AND r.id = x.run_id AND r.state = 'attested'`

// RisesOf are the rises of the recovery's weeks that paid something or were in the
// participant's hands, in the order in which they were attested.
func (t *Tx) RisesOf(ctx context.Context, of ident.ID) ([]RecoveryRise, error) {
	return t.rises(ctx, `v.id = $2 AND x.pays + x.kept > 0`, of)
}

// ClaimsRaisedBy are the rises of the run by which a decision is to be looked at again.
func (t *Tx) ClaimsRaisedBy(ctx context.Context, run ident.ID) ([]RecoveryRise, error) {
	return t.rises(ctx, `x.run_id = $2 AND `+again, run)
}

func (t *Tx) rises(ctx context.Context, which string, of ident.ID) ([]RecoveryRise, error) {
	return many(ctx, t, func(row scanner, v *RecoveryRise) error {
		var monday, runMonday period.Day
		var again int
		err := row.Scan(&v.Recovery, &v.Case, &v.Run, &monday, &runMonday, intoTime(&v.At), &v.Pays, &v.Kept, &again)
		v.Week, v.RunWeek, v.Again = monday.Week(), runMonday.Week(), again == 1
		return err
	}, `SELECT v.id, v.case_id, x.run_id, x.week_from, r.week_from, r.attested_at, x.pays, x.kept, CASE WHEN `+again+` THEN 1 ELSE 0 END`+
		riseFrom+` JOIN recovery v ON v.municipality = w.municipality AND v.id = w.recovery_id
		WHERE w.municipality = $1 AND `+which+` ORDER BY r.attested_at, x.week_from, x.number`, t.Municipality, string(of))
}
