package casework

import (
	"context"
	"time"

	"fotfaste/internal/casefile"
	"fotfaste/internal/decision"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Decided is a decision in a case as it was made.
type Decided = store.Decided

// decide makes a decision, keeps it beside the earlier ones and brings the case to
// where it leads today. Every decision is made by somebody else than who assessed the
// need, with a written reason: package decision holds that. It may be the answer to an
// appeal that waits for it.
func (d *desk) decide(ctx context.Context, draft decision.Draft, advice []eligibility.Advice, appealID ident.ID) error {
	command := casefile.Command(draft.Kind)
	if err := d.Case.Can(command); err != nil {
		return err
	}
	before, err := d.Decisions(ctx, d.Case.ID)
	if err != nil {
		return err
	}
	assessors, err := d.AssessorsOf(ctx, d.Case.ID)
	if err != nil {
		return err
	}
	rules, err := d.Office.Law.Programme(d.Today)
	if err != nil {
		return err
	}
	now, err := d.afterAll(ctx, before)
	if err != nil {
		return err
	}
	maker := decision.Maker{Account: d.Actor.Account, At: now, Today: d.Today, Assessors: assessors}
	made, err := decision.Make(d.newID(), draft, maker, plain(before), rules.Value)
	if err != nil {
		return err
	}
	folded := decision.Fold(append(plain(before), made))
	kept := Decided{Decision: made, Case: d.Case.ID, Advice: advice}
	if taken := folded.Supersedes[made.ID]; len(taken) > 0 {
		kept.Supersedes = taken[len(taken)-1]
	}
	if err := d.AddDecision(ctx, kept); err != nil {
		return err
	}
	if err := d.join(ctx, casefile.Deciding); err != nil {
		return err
	}
	if err := d.lead(command, made.Span, folded); err != nil {
		return err
	}
	if err := d.tellDecision(ctx, made, advice, folded); err != nil {
		return err
	}
	if err := d.answers(ctx, appealID, made.ID); err != nil {
		return err
	}
	d.note("kind", made.Kind)
	if made.Kind == decision.Refuse {
		return d.tell(ctx, casefile.DecisionRefused, nil)
	}
	return d.tell(ctx, casefile.DecisionMade, map[string]any{
		"Kind": "@decision.kind." + string(made.Kind), "From": made.Span.From.String(), "To": made.Span.To.String(),
	})
}

// lead takes the case to where the decision leads. What begins on a later day changes
// the case when that day comes.
func (d *desk) lead(command casefile.Command, span period.Span, folded decision.Folded) (err error) {
	switch command {
	case casefile.Pause, casefile.Resume, casefile.Stop:
		d.Case = stateOn(d.Case, folded.InForce, d.Today)
		return nil
	case casefile.Grant:
		d.Case.Programme = &span
	case casefile.Extend:
		d.Case.Programme = &period.Span{From: d.Case.Programme.From, To: span.To}
	}
	d.Case, err = d.Case.Do(command)
	return err
}

// afterAll is the instant of a decision made, or an exit noted, now: later than every
// decision and exit before it, since their order is what says which of them holds.
func (d *desk) afterAll(ctx context.Context, before []Decided) (time.Time, error) {
	now := d.Now
	for _, b := range before {
		now = laterThan(b.At, now)
	}
	exits, err := d.Exits(ctx, d.Case.ID)
	for _, e := range exits {
		now = laterThan(e.RecordedAt, now)
	}
	return now, err
}
