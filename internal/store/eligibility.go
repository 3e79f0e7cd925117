package store

import (
	"context"
	"time"

	"fotfaste/internal/eligibility"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Judged is a verdict as it was made: on which facts, and where each came from.
type Judged struct {
	ID      ident.ID
	Case    ident.ID
	At      time.Time
	By      ident.ID
	ByName  string // read with it
	Facts   eligibility.Facts
	Origins map[eligibility.Fact]eligibility.Origin
	Verdict eligibility.Verdict
}

// judgedFacts is how facts stand in their column.
type judgedFacts struct {
	eligibility.Facts
	Origins map[eligibility.Fact]eligibility.Origin `json:"origins"`
}

// AddVerdict stores a verdict. Verdicts are never changed; a later one stands beside.
func (t *Tx) AddVerdict(ctx context.Context, j Judged) error {
	return t.run(ctx, `INSERT INTO eligibility_verdict (municipality, id, case_id, made_at, made_by, rule_set, outcome, facts, verdict)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		t.Municipality, string(j.ID), string(j.Case), at(j.At), string(j.By), j.Verdict.RuleSet, string(j.Verdict.Overall),
		asJSON{judgedFacts{j.Facts, j.Origins}}, asJSON{j.Verdict})
}

// Verdicts are the case's verdicts, newest first.
func (t *Tx) Verdicts(ctx context.Context, id ident.ID) ([]Judged, error) {
	return many(ctx, t, func(row scanner, j *Judged) error {
		var facts judgedFacts
		if err := row.Scan(&j.ID, &j.Case, intoTime(&j.At), &j.By, &j.ByName, asJSON{&facts}, asJSON{&j.Verdict}); err != nil {
			return err
		}
		j.Facts, j.Origins = facts.Facts, facts.Origins
		for i := range j.Verdict.Criteria {
			restore(j.Verdict.Criteria[i].Reason)
		}
		restoreAdvice(j.Verdict.Advice)
		return nil
	}, `SELECT v.id, v.case_id, v.made_at, v.made_by, a.name, v.facts, v.verdict FROM eligibility_verdict v
		JOIN account a ON a.municipality = v.municipality AND a.id = v.made_by
		WHERE v.municipality = $1 AND v.case_id = $2 ORDER BY v.made_at DESC, v.id DESC`, t.Municipality, string(id))
}

func restoreAdvice(advice []eligibility.Advice) {
	for i := range advice {
		restore(advice[i].Text)
	}
}

// restore gives the values of a text that was stored as JSON their types back: whole
// numbers and days, which JSON does not know.
func restore(text fault.Text) {
	for name, value := range text.Args {
		switch v := value.(type) {
		case float64:
			if v == float64(int(v)) {
				text.Args[name] = int(v)
			}
		case string:
			if day, err := period.ParseDay(v); err == nil {
				text.Args[name] = day
			}
		}
	}
}
