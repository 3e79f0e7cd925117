package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/plan"
	"fotfaste/internal/store"
)

// Organisation takes part in the programme.
type Organisation = store.Organisation

// PlanView is the plan of a case: every version, and who carries what.
type PlanView struct {
	Header
	Versions      PlanVersions
	Organisations []Organisation
	Owner         ident.ID // the organisation that proposes the plan: the case manager's
}

// Shown is the version that a reader looks at first: what is proposed, else what
// stands, else the draft; nil where nothing is written.
func (v PlanView) Shown() *PlanVersion {
	if proposed := v.Versions.In(plan.Proposed); proposed != nil {
		return proposed
	}
	return v.Versions.Counting()
}

// Changes are what the version changed from the one before it that somebody was
// asked about, none for the first.
func (v PlanView) Changes(version PlanVersion) []plan.Change {
	for _, earlier := range v.Versions {
		if earlier.Version < version.Version && earlier.State != plan.Draft {
			return plan.Diff(earlier.Plan, version.Plan)
		}
	}
	return nil
}

// Parts are the organisations that carry something in the version, with what each has
// answered.
func (v PlanView) Parts(version PlanVersion) []plan.Part {
	answers := make([]plan.Answer, len(version.Answers))
	for i, a := range version.Answers {
		answers[i] = a.Answer
	}
	return version.Parts(v.Owner, answers)
}

// OrganisationName is what the organisation is called, "" for none.
func (v PlanView) OrganisationName(id ident.ID) string {
	for _, o := range v.Organisations {
		if o.ID == id {
			return o.Name
		}
	}
	return ""
}

// NeedsSIP tells whether both the municipality and the region carry a part of the
// version.
func (v PlanView) NeedsSIP(version PlanVersion) bool {
	return version.NeedsSIP(func(id ident.ID) plan.Sector {
		for _, o := range v.Organisations {
			switch {
			case o.ID != id:
			case o.Kind == store.RegionHealthCare:
				return plan.Regional
			case o.Kind == store.SocialServices, o.Kind == store.LabourMarketUnit, o.Kind == store.AdultEducation:
				return plan.Municipal
			}
		}
		return plan.OtherSector
	})
}

// Ability is the activity ability in hours per week, nil while it is not assessed.
func (v PlanView) Ability() *int {
	if !v.Case.IsAssessed() {
		return nil
	}
	return &v.Case.AbilityHours
}

// SeePlan reads the plan. A draft is for those who write it; the participant and the
// others see what has been proposed.
func (o *Office) SeePlan(ctx context.Context, actor access.Actor, id ident.ID) (PlanView, error) {
	var v PlanView
	err := o.see(ctx, actor, access.Plan, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		all, err := d.plans(ctx)
		if err != nil {
			return err
		}
		for _, version := range all {
			if version.State != plan.Draft || d.may(access.WritePlan) {
				v.Versions = append(v.Versions, version)
			}
		}
		if v.Owner, err = d.owner(ctx); err != nil {
			return err
		}
		v.Organisations, err = d.Organisations(ctx)
		return err
	})
	return v, err
}

// owner is the case manager's organisation, none before there is a case manager.
func (d *desk) owner(ctx context.Context) (ident.ID, error) {
	if d.Case.Manager.IsZero() {
		return "", nil
	}
	manager, err := d.Account(ctx, d.Case.Manager)
	return manager.Organisation, err
}
