package store

import (
	"context"
	"time"

	"fotfaste/internal/clock"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
	"fotfaste/internal/placement"
	"fotfaste/internal/throughput"
)

// Spells is every placement that the flow of the year may count, of the intervention or
// of all where it is "": what is not over, and what ended or was referred late enough.
// The moves and exits that follow are looked up only for those that have ended.
func (t *Tx) Spells(ctx context.Context, intervention ident.ID, year throughput.Year) ([]throughput.Spell, error) {
	args := []any{t.Municipality, year.Reads(), at(year.Reads().Time())}
	only := ""
	if intervention != "" {
		args = append(args, string(intervention))
		only = ` AND x.intervention_id = $4`
	}
	var leaving []followup.ExitKind
	for _, kind := range followup.ExitKinds() {
		if kind.IsWorkOrStudies() {
			leaving = append(leaving, kind)
		}
	}
	kinds, args := placeholders(args, leaving)
	open, args := placeholders(args, []placement.State{placement.Referred, placement.Queued, placement.Offered, placement.Accepted, placement.Started})
	return many(ctx, t, func(r scanner, s *throughput.Spell) error {
		var gender person.Gender
		var referred time.Time
		err := r.Scan(&s.Intervention, &gender, &s.State, &s.DeclinedBy, intoTime(&referred), &s.To, intoDayOrNil(&s.Started),
			intoDayOrNil(&s.Ended), intoDayOrNil(&s.Up), intoDayOrNil(&s.Left))
		s.One, s.Referred = One(gender, 1), clock.DayOf(referred)
		return err
	}, `SELECT x.intervention_id, p.gender, x.state, x.declined_by, x.referred_at, x.to_day, x.started_on, x.ended_on,
		CASE WHEN x.ended_on IS NOT NULL THEN (SELECT min(m.day) FROM step_move m WHERE m.municipality = x.municipality
			AND m.case_id = x.case_id AND m.day > x.started_on AND m.from_step > 0 AND m.to_step > m.from_step) END,
		CASE WHEN x.ended_on IS NOT NULL THEN (SELECT min(e.day) FROM case_exit e WHERE e.municipality = x.municipality
			AND e.case_id = x.case_id AND e.day >= x.started_on AND e.kind IN (`+kinds+`)) END
		FROM placement x JOIN programme_case c ON c.municipality = x.municipality AND c.id = x.case_id
		JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id
		WHERE x.municipality = $1`+only+` AND (x.state IN (`+open+`) OR x.ended_on >= $2 OR x.ended_on IS NULL AND x.referred_at >= $3)
		ORDER BY x.intervention_id, x.id`, args...)
}
