package store

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"fotfaste/internal/duty"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// AddConsequence keeps a decision of social services that assistance is reduced or
// denied. The database refuses any change of it.
func (t *Tx) AddConsequence(ctx context.Context, of ident.ID, c duty.Consequence, by ident.ID) error {
	return t.addConsequence(ctx, of, c, rowEntered, c.EnteredAt, by)
}

// UndoConsequence keeps that it no longer counts, and why.
func (t *Tx) UndoConsequence(ctx context.Context, of ident.ID, c duty.Consequence, why duty.Undone, at time.Time, by ident.ID) error {
	return t.addConsequence(ctx, of, c, string(why), at, by)
}

func (t *Tx) addConsequence(ctx context.Context, of ident.ID, c duty.Consequence, deed string, when time.Time, by ident.ID) error {
	return t.run(ctx, `INSERT INTO consequence_entry (municipality, case_id, row_id, deed, at, cut, month, reason, decided_on, decided_by,
			reference, grave, help_first, entered_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`, t.Municipality, string(of), string(c.ID), deed, at(when),
		string(c.Cut), c.Month, c.Reason, c.DecidedOn, c.DecidedBy, c.Reference, c.Grave, c.HelpFirst, string(by))
}

const consequenceRows = `SELECT e.case_id, e.row_id, e.cut, e.month, e.reason, e.decided_on, e.decided_by, e.reference, e.grave, e.help_first,
		e.at, a.name, coalesce(u.deed, ''), u.at, coalesce(ua.name, '')
	FROM consequence_entry e
	JOIN account a ON a.municipality = e.municipality AND a.id = e.entered_by
	LEFT JOIN consequence_entry u ON u.municipality = e.municipality AND u.case_id = e.case_id AND u.row_id = e.row_id AND u.deed <> 'entered'
	LEFT JOIN account ua ON ua.municipality = u.municipality AND ua.id = u.entered_by
	WHERE e.municipality = $1 AND e.deed = 'entered'`

// Consequences are those of the case, the latest month first, also what is undone.
func (t *Tx) Consequences(ctx context.Context, of ident.ID) ([]duty.Consequence, error) {
	all, err := t.consequences(ctx, " AND e.case_id = $2", string(of))
	return all[of], err
}

// ConsequencesIn are those of every case in the months from the first to the last.
func (t *Tx) ConsequencesIn(ctx context.Context, first, last period.Month) (map[ident.ID][]duty.Consequence, error) {
	return t.consequences(ctx, " AND e.month >= $2 AND e.month <= $3", first, last)
}

func (t *Tx) consequences(ctx context.Context, of string, args ...any) (map[ident.ID][]duty.Consequence, error) {
	type row struct {
		of ident.ID
		duty.Consequence
	}
	rows, err := many(ctx, t, func(scan scanner, r *row) error {
		return scan.Scan(&r.of, &r.ID, &r.Cut, &r.Month, &r.Reason, &r.DecidedOn, &r.DecidedBy, &r.Reference, &r.Grave, &r.HelpFirst,
			intoTime(&r.EnteredAt), &r.EnteredBy, &r.Undone, intoTimeOrNil(&r.UndoneAt), &r.UndoneBy)
	}, consequenceRows+of, append([]any{t.Municipality}, args...)...)
	all := map[ident.ID][]duty.Consequence{}
	for _, r := range rows {
		all[r.of] = append(all[r.of], r.Consequence)
	}
	for _, rows := range all {
		slices.SortFunc(rows, func(a, b duty.Consequence) int {
			return cmp.Or(cmp.Compare(b.Month, a.Month), b.EnteredAt.Compare(a.EnteredAt), strings.Compare(string(b.ID), string(a.ID)))
		})
	}
	return all, err
}
