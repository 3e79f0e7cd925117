package manager

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/matching"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/layout"
)

type needBody struct {
	Head   layout.Head
	Tabs   layout.Tabs
	Stats  []layout.Stat
	Figure *chart.Figure
	Worths layout.Table
	Closed layout.Table
	Empty  *layout.Empty
}

// need is what the participants could use against what is free, and where more places
// would help most.
func (p *Pages) need(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeNeed(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "need.title")
	body := needBody{Tabs: tabsAt(frame, needPath), Worths: worthsTable(frame, v), Closed: closedTable(frame, v),
		Head: layout.Head{Title: frame.Text("need.title"), Lead: frame.Text("need.lead")}}
	if v.People == 0 {
		body.Empty = &layout.Empty{Title: frame.Text("need.none"), Text: frame.Text("need.none_help")}
		return layout.Render(w, r, "manager/need", layout.Page[needBody]{Frame: frame, Body: body})
	}
	body.Head.Title = frame.Text("need.heading", "Count", v.People, "Placed", v.Placed)
	body.Stats = []layout.Stat{
		{Value: frame.Number(int64(v.People)), Text: frame.Text("need.people"), Detail: frame.Text("need.people_detail", "Hours", frame.Hours(v.Hours))},
		{Value: frame.Number(int64(v.Placed)), Text: frame.Text("need.placed"), Tone: layout.Good},
		{Value: frame.Number(int64(v.People - v.Placed)), Text: frame.Text("need.left"), Tone: layout.Ask},
	}
	figure := needFigure(frame, v)
	body.Figure = &figure
	return layout.Render(w, r, "manager/need", layout.Page[needBody]{Frame: frame, Body: body})
}

// needFile is need and room by kind as a file.
func (p *Pages) needFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeNeed(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "need.title")
	return layout.File(w, frame.Printer, needSheet(frame, v))
}

func needSheet(f layout.Frame, v casework.NeedFigures) layout.Sheet {
	s := layout.Sheet{Name: "need", Columns: []string{f.Text("need.kind"), f.Text("need.wanted"), f.Text("need.who"), f.Text("need.free")}}
	for _, n := range v.Needs {
		s.Rows = append(s.Rows, []any{f.Code("catalogue.kind.", n.Kind), n.Wanted, n.People, n.Free})
	}
	return s
}

// needFigure is the hours that are wanted of each kind, with a line where the room ends.
func needFigure(f layout.Frame, v casework.NeedFigures) chart.Figure {
	bars := chart.Bars{ID: "need", What: f.Text("need.kind"), Measure: f.Text("need.wanted"), Against: f.Text("need.free")}
	var shortest matching.Need
	for _, n := range v.Needs {
		tone := chart.Work
		if n.Wanted > n.Free {
			tone = chart.Ask
		}
		if n.Wanted-n.Free > shortest.Wanted-shortest.Free {
			shortest = n
		}
		bars.Bars = append(bars.Bars, chart.Bar{Label: f.Code("catalogue.kind.", n.Kind), Value: float64(n.Wanted), Text: f.Hours(n.Wanted),
			Mark: float64(n.Free), MarkText: f.Hours(n.Free), Tone: tone})
	}
	title := f.Text("need.enough")
	if shortest.Wanted > shortest.Free {
		title = f.Text("need.short", "Kind", f.Code("catalogue.kind.", shortest.Kind), "Wanted", f.Hours(shortest.Wanted), "Free", f.Hours(shortest.Free))
	}
	figure := bars.Figure(f.Printer, title).With(f.Text("need.note"))
	figure.Table = needSheet(f, v).Table(f.Printer)
	figure.Table.Caption = title
	return figure.AsFile(needPath+"/file", f.Text("layout.as_file"))
}

// worthsTable is the prices of the plan in words: what ten more places would give.
func worthsTable(f layout.Frame, v casework.NeedFigures) layout.Table {
	t := layout.Table{Caption: f.Text("need.worths"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("need.intervention")}, {Text: f.Text("need.gives")}, {Text: f.Text("need.hours"), Number: true}},
		Empty:   &layout.Empty{Title: f.Text("need.worths_none"), Text: f.Text("need.worths_none_help")}}
	for _, worth := range v.Worths {
		if worth.People <= 0 && worth.Hours <= 0 {
			continue
		}
		about := f.Code("catalogue.kind.", worth.Kind)
		if worth.LanguageSupport {
			about = f.Text("need.with_language", "Kind", about)
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			{Text: worth.Name, Detail: about, Href: "/work/catalogue/" + string(worth.ID)},
			{Text: f.Text("need.more", "Count", worth.People)},
			{Text: f.Hours(worth.Hours), Number: true},
		}})
	}
	return layout.NewTable(t)
}

// closedTable is why those have nothing to whom nothing can be proposed.
func closedTable(f layout.Frame, v casework.NeedFigures) layout.Table {
	t := layout.Table{Caption: f.Text("need.closed"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("need.reason")}, {Text: f.Text("layout.all"), Number: true}},
		Empty:   &layout.Empty{Title: f.Text("need.closed_none")}}
	for _, c := range v.Closed {
		reason := f.Text("need.outbid")
		switch {
		case c.Criterion != "" && c.Among == catalogue.Unknown:
			reason = f.Text("proposal.unknown", "What", f.Code("proposal.criterion.", c.Criterion))
		case c.Criterion != "":
			reason = f.Text("proposal.not_met", "What", f.Code("proposal.criterion.", c.Criterion))
		case c.Obstacle != matching.NoObstacle:
			reason = f.Code("matching.obstacle.", c.Obstacle)
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{{Text: reason}, {Text: f.Number(int64(c.People)), Number: true}}})
	}
	return layout.NewTable(t)
}
