package store

import (
	"context"

	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/decision"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// PayCase is a case with what its compensation is reckoned from.
type PayCase struct {
	Case      ident.ID
	Person    ident.ID
	Number    string
	Decisions []decision.Decision // without their reasons
	compensation.Participation
	Children   []person.Child
	Attendance []attendance.DayRecord // of the span that was asked for
}

// payFrom is the cases with a decision that gives a place on a day of the span
// $2-$3. What they pay is the rules' to say.
const payFrom = ` FROM programme_case c WHERE c.municipality = $1 AND EXISTS (SELECT 1 FROM decision g
	WHERE g.municipality = c.municipality AND g.case_id = c.id AND g.kind IN ('grant', 'extend', 'resume')
	AND g.from_day <= $3 AND g.to_day >= $2)`

// PayCases is every case that a decision gives a place on some day of the span, by
// number. One query for each kind of fact, however many the cases are.
func (t *Tx) PayCases(ctx context.Context, span period.Span) ([]PayCase, error) {
	return t.payCases(ctx, payFrom, func(string) string { return "" }, t.Municipality, span.From, span.To)
}

// PayCase is one case as PayCases gives it, empty where no decision gives it a place.
func (t *Tx) PayCase(ctx context.Context, id ident.ID, span period.Span) ([]PayCase, error) {
	// The case is named in every query: from the inner one alone SQLite does not see
	// that there is only one, and reads everybody's attendance.
	only := func(column string) string { return ` AND ` + column + ` = $4` }
	return t.payCases(ctx, payFrom+only("c.id"), only, t.Municipality, span.From, span.To, string(id))
}

func (t *Tx) payCases(ctx context.Context, from string, only func(column string) string, args ...any) ([]PayCase, error) {
	cases, err := many(ctx, t, func(row scanner, c *PayCase) error {
		return row.Scan(&c.Case, &c.Person, &c.Number, intoTimeOrNil(&c.Begun))
	},
		`SELECT c.id, c.person_id, c.number, `+begunAt+from+` ORDER BY c.number`, args...)
	if err != nil {
		return nil, err
	}
	byCase := make(map[ident.ID]*PayCase, len(cases))
	for i := range cases {
		byCase[cases[i].Case] = &cases[i]
	}
	// What belongs to a case is read with its identity first. A refusal speaks of no
	// days and is left out.
	_, err = many(ctx, t, func(row scanner, _ *struct{}) error {
		var of ident.ID
		var d decision.Decision
		if err := row.Scan(&of, &d.ID, &d.Kind, &d.Span.From, &d.Span.To, &d.By, intoTime(&d.At)); err != nil {
			return err
		}
		byCase[of].Decisions = append(byCase[of].Decisions, d)
		return nil
	}, `SELECT x.case_id, x.id, x.kind, x.from_day, x.to_day, x.decided_by, x.decided_at FROM decision x
		WHERE x.municipality = $1 AND x.to_day IS NOT NULL AND x.kind <> 'refuse'`+only("x.case_id")+`
		AND x.case_id IN (SELECT c.id`+from+`) ORDER BY x.decided_at, x.id`, args...)
	if err != nil {
		return nil, err
	}
	_, err = many(ctx, t, func(row scanner, _ *struct{}) error {
		var of ident.ID
		var l compensation.Leaving
		if err := row.Scan(&of, &l.Exit, &l.On, intoTime(&l.At)); err != nil {
			return err
		}
		byCase[of].Leaves = append(byCase[of].Leaves, l)
		return nil
	}, `SELECT x.case_id, x.id, x.day, x.recorded_at FROM case_exit x
		WHERE x.municipality = $1`+only("x.case_id")+` AND x.case_id IN (SELECT c.id`+from+`) ORDER BY x.recorded_at, x.id`, args...)
	if err != nil {
		return nil, err
	}
	_, err = many(ctx, t, func(row scanner, _ *struct{}) error {
		var of ident.ID
		var c person.Child
		if err := row.Scan(&of, &c.ID, &c.Birth, &c.Custody.From, &c.Custody.To); err != nil {
			return err
		}
		byCase[of].Children = append(byCase[of].Children, c)
		return nil
	}, `SELECT y.id, x.id, x.birth, x.custody_from, x.custody_to FROM child x
		JOIN programme_case y ON y.municipality = x.municipality AND y.person_id = x.person_id
		WHERE x.municipality = $1`+only("y.id")+` AND y.id IN (SELECT c.id`+from+`) ORDER BY x.birth, x.id`, args...)
	if err != nil {
		return nil, err
	}
	_, err = many(ctx, t, func(row scanner, _ *struct{}) error {
		var of ident.ID
		var r attendance.DayRecord
		if err := row.Scan(&of, &r.Placement, &r.Day, &r.Reported, &r.Confirmed, &r.Settled); err != nil {
			return err
		}
		byCase[of].Attendance = append(byCase[of].Attendance, r)
		return nil
	}, `SELECT x.case_id, x.placement_id, x.day, x.reported, x.confirmed, x.settled FROM attendance_day x
		WHERE x.municipality = $1 AND x.day BETWEEN $2 AND $3`+only("x.case_id")+`
		AND x.case_id IN (SELECT c.id`+from+`) ORDER BY x.day, x.placement_id`, args...)
	return cases, err
}
