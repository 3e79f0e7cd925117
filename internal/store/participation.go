package store

import (
	"context"
	"time"

	"fotfaste/internal/casefile"
	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
)

// begunAt is when the start of the case c was first noted. The journey is read from its
// beginning and no further than the start.
const begunAt = `(SELECT e.at FROM case_event e WHERE e.municipality = c.municipality AND e.case_id = c.id
	AND e.kind = '` + string(casefile.ProgrammeStarted) + `' ORDER BY e.at LIMIT 1)`

// Participation is what has been noted of the taking part of the case: its first start
// and its exits.
func (t *Tx) Participation(ctx context.Context, id ident.ID) (compensation.Participation, error) {
	p, err := one(ctx, t, func(row scanner, p *compensation.Participation) error { return row.Scan(intoTimeOrNil(&p.Begun)) },
		`SELECT `+begunAt+` FROM programme_case c WHERE c.municipality = $1 AND c.id = $2`, t.Municipality, string(id))
	if err != nil {
		return p, err
	}
	exits, err := t.Exits(ctx, id)
	for _, e := range exits {
		p.Leaves = append(p.Leaves, compensation.Leaving{Exit: e.ID, On: e.On, At: e.RecordedAt})
	}
	return p, err
}

// changedParticipation calls note for each case whose start or exit has been noted from
// the instant on.
func (t *Tx) changedParticipation(ctx context.Context, since time.Time, note func(ident.ID)) error {
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var of ident.ID
		err := row.Scan(&of)
		note(of)
		return err
	}, `SELECT case_id FROM case_exit WHERE municipality = $1 AND recorded_at >= $2
		UNION SELECT case_id FROM case_event WHERE municipality = $1 AND at >= $2 AND kind = '`+string(casefile.ProgrammeStarted)+`'`,
		t.Municipality, at(since))
	return err
}
