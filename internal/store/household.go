package store

import (
	"context"
	"time"

	"fotfaste/internal/fault"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// AddHouseholdEntry keeps a word about the household of the case. The database refuses
// any change of it.
func (t *Tx) AddHouseholdEntry(ctx context.Context, of ident.ID, e household.Entry) error {
	ages := e.Home.Ages
	if ages == nil {
		ages = []int{}
	}
	return t.run(ctx, `INSERT INTO household_entry (municipality, case_id, row_id, at, deed, what, name, amount, job_stimulus, adults, size,
			shared, ages, from_month, to_month, provenance, file_name, file_line, file_sha256, entered_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
		t.Municipality, string(of), string(e.Row), at(e.At), string(e.Deed), string(e.What), e.Name, int64(e.Amount), e.Stimulus,
		e.Home.Adults, e.Home.Size, e.Home.Shared, asJSON{ages}, e.From, monthOrNull(e.To), string(e.Provenance),
		e.Source.File, e.Source.Line, e.Source.SHA256, string(e.By))
}

// HouseholdEntries is everything that was ever said of the household of the case, in no
// order that is promised.
func (t *Tx) HouseholdEntries(ctx context.Context, of ident.ID) ([]household.Entry, error) {
	return many(ctx, t, func(row scanner, e *household.Entry) error {
		var to *period.Month
		err := row.Scan(&e.Row, intoTime(&e.At), &e.Deed, &e.What, &e.Name, &e.Amount, &e.Stimulus, &e.Home.Adults, &e.Home.Size,
			&e.Home.Shared, asJSON{&e.Home.Ages}, &e.From, intoMonthOrNil(&to), &e.Provenance, &e.Source.File, &e.Source.Line,
			&e.Source.SHA256, &e.By, &e.ByName)
		if to != nil {
			e.To = *to
		}
		if len(e.Home.Ages) == 0 {
			e.Home.Ages = nil
		}
		return err
	}, `SELECT h.row_id, h.at, h.deed, h.what, h.name, h.amount, h.job_stimulus, h.adults, h.size, h.shared, h.ages, h.from_month,
			h.to_month, h.provenance, h.file_name, h.file_line, h.file_sha256, h.entered_by, a.name
		FROM household_entry h JOIN account a ON a.municipality = h.municipality AND a.id = h.entered_by
		WHERE h.municipality = $1 AND h.case_id = $2`, t.Municipality, string(of))
}

// HouseholdWatch is the warnings of a household as they were last found.
type HouseholdWatch struct {
	Month     period.Month
	Standing  []string // keys
	Seen      []string // keys of those that somebody has looked at
	NewSince  *time.Time
	ChangedAt time.Time
}

// HouseholdWatch reads it, the zero one where nobody has looked yet.
func (t *Tx) HouseholdWatch(ctx context.Context, of ident.ID) (HouseholdWatch, error) {
	w, err := one(ctx, t, func(row scanner, w *HouseholdWatch) error {
		return row.Scan(&w.Month, asJSON{&w.Standing}, asJSON{&w.Seen}, intoTimeOrNil(&w.NewSince), intoTime(&w.ChangedAt))
	}, `SELECT month, standing, seen, new_since, changed_at FROM household_watch WHERE municipality = $1 AND case_id = $2`,
		t.Municipality, string(of))
	if fault.CodeOf(err) == fault.NotFound {
		return HouseholdWatch{}, nil
	}
	return w, err
}

// SaveHouseholdWatch puts it in the place of the one before.
func (t *Tx) SaveHouseholdWatch(ctx context.Context, of ident.ID, w HouseholdWatch) error {
	return t.run(ctx, `INSERT INTO household_watch (municipality, case_id, month, standing, seen, new_since, changed_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (municipality, case_id) DO UPDATE SET
			month = excluded.month, standing = excluded.standing, seen = excluded.seen, new_since = excluded.new_since, changed_at = excluded.changed_at`,
		t.Municipality, string(of), w.Month, asJSON{w.Standing}, asJSON{w.Seen}, atOrNull(w.NewSince), at(w.ChangedAt))
}
