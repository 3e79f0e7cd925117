package store

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
)

// AddEvent puts a line in the journey.
func (t *Tx) AddEvent(ctx context.Context, e casefile.Event) error {
	values := e.Values
	if values == nil {
		values = map[string]any{}
	}
	return t.run(ctx, `
		INSERT INTO case_event (municipality, id, case_id, at, kind, part, actor_id, actor_name, detail)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		t.Municipality, string(e.ID), string(e.Case), at(e.At), string(e.Kind), e.Part, idOrNull(e.Actor), e.ActorName, asJSON{values})
}

// Events is the journey of the case as far as it belongs to the parts, newest first:
// at most limit lines after the first offset, and how many there are in all.
func (t *Tx) Events(ctx context.Context, id ident.ID, parts []access.Part, limit, offset int) ([]casefile.Event, int, error) {
	if len(parts) == 0 {
		return nil, 0, nil
	}
	places, args := placeholders([]any{t.Municipality, string(id)}, parts)
	from := ` FROM case_event WHERE municipality = $1 AND case_id = $2 AND part IN (` + places + `)`
	total, err := t.count(ctx, `SELECT count(*)`+from, args...)
	if err != nil {
		return nil, 0, err
	}
	paging := page(&args, limit, offset)
	events, err := many(ctx, t, func(row scanner, e *casefile.Event) error {
		return row.Scan(&e.ID, &e.Case, intoTime(&e.At), &e.Kind, &e.Part, intoIDOrZero(&e.Actor), &e.ActorName, asJSON{&e.Values})
	}, `SELECT id, case_id, at, kind, part, actor_id, actor_name, detail`+from+`
		ORDER BY at DESC, id DESC `+paging, args...)
	return events, total, err
}
