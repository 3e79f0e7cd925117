package store

import (
	"context"

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
