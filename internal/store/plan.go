package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/plan"
)

// PlanVersion is a version of a plan with who wrote it, when, and what was answered.
type PlanVersion struct {
	plan.Plan
	WrittenBy  ident.ID
	WriterName string // read with it
	SavedAt    time.Time
	ProposedAt *time.Time
	Answers    []PlanAnswer
}

// PlanAnswer is an answer to a version with the account that gave or recorded it.
type PlanAnswer struct {
	plan.Answer
	Account ident.ID `json:"account"`
}

func readPlan(row scanner, v *PlanVersion) error {
	var id, of ident.ID
	var number int
	var state plan.State
	err := row.Scan(&id, &of, &number, &state, asJSON{&v.Plan}, &v.WrittenBy, intoTime(&v.SavedAt),
		intoTimeOrNil(&v.ProposedAt), asJSON{&v.Answers}, &v.WriterName)
	v.ID, v.Case, v.Version, v.State = id, of, number, state
	return err
}

// AddPlan stores a new version.
func (t *Tx) AddPlan(ctx context.Context, v PlanVersion) error {
	return t.run(ctx, `INSERT INTO plan (municipality, id, case_id, number, state, content, written_by, saved_at, proposed_at, answers)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		t.Municipality, string(v.ID), string(v.Case), v.Version, string(v.State), asJSON{v.Plan}, string(v.WrittenBy),
		at(v.SavedAt), atOrNull(v.ProposedAt), asJSON{answersOf(v)})
}

// SaveDraft stores what a draft has become: its content, and its state when it is
// proposed. A version that has left draft is not touched.
func (t *Tx) SaveDraft(ctx context.Context, v PlanVersion) error {
	return t.run(ctx, `UPDATE plan SET state = $3, content = $4, written_by = $5, saved_at = $6, proposed_at = $7
		WHERE municipality = $1 AND id = $2 AND state = $8`,
		t.Municipality, string(v.ID), string(v.State), asJSON{v.Plan}, string(v.WrittenBy), at(v.SavedAt),
		atOrNull(v.ProposedAt), string(plan.Draft))
}

// SavePlanAnswers stores the state of a version and the answers to it, never its
// content.
func (t *Tx) SavePlanAnswers(ctx context.Context, v PlanVersion) error {
	return t.run(ctx, `UPDATE plan SET state = $3, answers = $4 WHERE municipality = $1 AND id = $2`,
		t.Municipality, string(v.ID), string(v.State), asJSON{answersOf(v)})
}

// Plans is every version of the case's plan, the latest first.
func (t *Tx) Plans(ctx context.Context, id ident.ID) ([]PlanVersion, error) {
	return many(ctx, t, readPlan, `SELECT p.id, p.case_id, p.number, p.state, p.content, p.written_by, p.saved_at, p.proposed_at, p.answers, a.name
		FROM plan p JOIN account a ON a.municipality = p.municipality AND a.id = p.written_by
		WHERE p.municipality = $1 AND p.case_id = $2 ORDER BY p.number DESC`, t.Municipality, string(id))
}

func answersOf(v PlanVersion) []PlanAnswer {
	if v.Answers == nil {
		return []PlanAnswer{}
	}
	return v.Answers
}
