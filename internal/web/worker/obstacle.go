package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type obstacleBody struct {
	Case      casePage
	Obstacles []form.Option
	Now       string // what holds now, "" where nobody has said
	Address   string
	Back      layout.Action
}

// obstacleShow is the form of the main obstacle from a month on.
func (p *Pages) obstacleShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showObstacle(w, r, actor, nil)
}

// obstacle records it.
func (p *Pages) obstacle(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.NewObstacle{Form: visit.Once(f), Obstacle: casefile.Obstacle(f.Choice("obstacle", codes(casefile.Obstacles())...)), From: f.Month("from")}
	if err = f.Err(); err == nil {
		err = p.office.RecordObstacle(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showObstacle(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "requirement"))
	}
	return layout.Done(w, r, casePath(id, "requirement"), "worker_requirement.obstacle_done")
}

// obstacleBack takes back a row that was a mistake.
func (p *Pages) obstacleBack(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, row, err := requirementIDs(r)
	if err != nil {
		return err
	}
	if err := p.office.TakeBackObstacle(r.Context(), actor, id, visit.Once(layout.ReadForm(r)), row); err != nil {
		return layout.Onward(err, casePath(id, "requirement"))
	}
	return layout.Done(w, r, casePath(id, "requirement"), "worker_requirement.back_done")
}

func requirementIDs(r *http.Request) (id, row ident.ID, err error) {
	if id, err = visit.ID(r, "case"); err != nil {
		return id, row, err
	}
	row, err = visit.ID(r, "row")
	return id, row, err
}

func (p *Pages) showObstacle(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeeCaseRequirement(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if !v.Open || !v.Acts[access.RecordObstacle] {
		return notForReader(v.Open)
	}
	if f == nil {
		f = caseForm(r, v.Header).Fill("from", v.Today.Month().String())
	}
	frame := layout.FrameOf(r, "worker_requirement.obstacle_title", "Name", v.Person.Name()).With(f)
	body := obstacleBody{
		Case: casePageOf(frame, v.Header, access.Decisions, clock.Today(p.office.Clock)), Address: casePath(id, "requirement/obstacle"),
		Obstacles: form.Options(casefile.Obstacles(), func(o casefile.Obstacle) string { return frame.Code("casefile.obstacle.", o) }),
		Back:      layout.Action{Text: frame.Text("worker_requirement.to_page"), Href: casePath(id, "requirement")},
	}
	if v.Now.Obstacle != "" {
		body.Now = frame.Text("worker_requirement.obstacle_now", "Obstacle", frame.Code("casefile.obstacle.", v.Now.Obstacle), "From", v.Now.From)
	}
	return layout.Render(w, r, "worker/obstacle", layout.Page[obstacleBody]{Frame: frame, Body: body})
}

// notForReader is why a form is not shown: the case is closed, or the reader may not.
func notForReader(open bool) error {
	if !open {
		return fault.New(fault.Conflict, "requirement.closed")
	}
	return fault.New(fault.NotAllowed, "access.role")
}
