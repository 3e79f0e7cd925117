package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/steering"
	"fotfaste/internal/throughput"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// flowPart is how people came through the intervention in a year, or that they are too few.
type flowPart struct {
	Figure   *chart.Figure
	Measures layout.Table
	Note     string
	Empty    *layout.Empty
}

// interventionFlow is the flow of one intervention as a file. NotFound where there are too
// few for the page to show it.
func (p *Pages) interventionFlow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "intervention")
	if err != nil {
		return err
	}
	v, err := p.office.SeeIntervention(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if v.Flow.All() < steering.LeastGroup {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	f := layout.FrameOf(r, "flow_page.heading")
	sheet, _, err := stagesSheet(f, v.Flow)
	if err != nil {
		return err
	}
	measures, err := measuresSheet(f, v.Flow)
	if err != nil {
		return err
	}
	for _, row := range measures.Rows {
		for len(row) < len(sheet.Columns) { // nothing of those without a gender
			row = append(row[:3], append([]any{""}, row[3:]...)...)
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	return layout.File(w, f.Printer, sheet)
}

func flowOf(f layout.Frame, v casework.InterventionView) (flowPart, error) {
	part := flowPart{Note: f.Text("flow_page.note", "From", v.Year.Since, "To", v.Year.Today, "Least", steering.LeastGroup)}
	if v.Flow.All() < steering.LeastGroup {
		part.Empty = &layout.Empty{Title: f.Text("flow_page.few"), Text: f.Text("flow_page.few_help", "Least", steering.LeastGroup)}
		return part, nil
	}
	sheet, withheld, err := stagesSheet(f, v.Flow)
	if err != nil {
		return part, err
	}
	measures, err := measuresSheet(f, v.Flow)
	if err != nil {
		return part, err
	}
	figure := flowFigure(f, v.Flow)
	caption := figure.Table.Caption
	figure.Table = sheet.Table(f.Printer)
	figure.Table.Caption = caption
	if withheld {
		figure = figure.With(f.Text("flow_page.withheld", "Least", steering.LeastGroup))
	}
	figure = figure.AsFile(interventionPath(v.ID)+"/flow", f.Text("layout.as_file"))
	part.Figure, part.Measures = &figure, measuresTable(f, measures)
	return part, nil
}

// flowFigure is in, through and out. What is nobody is left out of the picture.
func flowFigure(f layout.Frame, flow throughput.Flow) chart.Figure {
	through := chart.Through{ID: "flow", In: chart.Part{Label: f.Text("flow_page.in"), Persons: flow.All(), Tone: chart.Quiet},
		Ways: []chart.Part{{Label: f.Text("flow_page.began"), Persons: flow.Began(), Tone: chart.Work}}}
	wait := flow.Of(throughput.Referred, throughput.Queued, throughput.Offered, throughput.Accepted)
	if wait > 0 {
		through.Ways = append(through.Ways, chart.Part{Label: f.Text("flow_page.wait"), Persons: wait, Tone: chart.Quiet})
	}
	for _, stage := range throughput.Stages() {
		part := chart.Part{Label: f.Code("throughput.stage.", stage), Persons: flow.Of(stage), Tone: chart.Work}
		switch {
		case part.Persons == 0 || stage.Waits():
		case stage.Began():
			if stage == throughput.Interrupted {
				part.Tone = chart.Ask
			}
			through.Out = append(through.Out, part)
		default:
			part.Tone = chart.Quiet
			through.Ways = append(through.Ways, part)
		}
	}
	return through.Figure(f.Printer, f.Text("flow_page.title", "All", flow.All(), "Began", flow.Began(), "Completed", flow.Of(throughput.Completed)))
}

func stagesSheet(f layout.Frame, flow throughput.Flow) (layout.Sheet, bool, error) {
	label := func(code string) string { return f.Code("throughput.stage.", throughput.Stage(code)) }
	return layout.GenderSheet(f.Printer, "flow", f.Text("flow_page.what"), flow.Stages, label, steering.SumsKnown)
}

// measuresSheet is how long people wait and stay and what comes of it, by gender.
func measuresSheet(f layout.Frame, flow throughput.Flow) (layout.Sheet, error) {
	s := layout.Sheet{Name: "measures", Columns: []string{f.Text("flow_page.measure"), f.Text("layout.women"), f.Text("layout.men"), f.Text("layout.all")}}
	days := func(m throughput.Median) int { return m.Days }
	for _, row := range []struct {
		label string
		of    throughput.Medians
		shown func(throughput.Median) int
	}{
		{f.Text("flow_page.wait_days"), flow.Wait, days},
		{f.Text("flow_page.stay_weeks"), flow.Stay, throughput.Median.Weeks},
	} {
		values := []any{row.label}
		for _, m := range []throughput.Median{row.of.Women, row.of.Men, row.of.All} {
			switch {
			case m.Persons == 0:
				values = append(values, "–")
			case m.Withheld():
				values = append(values, layout.Withheld{})
			default:
				values = append(values, row.shown(m))
			}
		}
		s.Rows = append(s.Rows, values)
	}
	for _, row := range []struct {
		label string
		of    throughput.Share
	}{{f.Text("flow_page.up"), flow.Up}, {f.Text("flow_page.left"), flow.Left}} {
		values, err := shareValues(row.of)
		if err != nil {
			return s, err
		}
		s.Rows = append(s.Rows, append([]any{row.label}, values...))
	}
	return s, nil
}

// shareValues is the share of women, of men and of all, withheld where a small group
// could be read from it.
func shareValues(of throughput.Share) ([]any, error) {
	cross, _, err := steering.ByGender([]steering.Count{of.Yes, of.No}, steering.SumsKnown)
	if err != nil {
		return nil, err
	}
	var values []any
	for i, g := range [][2]int{{of.Yes.Women, of.No.Women}, {of.Yes.Men, of.No.Men}} {
		switch all := g[0] + g[1]; {
		case all == 0:
			values = append(values, "–")
		case cross.Cells[0][i].Withheld || cross.Cells[1][i].Withheld || cross.ColumnSums[i].Withheld:
			values = append(values, layout.Withheld{})
		default:
			values = append(values, layout.Share(steering.Share(g[0], all)))
		}
	}
	switch all := of.All(); {
	case all == 0:
		values = append(values, "–")
	case all < steering.LeastGroup:
		values = append(values, layout.Withheld{})
	default:
		values = append(values, layout.Share(steering.Share(of.Yes.All(), all)))
	}
	return values, nil
}

func measuresTable(f layout.Frame, s layout.Sheet) layout.Table {
	t := layout.Table{Caption: f.Text("flow_page.measures"), Hide: true, Stack: true}
	for i, column := range s.Columns {
		t.Columns = append(t.Columns, layout.Column{Text: column, Number: i > 0})
	}
	for i, row := range s.Table(f.Printer).Rows {
		cells := layout.Cells(row...)
		cells[0].Detail = [...]string{f.Text("flow_page.wait_of"), f.Text("flow_page.stay_of"), f.Text("flow_page.came_of"), f.Text("flow_page.came_of")}[i]
		t.Rows = append(t.Rows, layout.Row{Cells: cells})
	}
	return layout.NewTable(t)
}
