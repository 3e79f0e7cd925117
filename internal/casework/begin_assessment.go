package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
)

// BeginAssessment opens a round of the instrument, for the participant and the
// professional side by side. The first one takes the case from enquiry to assessing.
// Conflict where a round of it goes on already.
func (o *Office) BeginAssessment(ctx context.Context, actor access.Actor, id ident.ID, form Form, instrument string) (ident.ID, error) {
	var opened ident.ID
	err := o.act(ctx, actor, access.Assess, id, form, func(d *desk) error {
		in, known := assessment.Instruments()[instrument]
		if !known {
			return fault.New(fault.NotFound, "fault.not_found")
		}
		rounds, err := d.rounds(ctx)
		if err != nil {
			return err
		}
		for _, r := range rounds {
			if r.Instrument.Code == instrument && !r.IsCompleted() {
				return fault.New(fault.Conflict, "intake.assessment.already_open")
			}
		}
		command := casefile.Assess
		if d.Case.State == casefile.Enquiry && instrument == assessment.JointAssessment {
			command = casefile.BeginAssessment
		}
		if d.Case, err = d.Case.Do(command); err != nil {
			return err
		}
		own, err := d.participantAccount(ctx)
		if err != nil {
			return err
		}
		rating := Rating{
			Case: id, Instrument: in.Code, Version: in.Version, StartedAt: d.Now, SavedAt: d.Now,
			Answers: assessment.Answers{},
		}
		for _, rater := range []assessment.Rater{assessment.Participant, assessment.Professional} {
			rating.ID, rating.Rater, rating.By = d.newID(), rater, actor.Account
			if rater == assessment.Participant && !own.IsZero() {
				rating.By = own
			}
			if err := d.AddRating(ctx, rating); err != nil {
				return err
			}
		}
		opened = rating.ID
		d.note("instrument", instrument)
		return d.join(ctx, casefile.Intake)
	})
	return opened, err
}
