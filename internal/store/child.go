package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// AddChild stores a child of the person, as it was entered at the instant.
func (t *Tx) AddChild(ctx context.Context, parent ident.ID, c person.Child, by ident.ID, now time.Time) error {
	err := t.run(ctx, `INSERT INTO child (municipality, id, person_id, birth, custody_from, custody_to)
		VALUES ($1, $2, $3, $4, $5, $6)`, t.Municipality, string(c.ID), string(parent), c.Birth, c.Custody.From, c.Custody.To)
	if err != nil {
		return err
	}
	return t.addChildEntry(ctx, parent, person.ChildEntry{Child: c, At: now}, by)
}

// EndCustody changes the last day of the custody of a child of the person.
func (t *Tx) EndCustody(ctx context.Context, parent, id ident.ID, last period.Day, by ident.ID, now time.Time) error {
	err := t.run(ctx, `UPDATE child SET custody_to = $4 WHERE municipality = $1 AND person_id = $2 AND id = $3`,
		t.Municipality, string(parent), string(id), last)
	if err != nil {
		return err
	}
	return t.keepChild(ctx, parent, id, false, by, now)
}

// RemoveChild takes away a child that was entered by mistake. Whether it has counted
// for anything is asked first, with CalculatedWithin.
func (t *Tx) RemoveChild(ctx context.Context, parent, id ident.ID, by ident.ID, now time.Time) error {
	if err := t.keepChild(ctx, parent, id, true, by, now); err != nil {
		return err
	}
	return t.run(ctx, `DELETE FROM child WHERE municipality = $1 AND person_id = $2 AND id = $3`,
		t.Municipality, string(parent), string(id))
}

// Children are the children of the person, oldest first.
func (t *Tx) Children(ctx context.Context, parent ident.ID) ([]person.Child, error) {
	return many(ctx, t, func(row scanner, c *person.Child) error {
		return row.Scan(&c.ID, &c.Birth, &c.Custody.From, &c.Custody.To)
	}, `SELECT id, birth, custody_from, custody_to FROM child WHERE municipality = $1 AND person_id = $2 ORDER BY birth, id`,
		t.Municipality, string(parent))
}

// CalculatedWithin tells whether a week with a day of the span has been calculated for
// payment in any case of the person, and has not been withdrawn since.
func (t *Tx) CalculatedWithin(ctx context.Context, of ident.ID, days period.Span) (bool, error) {
	found, err := many(ctx, t, func(row scanner, id *ident.ID) error { return row.Scan(id) },
		`SELECT x.id FROM programme_case c JOIN compensation_week x ON x.municipality = c.municipality AND x.case_id = c.id
		WHERE c.municipality = $1 AND c.person_id = $2 AND x.withdrawn_at IS NULL AND x.week_from BETWEEN $3 AND $4 LIMIT 1`,
		t.Municipality, string(of), days.From.Week().Monday(), days.To)
	return len(found) > 0, err
}
