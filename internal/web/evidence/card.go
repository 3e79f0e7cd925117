package evidence

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/web/layout"
)

type cardBody struct {
	Head    layout.Head
	Parts   []part
	Figures layout.Table
	Facts   []layout.Fact
	Like    layout.Table
}

// part is a heading with what it says.
type part struct{ Title, Text string }

// card is one evaluated intervention: what is done, for whom, what was found, how it is
// judged, and what there is like it here.
func (p *Pages) card(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeEvidence(r.Context(), actor)
	if err != nil {
		return err
	}
	var c casework.CardRow
	for _, row := range v.Cards {
		if row.Code == catalogue.Evidence(r.PathValue("card")) {
			c = row
		}
	}
	if c.Code == "" {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	name := c.Name()
	f := layout.FrameOf(r, name.Key)
	body := cardBody{
		Head: layout.Head{
			Eyebrow: f.Text("evidence.title"), Title: f.Fault(name), Lead: f.Fault(c.Description()),
			Tags: []layout.Tag{{Text: f.Code("catalogue.grade.", c.Grade), Tone: layout.GradeTone(c.Grade)}, {Text: f.Code("catalogue.theme.", c.Theme)}},
		},
		Parts: []part{{f.Text("evidence.finding"), f.Fault(c.Finding())}, {f.Text("evidence.judgement"), f.Fault(c.Judgement())},
			{f.Text("evidence.population"), f.Fault(c.Population())}},
		Figures: figuresTable(f, c), Like: likeTable(f, v, c),
		Facts: []layout.Fact{
			{Label: f.Text("evidence.column.comparison"), Value: f.Code("catalogue.comparison.", c.Comparison)},
			{Label: f.Text("evidence.studies"), Value: f.List(c.Studies)},
			{Label: f.Text("evidence.source"), Value: f.Fault(c.Source())},
		},
	}
	return layout.Render(w, r, "evidence/card", layout.Page[cardBody]{Frame: f, Body: body})
}

// figuresTable is every figure that the source gives, or that it gives none.
func figuresTable(f layout.Frame, c casework.CardRow) layout.Table {
	t := layout.Table{Caption: f.Text("evidence.figures"), Hide: true,
		Columns: []layout.Column{{Text: f.Text("evidence.figures.what")}, {Text: f.Text("evidence.figures.share"), Number: true},
			{Text: f.Text("evidence.compared"), Number: true}},
		Empty: &layout.Empty{Title: f.Text("evidence.figures.none")}}
	for _, m := range c.Figures {
		against := f.Text("evidence.no_comparison")
		if m.Compared > 0 {
			against = percent(f, m.Compared)
		}
		t.Rows = append(t.Rows, layout.Row{Cells: layout.Cells(f.Fault(c.Says(m)), amount(f, m), against)})
	}
	return layout.NewTable(t)
}

// likeTable is the interventions here that point to the card, with their free hours.
func likeTable(f layout.Frame, v casework.Evidence, c casework.CardRow) layout.Table {
	t := layout.Table{Caption: f.Text("evidence.like"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("places.place")}, {Text: f.Text("places.free"), Number: true}, {Text: f.Text("places.queue"), Number: true}},
		Empty:   &layout.Empty{Title: f.Text("evidence.like.none"), Text: f.Text("evidence.like.none_help")}}
	for _, in := range c.Like {
		name := layout.Cell{Text: in.Name, Detail: in.ProviderName}
		if v.SeesCatalogue {
			name.Href = "/work/catalogue/" + string(in.ID)
		}
		free := layout.Cell{Text: f.Text("places.free_hours", "Free", in.FreeHours(), "All", in.Capacity())}
		if !in.Open {
			free = layout.Cell{Text: f.Text("places.closed"), Tone: layout.Wrong}
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{name, free, {Text: f.Number(int64(in.InQueue))}}})
	}
	return layout.NewTable(t)
}
