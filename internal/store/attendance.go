package store

import (
	"context"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
)

// Attending is a placement that somebody comes to, or came to, as attendance sees
// it.
type Attending struct {
	Placement    ident.ID
	Case         ident.ID
	Place        string // name of the intervention
	Provider     ident.ID
	ProviderName string
	Hours        int         // hours a week
	Days         period.Span // from the day it began to the day it ends or ended
	PersonName   string
}

// began are the states of a placement that somebody has come to.
var began = []placement.State{placement.Started, placement.Interrupted, placement.Completed}

// hoursThen is the hours a week that held on the day in the place: those before the
// first change that came later, else those of now.
func hoursThen(day string) string {
	return `coalesce((SELECT h.hours_before FROM change_proposal h WHERE h.municipality = x.municipality AND h.placement_id = x.id
		AND h.holds_from > ` + day + ` ORDER BY h.holds_from, h.decided_at LIMIT 1), x.hours), `
}

const attendingColumns = `x.id, x.case_id, i.name, o.id, o.name, `

const attendingMore = `coalesce(x.started_on, x.from_day),
	coalesce(x.ended_on, x.to_day), p.given_name, p.family_name`

const attendingJoins = ` FROM placement x
	JOIN intervention i ON i.municipality = x.municipality AND i.id = x.intervention_id
	JOIN organisation o ON o.municipality = i.municipality AND o.id = i.provider_id
	JOIN programme_case c ON c.municipality = x.municipality AND c.id = x.case_id
	JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id
	WHERE x.municipality = $1 AND `

// attendingFrom is the placements that have begun and have a day in the span $2-$3.
// The states stand in the arguments from $4 on.
const attendingFrom = attendingJoins + `coalesce(x.started_on, x.from_day) <= $3 AND coalesce(x.ended_on, x.to_day) >= $2 AND x.state IN (`

func readAttending(row scanner, a *Attending) error {
	var given, family string
	err := row.Scan(&a.Placement, &a.Case, &a.Place, &a.Provider, &a.ProviderName, &a.Hours, &a.Days.From, &a.Days.To, &given, &family)
	a.PersonName = given + " " + family
	return err
}

// Attending is the case's placements with a day in the span, by name.
func (t *Tx) Attending(ctx context.Context, id ident.ID, span period.Span) ([]Attending, error) {
	states, args := placeholders([]any{t.Municipality, span.From, span.To}, began)
	args = append(args, string(id))
	return many(ctx, t, readAttending, `SELECT `+attendingColumns+hoursThen(`$3`)+attendingMore+attendingFrom+states+`) AND x.case_id = $7
		ORDER BY i.sort_name, x.id`, args...)
}

// AttendingOne is one placement, whether it has begun or not. NotFound where there is
// none.
func (t *Tx) AttendingOne(ctx context.Context, id ident.ID) (Attending, error) {
	return one(ctx, t, readAttending, `SELECT `+attendingColumns+`x.hours, `+attendingMore+attendingJoins+`x.id = $2`, t.Municipality, string(id))
}

// AttendingAt is the placements at the provider with a day in the span whose
// attendance the actor may confirm, by person. The access rules stand in the query.
func (t *Tx) AttendingAt(ctx context.Context, a access.Actor, m access.Moment, span period.Span) ([]Attending, error) {
	states, args := placeholders([]any{t.Municipality, span.From, span.To}, began)
	args = append(args, string(a.Organisation))
	may := filter(a, access.ConfirmAttendance, m, len(args)+1)
	return many(ctx, t, readAttending, `SELECT `+attendingColumns+hoursThen(`$3`)+attendingMore+attendingFrom+states+`) AND i.provider_id = $7 AND `+may.SQL+`
		ORDER BY p.sort_name, c.id, i.sort_name, x.id`, append(args, may.Args...)...)
}

func readDayRecord(row scanner, r *attendance.DayRecord) error {
	return row.Scan(&r.Placement, &r.Day, &r.Reported, &r.Confirmed, &r.Settled)
}

// Attendance is the case's records of the days, at every placement.
func (t *Tx) Attendance(ctx context.Context, id ident.ID, span period.Span) ([]attendance.DayRecord, error) {
	return many(ctx, t, readDayRecord, `SELECT placement_id, day, reported, confirmed, settled FROM attendance_day
		WHERE municipality = $1 AND case_id = $2 AND day BETWEEN $3 AND $4 ORDER BY day, placement_id`,
		t.Municipality, string(id), span.From, span.To)
}

// AttendanceOf is the records of the days at the provider's placements.
func (t *Tx) AttendanceOf(ctx context.Context, provider ident.ID, span period.Span) ([]attendance.DayRecord, error) {
	return many(ctx, t, readDayRecord, `SELECT a.placement_id, a.day, a.reported, a.confirmed, a.settled FROM attendance_day a
		JOIN placement x ON x.municipality = a.municipality AND x.id = a.placement_id
		JOIN intervention i ON i.municipality = x.municipality AND i.id = x.intervention_id
		WHERE a.municipality = $1 AND i.provider_id = $2 AND a.day BETWEEN $3 AND $4 ORDER BY a.day, a.placement_id`,
		t.Municipality, string(provider), span.From, span.To)
}

// Word is whose word of a day is written.
type Word int

const (
	Reported  Word = iota // the participant's
	Confirmed             // the provider's
	Settled               // the case manager's
)

// upserts write one word of a day and leave the other two as they are.
var upserts = map[Word]string{
	Reported:  upsertDay("reported", `$5, $6, $7, '', NULL, NULL, '', NULL, NULL`),
	Confirmed: upsertDay("confirmed", `'', NULL, NULL, $5, $6, $7, '', NULL, NULL`),
	Settled:   upsertDay("settled", `'', NULL, NULL, '', NULL, NULL, $5, $6, $7`),
}

func upsertDay(word, values string) string {
	return `INSERT INTO attendance_day (municipality, placement_id, day, case_id, reported, reported_at, reported_by,
			confirmed, confirmed_at, confirmed_by, settled, settled_at, settled_by)
		VALUES ($1, $2, $3, $4, ` + values + `)
		ON CONFLICT (municipality, placement_id, day) DO UPDATE
		SET ` + word + ` = excluded.` + word + `, ` + word + `_at = excluded.` + word + `_at, ` + word + `_by = excluded.` + word + `_by`
}

// WriteDay writes somebody's word of a day at a placement, and keeps it as it was given.
func (t *Tx) WriteDay(ctx context.Context, word Word, of Attending, day period.Day, status attendance.Status, by ident.ID, now time.Time) error {
	err := t.run(ctx, upserts[word], t.Municipality, string(of.Placement), day, string(of.Case), string(status), at(now), string(by))
	if err != nil {
		return err
	}
	return t.addAttendanceEntry(ctx, of.Case, attendance.Entry{Placement: of.Placement, Day: day, Word: wordNames[word], Status: status, At: now}, by)
}
