package store

import (
	"context"
	"time"

	"fotfaste/internal/assessment"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
)

// Rating is one rater's answers to an instrument. The two of a round have the same
// instrument and began at the same instant.
type Rating struct {
	ID          ident.ID
	Case        ident.ID
	Instrument  string
	Version     string
	Rater       assessment.Rater
	By          ident.ID // who saved it last
	ByName      string   // read with it
	StartedAt   time.Time
	SavedAt     time.Time
	CompletedAt *time.Time // nil while half done
	Answers     assessment.Answers
	Profile     assessment.Profile // empty until completed
}

// AddRating stores a new rating.
func (t *Tx) AddRating(ctx context.Context, r Rating) error {
	return t.run(ctx, `INSERT INTO assessment (municipality, id, case_id, instrument, instrument_version, rater, rated_by,
			started_at, saved_at, completed_at, answers, profile)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		t.Municipality, string(r.ID), string(r.Case), r.Instrument, r.Version, string(r.Rater), string(r.By),
		at(r.StartedAt), at(r.SavedAt), atOrNull(r.CompletedAt), asJSON{r.Answers}, asJSON{r.Profile})
}

// SaveRating stores a rating as it is now. A completed one is never changed: Stale.
func (t *Tx) SaveRating(ctx context.Context, r Rating) error {
	n, err := t.exec(ctx, `UPDATE assessment SET rated_by = $3, saved_at = $4, completed_at = $5, answers = $6, profile = $7
		WHERE municipality = $1 AND id = $2 AND completed_at IS NULL`,
		t.Municipality, string(r.ID), string(r.By), at(r.SavedAt), atOrNull(r.CompletedAt), asJSON{r.Answers}, asJSON{r.Profile})
	if err == nil && n == 0 {
		return fault.New(fault.Stale, "fault.stale")
	}
	return err
}

// Ratings are the case's ratings, newest round first, the participant's before the
// professional's in each.
func (t *Tx) Ratings(ctx context.Context, id ident.ID) ([]Rating, error) {
	return many(ctx, t, func(row scanner, r *Rating) error {
		return row.Scan(&r.ID, &r.Case, &r.Instrument, &r.Version, &r.Rater, &r.By, &r.ByName,
			intoTime(&r.StartedAt), intoTime(&r.SavedAt), intoTimeOrNil(&r.CompletedAt), asJSON{&r.Answers}, asJSON{&r.Profile})
	}, `SELECT x.id, x.case_id, x.instrument, x.instrument_version, x.rater, x.rated_by, a.name,
			x.started_at, x.saved_at, x.completed_at, x.answers, x.profile
		FROM assessment x JOIN account a ON a.municipality = x.municipality AND a.id = x.rated_by
		WHERE x.municipality = $1 AND x.case_id = $2 ORDER BY x.started_at DESC, x.instrument, x.rater, x.id`,
		t.Municipality, string(id))
}

// AssessorsOf are the accounts that have judged or assessed the need in the case: what
// is stored names the latest, the journal everyone before.
func (t *Tx) AssessorsOf(ctx context.Context, id ident.ID) ([]ident.ID, error) {
	return many(ctx, t, readID, `
		SELECT CAST(made_by AS text) FROM eligibility_verdict WHERE municipality = $1 AND case_id = $2
		UNION SELECT CAST(rated_by AS text) FROM assessment WHERE municipality = $1 AND case_id = $2 AND rater = $3
		UNION SELECT account_id FROM journal WHERE municipality = $1 AND case_id = $4 AND kind = 'act'
			AND act IN ('assess', 'judge_eligibility')`,
		t.Municipality, string(id), string(assessment.Professional), string(id))
}
