package store

import (
	"context"
	"slices"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// RunState is where a payment run stands.
type RunState string

const (
	RunProposed  RunState = "proposed"
	RunAttested  RunState = "attested"
	RunWithdrawn RunState = "withdrawn"
)

// Run is a payment run: one week of many cases.
type Run struct {
	ID             ident.ID
	Week           period.Week
	State          RunState
	PreparedBy     ident.ID
	PreparedByName string
	PreparedAt     time.Time
	AttestedBy     ident.ID // zero until attested
	AttestedByName string
	AttestedAt     *time.Time
	Total          money.Kronor
	Lines          int // read with it
}

const runColumns = `r.id, r.week_from, r.state, r.prepared_by, p.name, r.prepared_at, r.attested_by, coalesce(a.name, ''),
	r.attested_at, r.total, (SELECT count(*) FROM compensation_week w WHERE w.municipality = r.municipality AND w.run_id = r.id)`

const runFrom = ` FROM payment_run r
	JOIN account p ON p.municipality = r.municipality AND p.id = r.prepared_by
	LEFT JOIN account a ON a.municipality = r.municipality AND a.id = r.attested_by
	WHERE r.municipality = $1`

func readRun(row scanner, r *Run) error {
	var monday period.Day
	err := row.Scan(&r.ID, &monday, &r.State, &r.PreparedBy, &r.PreparedByName, intoTime(&r.PreparedAt), intoIDOrZero(&r.AttestedBy),
		&r.AttestedByName, intoTimeOrNil(&r.AttestedAt), &r.Total, &r.Lines)
	r.Week = monday.Week()
	return err
}

// AddRun stores a new proposal. The database refuses a second one for the week.
func (t *Tx) AddRun(ctx context.Context, r Run) error {
	return t.run(ctx, `INSERT INTO payment_run (municipality, id, week_from, state, prepared_by, prepared_at, total)
		VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		t.Municipality, string(r.ID), r.Week.Monday(), string(r.State), string(r.PreparedBy), at(r.PreparedAt), int64(r.Total))
}

// Run is one payment run. NotFound where there is none.
func (t *Tx) Run(ctx context.Context, id ident.ID) (Run, error) {
	return one(ctx, t, readRun, `SELECT `+runColumns+runFrom+` AND r.id = $2`, t.Municipality, string(id))
}

// Runs are the newest runs, newest week first.
func (t *Tx) Runs(ctx context.Context, limit int) ([]Run, error) {
	return many(ctx, t, readRun, `SELECT `+runColumns+runFrom+`
		ORDER BY r.week_from DESC, r.prepared_at DESC, r.id DESC LIMIT $2`, t.Municipality, limit)
}

// RunsOf are the week's runs that have not been withdrawn, oldest first.
func (t *Tx) RunsOf(ctx context.Context, week period.Week) ([]Run, error) {
	return many(ctx, t, readRun, `SELECT `+runColumns+runFrom+` AND r.week_from = $2 AND r.state <> 'withdrawn'
		ORDER BY r.prepared_at, r.id`, t.Municipality, week.Monday())
}

// AttestRun marks a proposal attested. False where it is not a proposal any longer.
func (t *Tx) AttestRun(ctx context.Context, id, by ident.ID, now time.Time) (bool, error) {
	n, err := t.exec(ctx, `UPDATE payment_run SET state = 'attested', attested_by = $3, attested_at = $4
		WHERE municipality = $1 AND id = $2 AND state = 'proposed'`, t.Municipality, string(id), string(by), at(now))
	return n == 1, err
}

// WithdrawRun marks a proposal and its weeks withdrawn, so that the week can be
// proposed again; both are kept. False where it is not a proposal any longer.
func (t *Tx) WithdrawRun(ctx context.Context, id ident.ID, now time.Time) (bool, error) {
	n, err := t.exec(ctx, `UPDATE payment_run SET state = 'withdrawn' WHERE municipality = $1 AND id = $2 AND state = 'proposed'`,
		t.Municipality, string(id))
	if err != nil || n == 0 {
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

// PaidWeek is what a run pays one case, for a control: without names.
type PaidWeek struct {
	Case   ident.ID
	Person ident.ID
	Run    ident.ID
	compensation.Amounts
}

// PaidWeeks are the lines of the week in every run that has not been withdrawn.
func (t *Tx) PaidWeeks(ctx context.Context, week period.Week) ([]PaidWeek, error) {
	return many(ctx, t, func(row scanner, w *PaidWeek) error {
		return row.Scan(&w.Case, &w.Person, intoIDOrZero(&w.Run), &w.Base, &w.Child, &w.Total)
	}, `SELECT x.case_id, c.person_id, x.run_id, x.base, x.child, x.total FROM compensation_week x
		JOIN programme_case c ON c.municipality = x.municipality AND c.id = x.case_id
		WHERE x.municipality = $1 AND x.week_from = $2 AND x.withdrawn_at IS NULL ORDER BY c.number`, t.Municipality, week.Monday())
}

// Payee is whose line it is, as far as the reader may know.
type Payee struct {
	Case      ident.ID // zero where the reader may not see who it is
	Number    string   // likewise ""
	Name      string   // likewise ""
	Protected bool
}

// RunLine is a line of a run as it is shown.
type RunLine struct {
	Payee
	compensation.Amounts
	Conflicts, Unconfirmed int
	Before                 *money.Kronor // paid for the week before; nil where nothing was
}

// RunLines are the lines of the run, those the reader may know by name first; at
// most limit of them from offset. The access rules stand in the query: of
// a case that the reader may not see no name or number leaves the database.
func (t *Tx) RunLines(ctx context.Context, a access.Actor, m access.Moment, r Run, limit, offset int) ([]RunLine, error) {
	args := []any{t.Municipality, string(r.ID), r.Week.AddWeeks(-1).Monday(), limit, offset}
	may := filter(a, access.See(access.Compensation), m, len(args)+1)
	query := `SELECT y.shown, y.case_id, y.number, y.given_name, y.family_name, y.protection <> 'none', y.base, y.child, y.total,
			y.conflicts, y.unconfirmed, y.before
		FROM (SELECT CASE WHEN ` + may.SQL + ` THEN 1 ELSE 0 END AS shown, x.case_id, c.number, p.given_name, p.family_name, p.sort_name,
				p.protection, x.base, x.child, x.total, x.conflicts, x.unconfirmed, b.total AS before
			FROM compensation_week x
			JOIN programme_case c ON c.municipality = x.municipality AND c.id = x.case_id
			JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id
			LEFT JOIN compensation_week b ON b.municipality = x.municipality AND b.case_id = x.case_id
				AND b.week_from = $3 AND b.withdrawn_at IS NULL
			WHERE x.municipality = $1 AND x.run_id = $2) y
		ORDER BY y.shown DESC, CASE WHEN y.shown = 1 THEN y.sort_name ELSE '' END, y.case_id
		LIMIT $4 OFFSET $5`
	return many(ctx, t, func(row scanner, l *RunLine) error {
		var shown int
		var given, family string
		var before *int64
		err := row.Scan(&shown, &l.Case, &l.Number, &given, &family, &l.Protected, &l.Base, &l.Child, &l.Total,
			&l.Conflicts, &l.Unconfirmed, &before)
		l.Name = given + " " + family
		if shown == 0 {
			l.Payee = Payee{Protected: l.Protected}
		}
		if before != nil {
			paid := money.Kronor(*before)
			l.Before = &paid
		}
		return err
	}, query, append(args, may.Args...)...)
}

// Payees are who the cases are about, as far as the reader may know.
func (t *Tx) Payees(ctx context.Context, a access.Actor, m access.Moment, cases []ident.ID) (map[ident.ID]Payee, error) {
	payees := make(map[ident.ID]Payee, len(cases))
	for some := range slices.Chunk(cases, mostAsked) {
		// Always as many places, so that the query is one and the same.
		asked := slices.Repeat(some[:1], mostAsked)
		copy(asked, some)
		places, args := placeholders([]any{t.Municipality}, asked)
		may := filter(a, access.See(access.Compensation), m, len(args)+1)
		_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
			of, p, err := readPayee(row)
			payees[of] = p
			return err
		}, `SELECT CASE WHEN `+may.SQL+` THEN 1 ELSE 0 END, c.id, c.number, p.given_name, p.family_name, p.protection <> 'none'
			FROM programme_case c JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id
			WHERE c.municipality = $1 AND c.id IN (`+places+`)`, append(args, may.Args...)...)
		if err != nil {
			return nil, err
		}
	}
	return payees, nil
}

// mostAsked is how many cases are asked for at once.
const mostAsked = 100

func readPayee(row scanner) (of ident.ID, p Payee, err error) {
	var shown int
	var given, family string
	err = row.Scan(&shown, &of, &p.Number, &given, &family, &p.Protected)
	p.Case, p.Name = of, given+" "+family
	if shown == 0 {
		p = Payee{Protected: p.Protected}
	}
	return of, p, err
}

// RunSums are the run's two lines added up, and how many of its weeks need a look.
type RunSums struct {
	Base, Child, Total     money.Kronor
	Conflicts, Unconfirmed int // weeks with such days
}

// RunSums adds up the lines of the run.
func (t *Tx) RunSums(ctx context.Context, id ident.ID) (RunSums, error) {
	return one(ctx, t, func(row scanner, s *RunSums) error {
		return row.Scan(&s.Base, &s.Child, &s.Total, &s.Conflicts, &s.Unconfirmed)
	}, `SELECT CAST(coalesce(sum(base), 0) AS bigint), CAST(coalesce(sum(child), 0) AS bigint), CAST(coalesce(sum(total), 0) AS bigint),
			count(CASE WHEN conflicts > 0 THEN 1 END), count(CASE WHEN unconfirmed > 0 THEN 1 END)
		FROM compensation_week WHERE municipality = $1 AND run_id = $2`, t.Municipality, string(id))
}
