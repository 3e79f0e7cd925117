package store

import (
	"context"
	"slices"
	"time"

	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
)

// Exit is how a case left the programme, as it was noted.
type Exit struct {
	followup.Exit
	ID         ident.ID
	Case       ident.ID
	By         ident.ID
	ByName     string // read with it
	RecordedAt time.Time
}

// AddExit stores an exit.
func (t *Tx) AddExit(ctx context.Context, e Exit) error {
	return t.run(ctx, `INSERT INTO case_exit (municipality, id, case_id, day, kind, hours, note, recorded_by, recorded_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		t.Municipality, string(e.ID), string(e.Case), e.On, string(e.Kind), e.Hours, e.Note, string(e.By), at(e.RecordedAt))
}

// Exits are the case's exits, newest first: none while the participant takes part.
func (t *Tx) Exits(ctx context.Context, of ident.ID) ([]Exit, error) {
	return many(ctx, t, func(row scanner, e *Exit) error {
		return row.Scan(&e.ID, &e.Case, &e.On, &e.Kind, &e.Hours, &e.Note, &e.By, &e.ByName, intoTime(&e.RecordedAt))
	}, `SELECT x.id, x.case_id, x.day, x.kind, x.hours, x.note, x.recorded_by, a.name, x.recorded_at
		FROM case_exit x JOIN account a ON a.municipality = x.municipality AND a.id = x.recorded_by
		WHERE x.municipality = $1 AND x.case_id = $2 ORDER BY x.recorded_at DESC, x.id DESC`, t.Municipality, string(of))
}

// Outcome is one of the times after the exit. Its standing is empty until somebody
// has noted how it went.
type Outcome struct {
	followup.Outcome
	ID         ident.ID
	Case       ident.ID
	DueOn      period.Day
	By         ident.ID
	ByName     string // read with it
	RecordedAt *time.Time
}

// AddOutcome stores a time to ask at.
func (t *Tx) AddOutcome(ctx context.Context, o Outcome) error {
	return t.run(ctx, `INSERT INTO outcome (municipality, id, case_id, months_after, due_on, standing, source, day, hours, recorded_at, recorded_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		t.Municipality, string(o.ID), string(o.Case), o.Months, o.DueOn, string(o.Standing), string(o.Source),
		outcomeDay(o), o.Hours, atOrNull(o.RecordedAt), idOrNull(o.By))
}

// SaveOutcome stores what was noted.
func (t *Tx) SaveOutcome(ctx context.Context, o Outcome) error {
	return t.run(ctx, `UPDATE outcome SET standing = $3, source = $4, day = $5, hours = $6, recorded_at = $7, recorded_by = $8
		WHERE municipality = $1 AND id = $2`,
		t.Municipality, string(o.ID), string(o.Standing), string(o.Source), outcomeDay(o), o.Hours, atOrNull(o.RecordedAt), idOrNull(o.By))
}

func outcomeDay(o Outcome) any {
	if o.RecordedAt == nil {
		return nil
	}
	return o.On
}

// Outcomes are the case's times in order, noted or not.
func (t *Tx) Outcomes(ctx context.Context, of ident.ID) ([]Outcome, error) {
	return many(ctx, t, func(row scanner, o *Outcome) error {
		var day *period.Day
		err := row.Scan(&o.ID, &o.Case, &o.Months, &o.DueOn, &o.Standing, &o.Source, intoDayOrNil(&day), &o.Hours,
			intoTimeOrNil(&o.RecordedAt), intoIDOrZero(&o.By), &o.ByName)
		if day != nil {
			o.On = *day
		}
		return err
	}, `SELECT x.id, x.case_id, x.months_after, x.due_on, x.standing, x.source, x.day, x.hours, x.recorded_at, x.recorded_by, coalesce(a.name, '')
		FROM outcome x LEFT JOIN account a ON a.municipality = x.municipality AND a.id = x.recorded_by
		WHERE x.municipality = $1 AND x.case_id = $2 ORDER BY x.months_after`, t.Municipality, string(of))
}

// OpenPlaces are the names of the interventions in which the case has a place, or
// waits for one.
func (t *Tx) OpenPlaces(ctx context.Context, of ident.ID) ([]string, error) {
	open := slices.DeleteFunc(placement.States(), placement.State.IsOver)
	places, args := placeholders([]any{t.Municipality, string(of)}, open)
	return many(ctx, t, func(row scanner, name *string) error { return row.Scan(name) },
		`SELECT i.name FROM placement x
		JOIN intervention i ON i.municipality = x.municipality AND i.id = x.intervention_id
		WHERE x.municipality = $1 AND x.case_id = $2 AND x.state IN (`+places+`) ORDER BY i.sort_name, x.id`, args...)
}
