package manager

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/economy"
	"fotfaste/internal/law"
	"fotfaste/internal/web/layout"
)

// savingsWhy is every figure of the sum, opened.
func savingsWhy(f layout.Frame, v casework.ProgrammeCosts, year economy.ProgrammeYear, sum economy.ProgrammeSum) []layout.Explanation {
	span := f.Text("savings.why.span", "From", v.Since, "To", v.Today)
	return []layout.Explanation{
		{Text: f.Text("savings.line.cost"), Value: f.Kronor(sum.Cost), How: f.Text("savings.why.cost"), Steps: []layout.Explanation{
			{Text: f.Text("savings.base"), Value: f.Kronor(wholeKronor(v.Year.Base)), How: span, Source: f.Text("savings.why.ledger")},
			{Text: f.Text("savings.child"), Value: f.Kronor(wholeKronor(v.Year.Child)), How: span, Source: f.Text("savings.why.ledger")},
			{Text: f.Text("savings.staff"), Value: f.Kronor(year.Staff), Source: f.Text("savings.why.assumed")},
			{Text: f.Text("savings.places"), Value: f.Kronor(year.Places), Source: f.Text("savings.why.assumed")},
		}},
		{Text: f.Text("savings.line.replaced"), Value: f.Kronor(sum.Replaced),
			How: f.Text("savings.why.replaced", "Months", year.Months, "Assistance", year.Assistance, "Share", year.Replaced), Steps: []layout.Explanation{
				{Text: f.Text("savings.why.months"), Value: f.Number(int64(year.Months)), How: f.Text("savings.why.months_how", "Weeks", v.Weeks), Source: f.Text("savings.why.ledger")},
				assistanceWhy(f, v, year),
			}},
		{Text: f.Text("savings.line.saving"), Value: f.Kronor(sum.Saving),
			How: f.Text("savings.why.saving", "Gross", sum.Gross, "Anyway", sum.Anyway), Steps: []layout.Explanation{
				{Text: f.Text("savings.why.left"), Value: f.Number(int64(year.Left)), How: f.Text("savings.why.left_how"), Source: f.Text("savings.why.exits")},
				{Text: f.Text("savings.lasting"), Value: f.Percent(float64(year.Lasting) / 100), How: lastingHint(f, v), Source: f.Text("savings.why.assumed")},
				{Text: f.Text("savings.anyway"), Value: f.Percent(float64(year.Anyway) / 100), How: f.Text("savings.anyway_hint", "Share", anywayAtFirst), Source: f.Source(law.SourceOverview)},
				{Text: f.Text("savings.why.gross"), Value: f.Kronor(sum.Gross), How: f.Text("savings.why.gross_how", "Left", year.Left, "Lasting", year.Lasting, "Assistance", year.Assistance)},
			}},
		{Text: f.Text("savings.line.net"), Value: signedKronor(f, sum.Net), How: f.Text("savings.why.net")},
		{Text: f.Text("savings.stat.payback"), How: f.Text("savings.why.payback", "Cost", max(0, sum.Left), "Saving", sum.Saving), Source: f.Source(law.SourceProject)},
		{Text: f.Text("savings.stat.even"), How: f.Text("savings.why.even", "Years", year.Years)},
	}
}

// assistanceWhy is the amount of a month, with the steps of the law where it is theirs.
func assistanceWhy(f layout.Frame, v casework.ProgrammeCosts, year economy.ProgrammeYear) layout.Explanation {
	e := layout.Explanation{Text: f.Text("savings.assistance"), Value: f.Kronor(year.Assistance), Source: f.Text("savings.why.assumed")}
	if v.Single != nil && v.Single.Amount == year.Assistance {
		e.Source, e.How = f.Source(v.Single.Source), f.Text("savings.assistance_single", "Amount", v.Single.Amount, "Year", strconv.Itoa(v.Single.Year))
		return e
	}
	if v.Assistance == nil || v.Assistance.Assistance != year.Assistance {
		return e
	}
	e.Source = ""
	for _, s := range v.Assistance.Steps {
		e.Steps = append(e.Steps, layout.Explanation{Text: f.Fault(s.Text()), Value: f.Kronor(s.Amount), Source: f.Source(s.Source)})
	}
	return e
}

// assumedTable is what the sum rests on and nobody knows, for the report on paper too.
func assumedTable(f layout.Frame, year economy.ProgrammeYear) layout.Table {
	t := layout.Table{Caption: f.Text("savings.assumed"), Hide: true, Columns: []layout.Column{{Text: f.Text("savings.what")}, {Text: f.Text("savings.assumed_value"), Number: true}}}
	add := func(key, value string) { t.Rows = append(t.Rows, layout.Row{Cells: layout.Cells(f.Text(key), value)}) }
	share := func(n int) string { return f.Percent(float64(n) / 100) }
	add("savings.staff", f.Kronor(year.Staff))
	add("savings.places", f.Kronor(year.Places))
	add("savings.assistance", f.Kronor(year.Assistance))
	add("savings.replaced", share(year.Replaced))
	add("savings.lasting", share(year.Lasting))
	add("savings.anyway", share(year.Anyway))
	add("savings.years", f.Number(int64(year.Years)))
	return layout.NewTable(t)
}

// savingsFile is the sum, what it was reckoned from and what was assumed, a line for each.
func (p *Pages) savingsFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	v, err := p.office.SeeProgrammeCosts(r.Context(), actor, len(r.URL.Query()) > 0)
	if err != nil {
		return err
	}
	year := readYear(f, v)
	if err := f.Err(); err != nil {
		return err
	}
	sum, err := year.Sum()
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "savings.title")
	s := layout.Sheet{Name: "programme-sum", Columns: []string{frame.Text("savings.what"), frame.Text("savings.file_value")}}
	for _, line := range []struct {
		key   string
		value int
	}{
		{"savings.base", int(wholeKronor(v.Year.Base))}, {"savings.child", int(wholeKronor(v.Year.Child))}, {"savings.staff", int(year.Staff)}, {"savings.places", int(year.Places)},
		{"savings.why.months", year.Months}, {"savings.why.left", year.Left}, {"savings.assistance", int(year.Assistance)}, {"savings.replaced", year.Replaced},
		{"savings.lasting", year.Lasting}, {"savings.anyway", year.Anyway}, {"savings.years", year.Years}, {"savings.line.cost", int(sum.Cost)},
		{"savings.line.replaced", int(sum.Replaced)}, {"savings.why.gross", int(sum.Gross)}, {"savings.line.saving", int(sum.Saving)}, {"savings.line.net", int(sum.Net)},
	} {
		s.Rows = append(s.Rows, []any{frame.Text(line.key), line.value})
	}
	return layout.File(w, frame.Printer, s)
}

// quarterCostsFile is the compensation of each quarter.
func (p *Pages) quarterCostsFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeProgrammeCosts(r.Context(), actor, false)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "savings.title")
	return layout.File(w, frame.Printer, quartersSheet(frame, v))
}
