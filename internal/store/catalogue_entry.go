package store

import (
	"context"
	"strings"
	"time"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
)

// SaveIntervention stores what is said of an intervention. Its room stays.
func (t *Tx) SaveIntervention(ctx context.Context, i catalogue.Intervention) error {
	return t.run(ctx, `UPDATE intervention SET provider_id = $3, name = $4, sort_name = $5, category = $6, kind = $7, theme = $8,
			locality = $9, content = $10, active = $11
		WHERE municipality = $1 AND id = $2`,
		t.Municipality, string(i.ID), string(i.Provider), i.Name, swedishOrder.Replace(strings.ToLower(i.Name)), string(i.Category),
		string(i.Kind), string(i.Theme), i.Locality, asJSON{i}, i.Open)
}

// AddCatalogueEntry adds a line to an intervention's history.
func (t *Tx) AddCatalogueEntry(ctx context.Context, e catalogue.Entry) error {
	var was any
	if e.Was != nil {
		was = asJSON{*e.Was}
	}
	return t.run(ctx, `INSERT INTO catalogue_entry (municipality, intervention_id, at, deed, was, became, entered_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		t.Municipality, string(e.Intervention), at(e.At), string(e.Deed), was, asJSON{e.Became}, string(e.By))
}

// CatalogueEntry is a line of an intervention's history with the name of who made it.
type CatalogueEntry struct {
	catalogue.Entry
	ByName string
}

func readCatalogueEntry(row scanner, e *CatalogueEntry) error {
	var was *string
	err := row.Scan(&e.Intervention, intoTime(&e.At), &e.Deed, &was, asJSON{&e.Became}, &e.By, &e.ByName)
	if err != nil || was == nil {
		return err
	}
	e.Was = new(catalogue.Intervention)
	return asJSON{e.Was}.Scan(*was)
}

// CatalogueEntries is the history of an intervention, the latest first.
func (t *Tx) CatalogueEntries(ctx context.Context, id ident.ID) ([]CatalogueEntry, error) {
	return many(ctx, t, readCatalogueEntry, `SELECT e.intervention_id, e.at, e.deed, e.was, e.became, e.entered_by, a.name
		FROM catalogue_entry e JOIN account a ON a.municipality = e.municipality AND a.id = e.entered_by
		WHERE e.municipality = $1 AND e.intervention_id = $2 ORDER BY e.at DESC`, t.Municipality, string(id))
}

// CatalogueSaid is when each intervention was last added, changed or confirmed. One that
// has no history is not among them.
func (t *Tx) CatalogueSaid(ctx context.Context) (map[ident.ID]time.Time, error) {
	type said struct {
		id ident.ID
		at time.Time
	}
	rows, err := many(ctx, t, func(row scanner, s *said) error { return row.Scan(&s.id, intoTime(&s.at)) },
		`SELECT intervention_id, max(at) FROM catalogue_entry WHERE municipality = $1 GROUP BY intervention_id`, t.Municipality)
	last := make(map[ident.ID]time.Time, len(rows))
	for _, s := range rows {
		last[s.id] = s.at
	}
	return last, err
}
