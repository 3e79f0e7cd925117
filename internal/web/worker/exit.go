package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/followup"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type exitBody struct {
	Case  casePage
	Kinds []form.Option
	Open  *layout.Notice // places to end first
	May   bool
}

// exitShow is the form of an exit.
func (p *Pages) exitShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showExit(w, r, actor, layout.BlankForm(r).Fill("on", clock.Today(p.office.Clock).String()))
}

// exit notes where the participant went.
func (p *Pages) exit(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.LeavingProgramme{Form: visit.Once(f), Exit: followup.Exit{
		Kind: followup.ExitKind(f.Choice("kind", codes(followup.ExitKinds())...)),
		On:   f.Day("on"), Note: f.Text("note", 0, followup.MaxReason),
	}}
	in.Hours, _ = f.IntIfAny("hours", 0, followup.FullTime)
	if err = f.Err(); err == nil {
		err = p.office.RecordExit(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showExit(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "outcomes"))
	}
	return layout.Done(w, r, casePath(id, "outcomes"), "worker_followup.exit.done")
}

func (p *Pages) showExit(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeeOutcomes(r.Context(), actor, id)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "worker_followup.exit.title", "Name", v.Person.Name()).With(f)
	body := exitBody{
		Case: casePageOf(frame, v.Header, access.Outcomes, clock.Today(p.office.Clock)),
		Kinds: form.Options(followup.ExitKinds(), func(k followup.ExitKind) string {
			return frame.Code("followup.exit.", k)
		}),
		May: mayExit(v) && len(v.OpenPlaces) == 0,
	}
	if len(v.OpenPlaces) > 0 {
		body.Open = &layout.Notice{
			Tone: layout.Ask, Title: frame.Text("worker_followup.exit.open_places", "Count", len(v.OpenPlaces)),
			Text:  frame.Text("worker_followup.exit.end_first", "Places", frame.List(v.OpenPlaces)),
			Links: []layout.Link{{Text: frame.Text("worker_followup.exit.to_placements"), Href: casePath(id, "placements")}},
		}
	}
	return layout.Render(w, r, "worker/exit", layout.Page[exitBody]{Frame: frame, Body: body})
}
