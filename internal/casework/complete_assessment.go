package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
)

// Completion finishes a round. WithoutParticipant says that the participant has not
// answered everything and that the two go on all the same; Reason is needed where the
// step on the ladder becomes another than it was.
type Completion struct {
	Form
	Round              ident.ID
	WithoutParticipant bool
	Reason             string
}

// CompleteAssessment finishes a round: what it came to becomes the case's ability,
// step and goal. Conflict while the professional has questions left.
func (o *Office) CompleteAssessment(ctx context.Context, actor access.Actor, id ident.ID, in Completion) error {
	return o.act(ctx, actor, access.Assess, id, in.Form, func(d *desk) error {
		if err := d.Case.Can(casefile.Assess); err != nil {
			return err
		}
		r, err := d.round(ctx, in.Round)
		if err != nil {
			return err
		}
		if r.IsCompleted() {
			return fault.New(fault.Stale, "intake.assessment.completed")
		}
		if err := d.mayComplete(ctx, r, in); err != nil {
			return err
		}
		for _, rating := range []Rating{r.Participant, r.Professional} {
			if rating.ID.IsZero() {
				continue
			}
			rating.CompletedAt, rating.Profile = &d.Now, r.Instrument.Score(rating.Rater, rating.Answers)
			if err := d.SaveRating(ctx, rating); err != nil {
				return err
			}
		}
		d.note("instrument", r.Instrument.Code)
		err = d.tell(ctx, casefile.AssessmentCompleted, map[string]any{"Instrument": "@intake.instrument." + r.Instrument.Code})
		if err != nil || r.Instrument.Code != assessment.JointAssessment {
			return err
		}
		if err := d.takeProfile(ctx, r, in.Reason); err != nil {
			return err
		}
		return d.judgeAgain(ctx)
	})
}

// mayComplete holds that nothing is left that must be there.
func (d *desk) mayComplete(ctx context.Context, r Round, in Completion) error {
	if left := r.Left(assessment.Professional); left > 0 {
		return fault.New(fault.Conflict, "intake.assessment.missing", "Count", left)
	}
	left := r.Left(assessment.Participant)
	if r.Participant.ID.IsZero() {
		left = len(r.Instrument.Sections)
	}
	if left > 0 && !in.WithoutParticipant {
		return besideField("without_participant", fault.New(fault.Invalid, "intake.assessment.participant_missing", "Count", left))
	}
	// The child's best is no choice where there are children (004 s. 4.3).
	if q, asked := r.Instrument.Question("has_children"); asked {
		children, err := d.Children(ctx, d.Case.Person)
		if err != nil {
			return err
		}
		if len(person.ChildrenOn(children, d.Today)) > 0 && r.Professional.Answers[q.Code].Choice != "yes" {
			return fault.New(fault.Conflict, "intake.assessment.children_known")
		}
	}
	return nil
}

// takeProfile carries what the joint assessment came to over to the case. The first
// step has no step before it; a later one is a move, with its reason.
func (d *desk) takeProfile(ctx context.Context, r Round, reason string) error {
	profile := r.Profile()
	if profile.AbilityHours != nil {
		d.Case.AbilityHours = *profile.AbilityHours
	}
	if profile.Wishes != "" {
		d.Case.Goal = profile.Wishes
	}
	if profile.LadderStep == 0 || profile.LadderStep == d.Case.LadderStep {
		return nil
	}
	move := followup.StepMove{From: d.Case.LadderStep, To: profile.LadderStep, On: d.Today, By: d.Actor.Account}
	if move.From != 0 {
		move.Reason = reason
		earlier, err := d.StepMoves(ctx, d.Case.ID)
		if err != nil {
			return err
		}
		if err := followup.CheckMove(move, earlier, d.Today).Err(); err != nil {
			return err
		}
		if err := d.tell(ctx, casefile.StepMoved, map[string]any{"From": move.From, "To": move.To}); err != nil {
			return err
		}
	}
	d.Case.LadderStep = move.To
	return d.AddStepMove(ctx, d.newID(), d.Case.ID, move, r.ID())
}

// judgeAgain renews the newest verdict: the need is assessed now, the other facts
// stand. A case that nobody has judged yet gets none.
func (d *desk) judgeAgain(ctx context.Context) error {
	if d.Case.Can(casefile.JudgeEligibility) != nil {
		return nil
	}
	verdicts, err := d.Verdicts(ctx, d.Case.ID)
	if err != nil || len(verdicts) == 0 || verdicts[0].Facts.Assessed == eligibility.Yes {
		return err
	}
	facts := verdicts[0].Facts
	facts.Assessed = eligibility.Yes
	return d.judge(ctx, facts, verdicts[0].Origins, verdicts[0].Verdict.On)
}
