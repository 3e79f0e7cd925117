package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/person"
)

// addChildEntry keeps a child as it was entered, changed or taken away. The database
// refuses any change of it.
func (t *Tx) addChildEntry(ctx context.Context, parent ident.ID, e person.ChildEntry, by ident.ID) error {
	return t.run(ctx, `INSERT INTO child_entry (municipality, person_id, child_id, at, birth, custody_from, custody_to, removed, entered_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		t.Municipality, string(parent), string(e.ID), at(e.At), e.Birth, e.Custody.From, e.Custody.To, e.Removed, idOrNull(by))
}

// keepChild keeps the child as it stands in its row.
func (t *Tx) keepChild(ctx context.Context, parent, id ident.ID, removed bool, by ident.ID, now time.Time) error {
	children, err := t.Children(ctx, parent)
	if err != nil {
		return err
	}
	for _, c := range children {
		if c.ID == id {
			return t.addChildEntry(ctx, parent, person.ChildEntry{Child: c, Removed: removed, At: now}, by)
		}
	}
	return nil // there was nothing to change or take away
}

// ChildEntries is everything that was ever entered about the person's children, in no
// order that is promised.
func (t *Tx) ChildEntries(ctx context.Context, parent ident.ID) ([]person.ChildEntry, error) {
	return many(ctx, t, func(row scanner, e *person.ChildEntry) error {
		return row.Scan(&e.ID, &e.Birth, &e.Custody.From, &e.Custody.To, &e.Removed, intoTime(&e.At))
	}, `SELECT child_id, birth, custody_from, custody_to, removed, at FROM child_entry
		WHERE municipality = $1 AND person_id = $2`, t.Municipality, string(parent))
}
