package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
)

// CountRuns is how many runs there are.
func (t *Tx) CountRuns(ctx context.Context) (int, error) {
	return t.count(ctx, `SELECT count(*) FROM payment_run WHERE municipality = $1`, t.Municipality)
}

// RunsFrom are runs, newest week first: at most limit of them from offset.
func (t *Tx) RunsFrom(ctx context.Context, limit, offset int) ([]Run, error) {
	return many(ctx, t, readRun, `SELECT `+runColumns+runFrom+`
		ORDER BY r.week_from DESC, r.prepared_at DESC, r.id DESC LIMIT $2 OFFSET $3`, t.Municipality, limit, offset)
}

// PaymentCountsOf are the payments of each of the runs by state, as PaymentCounts gives
// those of one.
func (t *Tx) PaymentCountsOf(ctx context.Context, runs []ident.ID) (map[ident.ID][]PaymentCount, error) {
	counts := map[ident.ID][]PaymentCount{}
	if len(runs) == 0 {
		return counts, nil
	}
	places, args := placeholders([]any{t.Municipality}, runs)
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var run ident.ID
		var c PaymentCount
		err := row.Scan(&run, &c.State, &c.Payments, &c.Total)
		counts[run] = append(counts[run], c)
		return err
	}, `SELECT run_id, state, count(*), CAST(sum(amount) AS bigint) FROM payment WHERE municipality = $1 AND run_id IN (`+places+`)
		GROUP BY run_id, state ORDER BY run_id, state`, args...)
	return counts, err
}

// RunOnItsWay is a run with payments in a file that the bank has not been given, or
// that the bank has not answered.
type RunOnItsWay struct {
	Run      ident.ID
	Week     period.Week
	State    payment.State // Filed or Sent
	Payments int
	Total    money.Kronor
	Since    time.Time // the first of them has stood there
}

// RunsOnTheirWay are such runs, the one that has waited longest first. A run can be
// there in both states.
func (t *Tx) RunsOnTheirWay(ctx context.Context) ([]RunOnItsWay, error) {
	return many(ctx, t, func(row scanner, w *RunOnItsWay) error {
		var monday period.Day
		err := row.Scan(&w.Run, &monday, &w.State, &w.Payments, &w.Total, intoTime(&w.Since))
		w.Week = monday.Week()
		return err
	}, `SELECT y.run_id, r.week_from, y.state, count(*), CAST(sum(y.amount) AS bigint), min(y.changed_at) AS since
		FROM payment y JOIN payment_run r ON r.municipality = y.municipality AND r.id = y.run_id
		WHERE y.municipality = $1 AND y.state IN ('filed', 'sent') AND `+atWork+`
		GROUP BY y.run_id, r.week_from, y.state ORDER BY since, y.run_id, y.state`, t.Municipality)
}

// Anew is the run in which a week that was taken back came again.
type Anew struct {
	Run  ident.ID
	Week period.Week // of the run
}

// anewOf gives each line that was taken back the run that stands in which its week came
// again, if one has.
func (t *Tx) anewOf(ctx context.Context, run ident.ID, lines []RunLine, cases []ident.ID) error {
	any := false
	for _, l := range lines {
		any = any || l.TakenBack
	}
	if !any {
		return nil
	}
	anew := map[CaseWeek]Anew{}
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var of CaseWeek
		var week, monday period.Day
		var a Anew
		err := row.Scan(&of.Case, &week, &a.Run, &monday)
		of.Week, a.Week = week.Week(), monday.Week()
		if _, is := anew[of]; !is {
			anew[of] = a
		}
		return err
	}, `SELECT n.case_id, n.week_from, n.run_id, r.week_from
		FROM compensation_week x
		JOIN compensation_week n ON n.municipality = x.municipality AND n.case_id = x.case_id AND n.week_from = x.week_from
			AND n.number >= x.number AND n.id <> x.id AND n.withdrawn_at IS NULL
		JOIN payment_run r ON r.municipality = n.municipality AND r.id = n.run_id
		WHERE x.municipality = $1 AND x.run_id = $2 AND x.withdrawn_at IS NOT NULL ORDER BY n.number, n.id`, t.Municipality, string(run))
	for i := range lines {
		if a, is := anew[CaseWeek{cases[i], lines[i].Week}]; is && lines[i].TakenBack {
			lines[i].Anew = &a
		}
	}
	return err
}
