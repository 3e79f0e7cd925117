package store

import (
	"context"

	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
)

// AddStepMove stores a move on the ladder, with the assessment that it follows from
// where there is one.
func (t *Tx) AddStepMove(ctx context.Context, id, of ident.ID, m followup.StepMove, assessment ident.ID) error {
	return t.run(ctx, `INSERT INTO step_move (municipality, id, case_id, day, from_step, to_step, reason, assessment_id, moved_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		t.Municipality, string(id), string(of), m.On, m.From, m.To, m.Reason, idOrNull(assessment), string(m.By))
}

// StepMoves are the case's moves on the ladder, in the order in which they were made.
func (t *Tx) StepMoves(ctx context.Context, of ident.ID) ([]followup.StepMove, error) {
	return many(ctx, t, func(row scanner, m *followup.StepMove) error {
		return row.Scan(&m.On, &m.From, &m.To, &m.Reason, &m.By)
	}, `SELECT day, from_step, to_step, reason, moved_by FROM step_move
		WHERE municipality = $1 AND case_id = $2 ORDER BY day, id`, t.Municipality, string(of))
}
