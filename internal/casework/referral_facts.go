package casework

import (
	"context"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/placement"
)

// gateFacts are what the gate asks about: what the one who refers says, and what the
// house knows by itself and lets nobody say otherwise.
func (d *desk) gateFacts(ctx context.Context, in catalogue.Intervention, r Referral) (placement.GateFacts, error) {
	f := r.Known
	f.EndsOn, f.Municipal, f.Kind = r.To, in.Municipal, in.Kind
	f.Plan, f.AssistanceFrom, f.NeedInvestigated = "", nil, nil
	all, err := d.plans(ctx)
	if err != nil {
		return f, err
	}
	if v := all.Counting(); v != nil {
		f.Plan = v.State
	}
	spells, err := d.Assistance(ctx, d.Case.Person)
	if err != nil {
		return f, err
	}
	for _, s := range spells {
		if s.From <= d.Today && (s.To == nil || *s.To >= d.Today) {
			f.AssistanceFrom = &s.From
		}
	}
	if d.Case.IsAssessed() { // by the joint assessment, which looks into what is needed
		yes := true
		f.NeedInvestigated = &yes
	}
	return f, nil
}

// matchCriteria checks the participant against the intervention's own criteria.
func (d *desk) matchCriteria(ctx context.Context, in catalogue.Intervention, known placement.GateFacts) ([]catalogue.CriterionResult, error) {
	who, err := d.candidate(ctx)
	if err != nil {
		return nil, err
	}
	facts := who.Facts
	for group, said := range map[catalogue.Group]*bool{
		catalogue.SeriousAddiction: known.SeriousAddiction, catalogue.UpperSecondaryPupil: known.UpperSecondaryPupil,
	} {
		if said != nil {
			facts.Groups[group] = *said
		}
	}
	return catalogue.Match(in, facts), nil
}
