package evidence

import (
	"net/http"
	"net/url"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type compareBody struct {
	Head         layout.Head
	Grade, Theme form.Field
	Rows         layout.Table
	Work         *chart.Figure // nil where no card shown has the share in work
	File         string
}

// compare is the cards beside each other.
func (p *Pages) compare(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeEvidence(r.Context(), actor)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	asked := readView(f)
	frame := layout.FrameOf(r, "evidence.title").With(f)
	shown := asked.of(frame, v.Cards)
	effective := 0
	for _, c := range v.Cards {
		if c.Grade == catalogue.Effective {
			effective++
		}
	}
	body := compareBody{
		Head: layout.Head{Title: frame.Text("evidence.heading", "Effective", effective, "All", len(v.Cards)), Lead: frame.Text("evidence.lead")},
		Grade: f.SelectField("grade", "evidence.grade", form.Options(catalogue.Grades(), func(g catalogue.Grade) string {
			return frame.Code("catalogue.grade.", g)
		})).Optional(),
		Theme: f.SelectField("theme", "evidence.theme", form.Options(catalogue.Themes(), func(t catalogue.Theme) string {
			return frame.Code("catalogue.theme.", t)
		})).Optional(),
		Rows: compared(frame, asked, shown), Work: workFigure(frame, shown), File: homePath + "/figures.csv?" + asked.query().Encode(),
	}
	return layout.Render(w, r, "evidence/compare", layout.Page[compareBody]{Frame: frame, Body: body})
}

// compared is a line for each card, with links that put them in another order.
func compared(f layout.Frame, asked view, cards []casework.CardRow) layout.Table {
	t := layout.Table{
		Caption: f.Text("evidence.title"), Hide: true, Stack: true,
		Empty: &layout.Empty{Title: f.Text("evidence.none"), Text: f.Text("evidence.none_help"),
			Action: &layout.Action{Text: f.Text("evidence.all"), Href: homePath}},
	}
	for _, by := range orders {
		column := layout.Column{Text: f.Text("evidence.column." + string(by)), Number: by == byWork || by == byFree, Sort: homePath + "?" + asked.sortedBy(by).Encode()}
		if asked.Sort == by {
			column.Sorted = "ascending"
			if by.downward() {
				column.Sorted = "descending"
			}
		}
		t.Columns = append(t.Columns, column)
	}
	for _, c := range cards {
		work := layout.Cell{Text: f.Text("evidence.no_figure")}
		if m, given := c.InWork(); given {
			work = layout.Cell{Text: amount(f, m)}
			if m.Compared > 0 {
				work.Detail = f.Text("evidence.against", "Percent", percent(f, m.Compared))
			}
		}
		here := layout.Cell{Text: f.Text("evidence.none_here")}
		if len(c.Like) > 0 {
			here = layout.Cell{Text: f.Hours(c.Free), Detail: f.Text("evidence.like_here", "Count", len(c.Like))}
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			{Text: f.Fault(c.Name()), Href: cardPath(c.Code), Detail: f.Fault(c.Finding())},
			{Text: f.Code("catalogue.grade.", c.Grade), Tone: layout.GradeTone(c.Grade)},
			{Text: f.Code("catalogue.theme.", c.Theme)},
			{Text: f.Code("catalogue.comparison.", c.Comparison)},
			work, here,
		}})
	}
	return layout.NewTable(t)
}

// workFigure is the shares in work of those cards that have one, nil where none has.
func workFigure(f layout.Frame, cards []casework.CardRow) *chart.Figure {
	bars := chart.Bars{ID: "work", What: f.Text("evidence.column.name"), Measure: f.Text("evidence.column.work"), Against: f.Text("evidence.compared"), Most: 100}
	for _, c := range cards {
		m, given := c.InWork()
		if !given {
			continue
		}
		bar := chart.Bar{Label: f.Fault(c.Name()), Value: float64(m.Percent), Text: amount(f, m), Tone: chart.Work}
		if c.Comparison != catalogue.SeveralStudies && c.Comparison != catalogue.Matched {
			bar.Tone = chart.Quiet
		}
		if m.Compared > 0 {
			bar.Mark, bar.MarkText = float64(m.Compared), percent(f, m.Compared)
		}
		bars.Bars = append(bars.Bars, bar)
	}
	if len(bars.Bars) == 0 {
		return nil
	}
	made := bars.Figure(f.Printer, f.Text("evidence.work.heading", "Count", len(bars.Bars), "All", len(cards))).With(f.Text("evidence.work.note"))
	return &made
}

// amount is the figure as people read it: "58 %", "25–69 %", "7 procentenheter".
func amount(f layout.Frame, m catalogue.Measured) string {
	switch {
	case m.Points:
		return f.Text("evidence.points", "Number", f.Decimal(float64(m.Percent), 0))
	case m.To > 0:
		return f.Text("evidence.range", "From", m.Percent, "To", percent(f, m.To))
	}
	return percent(f, m.Percent)
}

func percent(f layout.Frame, n int) string { return f.Percent(float64(n) / 100) }

func cardPath(code catalogue.Evidence) string { return homePath + "/" + url.PathEscape(string(code)) }
