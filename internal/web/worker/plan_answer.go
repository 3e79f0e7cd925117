package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/plan"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type planAnswerBody struct {
	Case    casePage
	Heading string
	Version ident.ID
	Whose   []form.Option
	Answers []form.Option
	Tracks  *chart.Figure
	May     bool
}

// participantAnswers is the value of the participant among those who answer.
const participantAnswers = "participant"

// planAnswerShow is the form in which an answer given at a meeting is written down.
func (p *Pages) planAnswerShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showPlanAnswer(w, r, actor, layout.BlankForm(r).Fill("whose", participantAnswers))
}

// planAnswer writes the answer down.
func (p *Pages) planAnswer(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.PlanAnswer{
		Form: visit.Once(f), Version: ident.ID(f.Raw("plan")), Agreed: f.Choice("answer", "yes", "no") == "yes",
		Note: f.Text("note", 0, plan.MaxReason),
	}
	if whose := f.Raw("whose"); whose != participantAnswers {
		in.Organisation = ident.ID(whose)
	}
	if err = f.Err(); err == nil {
		err = p.office.RecordPlanAnswer(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showPlanAnswer(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "plan"))
	}
	return layout.Done(w, r, casePath(id, "plan"), "worker_places.plan_answer.done")
}

func (p *Pages) showPlanAnswer(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeePlan(r.Context(), actor, id)
	if err != nil {
		return err
	}
	today := clock.Today(p.office.Clock)
	frame := layout.FrameOf(r, "worker_places.plan_answer.title", "Name", v.Person.Name()).With(f)
	body := planAnswerBody{
		Case: casePageOf(frame, v.Header, access.Plan, today), Heading: frame.Text("worker_places.plan_answer.nothing"),
		Answers: yesNo(frame),
	}
	if shown := v.Versions.In(plan.Proposed); shown != nil && v.May(access.WritePlan, casefile.AnswerPlan) {
		tracks := layout.PlanTracks(frame, shown.Plan, today)
		body.May, body.Version, body.Tracks = true, shown.ID, &tracks
		body.Heading = frame.Text("worker_places.plan_answer.heading", "Number", shown.Version)
		body.Whose = []form.Option{{Value: participantAnswers, Text: frame.Text("places.party.participant")}}
		for _, part := range v.Parts(*shown) {
			body.Whose = append(body.Whose, form.Option{Value: string(part.Organisation), Text: v.OrganisationName(part.Organisation)})
		}
	}
	return layout.Render(w, r, "worker/plan_answer", layout.Page[planAnswerBody]{Frame: frame, Body: body})
}

func yesNo(f layout.Frame) []form.Option {
	return []form.Option{{Value: "yes", Text: f.Text("worker_places.yes")}, {Value: "no", Text: f.Text("worker_places.no")}}
}
