package store

import (
	"context"

	"fotfaste/internal/decision"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Decided is a decision in a case as it was made.
type Decided struct {
	decision.Decision
	Case       ident.ID
	ByName     string               // read with it
	Advice     []eligibility.Advice // where to turn instead; of a refusal
	Supersedes ident.ID             // the newest decision whose days it took over, none for the first
}

// AddDecision stores a decision. None is ever changed or removed.
func (t *Tx) AddDecision(ctx context.Context, d Decided) error {
	// A refusal speaks of no days: it holds from the day it was made.
	var to any
	if d.Kind != decision.Refuse {
		to = d.Span.To
	}
	advice := d.Advice
	if advice == nil {
		advice = []eligibility.Advice{}
	}
	return t.run(ctx, `INSERT INTO decision (municipality, id, case_id, kind, from_day, to_day, reason, decided_by, decided_at, supersedes, advice)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		t.Municipality, string(d.ID), string(d.Case), string(d.Kind), d.Span.From, to, d.Reason, string(d.By), at(d.At),
		idOrNull(d.Supersedes), asJSON{advice})
}

// Decisions are the case's decisions, in the order in which they were made.
func (t *Tx) Decisions(ctx context.Context, id ident.ID) ([]Decided, error) {
	return many(ctx, t, func(row scanner, d *Decided) error {
		var to *period.Day
		err := row.Scan(&d.ID, &d.Case, &d.Kind, &d.Span.From, intoDayOrNil(&to), &d.Reason, &d.By, &d.ByName, intoTime(&d.At),
			intoIDOrZero(&d.Supersedes), asJSON{&d.Advice})
		if to != nil {
			d.Span.To = *to
		}
		if d.Kind == decision.Refuse {
			d.Span = period.Span{}
		}
		restoreAdvice(d.Advice)
		return err
	}, `SELECT x.id, x.case_id, x.kind, x.from_day, x.to_day, x.reason, x.decided_by, a.name, x.decided_at, x.supersedes, x.advice
		FROM decision x JOIN account a ON a.municipality = x.municipality AND a.id = x.decided_by
		WHERE x.municipality = $1 AND x.case_id = $2 ORDER BY x.decided_at, x.id`, t.Municipality, string(id))
}
