package worker

import (
	"net/http"
	"slices"

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
	figure := flowFigure(f, v.Flow, sheet)
	caption := figure.Table.Caption
	figure.Table = sheet.Table(f.Printer)
	figure.Table.Caption = caption
	if withheld {
		figure = figure.With(f.Text("layout.withheld_note", "Least", steering.LeastGroup))
	}
	figure = figure.AsFile(interventionPath(v.ID)+"/flow", f.Text("layout.as_file"))
	part.Figure, part.Measures = &figure, measuresTable(f, measures)
	return part, nil
}

// flowFigure is in, through and out. What is nobody is left out of the picture. It says
// only what the table says: where that withholds how many there are of a stage, the stages
// stand as bars beside each other, without sums of some of them.
func flowFigure(f layout.Frame, flow throughput.Flow, sheet layout.Sheet) chart.Figure {
	for _, row := range sheet.Rows {
		if _, shown := row[len(row)-1].(int); !shown {
			return stageBars(f, flow, sheet)
		}
	}
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

// stageBars is a bar for each stage that anybody is at, without a length where the table
// withholds how many.
func stageBars(f layout.Frame, flow throughput.Flow, sheet layout.Sheet) chart.Figure {
	bars := chart.Bars{ID: "flow", What: f.Text("flow_page.what"), Measure: f.Text("layout.all")}
	for i, stage := range throughput.Stages() {
		if flow.Of(stage) == 0 {
			continue
		}
		bar := chart.Bar{Label: f.Code("throughput.stage.", stage), Text: f.Text("layout.withheld"), Tone: chart.Quiet}
		if stage.Began() {
			bar.Tone = chart.Work
		}
		if sum, shown := sheet.Rows[i][len(sheet.Columns)-1].(int); shown {
			bar.Value, bar.Text = float64(sum), f.Number(int64(sum))
		}
		bars.Bars = append(bars.Bars, bar)
	}
	return bars.Figure(f.Printer, f.Text("flow_page.title_withheld"))
}

// stagesSheet withholds small groups. The page says how long the queue is, so what is
// withheld must not be reckoned with that either.
func stagesSheet(f layout.Frame, flow throughput.Flow) (layout.Sheet, bool, error) {
	label := func(code string) string { return f.Code("throughput.stage.", throughput.Stage(code)) }
	return layout.GenderSheet(f.Printer, "flow", f.Text("flow_page.what"), flow.Stages, label, steering.SumsToo,
		slices.Index(throughput.Stages(), throughput.Queued))
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
		cross, _, err := steering.ByGender([]steering.Count{row.of.Counts()}, steering.SumsToo)
		if err != nil {
			return s, err
		}
		values := []any{row.label}
		for i, m := range []throughput.Median{row.of.Women, row.of.Men, row.of.All} {
			values = append(values, measure(m.Persons, withheld(cross, i), row.shown(m)))
		}
		s.Rows = append(s.Rows, values)
	}
	rows, err := shareRows(flow.Up, flow.Left)
	if err != nil {
		return s, err
	}
	for i, label := range []string{f.Text("flow_page.up"), f.Text("flow_page.left")} {
		s.Rows = append(s.Rows, append([]any{label}, rows[i]...))
	}
	return s, nil
}

// shareRows are the shares of women, of men and of all. They are of the same persons, so
// what is withheld in one of them is withheld in every one.
func shareRows(shares ...throughput.Share) ([][]any, error) {
	var hidden [3]bool
	for _, of := range shares {
		cross, _, err := steering.ByGender([]steering.Count{of.Yes, of.No}, steering.SumsToo)
		if err != nil {
			return nil, err
		}
		for i := range hidden {
			hidden[i] = hidden[i] || withheld(cross, i)
		}
	}
	rows := make([][]any, len(shares))
	for n, of := range shares {
		for i, g := range [3][2]int{{of.Yes.Women, of.No.Women}, {of.Yes.Men, of.No.Men}, {of.Yes.All(), of.No.All()}} {
			rows[n] = append(rows[n], measure(g[0]+g[1], hidden[i], layout.Share(steering.Share(g[0], g[0]+g[1]))))
		}
	}
	return rows, nil
}

// withheld tells whether any number of women, of men or of all is withheld in the table.
func withheld(cross steering.Cross, column int) bool {
	if column == 2 {
		return cross.Sum.Withheld || slices.ContainsFunc(cross.RowSums, func(c steering.Cell) bool { return c.Withheld })
	}
	return cross.ColumnSums[column].Withheld || slices.ContainsFunc(cross.Cells, func(row []steering.Cell) bool { return row[column].Withheld })
}

// measure is the value, a dash of nobody, or that it is withheld.
func measure(persons int, hidden bool, value any) any {
	switch {
	case persons == 0:
		return "–"
	case hidden:
		return layout.Withheld{}
	}
	return value
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
