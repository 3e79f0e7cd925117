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

type closeBody struct {
	Case casePage
	Lead string
	Left bool // outcomes are still to be asked for, so a reason is needed
	May  bool
}

// closeShow is the form that ends a case.
func (p *Pages) closeShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showClose(w, r, actor, layout.BlankForm(r))
}

// close ends the case.
func (p *Pages) close(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.Closing{Form: visit.Once(f), Reason: f.Text("reason", 0, followup.MaxReason)}
	if err = f.Err(); err == nil {
		err = p.office.CloseCase(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showClose(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, casePath(id, ""))
	}
	return layout.Done(w, r, casePath(id, ""), "worker_followup.close.done")
}

func (p *Pages) showClose(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeeClosing(r.Context(), actor, id)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "worker_followup.close.title", "Name", v.Person.Name()).With(f)
	body := closeBody{
		Case: casePageOf(frame, v.Header, "", clock.Today(p.office.Clock)),
		Lead: frame.Text("worker_followup.close.lead"), Left: v.Left > 0, May: mayClose(v.Header),
	}
	if body.Left {
		body.Lead = frame.Text("worker_followup.close.lead_left", "Count", v.Left)
	}
	return layout.Render(w, r, "worker/close", layout.Page[closeBody]{Frame: frame, Body: body})
}
