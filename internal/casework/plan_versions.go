package casework

import (
	"context"

	"fotfaste/internal/casefile"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/plan"
	"fotfaste/internal/store"
)

// PlanVersion is a version of a plan with who wrote it and what was answered.
type PlanVersion = store.PlanVersion

// PlanVersions are the versions of one case's plan, the latest first.
type PlanVersions []PlanVersion

// In is the latest version in the state, nil where there is none.
func (all PlanVersions) In(s plan.State) *PlanVersion {
	for i := range all {
		if all[i].State == s {
			return &all[i]
		}
	}
	return nil
}

// Standing is the version that holds: the agreed one; else the one that was recorded
// as not agreed, for somebody who does not agree still has a plan; nil before any.
// A no to a change leaves what was agreed before as it is.
func (all PlanVersions) Standing() *PlanVersion {
	if agreed := all.In(plan.Agreed); agreed != nil {
		return agreed
	}
	return all.In(plan.NotAgreed)
}

// Counting is the version that the legal gate asks about: the one that stands, else
// the furthest come. Nil where nothing is written.
func (all PlanVersions) Counting() *PlanVersion {
	for _, v := range []*PlanVersion{all.Standing(), all.In(plan.Proposed), all.In(plan.Draft)} {
		if v != nil {
			return v
		}
	}
	return nil
}

// version is the one with the identity, nil where the case has none such.
func (all PlanVersions) version(id ident.ID) *PlanVersion {
	for i := range all {
		if all[i].ID == id {
			return &all[i]
		}
	}
	return nil
}

// plans reads them for the desk's case.
func (d *desk) plans(ctx context.Context) (PlanVersions, error) {
	all, err := d.Plans(ctx, d.Case.ID)
	return all, err
}

// supersede lets a version that came to stand take the place of earlier ones in the
// states.
func (d *desk) supersede(ctx context.Context, all PlanVersions, by ident.ID, states ...plan.State) error {
	for i := range all {
		v := all[i]
		for _, s := range states {
			if v.State != s || v.ID == by {
				continue
			}
			next, err := v.State.Move(plan.Supersede, plan.Succession)
			if err != nil {
				return err
			}
			v.State = next
			if err := d.SavePlanAnswers(ctx, v); err != nil {
				return err
			}
			break
		}
	}
	return nil
}

// follow lets the case say what the agreed plan says on the day, and waits for the
// next day on which that changes.
func (d *desk) follow(ctx context.Context, p plan.Plan) error {
	d.Case.PlannedHours = p.FilledHours(d.Today)
	if err := d.DropJobs(ctx, PlanTurns, d.Case.ID, d.Now); err != nil {
		return err
	}
	turn, found := p.NextTurn(d.Today)
	if !found {
		return nil
	}
	return d.later(ctx, PlanTurns, d.Case.ID, clock.StartOf(turn))
}

// planTurns is the duty of a day on which an activity begins or has ended.
func (d *desk) planTurns(ctx context.Context, id ident.ID) (err error) {
	if d.Case, err = d.Tx.Case(ctx, id); err != nil || d.Case.Can(casefile.WritePlan) != nil {
		return err
	}
	all, err := d.plans(ctx)
	if err != nil {
		return err
	}
	agreed := all.In(plan.Agreed)
	if agreed == nil {
		return nil
	}
	before := d.Case.PlannedHours
	if err := d.follow(ctx, agreed.Plan); err != nil || d.Case.PlannedHours == before {
		return err
	}
	return d.SaveCase(ctx, d.Case)
}
