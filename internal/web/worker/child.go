package worker

import (
	"net/http"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type childBody struct {
	Case    casePage
	Heading string
	Facts   []layout.Fact
	May     bool
	Address string
	Back    string
	Remove  layout.Confirm
}

// childShow is one child, with the last day of custody to change.
func (p *Pages) childShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, child, err := childIDs(r)
	if err != nil {
		return err
	}
	return p.showChild(w, r, actor, id, child, nil)
}

// childCustody changes the last day of custody.
func (p *Pages) childCustody(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, child, err := childIDs(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	last := f.Day("to")
	if err = f.Err(); err == nil {
		err = p.office.EndCustody(r.Context(), actor, id, visit.Once(f), child, last)
	}
	return p.childDone(w, r, actor, id, child, f, err, "worker_children.changed")
}

// childRemove takes away a child entered by mistake.
func (p *Pages) childRemove(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, child, err := childIDs(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	return p.childDone(w, r, actor, id, child, f, p.office.RemoveChild(r.Context(), actor, id, visit.Once(f), child), "worker_children.removed")
}

func childIDs(r *http.Request) (id, child ident.ID, err error) {
	if id, err = visit.ID(r, "case"); err != nil {
		return id, child, err
	}
	child, err = visit.ID(r, "child")
	return id, child, err
}

func (p *Pages) childDone(w http.ResponseWriter, r *http.Request, actor access.Actor, id, child ident.ID, f *form.Form, err error, done string) error {
	switch {
	case f.Take(err):
		return p.showChild(w, r, actor, id, child, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "children"))
	}
	return layout.Done(w, r, casePath(id, "children"), done)
}

func (p *Pages) showChild(w http.ResponseWriter, r *http.Request, actor access.Actor, id, child ident.ID, f *form.Form) error {
	h, err := p.office.SeeChildren(r.Context(), actor, id)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(h.Children, func(c person.Child) bool { return c.ID == child })
	if i < 0 {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	c, today := h.Children[i], clock.Today(p.office.Clock)
	if f == nil {
		f = caseForm(r, h)
	}
	if !f.Sent("to") {
		f.Fill("to", c.Custody.To.String())
	}
	frame := layout.FrameOf(r, "worker_children.title", "Name", h.Person.Name()).With(f)
	address := casePath(id, "children/"+string(child))
	counts := countsCell(frame, c, today)
	body := childBody{
		Case: casePageOf(frame, h, access.Overview, today), May: h.Acts[access.CorrectPerson],
		Address: address, Back: casePath(id, "children"), Heading: frame.Text("worker_children.child", "Birth", c.Birth),
		Facts: []layout.Fact{
			{Label: frame.Text("worker_children.age"), Value: frame.Text("worker_children.years", "Count", max(0, c.Birth.YearsUntil(today)))},
			{Label: frame.Text("worker_children.custody"), Value: frame.Dates(c.Custody.From, c.Custody.To)},
			{Label: frame.Text("worker_children.counts"), Value: counts.Text},
		},
		Remove: layout.Confirm{
			Opens: frame.Text("worker_children.remove"), Text: frame.Text("worker_children.remove_help"),
			Action: layout.Action{Text: frame.Text("worker_children.remove_yes"), Href: address + "/remove", Post: true, Danger: true, Hidden: actionForm(f, h)},
		},
	}
	return layout.Render(w, r, "worker/child", layout.Page[childBody]{Frame: frame, Body: body})
}
