package store

import (
	"context"
	"time"

	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Contact is a contact in a case as it was noted.
type Contact struct {
	followup.Contact
	ID         ident.ID
	Case       ident.ID
	DueOn      *period.Day // the day it was due; nil where none was
	By         ident.ID
	ByName     string // read with it
	RecordedAt time.Time
}

// AddContact stores a contact that was held or tried. None is ever changed.
func (t *Tx) AddContact(ctx context.Context, c Contact) error {
	return t.run(ctx, `INSERT INTO contact (municipality, id, case_id, due_on, day, kind, reached, note, held_by, recorded_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		t.Municipality, string(c.ID), string(c.Case), dayOrNull(c.DueOn), c.On, string(c.Kind), c.Reached, c.Note,
		string(c.By), at(c.RecordedAt))
}

// Contacts are the case's contacts, newest first.
func (t *Tx) Contacts(ctx context.Context, of ident.ID) ([]Contact, error) {
	return many(ctx, t, func(row scanner, c *Contact) error {
		return row.Scan(&c.ID, &c.Case, intoDayOrNil(&c.DueOn), &c.On, &c.Kind, &c.Reached, &c.Note, &c.By, &c.ByName, intoTime(&c.RecordedAt))
	}, `SELECT x.id, x.case_id, x.due_on, x.day, x.kind, x.reached, x.note, x.held_by, a.name, x.recorded_at
		FROM contact x JOIN account a ON a.municipality = x.municipality AND a.id = x.held_by
		WHERE x.municipality = $1 AND x.case_id = $2 ORDER BY x.day DESC, x.id DESC`, t.Municipality, string(of))
}
