package sums

import (
	"cmp"
	"errors"
	"net/http"
	"slices"
	"strconv"

	"fotfaste/internal/casework"
	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

const wagePath = "/sums/wage"

type wageBody struct {
	Head   layout.Head
	Year   form.Field
	Stated []form.Field // each figure that somebody may state otherwise
	Open   bool         // some are stated otherwise
	Result *wageResult  // nil where something stated is wrong
}

type wageResult struct {
	Costs, Gain chart.Figure
	Tables      []layout.Table
	Source      string
}

// jobs and homes are the subsidised jobs and the households that the tables are of, by
// what their quantities are called.
var (
	jobs  = []string{"new_start", "introduction", "extra"}
	homes = []string{"single", "single_children", "couple"}

	remaining  = []string{"remaining_new_start_job", "remaining_introduction_job", "remaining_extra_service"}
	assistance = []string{economy.SingleAssistance, economy.ChildrenAssistance, economy.CoupleAssistance}
)

// wage is what a subsidised job costs the municipality beside assistance.
func wage(w http.ResponseWriter, r *http.Request, known casework.Sums) error {
	f := layout.ReadForm(r)
	frame := layout.FrameOf(r, "sums.wage.title").With(f)
	wages, err := reckonWages(f, known)
	if err != nil {
		return err
	}
	body := wageBody{Head: layout.Head{Eyebrow: frame.Text("sums.home.title"), Title: frame.Text("sums.wage.title"), Lead: frame.Text("sums.wage.lead")}}
	body.Year = f.SelectField("year", "sums.wage.year", yearOptions(known.Book.SubsidisedJobsDays()))
	body.Year.None = frame.Text("sums.wage.newest")
	body.Year = body.Year.Optional()
	own, err := economy.WageOrAssistance(newestJobs(f, known))
	if err != nil {
		return err
	}
	for _, name := range economy.StatedQuantities() {
		q, _ := own.Quantity(name)
		field := kronorField(frame, f, name, "").Labelled(frame.Text("economy.quantity." + name)).Hinted(frame.Text("sums.wage.of_source", "Value", quantityText(frame, q)))
		if q.Unit == economy.OfGrossWage {
			field.Suffix = frame.Text("sums.percent")
		}
		field = field.Optional()
		field.OptionalText = ""
		body.Stated = append(body.Stated, field)
		body.Open = body.Open || f.Raw(name) != ""
	}
	if wages != nil {
		least := leastJob(*wages)
		body.Head.Title = frame.Text("sums.wage.heading", "Job", frame.Code("sums.job.", jobs[least]), "Cost", amountOf(*wages, remaining[least]),
			"Assistance", amountOf(*wages, assistance[0]))
		body.Result = showWages(frame, f, *wages)
	}
	return layout.Render(w, r, "sums/wage", layout.Page[wageBody]{Frame: frame, Body: body})
}

// newestJobs is the table of the year in the address, or the newest.
func newestJobs(f *form.Form, known casework.Sums) law.Parameter[law.Jobs] {
	days := known.Book.SubsidisedJobsDays()
	for _, d := range slices.Backward(days) {
		table, err := known.Book.SubsidisedJobs(d.To)
		if year, _, _ := d.To.Date(); err == nil && (f.Raw("year") == "" || f.Raw("year") == strconv.Itoa(year)) {
			return table
		}
	}
	table, _ := known.Book.SubsidisedJobs(days[len(days)-1].To) // a year that is none is said beside its field
	return table
}

// reckonWages is nil where something in the form is wrong, which is said there.
func reckonWages(f *form.Form, known casework.Sums) (*economy.Wages, error) {
	var years []string
	for _, o := range yearOptions(known.Book.SubsidisedJobsDays()) {
		years = append(years, o.Value)
	}
	f.ChoiceIfAny("year", years...)
	table := newestJobs(f, known)
	for _, name := range economy.StatedQuantities() {
		said, any := amount(f, name)
		if !any {
			continue
		}
		var wrong *fault.Error
		if err := economy.State(&table.Value, name, int64(said)); errors.As(err, &wrong) {
			f.Take(fault.Fields{{Name: name, Text: wrong.Text}}.Err())
		} else if err != nil {
			return nil, err
		}
	}
	if !f.OK() {
		return nil, nil
	}
	wages, err := economy.WageOrAssistance(table)
	return &wages, err
}

func yearOptions(days []period.Span) []form.Option {
	var options []form.Option
	for _, d := range days {
		first, _, _ := d.From.Date()
		last, _, _ := d.To.Date()
		for year := first; year <= last; year++ {
			options = append(options, form.Option{Value: strconv.Itoa(year), Text: strconv.Itoa(year)})
		}
	}
	return options
}

func amountOf(w economy.Wages, name string) money.Kronor {
	q, _ := w.Quantity(name)
	return q.Amount
}

// leastJob is the job that costs the municipality least.
func leastJob(w economy.Wages) int {
	least := slices.MinFunc(remaining, func(a, b string) int { return cmp.Compare(amountOf(w, a), amountOf(w, b)) })
	return slices.Index(remaining, least)
}

func quantityText(frame layout.Frame, q economy.Quantity) string {
	if q.Unit == economy.OfGrossWage {
		return frame.Rate(q.Rate)
	}
	return frame.Kronor(q.Amount)
}

func showWages(frame layout.Frame, f *form.Form, w economy.Wages) *wageResult {
	shown := &wageResult{Source: frame.Text("sums.wage.source", "Source", frame.Source(w.Source))}
	costs := chart.Bars{ID: "costs", What: frame.Text("sums.wage.what"), Measure: frame.Text("sums.wage.a_month")}
	for i, name := range remaining {
		costs.Bars = append(costs.Bars, chart.Bar{Label: frame.Code("sums.job.", jobs[i]), Tone: chart.Work,
			Value: max(0, float64(amountOf(w, name))), Text: frame.Kronor(amountOf(w, name))})
	}
	for _, name := range assistance {
		costs.Bars = append(costs.Bars, chart.Bar{Label: frame.Text("sums.wage." + name), Tone: chart.Ask,
			Value: float64(amountOf(w, name)), Text: frame.Kronor(amountOf(w, name))})
	}
	least := leastJob(w)
	shown.Costs = costs.Figure(frame.Printer, frame.Text("sums.wage.costs", "Job", frame.Code("sums.job.", jobs[least]), "Cost", amountOf(w, remaining[least])))
	gain := chart.Balance{ID: "gain", What: frame.Text("sums.wage.what"), Measure: frame.Text("sums.wage.gain_a_month"),
		Less: frame.Text("sums.wage.loses"), More: frame.Text("sums.wage.gains")}
	gains := 0
	for _, home := range homes {
		for _, job := range jobs {
			q, _ := w.Quantity("net_" + home + "_" + job)
			tone := chart.Ask
			if q.Amount > 0 {
				tone = chart.Work
				gains++
			}
			gain.Bars = append(gain.Bars, chart.Bar{Label: frame.Text("economy.quantity." + q.Name), Value: float64(q.Amount), Text: signed(frame, q.Amount), Tone: tone})
		}
	}
	shown.Gain = gain.Figure(frame.Printer, frame.Text("sums.wage.gain", "Gains", gains, "All", len(gain.Bars))).
		With(frame.Text("calc.wage.not_counted")).AsFile(wagePath+"/figures.csv?"+f.Query().Encode(), frame.Text("sums.file"))
	for i, caption := range []string{frame.Text("calc.wage.table_1"), frame.Text("calc.wage.table_2"), frame.Text("calc.wage.table_3")} {
		t := layout.Table{Caption: caption, Stack: true, Columns: []layout.Column{{Text: frame.Text("sums.wage.what")}, {Text: frame.Text("sums.wage.how")}, {Text: frame.Text("sums.wage.a_month"), Number: true}}}
		for _, q := range w.Quantities {
			if q.Table == i+1 {
				t.Rows = append(t.Rows, layout.Row{Cells: layout.Cells(frame.Text("economy.quantity."+q.Name), howReckoned(frame, f, q), quantityText(frame, q)), Sum: q.Name == "total_wage_cost"})
			}
		}
		shown.Tables = append(shown.Tables, layout.NewTable(t))
	}
	return shown
}

// howReckoned says where a figure comes from: the source, the reader, or the others.
func howReckoned(frame layout.Frame, f *form.Form, q economy.Quantity) string {
	switch {
	case q.Stated && f.Raw(q.Name) != "":
		return frame.Text("sums.wage.own")
	case q.Stated:
		return frame.Text("sums.wage.stated")
	}
	return frame.Text([]string{"sums.wage.table_1", "sums.wage.table_2", "sums.wage.table_3"}[q.Table-1])
}

// wageFile is every figure by its name.
func wageFile(w http.ResponseWriter, r *http.Request, known casework.Sums) error {
	f := layout.ReadForm(r)
	frame := layout.FrameOf(r, "sums.wage.title")
	wages, err := reckonWages(f, known)
	if err != nil {
		return err
	}
	if wages == nil {
		return f.Err()
	}
	sheet := layout.Sheet{Name: "wage-or-assistance", Columns: []string{frame.Text("sums.wage.name"), frame.Text("sums.wage.what"), frame.Text("sums.wage.how"), frame.Text("sums.wage.value"), frame.Text("sums.wage.unit")}}
	for _, q := range wages.Quantities {
		var value any = int(q.Amount)
		unit := frame.Text("sums.wage.kronor_a_month")
		if q.Unit == economy.OfGrossWage {
			value, unit = frame.Decimal(float64(q.Rate)/100, 2), frame.Text("sums.wage.of_gross_wage")
		}
		sheet.Rows = append(sheet.Rows, []any{q.Name, frame.Text("economy.quantity." + q.Name), howReckoned(frame, f, q), value, unit})
	}
	return layout.File(w, frame.Printer, sheet)
}
