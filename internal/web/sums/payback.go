package sums

import (
	"net/http"
	"strconv"

	"fotfaste/internal/casework"
	"fotfaste/internal/economy"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

const paybackPath = "/sums/payback"

// The project of 001, to begin from.
const (
	projectCost   = 4_280_000
	projectSaving = 2_900_000
	projectYears  = 3
)

type paybackBody struct {
	Head                layout.Head
	Cost, Saving, Years slide
	Carried             []layout.Hidden // of the other way, in the address
	Result              *paybackResult  // nil where something stated is wrong
	Other               otherWay
}

// slide is a number with a handle to move it by, where there is script.
type slide struct {
	Field       form.Field
	Most, Step  int
	Least, Said int
	Label       string
}

type paybackResult struct {
	Stats       []layout.Stat
	Sensitivity *chart.Figure // nil where nothing is saved
	Grid        layout.Table
	Net         *chart.Figure // nil where the years are too many to draw
	Assumes     string
	Source      string
	File        string
}

// mostBars is how many years are drawn beside each other.
const mostBars = 12

// payback is when a project has paid for itself, and how much that hangs on what was
// assumed.
func payback(w http.ResponseWriter, r *http.Request, _ casework.Sums) error {
	f := layout.ReadForm(r)
	frame := layout.FrameOf(r, "sums.payback.title").With(f)
	b, err := reckonPayback(f)
	if err != nil {
		return err
	}
	body := paybackBody{
		Head:   layout.Head{Eyebrow: frame.Text("sums.home.title"), Title: frame.Text("sums.payback.title"), Lead: frame.Text("sums.payback.lead")},
		Cost:   slideOf(frame, f, "cost", "sums.payback.cost", frame.Text("sums.kronor"), 10_000, 10_000_000),
		Saving: slideOf(frame, f, "annual_saving", "sums.payback.annual_saving", frame.Text("sums.kronor"), 0, 10_000_000),
		Years:  slideOf(frame, f, "years", "sums.payback.years", frame.Text("sums.household.years"), 1, 15),
	}
	body.Years.Step = 1
	body.Carried = carriedWay(f)
	if body.Other, err = wayOf(frame, f); err != nil {
		return err
	}
	if b != nil {
		body.Head.Title = paybackHeading(frame, *b)
		body.Result = showPayback(frame, f, *b)
	}
	return layout.Render(w, r, "sums/payback", layout.Page[paybackBody]{Frame: frame, Body: body})
}

// reckonPayback is nil where something in the form is wrong, which is said there. A
// number that is not in the address is that of the project of the source.
func reckonPayback(f *form.Form) (*economy.Payback, error) {
	for name, number := range map[string]int{"cost": projectCost, "annual_saving": projectSaving, "years": projectYears} {
		if !f.Sent(name) {
			f.Fill(name, strconv.Itoa(number))
		}
	}
	project := economy.Project{
		Cost:         money.Kronor(f.Int("cost", 1, int(economy.MostProject))),
		AnnualSaving: money.Kronor(f.Int("annual_saving", 0, int(economy.MostProject))),
		Years:        f.Int("years", 1, economy.MostYears),
	}
	if !f.OK() {
		return nil, nil
	}
	b, err := economy.PaybackOf(project)
	if f.Take(err) {
		return nil, nil
	}
	return &b, err
}

func slideOf(frame layout.Frame, f *form.Form, name, label, unit string, least, most int) slide {
	field := f.NumberField(name, label, unit)
	said, err := strconv.Atoi(f.Raw(name))
	if err != nil {
		said = least
	}
	return slide{Field: field, Least: least, Most: max(most, said), Step: 10_000, Said: said, Label: frame.Text("sums.payback.move", "What", field.Label)}
}

func paybackHeading(frame layout.Frame, b economy.Payback) string {
	if b.PaybackYears == nil {
		return frame.Text("calc.payback.never")
	}
	return frame.Text("sums.payback.heading", "Years", years(frame, *b.PaybackYears))
}

func years(frame layout.Frame, t economy.Thousandths) string {
	return frame.Text("calc.payback.in_years", "Years", frame.Decimal(float64(t)/1000, 3))
}

func showPayback(frame layout.Frame, f *form.Form, b economy.Payback) *paybackResult {
	shown := &paybackResult{Assumes: frame.Text("calc.payback.assumes"), Source: frame.Source(law.SourceProject),
		File: paybackPath + "/sensitivity.csv?" + f.Query().Encode(), Grid: paybackGrid(frame, b)}
	end := b.Net[min(b.Project.Years, len(b.Net)-1)]
	shown.Stats = []layout.Stat{
		{Text: frame.Text("sums.payback.cost"), Value: frame.Kronor(b.Project.Cost)},
		{Text: frame.Text("sums.payback.annual_saving"), Value: frame.Kronor(b.Project.AnnualSaving)},
		{Text: frame.Text("sums.payback.after", "Count", end.Year), Value: signed(frame, end.Net), Tone: layout.Good},
	}
	if end.Net < 0 {
		shown.Stats[2].Tone = layout.Ask
	}
	if b.PaybackYears != nil {
		figure := paybackPicture(frame, b)
		shown.Sensitivity = &figure
	}
	if len(b.Net) <= mostBars {
		figure := netPicture(frame, b)
		shown.Net = &figure
	}
	return shown
}

// paybackPicture is the years when the cost or the saving turns out otherwise.
func paybackPicture(frame layout.Frame, b economy.Payback) chart.Figure {
	percent := func(n int) string { return frame.Percent(float64(n) / 100) }
	curve := chart.Curve{ID: "sensitivity", Amount: func(y float64) string { return frame.Text("calc.payback.in_years", "Years", frame.Decimal(y, 1)) },
		Levels: []chart.Level{{Label: frame.Text("sums.payback.within"), Tone: chart.Quiet, Amount: float64(b.Project.Years)}},
		Ticks:  []chart.Tick{{At: 50, Label: percent(50)}, {At: 75, Label: percent(75)}, {At: 100, Label: percent(100)}, {At: 125, Label: percent(125)}, {At: 150, Label: percent(150)}},
		Table:  chart.Table{Columns: []string{frame.Text("sums.payback.of_stated"), frame.Text("sums.payback.if_cost"), frame.Text("sums.payback.if_saving")}},
	}
	cost := chart.CurveLine{Label: frame.Text("sums.payback.line_cost"), Tone: chart.Ask}
	saving := chart.CurveLine{Label: frame.Text("sums.payback.line_saving"), Tone: chart.Work}
	for _, v := range b.Sensitivity {
		at := float64(*v.PaybackYears) / 1000
		if v.SavingPercent == 100 {
			cost.Points = append(cost.Points, [2]float64{float64(v.CostPercent), at})
			curve.Table.Rows = append(curve.Table.Rows, []string{percent(v.CostPercent), years(frame, *v.PaybackYears), ""})
		}
		if v.CostPercent == 100 {
			saving.Points = append(saving.Points, [2]float64{float64(v.SavingPercent), at})
		}
	}
	for i, point := range saving.Points {
		curve.Table.Rows[i][2] = years(frame, economy.Thousandths(point[1]*1000+0.5))
	}
	curve.Lines = []chart.CurveLine{cost, saving}
	title := frame.Text("sums.payback.enough", "Share", frame.PercentWith(float64(*b.BreakEvenShare)/1000, 1), "Count", b.Project.Years)
	if *b.BreakEvenShare > 1000 {
		title = frame.Text("sums.payback.not_enough", "Count", b.Project.Years)
	}
	return curve.Figure(frame.Printer, title).With(frame.Text("sums.payback.picture_help"))
}

// netPicture is what has been saved less the cost, year by year.
func netPicture(frame layout.Frame, b economy.Payback) chart.Figure {
	bars := chart.Balance{ID: "net", What: frame.Text("sums.payback.year"), Measure: frame.Text("calc.payback.net"),
		Less: frame.Text("sums.payback.short"), More: frame.Text("sums.payback.ahead")}
	for _, y := range b.Net {
		bar := chart.Bar{Label: frame.Text("calc.payback.year", "Year", y.Year), Value: float64(y.Net), Text: signed(frame, y.Net), Tone: chart.Work}
		if y.Net < 0 {
			bar.Tone = chart.Ask
		}
		bars.Bars = append(bars.Bars, bar)
	}
	last := b.Net[len(b.Net)-1]
	return bars.Figure(frame.Printer, frame.Text("sums.payback.net_heading", "Count", last.Year, "Net", signed(frame, last.Net)))
}

// paybackGrid is every cost against every saving that was tried.
func paybackGrid(frame layout.Frame, b economy.Payback) layout.Table {
	t := layout.Table{Caption: frame.Text("calc.payback.sensitivity"), Hide: true, Columns: []layout.Column{{Text: frame.Text("sums.payback.grid")}}}
	var row *layout.Row
	for i, v := range b.Sensitivity {
		if i == 0 || v.CostPercent != b.Sensitivity[i-1].CostPercent {
			t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{{Text: frame.Percent(float64(v.CostPercent) / 100)}}})
			row = &t.Rows[len(t.Rows)-1]
		}
		if len(t.Rows) == 1 {
			t.Columns = append(t.Columns, layout.Column{Text: frame.Percent(float64(v.SavingPercent) / 100), Number: true})
		}
		cell := layout.Cell{Text: frame.Text("sums.payback.never"), Tone: layout.Ask}
		if v.PaybackYears != nil {
			cell.Text = frame.Fixed(float64(*v.PaybackYears)/1000, 2)
		}
		if v.WithinYears {
			cell.Tone = layout.Good
			cell.Text = "✓ " + cell.Text
		}
		row.Cells = append(row.Cells, cell)
	}
	return layout.NewTable(t)
}

// paybackFile is the same as a file, a row for each.
func paybackFile(w http.ResponseWriter, r *http.Request, _ casework.Sums) error {
	f := layout.ReadForm(r)
	frame := layout.FrameOf(r, "sums.payback.title")
	b, err := reckonPayback(f)
	if err != nil {
		return err
	}
	if b == nil {
		return f.Err()
	}
	sheet := layout.Sheet{Name: "payback", Columns: []string{frame.Text("sums.payback.file_cost"), frame.Text("sums.payback.file_saving"), frame.Text("sums.payback.file_years"), frame.Text("sums.payback.file_within")}}
	for _, v := range b.Sensitivity {
		at, within := "", frame.Text("sums.no")
		if v.PaybackYears != nil {
			at = frame.Decimal(float64(*v.PaybackYears)/1000, 3)
		}
		if v.WithinYears {
			within = frame.Text("sums.yes")
		}
		sheet.Rows = append(sheet.Rows, []any{v.CostPercent, v.SavingPercent, at, within})
	}
	return layout.File(w, frame.Printer, sheet)
}
