package casework

import (
	"context"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/plan"
	"fotfaste/internal/store"
)

// PlanAnswer is what is said to one version of the plan. Note is why not or, where
// somebody else writes it down, how the answer was given.
type PlanAnswer struct {
	Form
	Version      ident.ID // which version it was said to
	Organisation ident.ID // who carries a part; zero for the participant
	Agreed       bool
	Note         string
}

// AnswerPlan is the participant's own yes or no.
func (o *Office) AnswerPlan(ctx context.Context, actor access.Actor, id ident.ID, in PlanAnswer) error {
	in.Organisation = ""
	return o.act(ctx, actor, access.AnswerPlan, id, in.Form, func(d *desk) error {
		return d.answerPlan(ctx, in, plan.Participant)
	})
}

// RecordPlanAnswer writes down what the participant, or an organisation that carries
// a part, said at a meeting or on the telephone.
func (o *Office) RecordPlanAnswer(ctx context.Context, actor access.Actor, id ident.ID, in PlanAnswer) error {
	return o.act(ctx, actor, access.WritePlan, id, in.Form, func(d *desk) error {
		return d.answerPlan(ctx, in, plan.CaseManager)
	})
}

func (d *desk) answerPlan(ctx context.Context, in PlanAnswer, by plan.Mover) error {
	if err := d.Case.Can(casefile.AnswerPlan); err != nil {
		return err
	}
	all, err := d.plans(ctx)
	if err != nil {
		return err
	}
	found := all.version(in.Version)
	if found == nil {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	v := *found
	answer := plan.Answer{
		Organisation: in.Organisation, Agreed: in.Agreed, Note: strings.TrimSpace(in.Note), RecordedBy: by, On: d.Today,
	}
	if err := answer.Check().Err(); err != nil {
		return err
	}
	d.note("version", v.Version)
	d.note("agreed", in.Agreed)
	if by == plan.CaseManager {
		d.note("recorded", true)
	}
	v.Answers = append(v.Answers, store.PlanAnswer{Answer: answer, Account: d.Actor.Account})
	if !in.Organisation.IsZero() {
		return d.answerPart(ctx, v, in.Organisation)
	}
	command, event := plan.Agree, casefile.PlanAgreed
	if !in.Agreed {
		command, event = plan.Decline, casefile.PlanNotAgreed
	}
	if v.State, err = v.State.Move(command, by); err != nil {
		return err
	}
	if err := d.SavePlanAnswers(ctx, v); err != nil {
		return err
	}
	if err := d.tell(ctx, event, map[string]any{"Number": v.Version}); err != nil {
		return err
	}
	if !in.Agreed {
		return d.supersede(ctx, all, v.ID, plan.NotAgreed)
	}
	if err := d.supersede(ctx, all, v.ID, plan.Agreed, plan.NotAgreed, plan.Proposed); err != nil {
		return err
	}
	d.Case.Goal = v.Goal
	if err := d.follow(ctx, v.Plan); err != nil {
		return err
	}
	return d.startWithPlan(ctx)
}

// answerPart keeps an organisation's answer for what it carries in a version that is
// proposed or holds. It moves nothing: the plan is the participant's.
func (d *desk) answerPart(ctx context.Context, v PlanVersion, organisation ident.ID) error {
	if v.State != plan.Proposed && !v.State.Stands() {
		return fault.New(fault.Conflict, "places.part_not_open")
	}
	for _, carrier := range v.Carriers() {
		if carrier == organisation {
			return d.SavePlanAnswers(ctx, v)
		}
	}
	return fault.New(fault.NotFound, "fault.not_found")
}

// startWithPlan begins the programme with the first agreed plan: at once when its
// first day has come, else on that day. Without a case manager nobody begins.
func (d *desk) startWithPlan(ctx context.Context) error {
	c := d.Case
	if c.Can(casefile.Start) != nil || c.Programme == nil || c.Programme.To < d.Today {
		return nil
	}
	if c.Programme.From > d.Today {
		return d.later(ctx, CaseStarts, c.ID, clock.StartOf(c.Programme.From))
	}
	return ignoring(fault.Conflict, d.start(ctx)) // the agreement stands, whatever else is in the way
}

// ignoring is nil for a refusal of the code.
func ignoring(code fault.Code, err error) error {
	if fault.CodeOf(err) == code {
		return nil
	}
	return err
}

// caseStarts is the duty of the programme's first day, where the plan was agreed
// before it.
func (d *desk) caseStarts(ctx context.Context, id ident.ID) (err error) {
	if d.Case, err = d.Tx.Case(ctx, id); err != nil || d.Case.Can(casefile.Start) != nil {
		return err
	}
	all, err := d.plans(ctx)
	if err != nil || all.In(plan.Agreed) == nil {
		return err
	}
	d.Act = access.StartProgramme
	if err := d.start(ctx); err != nil {
		return ignoring(fault.Conflict, err)
	}
	if err := d.SaveCase(ctx, d.Case); err != nil {
		return err
	}
	return d.unattended(ctx, d.Act, d.Case, nil)
}
