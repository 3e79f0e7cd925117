package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type childrenBody struct {
	Case    casePage
	Heading string
	Table   layout.Table
	May     bool
}

// children are the children that count, and have counted, by age.
func (p *Pages) children(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	return p.showChildren(w, r, actor, id, nil)
}

// childAdd enters a child.
func (p *Pages) childAdd(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.NewChild{Form: visit.Once(f), Birth: f.Day("birth"), From: f.Day("from"), Sibling: f.Yes("sibling")}
	if last, given := f.DayIfAny("to"); given {
		in.To = &last
	}
	if err = f.Err(); err == nil {
		err = p.office.AddChild(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showChildren(w, r, actor, id, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "children"))
	}
	return layout.Done(w, r, casePath(id, "children"), "worker_children.added")
}

func (p *Pages) showChildren(w http.ResponseWriter, r *http.Request, actor access.Actor, id ident.ID, f *form.Form) error {
	h, err := p.office.SeeChildren(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if f == nil {
		f = caseForm(r, h)
	}
	today := clock.Today(p.office.Clock)
	frame := layout.FrameOf(r, "worker_children.title", "Name", h.Person.Name()).With(f)
	body := childrenBody{
		Case: casePageOf(frame, h, access.Overview, today), May: h.Acts[access.CorrectPerson],
		Heading: frame.Text("worker_children.heading_none"),
	}
	if n := len(person.ChildrenOn(h.Children, today)); n > 0 {
		body.Heading = frame.Text("worker_children.heading", "Count", n)
	}
	body.Table = childTable(frame, h, today, body.May)
	return layout.Render(w, r, "worker/children", layout.Page[childrenBody]{Frame: frame, Body: body})
}

func childTable(f layout.Frame, h casework.Header, today period.Day, may bool) layout.Table {
	table := layout.Table{
		Caption: f.Text("worker_children.caption"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("worker_children.age")}, {Text: f.Text("worker_children.birth")},
			{Text: f.Text("worker_children.custody")}, {Text: f.Text("worker_children.counts")}},
		Empty: &layout.Empty{Title: f.Text("worker_children.none"), Text: f.Text("worker_children.none_help")},
	}
	if may {
		table.Columns = append(table.Columns, layout.Column{Text: f.Text("worker_children.change")})
	}
	for _, c := range h.Children {
		cells := layout.Cells(f.Text("worker_children.years", "Count", max(0, c.Birth.YearsUntil(today))), f.Day(c.Birth),
			f.Dates(c.Custody.From, c.Custody.To))
		cells = append(cells, countsCell(f, c, today))
		if may {
			cells = append(cells, layout.Cell{
				Text: f.Text("worker_children.change_born", "Birth", c.Birth), Href: casePath(h.Case.ID, "children/"+string(c.ID)),
			})
		}
		table.Rows = append(table.Rows, layout.Row{Cells: cells})
	}
	return layout.NewTable(table)
}

// countsCell tells whether the child counts today, and otherwise when it does or did.
func countsCell(f layout.Frame, c person.Child, today period.Day) layout.Cell {
	days, ever := c.Counts()
	switch {
	case !ever:
		return layout.Cell{Text: f.Text("worker_children.never")}
	case today < days.From:
		return layout.Cell{Text: f.Text("worker_children.counts_from", "From", days.From)}
	case today > days.To:
		return layout.Cell{Text: f.Text("worker_children.counted_to", "To", days.To)}
	}
	return layout.Cell{Text: f.Text("worker_children.counts_now", "To", days.To), Tone: layout.Good}
}
