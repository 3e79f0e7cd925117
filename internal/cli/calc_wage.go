package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/locale"
)

type calcWageCommand struct {
	Year     int      `default:"2020" help:"Whose figures to begin from: 2020, the year of the source."`
	Set      []string `placeholder:"NAME=AMOUNT" sep:"none" help:"Another amount for a stated figure, such as gross_wage=21000 or employer_on_cost=38.5. May be given several times."`
	Language string   `enum:"sv,en" default:"sv" help:"Of the text: sv or en."`
	JSON     bool     `name:"json" help:"As JSON."`
}

// Run prints what a subsidised job costs beside assistance: three tables, every figure
// by its name.
func (c *calcWageCommand) Run(env *Env) error {
	p := locale.For(c.Language)
	if c.Year < 1 || c.Year > 9999 {
		return refuse(p, "calc.flag.not_a_year", "Flag", "--year", "Said", c.Year)
	}
	jobs, err := law.Sweden().SubsidisedJobs(period.Date(c.Year, 1, 1))
	if err != nil {
		return notReckoned(p, err)
	}
	for _, said := range c.Set {
		name, amount, both := strings.Cut(said, "=")
		// Kronor and percentages are both written with at most two decimals after a point.
		hundredths, err := money.ParsePercent(amount)
		if !both || err != nil {
			return refuse(p, "calc.flag.not_an_amount", "Flag", "--set", "Said", fmt.Sprintf("%.60q", said))
		}
		if err := economy.State(&jobs.Value, name, int64(hundredths)); err != nil {
			return saidFault(p, err)
		}
	}
	wages, err := economy.WageOrAssistance(jobs)
	if err != nil {
		return err
	}
	if c.JSON {
		return writeJSON(env.Out, wagesSaid(p, wages))
	}
	return tellTree(env.Out, explainWages(p, wages)...)
}

// saidFault is a refusal of a rule in words: its own text, and that of each field.
func saidFault(p *locale.Printer, err error) error {
	var wrong *fault.Error
	if !errors.As(err, &wrong) || wrong.Code != fault.Invalid {
		return err
	}
	if len(wrong.Fields) == 0 {
		return &RefusedError{errors.New(plainSpaces.Replace(p.Fault(wrong.Text)))}
	}
	var lines []string
	for _, f := range wrong.Fields {
		lines = append(lines, "--"+strings.ReplaceAll(f.Name, "_", "-")+": "+plainSpaces.Replace(p.Fault(f.Text)))
	}
	return &RefusedError{errors.New(strings.Join(lines, "\n  "))}
}

type saidQuantity struct {
	Name   string       `json:"name"`
	Value  json.Number  `json:"value"`
	Unit   economy.Unit `json:"unit"`
	Table  int          `json:"table"`
	Stated bool         `json:"stated"` // else reckoned from what was stated
}

// wagesSaid is every figure by its name, and the same as a list in the order of the
// tables.
func wagesSaid(p *locale.Printer, w economy.Wages) map[string]any {
	said := map[string]any{"source": p.Source(w.Source)}
	var list []saidQuantity
	for _, q := range w.Quantities {
		value := json.Number(q.Amount.String())
		if q.Unit == economy.OfGrossWage {
			value = json.Number(q.Rate.String())
		}
		said[q.Name] = value
		list = append(list, saidQuantity{Name: q.Name, Value: value, Unit: q.Unit, Table: q.Table, Stated: q.Stated})
	}
	said["quantities"] = list
	return said
}

// explainWages is the three tables, how they are rounded and what is not in them.
func explainWages(p *locale.Printer, w economy.Wages) []layout.Explanation {
	tables := []layout.Explanation{
		{Text: p.Text("calc.wage.table_1"), Source: p.Source(w.Source)},
		{Text: p.Text("calc.wage.table_2"), Source: p.Source(w.Source)},
		{Text: p.Text("calc.wage.table_3"), Source: p.Source(w.Source)},
	}
	for _, q := range w.Quantities {
		value := p.Kronor(q.Amount)
		if q.Unit == economy.OfGrossWage {
			value = p.Rate(q.Rate)
		}
		table := &tables[q.Table-1]
		table.Steps = append(table.Steps, layout.Explanation{Text: p.Text("economy.quantity." + q.Name), Value: value})
	}
	return append(tables, layout.Explanation{Text: p.Text("calc.wage.rounded")}, layout.Explanation{Text: p.Text("calc.wage.not_counted")})
}
