package store

import (
	"context"
	"strings"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

const interventionColumns = `i.id, i.provider_id, i.name, i.category, i.kind, i.theme, i.locality, i.places,
	i.hours_per_place, i.content, i.active`

// readIntervention reads what is asked for often from its columns and the rest from
// the content; the columns are what holds.
func readIntervention(row scanner, i *catalogue.Intervention) error {
	return interventionInto(row, i)
}

func interventionInto(row scanner, i *catalogue.Intervention, more ...any) error {
	var c catalogue.Intervention
	into := []any{&c.ID, &c.Provider, &c.Name, &c.Category, &c.Kind, &c.Theme, &c.Locality, &c.Places,
		&c.HoursPerPlace, asJSON{i}, &c.Open}
	if err := row.Scan(append(into, more...)...); err != nil {
		return err
	}
	i.ID, i.Provider, i.Name, i.Category, i.Kind, i.Theme, i.Locality = c.ID, c.Provider, c.Name, c.Category, c.Kind, c.Theme, c.Locality
	i.Places, i.HoursPerPlace, i.Open = c.Places, c.HoursPerPlace, c.Open
	return nil
}

// AddIntervention stores a new intervention, with its room from the beginning.
func (t *Tx) AddIntervention(ctx context.Context, i catalogue.Intervention) error {
	err := t.run(ctx, `INSERT INTO intervention (municipality, id, provider_id, name, sort_name, category, kind, theme, locality,
			places, hours_per_place, content, active)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
		t.Municipality, string(i.ID), string(i.Provider), i.Name, swedishOrder.Replace(strings.ToLower(i.Name)), string(i.Category),
		string(i.Kind), string(i.Theme), i.Locality, i.Places, i.HoursPerPlace, asJSON{i}, i.Open)
	if err != nil {
		return err
	}
	room := catalogue.Room{From: fromTheBeginning, Places: i.Places, HoursPerPlace: i.HoursPerPlace}
	return t.addRoom(ctx, RoomChange{ID: i.ID, Intervention: i.ID, Room: room, Before: room})
}

// Intervention is one intervention. NotFound where there is none.
func (t *Tx) Intervention(ctx context.Context, id ident.ID) (catalogue.Intervention, error) {
	return one(ctx, t, readIntervention, `SELECT `+interventionColumns+` FROM intervention i WHERE i.municipality = $1 AND i.id = $2`,
		t.Municipality, string(id))
}

// InterventionRow is an intervention as a line of the catalogue.
type InterventionRow struct {
	catalogue.Intervention
	ProviderName string
	InQueue      int
	FreeingSoon  int         // hours per week whose last day comes before the day that was asked for
	Week         period.Week // of today
	Ledger       catalogue.Ledger
}

// Capacity is the hours that there are this week, HeldHours those that are held, and
// FreeHours those that nobody holds.
func (r InterventionRow) Capacity() int  { return r.Ledger.Capacity(r.Week) }
func (r InterventionRow) HeldHours() int { return r.Ledger.Held[r.Week] }
func (r InterventionRow) FreeHours() int { return r.Ledger.Free(r.Week) }

const interventionRow = `SELECT ` + interventionColumns + `, o.name,
		(SELECT count(*) FROM placement q WHERE q.municipality = i.municipality AND q.intervention_id = i.id
			AND q.state = 'queued' AND q.to_day >= $2),
		CAST((SELECT coalesce(sum(h.hours), 0) FROM placement h WHERE h.municipality = i.municipality AND h.intervention_id = i.id
			AND h.state IN ('offered', 'accepted', 'started') AND h.to_day <= $3) AS bigint)
	FROM intervention i JOIN organisation o ON o.municipality = i.municipality AND o.id = i.provider_id
	WHERE i.municipality = $1`

func readInterventionRow(row scanner, r *InterventionRow) error {
	return interventionInto(row, &r.Intervention, &r.ProviderName, &r.InQueue, &r.FreeingSoon)
}

// Interventions is the whole catalogue by name. Hours that come free up to the day
// soon are counted apart.
func (t *Tx) Interventions(ctx context.Context, today, soon period.Day) ([]InterventionRow, error) {
	rows, err := many(ctx, t, readInterventionRow, interventionRow+` ORDER BY i.sort_name, i.id`, t.Municipality, today, soon)
	if err != nil {
		return nil, err
	}
	return t.withLedgers(ctx, rows, today)
}

// InterventionRow is one line of the catalogue. NotFound where there is none.
func (t *Tx) InterventionRow(ctx context.Context, id ident.ID, today, soon period.Day) (InterventionRow, error) {
	row, err := one(ctx, t, readInterventionRow, interventionRow+` AND i.id = $4`, t.Municipality, today, soon, string(id))
	if err != nil {
		return row, err
	}
	row.Week = today.Week()
	row.Ledger, err = t.Ledger(ctx, id, row.Week)
	return row, err
}

// InterventionsOf is the provider's own, by name.
func (t *Tx) InterventionsOf(ctx context.Context, provider ident.ID, today, soon period.Day) ([]InterventionRow, error) {
	rows, err := many(ctx, t, readInterventionRow, interventionRow+` AND i.provider_id = $4 ORDER BY i.sort_name, i.id`,
		t.Municipality, today, soon, string(provider))
	if err != nil {
		return nil, err
	}
	return t.withLedgers(ctx, rows, today)
}

func (t *Tx) withLedgers(ctx context.Context, rows []InterventionRow, today period.Day) ([]InterventionRow, error) {
	ledgers, err := t.Ledgers(ctx, today.Week())
	for n := range rows {
		rows[n].Week, rows[n].Ledger = today.Week(), ledgers[rows[n].ID]
	}
	return rows, err
}
