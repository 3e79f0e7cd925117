package store

import (
	"context"

	"fotfaste/internal/journal"
)

// Municipality is one tenant.
type Municipality struct {
	Code string // four figures
	Name string
}

// Municipalities is every tenant in the database.
func (db *DB) Municipalities(ctx context.Context) ([]Municipality, error) {
	rows, err := db.reader.QueryContext(ctx, `SELECT municipality, name FROM municipality ORDER BY municipality`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []Municipality
	for rows.Next() {
		var m Municipality
		if err := rows.Scan(&m.Code, &m.Name); err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	return all, rows.Err()
}

// AddMunicipality makes a new tenant with an empty journal.
func (db *DB) AddMunicipality(ctx context.Context, m Municipality) error {
	tx, err := db.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	t := &Tx{tx: tx, engine: db.engine, Municipality: m.Code}
	if err := t.run(ctx, `INSERT INTO municipality (municipality, name) VALUES ($1, $2)`, m.Code, m.Name); err != nil {
		return err
	}
	err = t.run(ctx, `INSERT INTO journal_head (municipality, seq, hash) VALUES ($1, 0, $2)`, m.Code, journal.Start)
	if err != nil {
		return err
	}
	return tx.Commit()
}

// MunicipalityName is the tenant's own name.
func (t *Tx) MunicipalityName(ctx context.Context) (string, error) {
	return one(ctx, t, func(row scanner, name *string) error { return row.Scan(name) },
		`SELECT name FROM municipality WHERE municipality = $1`, t.Municipality)
}
