package cli

import (
	"fotfaste/internal/economy"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/locale"
)

// The ways of reckoning.
const (
	projectWay    = "project"
	haskyWay      = "hasky"
	resursjobbWay = "resursjobb"
)

type calcPaybackCommand struct {
	Way            string `enum:"project,hasky,resursjobb" default:"project" help:"project: a cost, and a saving each year after (001). hasky: case workers with fewer clients each (002). resursjobb: a job for a time instead of assistance (002)."`
	Cost           int64  `placeholder:"KRONOR" help:"project: all that is put in."`
	AnnualSaving   int64  `placeholder:"KRONOR" help:"project, hasky: what is saved in a year."`
	Years          int    `default:"3" help:"project: within how many years it should have paid for itself."`
	Workers        int    `default:"5" help:"hasky: case workers."`
	FewerPercent   string `default:"45" help:"hasky: how many fewer clients each has; the source says 40 to 50."`
	WorkerYear     int64  `placeholder:"KRONOR" help:"hasky: what a case worker costs in a year."`
	WageCost       int64  `placeholder:"KRONOR" help:"resursjobb: pay, on-costs and staff for one person in a month."`
	Subsidy        int64  `placeholder:"KRONOR" help:"resursjobb: of the pay, in a month."`
	Assistance     int64  `placeholder:"KRONOR" help:"resursjobb: assistance that is not paid, in a month."`
	Handling       int64  `placeholder:"KRONOR" help:"resursjobb: of that assistance, in a month."`
	Months         int    `default:"12" help:"resursjobb: how long the job lasts."`
	SelfSupporting string `default:"40" placeholder:"PERCENT" help:"resursjobb: who support themselves afterwards; the source has 40 percent in lasting work after a year."`
	Language       string `enum:"sv,en" default:"sv" help:"Of the text: sv or en."`
	JSON           bool   `name:"json" help:"As JSON."`
}

// Run prints when the money has come back.
func (c *calcPaybackCommand) Run(env *Env) error {
	p := locale.For(c.Language)
	switch c.Way {
	case haskyWay:
		return c.hasky(env, p)
	case resursjobbWay:
		return c.resursjobb(env, p)
	}
	return c.project(env, p)
}

// saidPayback is the answer, in whole kronor and in numbers with three decimals.
type saidPayback struct {
	Way            string               `json:"way"`
	Cost           money.Kronor         `json:"cost"`
	AnnualSaving   money.Kronor         `json:"annual_saving"`
	Years          int                  `json:"years"`
	PaybackYears   *economy.Thousandths `json:"payback_years"`    // null where nothing is saved
	BreakEvenShare *economy.Thousandths `json:"break_even_share"` // likewise
	Net            []economy.YearNet    `json:"net"`
	Sensitivity    []economy.Varied     `json:"sensitivity"`
	Sentence       string               `json:"text"`
	Assumes        string               `json:"assumes"`
	Source         string               `json:"source"`
}

func (c *calcPaybackCommand) project(env *Env, p *locale.Printer) error {
	b, err := economy.PaybackOf(economy.Project{Cost: money.Kronor(c.Cost), AnnualSaving: money.Kronor(c.AnnualSaving), Years: c.Years})
	if err != nil {
		return saidFault(p, err)
	}
	sentence := p.Text("calc.payback.never")
	if b.PaybackYears != nil {
		sentence = p.Text("calc.payback.years", "Years", thousandths(p, *b.PaybackYears), "Share", p.PercentWith(float64(*b.BreakEvenShare)/1000, 1), "Within", c.Years)
	}
	if c.JSON {
		return writeJSON(env.Out, saidPayback{Way: projectWay, Cost: b.Project.Cost, AnnualSaving: b.Project.AnnualSaving, Years: b.Project.Years,
			PaybackYears: b.PaybackYears, BreakEvenShare: b.BreakEvenShare, Net: b.Net, Sensitivity: b.Sensitivity,
			Sentence: plainSpaces.Replace(sentence), Assumes: p.Text("calc.payback.assumes"), Source: p.Source(law.SourceProject)})
	}
	net := layout.Explanation{Text: p.Text("calc.payback.net")}
	for _, y := range b.Net {
		net.Steps = append(net.Steps, layout.Explanation{Text: p.Text("calc.payback.year", "Year", y.Year), Value: p.Kronor(y.Net)})
	}
	varied := layout.Explanation{Text: p.Text("calc.payback.sensitivity")}
	for _, v := range b.Sensitivity {
		value := p.Text("calc.payback.never")
		if v.PaybackYears != nil {
			value = p.Text("calc.payback.in_years", "Years", thousandths(p, *v.PaybackYears))
		}
		varied.Steps = append(varied.Steps, layout.Explanation{Value: value,
			Text: p.Text("calc.payback.varied", "Cost", v.CostPercent, "Saving", v.SavingPercent)})
	}
	return tellTree(env.Out, layout.Explanation{Text: sentence, Source: p.Source(law.SourceProject),
		Steps: []layout.Explanation{{Text: p.Text("calc.payback.assumes")}}}, net, varied)
}

func thousandths(p *locale.Printer, t economy.Thousandths) string {
	return p.Decimal(float64(t)/1000, 3)
}

func (c *calcPaybackCommand) hasky(env *Env, p *locale.Printer) error {
	fewer, err := money.ParsePercent(c.FewerPercent)
	if err != nil {
		return refuse(p, "calc.flag.not_an_amount", "Flag", "--fewer-percent", "Said", c.FewerPercent)
	}
	way := economy.FewerClients{Workers: c.Workers, Fewer: fewer, WorkerYear: money.Kronor(c.WorkerYear), AnnualSaving: money.Kronor(c.AnnualSaving)}
	sum, err := way.Sum()
	if err != nil {
		return saidFault(p, err)
	}
	if c.JSON {
		return writeJSON(env.Out, map[string]any{"way": haskyWay, "extra_workers": sum.ExtraWorkers, "annual_cost": sum.Cost, "annual_saving": c.AnnualSaving,
			"annual_net": sum.Net, "break_even_share": sum.BreakEvenShare, "source_gives": layout.HaskyGives(p), "source": p.Source(law.SourceOverview)})
	}
	return tellTree(env.Out, layout.FewerClients(p, way, sum))
}

func (c *calcPaybackCommand) resursjobb(env *Env, p *locale.Printer) error {
	supporting, err := money.ParsePercent(c.SelfSupporting)
	if err != nil {
		return refuse(p, "calc.flag.not_an_amount", "Flag", "--self-supporting", "Said", c.SelfSupporting)
	}
	way := economy.JobYear{Months: c.Months, WageCost: money.Kronor(c.WageCost), Subsidy: money.Kronor(c.Subsidy),
		Assistance: money.Kronor(c.Assistance), Handling: money.Kronor(c.Handling), SelfSupporting: supporting}
	sum, err := way.Sum()
	if err != nil {
		return saidFault(p, err)
	}
	if c.JSON {
		return writeJSON(env.Out, map[string]any{"way": resursjobbWay, "monthly_net_cost": sum.MonthlyNet, "invested": sum.Invested,
			"monthly_saving_after": sum.MonthlySaving, "payback_months": sum.PaybackMonths, "source_gives": layout.ResursjobbGives(p), "source": p.Source(law.SourceOverview)})
	}
	return tellTree(env.Out, layout.JobYear(p, way, sum))
}
