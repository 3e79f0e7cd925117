package worker

import (
	"context"
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/appeal"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type appealStepBody struct {
	Case     casePage
	Heading  string
	Help     string
	Wish     string
	Outcomes []form.Option // of a reconsideration
	Courts   []form.Option // of the court
	Reason   bool          // is asked for
	On       bool          // the day is asked for
	Send     string
	Danger   bool
	Earliest string
	Latest   string
}

// appealStepShow is the form of a step.
func (p *Pages) appealStepShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showAppealStep(w, r, actor, nil)
}

// appealStep takes it.
func (p *Pages) appealStep(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, appealID, err := appealOf(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	work, err := p.stepWork(r, f)
	if err != nil {
		return err
	}
	if err = f.Err(); err == nil {
		err = work(r.Context(), actor, id, appealID)
	}
	switch {
	case f.Take(err):
		return p.showAppealStep(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, appealPath(id, appealID))
	}
	return layout.Done(w, r, appealPath(id, appealID), "appeals.done")
}

type stepWork func(context.Context, access.Actor, ident.ID, ident.ID) error

// stepWork reads the form of the step in the address.
func (p *Pages) stepWork(r *http.Request, f *form.Form) (stepWork, error) {
	switch appeal.Step(r.PathValue("step")) {
	case appeal.Reject:
		in := casework.AppealAnswer{Form: visit.Once(f), Reason: f.Text("reason", appeal.LeastReason, longestReason)}
		return func(ctx context.Context, actor access.Actor, id, appealID ident.ID) error {
			return p.office.RejectAppeal(ctx, actor, id, appealID, in)
		}, nil
	case appeal.Reconsider:
		in := casework.AppealAnswer{Form: visit.Once(f), Reason: f.Text("reason", appeal.LeastReason, longestReason),
			Outcome: appeal.Outcome(f.Choice("outcome", string(appeal.Changed), string(appeal.PartlyChanged), string(appeal.Unchanged)))}
		return func(ctx context.Context, actor access.Actor, id, appealID ident.ID) error {
			return p.office.ReconsiderDecision(ctx, actor, id, appealID, in)
		}, nil
	case appeal.Forward:
		in := casework.Handover{Form: visit.Once(f), On: f.Day("on")}
		return func(ctx context.Context, actor access.Actor, id, appealID ident.ID) error {
			return p.office.ForwardAppeal(ctx, actor, id, appealID, in)
		}, nil
	case appeal.Court:
		in := casework.CourtAnswer{Handover: casework.Handover{Form: visit.Once(f), On: f.Day("on")}, Number: f.Text("number", 0, longestName),
			Outcome: appeal.CourtOutcome(f.Choice("outcome", string(appeal.Upheld), string(appeal.CourtChanged), string(appeal.SentBack)))}
		return func(ctx context.Context, actor access.Actor, id, appealID ident.ID) error {
			return p.office.RecordCourtDecision(ctx, actor, id, appealID, in)
		}, nil
	}
	return nil, fault.New(fault.NotFound, "fault.not_found")
}

func (p *Pages) showAppealStep(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, appealID, err := appealOf(r)
	if err != nil {
		return err
	}
	step := appeal.Step(r.PathValue("step"))
	if step == appeal.Follow || step == appeal.Withdraw {
		return fault.New(fault.NotFound, "fault.not_found") // they have no form of their own
	}
	v, err := p.office.SeeAppeal(r.Context(), actor, id, appealID)
	if err != nil {
		return err
	}
	if f == nil {
		if err := v.Can(step, v.Time); fault.CodeOf(err) == fault.NotFound {
			return err
		} else if err != nil || !v.Acts[access.Reconsider] || v.Assessed {
			http.Redirect(w, r, appealPath(id, appealID), http.StatusSeeOther) // which says how far it has come
			return nil
		}
		f = caseForm(r, v.Header).Fill("on", v.Today.String())
	}
	frame := layout.FrameOf(r, "appeals.title", "Name", v.Person.Name()).With(f)
	body := appealStepBody{
		Case:    casePageOf(frame, v.Header, access.Decisions, clock.Today(p.office.Clock)),
		Heading: frame.Code("appeal.step.", step), Help: frame.Code("appeal.help.", step), Send: frame.Code("appeals.send.", step), Wish: v.Wish,
		Reason: step == appeal.Reject || step == appeal.Reconsider, On: step == appeal.Forward || step == appeal.Court, Danger: step == appeal.Reject,
		Earliest: v.ReceivedOn.String(), Latest: v.Today.String(),
	}
	switch step {
	case appeal.Reconsider:
		body.Outcomes = form.Options(appeal.Outcomes(), func(o appeal.Outcome) string { return frame.Code("appeal.outcome.", o) })
	case appeal.Court:
		body.Courts = form.Options(appeal.CourtOutcomes(), func(o appeal.CourtOutcome) string { return frame.Code("appeal.court.", o) })
	}
	return layout.Render(w, r, "worker/appeal_step", layout.Page[appealStepBody]{Frame: frame, Body: body})
}
