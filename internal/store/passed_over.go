package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/matching"
)

// PassedOver is a proposed place that somebody chose away for a participant, and why.
type PassedOver struct {
	ID           ident.ID
	Case         ident.ID
	Intervention ident.ID
	Name         string // of the intervention; read with it
	Reason       matching.Passing
	Words        string
	By           ident.ID
	ByName       string // read with it
	At           time.Time
}

// AddPassedOver stores one. There is one at a time for a case and an intervention.
func (t *Tx) AddPassedOver(ctx context.Context, p PassedOver) error {
	return t.run(ctx, `INSERT INTO passed_over (municipality, id, case_id, intervention_id, reason, words, said_by, said_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		t.Municipality, string(p.ID), string(p.Case), string(p.Intervention), string(p.Reason), p.Words, string(p.By), at(p.At))
}

// TakeBackPassedOver says that the place may be proposed to the participant again. Done
// tells whether it had been chosen away.
func (t *Tx) TakeBackPassedOver(ctx context.Context, of, intervention ident.ID, now time.Time) (done bool, err error) {
	n, err := t.exec(ctx, `UPDATE passed_over SET taken_back_at = $4
		WHERE municipality = $1 AND case_id = $2 AND intervention_id = $3 AND taken_back_at IS NULL`,
		t.Municipality, string(of), string(intervention), at(now))
	return n == 1, err
}

// PassedOvers is what is chosen away in the case, the newest first.
func (t *Tx) PassedOvers(ctx context.Context, of ident.ID) ([]PassedOver, error) {
	return many(ctx, t, func(row scanner, p *PassedOver) error {
		return row.Scan(&p.ID, &p.Case, &p.Intervention, &p.Name, &p.Reason, &p.Words, &p.By, &p.ByName, intoTime(&p.At))
	}, `SELECT x.id, x.case_id, x.intervention_id, i.name, x.reason, x.words, x.said_by, a.name, x.said_at FROM passed_over x
		JOIN intervention i ON i.municipality = x.municipality AND i.id = x.intervention_id
		JOIN account a ON a.municipality = x.municipality AND a.id = x.said_by
		WHERE x.municipality = $1 AND x.case_id = $2 AND x.taken_back_at IS NULL ORDER BY x.said_at DESC, x.id DESC`, t.Municipality, string(of))
}

// PassedAt is why an intervention was chosen away, without for whom or by whom.
type PassedAt struct {
	Reason matching.Passing
	Words  string
	At     time.Time
}

// PassedAt is every reason since the instant, the newest first. What was taken back is
// not among them.
func (t *Tx) PassedAt(ctx context.Context, intervention ident.ID, since time.Time) ([]PassedAt, error) {
	return many(ctx, t, func(row scanner, p *PassedAt) error { return row.Scan(&p.Reason, &p.Words, intoTime(&p.At)) },
		`SELECT reason, words, said_at FROM passed_over
		WHERE municipality = $1 AND intervention_id = $2 AND said_at >= $3 AND taken_back_at IS NULL ORDER BY said_at DESC, id DESC`,
		t.Municipality, string(intervention), at(since))
}
