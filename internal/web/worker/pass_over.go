package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/matching"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type passOverBody struct {
	Case    casePage
	Heading string
	Reasons []form.Option
}

// passOverShow is the form that chooses a proposed place away.
func (p *Pages) passOverShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showPassOver(w, r, actor, layout.BlankForm(r))
}

// passOver chooses it away, with the reason that its provider is told.
func (p *Pages) passOver(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, intervention, err := caseAndIntervention(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.Passing{Form: visit.Once(f), Intervention: intervention,
		Reason: matching.Passing(f.Choice("reason", codes(matching.Passings())...)), Words: f.Text("words", 0, matching.MostPassingWords)}
	if err = f.Err(); err == nil {
		err = p.office.PassOver(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showPassOver(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "refer"))
	}
	return layout.Done(w, r, casePath(id, "refer"), "proposal.pass.done")
}

// passOverBack lets the place be proposed again.
func (p *Pages) passOverBack(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, intervention, err := caseAndIntervention(r)
	if err != nil {
		return err
	}
	if err := p.office.TakeBackPassOver(r.Context(), actor, id, visit.Once(layout.ReadForm(r)), intervention); err != nil {
		return layout.Onward(err, casePath(id, "refer"))
	}
	return layout.Done(w, r, casePath(id, "refer"), "proposal.pass.back_done")
}

func (p *Pages) showPassOver(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, intervention, err := caseAndIntervention(r)
	if err != nil {
		return err
	}
	v, place, err := p.office.SeePassOver(r.Context(), actor, id, intervention)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "proposal.pass.title", "Name", place.Name).With(f)
	body := passOverBody{
		Case:    casePageOf(frame, v, access.Placements, clock.Today(p.office.Clock)),
		Heading: frame.Text("proposal.pass.title", "Name", place.Name),
		Reasons: form.Options(matching.Passings(), func(c matching.Passing) string { return frame.Code("matching.passing.", c) }),
	}
	return layout.Render(w, r, "worker/pass_over", layout.Page[passOverBody]{Frame: frame, Body: body})
}

func passOverPath(id, intervention ident.ID) string { return referPath(id, intervention) + "/pass" }
