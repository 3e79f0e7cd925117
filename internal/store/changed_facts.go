package store

import (
	"context"
	"errors"
	"slices"
	"time"

	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// LatestRun is, of the runs that are not withdrawn, other than the named one, the one
// of the latest week; of several for that week, the one prepared last. False where
// there is none. Were a clock behind between two of one week either will do: what has
// become known after each of them has become known from its Since on.
func (t *Tx) LatestRun(ctx context.Context, except ident.ID) (Run, bool, error) {
	run, err := one(ctx, t, readRun, `SELECT `+runColumns+runFrom+` AND r.id = (SELECT n.id FROM payment_run n
		WHERE n.municipality = $1 AND n.state <> 'withdrawn' AND n.id <> $2
		ORDER BY n.week_from DESC, n.prepared_at DESC, n.id DESC LIMIT 1)`, t.Municipality, idOrNothing(except))
	if fault.CodeOf(err) == fault.NotFound {
		return run, false, nil
	}
	return run, err == nil, err
}

// Weeks are from one week to another, both with them.
type Weeks struct{ From, To period.Week }

// HeldForEverybody are the weeks that the runs that stand, other than the named one, held
// for everybody, by the first week of each.
func (t *Tx) HeldForEverybody(ctx context.Context, except ident.ID) ([]Weeks, error) {
	return many(ctx, t, func(row scanner, w *Weeks) error {
		var from, to period.Day
		err := row.Scan(&from, &to)
		w.From, w.To = from.Week(), to.Week()
		return err
	}, `SELECT min(coalesce(everybody_from, week_from)) AS first, week_from FROM payment_run
		WHERE municipality = $1 AND state <> 'withdrawn' AND id <> $2 GROUP BY week_from ORDER BY first, week_from`, t.Municipality, idOrNothing(except))
}

// ChangedFacts is, for each case of which something has become known from the instant
// on that days of the span may be paid by, the first day of the span that it can bear
// on: a word of attendance on its own day, a calculation taken back on its week, a
// decision from its first day on, an exit from its day on; a start or a change of a
// child on the whole span.
func (t *Tx) ChangedFacts(ctx context.Context, since time.Time, days period.Span) (map[ident.ID]period.Day, error) {
	first := map[ident.ID]period.Day{}
	note := func(of ident.ID, day period.Day) {
		day = max(day, days.From)
		if before, has := first[of]; day <= days.To && (!has || day < before) {
			first[of] = day
		}
	}
	fromADay := func(query string, args ...any) error {
		_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
			var of ident.ID
			var day period.Day
			err := row.Scan(&of, &day)
			note(of, day)
			return err
		}, query, append([]any{t.Municipality, at(since)}, args...)...)
		return err
	}
	whole := func(query string) error {
		_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
			var of ident.ID
			err := row.Scan(&of)
			note(of, days.From)
			return err
		}, query, t.Municipality, at(since))
		return err
	}
	return first, errors.Join(
		fromADay(`SELECT case_id, min(day) FROM attendance_entry
			WHERE municipality = $1 AND at >= $2 AND day BETWEEN $3 AND $4 GROUP BY case_id`, days.From, days.To),
		fromADay(`SELECT case_id, min(week_from) FROM compensation_week
			WHERE municipality = $1 AND withdrawn_at >= $2 AND week_from BETWEEN $3 AND $4 GROUP BY case_id`, days.From.Week().Monday(), days.To),
		fromADay(`SELECT case_id, min(from_day) FROM decision
			WHERE municipality = $1 AND decided_at >= $2 AND from_day IS NOT NULL GROUP BY case_id`),
		fromADay(`SELECT case_id, min(day) FROM case_exit WHERE municipality = $1 AND recorded_at >= $2 GROUP BY case_id`),
		whole(`SELECT DISTINCT case_id FROM case_event
			WHERE municipality = $1 AND at >= $2 AND kind = '`+string(casefile.ProgrammeStarted)+`'`),
		whole(`SELECT DISTINCT c.id FROM child_entry x
			JOIN programme_case c ON c.municipality = x.municipality AND c.person_id = x.person_id
			WHERE x.municipality = $1 AND x.at >= $2`),
	)
}

// PayCasesOf is the cases of the list as PayCases gives them.
func (t *Tx) PayCasesOf(ctx context.Context, ids []ident.ID, span period.Span) ([]PayCase, error) {
	var all []PayCase
	for some := range slices.Chunk(ids, mostAsked) {
		// Always as many places, so that the query is one and the same.
		asked := slices.Repeat(some[:1], mostAsked)
		copy(asked, some)
		places, args := placeholders([]any{t.Municipality, span.From, span.To}, asked)
		only := func(column string) string { return ` AND ` + column + ` IN (` + places + `)` }
		cases, err := t.payCases(ctx, payFrom+only("c.id"), only, args...)
		if err != nil {
			return nil, err
		}
		all = append(all, cases...)
	}
	return all, nil
}
