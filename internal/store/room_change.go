package store

import (
	"context"
	"time"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// RoomChange is a room that was entered for an intervention, with what it was before.
type RoomChange struct {
	ID            ident.ID
	Intervention  ident.ID
	Room          catalogue.Room
	Before        catalogue.Room // of the same week, until then
	EnteredAt     *time.Time     // nil for what it was from the beginning
	EnteredBy     ident.ID
	EnteredName   string
	WithdrawnAt   *time.Time
	WithdrawnName string
}

// fromTheBeginning is the week of an intervention's first room.
var fromTheBeginning = period.MustDay("1900-01-01").Week()

// Resize lets the room hold from its week on, unless more is held of a week than it
// would have. Done tells whether it went; where it did not, the transaction is to be
// undone.
func (t *Tx) Resize(ctx context.Context, c RoomChange) (done bool, err error) {
	if err := t.addRoom(ctx, c); err != nil {
		return false, err
	}
	return t.refit(ctx, c.Intervention, c.Room.From)
}

func (t *Tx) addRoom(ctx context.Context, c RoomChange) error {
	return t.run(ctx, `INSERT INTO room_change (municipality, id, intervention_id, week_from, places, hours_per_place,
			places_before, hours_before, entered_at, entered_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		t.Municipality, string(c.ID), string(c.Intervention), c.Room.From.Monday(), c.Room.Places, c.Room.HoursPerPlace,
		c.Before.Places, c.Before.HoursPerPlace, atOrNull(c.EnteredAt), idOrNull(c.EnteredBy))
}

// TakeBackRoom takes the rooms back that were entered from the week, as Resize.
func (t *Tx) TakeBackRoom(ctx context.Context, intervention ident.ID, from period.Week, by ident.ID, now time.Time) (done bool, err error) {
	err = t.run(ctx, `UPDATE room_change SET withdrawn_at = $4, withdrawn_by = $5
		WHERE municipality = $1 AND intervention_id = $2 AND week_from = $3 AND withdrawn_at IS NULL AND entered_at IS NOT NULL`,
		t.Municipality, string(intervention), from.Monday(), at(now), string(by))
	if err != nil {
		return false, err
	}
	return t.refit(ctx, intervention, from)
}

// ShowRoom lets the row of the intervention say how much there is in the week.
func (t *Tx) ShowRoom(ctx context.Context, id ident.ID, room catalogue.Room) error {
	return t.run(ctx, `UPDATE intervention SET places = $3, hours_per_place = $4 WHERE municipality = $1 AND id = $2`,
		t.Municipality, string(id), room.Places, room.HoursPerPlace)
}

// RoomChanges is every room that was entered, the newest first.
func (t *Tx) RoomChanges(ctx context.Context, intervention ident.ID) ([]RoomChange, error) {
	return many(ctx, t, func(row scanner, c *RoomChange) error {
		var from period.Day
		err := row.Scan(&c.ID, &c.Intervention, &from, &c.Room.Places, &c.Room.HoursPerPlace, &c.Before.Places, &c.Before.HoursPerPlace,
			intoTimeOrNil(&c.EnteredAt), &c.EnteredName, intoTimeOrNil(&c.WithdrawnAt), &c.WithdrawnName)
		c.Room.From, c.Before.From = from.Week(), from.Week()
		return err
	}, `SELECT c.id, c.intervention_id, c.week_from, c.places, c.hours_per_place, c.places_before, c.hours_before,
			c.entered_at, coalesce(e.name, ''), c.withdrawn_at, coalesce(w.name, '')
		FROM room_change c
		LEFT JOIN account e ON e.municipality = c.municipality AND e.id = c.entered_by
		LEFT JOIN account w ON w.municipality = c.municipality AND w.id = c.withdrawn_by
		WHERE c.municipality = $1 AND c.intervention_id = $2 AND c.entered_at IS NOT NULL
		ORDER BY c.entered_at DESC, c.id DESC`, t.Municipality, string(intervention))
}

// ClosedPeriod is a period in which nobody can begin, as it was entered.
type ClosedPeriod struct {
	catalogue.Closing
	ID            ident.ID
	Intervention  ident.ID
	EnteredAt     time.Time
	EnteredBy     ident.ID
	EnteredName   string
	WithdrawnAt   *time.Time
	WithdrawnName string
}

// AddClosedPeriod stores a new one.
func (t *Tx) AddClosedPeriod(ctx context.Context, c ClosedPeriod) error {
	return t.run(ctx, `INSERT INTO closed_period (municipality, id, intervention_id, from_day, to_day, reason, entered_at, entered_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		t.Municipality, string(c.ID), string(c.Intervention), c.From, c.To, c.Reason, at(c.EnteredAt), string(c.EnteredBy))
}

// TakeBackClosedPeriod ends it. Done is false where there is none, or it is ended.
func (t *Tx) TakeBackClosedPeriod(ctx context.Context, intervention, id, by ident.ID, now time.Time) (done bool, err error) {
	n, err := t.exec(ctx, `UPDATE closed_period SET withdrawn_at = $4, withdrawn_by = $5
		WHERE municipality = $1 AND intervention_id = $2 AND id = $3 AND withdrawn_at IS NULL`,
		t.Municipality, string(intervention), string(id), at(now), string(by))
	return n == 1, err
}

// ClosedPeriods is every one that was entered, the latest first.
func (t *Tx) ClosedPeriods(ctx context.Context, intervention ident.ID) ([]ClosedPeriod, error) {
	return many(ctx, t, func(row scanner, c *ClosedPeriod) error {
		return row.Scan(&c.ID, &c.Intervention, &c.From, &c.To, &c.Reason, intoTime(&c.EnteredAt), &c.EnteredName,
			intoTimeOrNil(&c.WithdrawnAt), &c.WithdrawnName)
	}, `SELECT c.id, c.intervention_id, c.from_day, c.to_day, c.reason, c.entered_at, e.name, c.withdrawn_at, coalesce(w.name, '')
		FROM closed_period c
		JOIN account e ON e.municipality = c.municipality AND e.id = c.entered_by
		LEFT JOIN account w ON w.municipality = c.municipality AND w.id = c.withdrawn_by
		WHERE c.municipality = $1 AND c.intervention_id = $2 ORDER BY c.from_day DESC, c.id DESC`, t.Municipality, string(intervention))
}
