package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
)

// CalculatedWeek is a week of a case as it was calculated for a payment run.
type CalculatedWeek struct {
	ID   ident.ID
	Case ident.ID
	Run  ident.ID
	compensation.Week
	Number      int          // of the calculation, from one: from two on it is a correction
	Before      ledger.Worth // by the calculation before it
	Pays        money.Kronor // of the difference
	Kept        money.Kronor // likewise: the participant had it already, written off by a decision
	Conflicts   int          // days that waited for the case manager
	Unconfirmed int          // reported days that the provider had not confirmed
	At          time.Time
	RunState    payment.RunState // read with it
}

// Change is the calculation as the ledger posts it. What stood as overpaid for the
// week follows from what the rise did not pay and the participant had not been let keep.
func (w CalculatedWeek) Change() ledger.Change {
	c := ledger.Change{Case: w.Case, Week: w.Week.Week, Before: w.Before, Now: ledger.Worth{Base: w.Base, Child: w.Child}, WrittenOff: w.Kept}
	c.Overpaid = max(0, c.Difference()-w.Pays-w.Kept)
	return c
}

// AddCalculatedWeek stores a calculation. The database refuses a second one of the
// same case, week and number that has not been withdrawn.
func (t *Tx) AddCalculatedWeek(ctx context.Context, w CalculatedWeek) error {
	return t.run(ctx, `INSERT INTO compensation_week (municipality, id, case_id, week_from, base, child, total, explanation,
			conflicts, unconfirmed, calculated_at, run_id, number, before_base, before_child, pays, kept)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
		t.Municipality, string(w.ID), string(w.Case), w.Week.Week.Monday(), int64(w.Base), int64(w.Child), int64(w.Total),
		asJSON{w.Explanation}, w.Conflicts, w.Unconfirmed, at(w.At), idOrNull(w.Run),
		w.Number, int64(w.Before.Base), int64(w.Before.Child), int64(w.Pays), int64(w.Kept))
}

const calculatedColumns = `x.id, x.case_id, x.week_from, x.base, x.child, x.total, x.explanation, x.conflicts, x.unconfirmed,
	x.calculated_at, x.run_id, coalesce(r.state, ''), x.number, x.before_base, x.before_child, x.pays, x.kept`

const calculatedFrom = ` FROM compensation_week x LEFT JOIN payment_run r ON r.municipality = x.municipality AND r.id = x.run_id
	WHERE x.municipality = $1 AND x.withdrawn_at IS NULL`

func readCalculated(row scanner, w *CalculatedWeek) error {
	var monday period.Day
	err := row.Scan(&w.ID, &w.Case, &monday, &w.Base, &w.Child, &w.Total, asJSON{&w.Explanation}, &w.Conflicts,
		&w.Unconfirmed, intoTime(&w.At), intoIDOrZero(&w.Run), &w.RunState, &w.Number, &w.Before.Base, &w.Before.Child, &w.Pays, &w.Kept)
	w.Week.Week = monday.Week()
	return err
}

// CalculatedWeeks is the newest calculation of each of the case's weeks, newest week
// first, at most limit.
func (t *Tx) CalculatedWeeks(ctx context.Context, id ident.ID, limit int) ([]CalculatedWeek, error) {
	return many(ctx, t, readCalculated, `SELECT `+calculatedColumns+calculatedFrom+` AND x.case_id = $2
		AND NOT EXISTS (SELECT 1 FROM compensation_week n WHERE n.municipality = x.municipality AND n.case_id = x.case_id
			AND n.week_from = x.week_from AND n.number > x.number AND n.withdrawn_at IS NULL)
		ORDER BY x.week_from DESC LIMIT $3`, t.Municipality, string(id), limit)
}

// Calculations are every calculation of a week of a case that has not been withdrawn,
// the first one first.
func (t *Tx) Calculations(ctx context.Context, id ident.ID, week period.Week) ([]CalculatedWeek, error) {
	return many(ctx, t, readCalculated, `SELECT `+calculatedColumns+calculatedFrom+` AND x.case_id = $2 AND x.week_from = $3
		ORDER BY x.number`, t.Municipality, string(id), week.Monday())
}

// CalculatedFor is every calculated week of the run, withdrawn or not, by case and week.
func (t *Tx) CalculatedFor(ctx context.Context, run ident.ID) ([]CalculatedWeek, error) {
	return many(ctx, t, readCalculated, `SELECT `+calculatedColumns+` FROM compensation_week x
		JOIN payment_run r ON r.municipality = x.municipality AND r.id = x.run_id
		WHERE x.municipality = $1 AND x.run_id = $2 ORDER BY x.case_id, x.week_from`, t.Municipality, string(run))
}

// CalculatedAmounts is CalculatedFor without the explanations, which take most of the
// time to read.
func (t *Tx) CalculatedAmounts(ctx context.Context, run ident.ID) ([]CalculatedWeek, error) {
	return many(ctx, t, readCalculated, `SELECT `+strings.Replace(calculatedColumns, "x.explanation", "'null'", 1)+` FROM compensation_week x
		JOIN payment_run r ON r.municipality = x.municipality AND r.id = x.run_id
		WHERE x.municipality = $1 AND x.run_id = $2 ORDER BY x.case_id, x.week_from`, t.Municipality, string(run))
}

// CalculatedIn are the weeks of a case that the run carries and that have not been
// withdrawn, by week.
func (t *Tx) CalculatedIn(ctx context.Context, run, of ident.ID) ([]CalculatedWeek, error) {
	return many(ctx, t, readCalculated, `SELECT `+calculatedColumns+calculatedFrom+` AND x.run_id = $2 AND x.case_id = $3
		ORDER BY x.week_from`, t.Municipality, string(run), string(of))
}

// WithdrawCalculated takes back one calculated week.
func (t *Tx) WithdrawCalculated(ctx context.Context, id ident.ID, now time.Time) error {
	return t.run(ctx, `UPDATE compensation_week SET withdrawn_at = $3 WHERE municipality = $1 AND id = $2 AND withdrawn_at IS NULL`,
		t.Municipality, string(id), at(now))
}

// CaseWeek names a week of a case.
type CaseWeek struct {
	Case ident.ID
	Week period.Week
}

// Standing is what a case-week is worth by its newest calculation.
type Standing struct {
	Number int // of the calculation
	Worth  ledger.Worth
}

// StandingWeeks are the case-weeks with a Monday in the span that have been calculated
// for a run, other than the named one, that has not been withdrawn.
func (t *Tx) StandingWeeks(ctx context.Context, mondays period.Span, except ident.ID) (map[CaseWeek]Standing, error) {
	standing := map[CaseWeek]Standing{}
	return standing, t.standing(ctx, standing, "", t.Municipality, mondays.From, mondays.To, idOrNothing(except))
}

// StandingWeeksOf are those of the cases of the list.
func (t *Tx) StandingWeeksOf(ctx context.Context, ids []ident.ID, mondays period.Span, except ident.ID) (map[CaseWeek]Standing, error) {
	standing := map[CaseWeek]Standing{}
	for some := range slices.Chunk(ids, mostAsked) {
		// Always as many places, so that the query is one and the same.
		asked := slices.Repeat(some[:1], mostAsked)
		copy(asked, some)
		places, args := placeholders([]any{t.Municipality, mondays.From, mondays.To, idOrNothing(except)}, asked)
		if err := t.standing(ctx, standing, ` AND case_id IN (`+places+`)`, args...); err != nil {
			return nil, err
		}
	}
	return standing, nil
}

// standing reads them into the map.
func (t *Tx) standing(ctx context.Context, standing map[CaseWeek]Standing, only string, args ...any) error {
	// The newest calculation comes last and stands.
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var of CaseWeek
		var s Standing
		var monday period.Day
		err := row.Scan(&of.Case, &monday, &s.Number, &s.Worth.Base, &s.Worth.Child)
		of.Week = monday.Week()
		standing[of] = s
		return err
	}, `SELECT case_id, week_from, number, base, child FROM compensation_week
		WHERE municipality = $1 AND week_from BETWEEN $2 AND $3 AND withdrawn_at IS NULL AND (run_id IS NULL OR run_id <> $4)`+only+`
		ORDER BY number`, args...)
	return err
}

// idOrNothing is an identity that no row has, where there is none to ask for: null
// would make the comparison neither true nor false.
func idOrNothing(id ident.ID) string {
	if id.IsZero() {
		return "00000000-0000-0000-0000-000000000000"
	}
	return string(id)
}
