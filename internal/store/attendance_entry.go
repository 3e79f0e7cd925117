package store

import (
	"context"

	"fotfaste/internal/attendance"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// wordNames are how each word stands in the history.
var wordNames = [...]attendance.Word{
	Reported: attendance.ByParticipant, Confirmed: attendance.ByProvider, Settled: attendance.ByManager,
}

// addAttendanceEntry keeps a word as it was given. The database refuses a second one of
// the same word, day, placement and instant, and any change.
func (t *Tx) addAttendanceEntry(ctx context.Context, id ident.ID, e attendance.Entry, by ident.ID) error {
	return t.run(ctx, `INSERT INTO attendance_entry (municipality, case_id, day, placement_id, by_whom, at, status, entered_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		t.Municipality, string(id), e.Day, string(e.Placement), string(e.Word), at(e.At), string(e.Status), idOrNull(by))
}

// AttendanceEntries is every word ever given of the case's days in the span, in no order
// that is promised.
func (t *Tx) AttendanceEntries(ctx context.Context, id ident.ID, span period.Span) ([]attendance.Entry, error) {
	return many(ctx, t, func(row scanner, e *attendance.Entry) error {
		return row.Scan(&e.Placement, &e.Day, &e.Word, &e.Status, intoTime(&e.At))
	}, `SELECT placement_id, day, by_whom, status, at FROM attendance_entry
		WHERE municipality = $1 AND case_id = $2 AND day BETWEEN $3 AND $4`,
		t.Municipality, string(id), span.From, span.To)
}
