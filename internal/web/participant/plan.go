package participant

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

type planBody struct {
	Head       layout.Head
	Empty      *layout.Empty
	Answers    []form.Option
	Version    ident.ID // that awaits an answer
	Changes    []string // from what was agreed before
	Tracks     *chart.Figure
	Week       *chart.Figure
	Goals      []layout.Tag
	Activities layout.Table
	Review     string
	Offers     []layout.Todo
}

// planShow is the participant's own plan, to read and to answer.
func (p *Pages) planShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showPlan(w, r, actor, layout.BlankForm(r))
}

// plan is the participant's yes or no.
func (p *Pages) plan(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := p.office.MyCase(r.Context(), actor)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.PlanAnswer{
		Form: visit.Once(f), Version: ident.ID(f.Raw("plan")), Agreed: f.Choice("answer", "yes", "no") == "yes",
		Note: f.Text("note", 0, plan.MaxReason),
	}
	if err = f.Err(); err == nil {
		err = p.office.AnswerPlan(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showPlan(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, "/me/plan")
	}
	return layout.Done(w, r, "/me/plan", "participant_places.plan.done")
}

func (p *Pages) showPlan(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := p.office.MyCase(r.Context(), actor)
	if err != nil {
		return err
	}
	v, err := p.office.SeePlan(r.Context(), actor, id)
	if err != nil {
		return err
	}
	places, err := p.office.SeePlacements(r.Context(), actor, id)
	if err != nil {
		return err
	}
	f.Current(v.Case.Version)
	frame := layout.FrameOf(r, "participant_places.plan.title").With(f).Alone()
	body := planBody{Head: layout.Head{Title: frame.Text("participant_places.plan.none"), Quote: v.Case.Goal}, Offers: offerTodos(frame, places)}
	shown := v.Shown()
	if shown == nil {
		body.Empty = &layout.Empty{Title: frame.Text("participant_places.plan.none_yet"), Text: frame.Text("participant_places.plan.none_help")}
		return layout.Render(w, r, "participant/plan", layout.Page[planBody]{Frame: frame, Body: body})
	}
	today := clock.Today(p.office.Clock)
	tracks, week := layout.PlanTracks(frame, shown.Plan, today), layout.PlanWeek(frame, shown.Plan, v.Case.AbilityHours, today)
	body.Tracks, body.Week = &tracks, &week
	body.Head = layout.Head{
		Title: frame.Text("participant_places.plan.heading." + string(shown.State)), Quote: shown.Goal,
		Lead: frame.Text("participant_places.plan.lead." + string(shown.State)),
	}
	body.Goals, body.Activities = layout.PlanGoals(frame, shown.Plan), layout.PlanActivities(frame, shown.Plan, v.OrganisationName)
	if shown.ReviewOn != nil {
		body.Review = frame.Text("participant_places.plan.review", "On", frame.Day(*shown.ReviewOn))
	}
	if shown.State == plan.Proposed && v.May(access.AnswerPlan, casefile.AnswerPlan) {
		body.Version = shown.ID
		body.Answers = []form.Option{
			{Value: "yes", Text: frame.Text("participant_places.plan.yes")}, {Value: "no", Text: frame.Text("participant_places.plan.no")},
		}
		if standing := v.Versions.Standing(); standing != nil {
			for _, c := range plan.Diff(standing.Plan, shown.Plan) {
				body.Changes = append(body.Changes, frame.Fault(layout.PlanChange(frame, c)))
			}
		}
	}
	return layout.Render(w, r, "participant/plan", layout.Page[planBody]{Frame: frame, Body: body})
}
