package casework

import (
	"context"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/plan"
)

// PlanDraft is what is written in a plan. An activity without an identity is new.
type PlanDraft struct {
	Form
	Goal       string
	SubGoals   []plan.SubGoal
	Activities []plan.Activity
	ReviewOn   *period.Day
	SIP        bool
}

// SavePlan keeps the plan as a draft, half done or whole. What has been proposed does
// not change: after that a new version begins. Invalid with messages beside fields
// such as "activities.0.to".
func (o *Office) SavePlan(ctx context.Context, actor access.Actor, id ident.ID, in PlanDraft) error {
	return o.act(ctx, actor, access.WritePlan, id, in.Form, func(d *desk) error {
		_, err := d.savePlan(ctx, in, plan.ValidateDraft)
		return err
	})
}

// ProposePlan keeps the plan and puts it before the participant and those who carry
// its parts. A version that was proposed before and is not answered gives way.
func (o *Office) ProposePlan(ctx context.Context, actor access.Actor, id ident.ID, in PlanDraft) error {
	return o.act(ctx, actor, access.WritePlan, id, in.Form, func(d *desk) error {
		v, err := d.savePlan(ctx, in, func(p plan.Plan) fault.Fields { return plan.Validate(p, d.Today) })
		if err != nil {
			return err
		}
		if v.State, err = v.State.Move(plan.Propose, plan.CaseManager); err != nil {
			return err
		}
		v.ProposedAt = &d.Now
		if err := d.SaveDraft(ctx, v); err != nil {
			return err
		}
		all, err := d.plans(ctx)
		if err != nil {
			return err
		}
		if err := d.supersede(ctx, all, v.ID, plan.Proposed); err != nil {
			return err
		}
		return d.tell(ctx, casefile.PlanProposed, map[string]any{"Number": v.Version, "Hours": v.FilledHours(d.Today)})
	})
}

// savePlan stores the draft, a new one where none is open.
func (d *desk) savePlan(ctx context.Context, in PlanDraft, validate func(plan.Plan) fault.Fields) (PlanVersion, error) {
	if err := d.Case.Can(casefile.WritePlan); err != nil {
		return PlanVersion{}, err
	}
	all, err := d.plans(ctx)
	if err != nil {
		return PlanVersion{}, err
	}
	v, isNew := PlanVersion{}, true
	if draft := all.In(plan.Draft); draft != nil {
		v, isNew = *draft, false
	} else {
		v.Plan = plan.Plan{ID: d.newID(), Case: d.Case.ID, Version: 1, State: plan.Draft}
		if len(all) > 0 {
			v.Version = all[0].Version + 1
		}
	}
	v.Goal, v.SubGoals, v.ReviewOn, v.SIP = strings.TrimSpace(in.Goal), in.SubGoals, in.ReviewOn, in.SIP
	if v.Activities, err = d.activities(ctx, all, in.Activities); err != nil {
		return v, err
	}
	if err := validate(v.Plan).Err(); err != nil {
		return v, err
	}
	v.WrittenBy, v.SavedAt = d.Actor.Account, d.Now
	d.note("version", v.Version)
	if isNew {
		return v, d.AddPlan(ctx, v)
	}
	return v, d.SaveDraft(ctx, v)
}

// activities gives new ones an identity. One that another version has keeps its own,
// so that the two can be compared; any other identity came from outside. A carrier
// is an organisation that takes part.
func (d *desk) activities(ctx context.Context, all PlanVersions, written []plan.Activity) ([]plan.Activity, error) {
	known := map[ident.ID]plan.Activity{}
	for i := len(all) - 1; i >= 0; i-- {
		for _, a := range all[i].Activities {
			known[a.ID] = a
		}
	}
	organisations, err := d.Organisations(ctx)
	if err != nil {
		return nil, err
	}
	carriers := map[ident.ID]bool{"": true}
	for _, o := range organisations {
		carriers[o.ID] = true
	}
	activities := make([]plan.Activity, len(written))
	for i, a := range written {
		if !carriers[a.Carrier] {
			return nil, fault.New(fault.NotFound, "fault.not_found")
		}
		earlier, has := known[a.ID]
		if !has {
			a.ID = d.newID()
		}
		a.Placement = earlier.Placement
		activities[i] = a
	}
	return activities, nil
}
