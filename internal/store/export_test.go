package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/payment"
	"fotfaste/internal/person"
)

// Exec runs any statement: tests write rows that no use case writes yet, and
// meddle with rows that nobody may.
func (t *Tx) Exec(ctx context.Context, query string, args ...any) (int64, error) {
	return t.exec(ctx, query, args...)
}

// Texts reads the first column of every row as text.
func (t *Tx) Texts(ctx context.Context, query string, args ...any) ([]string, error) {
	return many(ctx, t, func(row scanner, s *string) error { return row.Scan(s) }, query, args...)
}

// Instant is how an instant is handed to the database.
func Instant(t time.Time) any { return at(t) }

// Allowed is one act that the filter lets the actor do with one case.
type Allowed struct {
	Act  string
	Case ident.ID
}

// AllowedCases asks the database, in one query, with which cases the actor may do
// which of the acts: one list for each act, filtered as every list is. Acts whose
// filters are the same to the letter share a list.
func (t *Tx) AllowedCases(ctx context.Context, a access.Actor, acts []access.Act, m access.Moment) (map[Allowed]bool, error) {
	var lists []string
	sharing := map[string][]string{} // acts by their filter
	args := []any{t.Municipality}
	for _, act := range acts {
		alone := fmt.Sprint(filter(a, act, m, 1))
		if sharing[alone] = append(sharing[alone], act.Name); len(sharing[alone]) > 1 {
			continue
		}
		may := filter(a, act, m, len(args)+2)
		args = append(append(args, alone), may.Args...)
		lists = append(lists, `SELECT CAST($`+strconv.Itoa(len(args)-len(may.Args))+` AS text) AS alike, c.id FROM programme_case c
			JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id
			WHERE c.municipality = $1 AND `+may.SQL)
	}
	allowed := map[Allowed]bool{}
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var alike string
		var id ident.ID
		if err := row.Scan(&alike, &id); err != nil {
			return err
		}
		for _, act := range sharing[alike] {
			allowed[Allowed{act, id}] = true
		}
		return nil
	}, strings.Join(lists, " UNION ALL "), args...)
	return allowed, err
}

// FillOrder is each table that can be filled with its columns, as "table:columns".
func FillOrder() []string {
	var all []string
	for _, o := range fillOrder {
		all = append(all, o.table+":"+o.columns)
	}
	return all
}

// Learn lets PostgreSQL see how the rows that just came are spread, as it does by
// itself after a minute. SQLite is used without.
func (db *DB) Learn(ctx context.Context) error {
	if db.engine != Postgres {
		return nil
	}
	_, err := db.writer.ExecContext(ctx, `ANALYZE`)
	return err
}

// SortName is what persons are ordered by.
func SortName(p person.Person) string { return sortName(p) }

// AtWork is the condition of the payments that the index payment_at_work has, and
// AreAtWork tells whether it holds of all payments in the states.
const AtWork = atWork

func AreAtWork(states []payment.State) bool { return areAtWork(states) }
