package store

import (
	"context"
	"errors"
	"slices"
	"time"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// LatestRun is, of the runs that are not withdrawn, other than the named one, the one
// of the latest week; of several for that week, the one prepared last. False where
// there is none.
func (t *Tx) LatestRun(ctx context.Context, except ident.ID) (Run, bool, error) {
	run, err := one(ctx, t, readRun, `SELECT `+runColumns+runFrom+` AND r.state <> 'withdrawn' AND r.id <> $2
		ORDER BY r.week_from DESC, r.prepared_at DESC, r.id DESC LIMIT 1`, t.Municipality, idOrNothing(except))
	if fault.CodeOf(err) == fault.NotFound {
		return run, false, nil
	}
	return run, err == nil, err
}

// ChangedFacts is, for each case of which something has become known from the instant
// on that days of the span may be paid by, the first day that it can bear on: a word of
// attendance on its own day, a calculation taken back on its week; a decision, a start,
// an exit or a change of a child on the whole span.
func (t *Tx) ChangedFacts(ctx context.Context, since time.Time, days period.Span) (map[ident.ID]period.Day, error) {
	first := map[ident.ID]period.Day{}
	note := func(of ident.ID, day period.Day) {
		if before, has := first[of]; !has || day < before {
			first[of] = day
		}
	}
	_, attendance := many(ctx, t, func(row scanner, _ *struct{}) error {
		var of ident.ID
		var day period.Day
		err := row.Scan(&of, &day)
		note(of, day)
		return err
	}, `SELECT case_id, min(day) FROM attendance_entry
		WHERE municipality = $1 AND at >= $2 AND day BETWEEN $3 AND $4 GROUP BY case_id`, t.Municipality, at(since), days.From, days.To)
	whole := func(row scanner, _ *struct{}) error {
		var of ident.ID
		err := row.Scan(&of)
		note(of, days.From)
		return err
	}
	_, decisions := many(ctx, t, whole, `SELECT DISTINCT case_id FROM decision WHERE municipality = $1 AND decided_at >= $2`,
		t.Municipality, at(since))
	_, children := many(ctx, t, whole, `SELECT DISTINCT c.id FROM child_entry x
		JOIN programme_case c ON c.municipality = x.municipality AND c.person_id = x.person_id
		WHERE x.municipality = $1 AND x.at >= $2`, t.Municipality, at(since))
	_, takenBack := many(ctx, t, func(row scanner, _ *struct{}) error {
		var of ident.ID
		var monday period.Day
		err := row.Scan(&of, &monday)
		note(of, monday)
		return err
	}, `SELECT case_id, min(week_from) FROM compensation_week
		WHERE municipality = $1 AND withdrawn_at >= $2 AND week_from BETWEEN $3 AND $4 GROUP BY case_id`,
		t.Municipality, at(since), days.From.Week().Monday(), days.To)
	participation := t.changedParticipation(ctx, since, func(of ident.ID) { note(of, days.From) })
	return first, errors.Join(attendance, decisions, participation, children, takenBack)
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
