package casework

import (
	"context"

	"fotfaste/internal/assessment"
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
func (d *desk) matchCriteria(ctx context.Context, in catalogue.Intervention, known placement.GateFacts, earlier []PlacementRow) ([]catalogue.CriterionResult, error) {
	facts, err := d.catalogueFacts(ctx, earlier)
	if err != nil {
		return nil, err
	}
	for group, said := range map[catalogue.Group]*bool{
		catalogue.SeriousAddiction: known.SeriousAddiction, catalogue.UpperSecondaryPupil: known.UpperSecondaryPupil,
	} {
		if said != nil {
			facts.Groups[group] = *said
		}
	}
	return catalogue.Match(in, facts), nil
}

// catalogueFacts are what is known of the participant when criteria are checked. Of
// somebody whose identity is protected nobody says where they live.
func (d *desk) catalogueFacts(ctx context.Context, earlier []PlacementRow) (catalogue.Facts, error) {
	facts := catalogue.Facts{Groups: map[catalogue.Group]bool{}}
	p, err := d.Person(ctx, d.Case.Person)
	if err != nil {
		return facts, err
	}
	age := p.Age(d.Today)
	facts.Age = &age
	if !p.Protection.Hides() {
		facts.Locality = p.Locality
	}
	if d.Case.LadderStep > 0 {
		facts.Step = &d.Case.LadderStep
	}
	if d.Case.IsAssessed() {
		facts.Ability = &d.Case.AbilityHours
	}
	rounds, err := d.rounds(ctx)
	if err != nil {
		return facts, err
	}
	if round, found := latest(rounds, assessment.JointAssessment); found {
		profile := round.Profile()
		facts.MainCause = catalogue.MainCause(profile.MainCause)
		if profile.Swedish != assessment.SwedishUnknown {
			facts.Swedish = catalogue.SwedishLevel(profile.Swedish)
		}
	}
	for _, x := range earlier {
		if x.State.HoldsHours() {
			facts.With = append(facts.With, x.Intervention)
		}
	}
	return facts, nil
}
