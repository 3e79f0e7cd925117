package store

import (
	"context"
	"slices"

	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// AddMember gives an account a task in a case.
func (t *Tx) AddMember(ctx context.Context, m casefile.Member) error {
	return t.run(ctx, `INSERT INTO case_member (municipality, id, case_id, account_id, task, from_day, to_day, reason, notes)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		t.Municipality, string(m.ID), string(m.Case), string(m.Account), string(m.Task), m.From, dayOrNull(m.To), m.Reason, m.Notes)
}

// EndMember ends a task in a case with the day.
func (t *Tx) EndMember(ctx context.Context, id ident.ID, last period.Day) error {
	return t.run(ctx, `UPDATE case_member SET to_day = $3 WHERE municipality = $1 AND id = $2`, t.Municipality, string(id), last)
}

// Members are all who have or had a task in the case, newest first.
func (t *Tx) Members(ctx context.Context, id ident.ID) ([]casefile.Member, error) {
	return many(ctx, t, func(row scanner, m *casefile.Member) error {
		return row.Scan(&m.ID, &m.Case, &m.Account, &m.Task, &m.From, intoDayOrNil(&m.To), &m.Reason, &m.Notes, &m.AccountName, &m.Organisation)
	}, `SELECT x.id, x.case_id, x.account_id, x.task, x.from_day, x.to_day, x.reason, x.notes, a.name, coalesce(o.name, '')
		FROM case_member x
		JOIN account a ON a.municipality = x.municipality AND a.id = x.account_id
		LEFT JOIN organisation o ON o.municipality = a.municipality AND o.id = a.organisation_id
		WHERE x.municipality = $1 AND x.case_id = $2 ORDER BY x.from_day DESC, x.id DESC`, t.Municipality, string(id))
}

// Caseload is how many cases the account is case manager of, among those that take
// room.
func (t *Tx) Caseload(ctx context.Context, account ident.ID) (int, error) {
	args := []any{t.Municipality, string(account)}
	places, args := placeholders(args, countingStates())
	return t.count(ctx, `SELECT count(*) FROM programme_case WHERE municipality = $1 AND manager_id = $2 AND state IN (`+places+`)`, args...)
}

// Caseloads is Caseload of every case manager that has any.
func (t *Tx) Caseloads(ctx context.Context) (map[ident.ID]int, error) {
	places, args := placeholders([]any{t.Municipality}, countingStates())
	type load struct {
		account ident.ID
		cases   int
	}
	loads, err := many(ctx, t, func(row scanner, l *load) error { return row.Scan(&l.account, &l.cases) },
		`SELECT manager_id, count(*) FROM programme_case
		WHERE municipality = $1 AND manager_id IS NOT NULL AND state IN (`+places+`) GROUP BY manager_id`, args...)
	byAccount := make(map[ident.ID]int, len(loads))
	for _, l := range loads {
		byAccount[l.account] = l.cases
	}
	return byAccount, err
}

func countingStates() []casefile.State {
	return slices.DeleteFunc(casefile.States(), func(s casefile.State) bool { return !s.CountsTowardCaseload() })
}
