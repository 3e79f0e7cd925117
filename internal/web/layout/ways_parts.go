package layout

import (
	"fotfaste/internal/economy"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/web/locale"
)

// FewerClients is what comes of HASKY's way of reckoning, line by line.
func FewerClients(p *locale.Printer, w economy.FewerClients, sum economy.StaffSum) Explanation {
	return Explanation{Text: p.Text("calc.payback.hasky", "Workers", thousandths(p, sum.ExtraWorkers)), Value: p.Kronor(sum.Net), Source: p.Source(law.SourceOverview),
		Steps: []Explanation{
			{Text: p.Text("calc.payback.annual_saving"), Value: p.Kronor(w.AnnualSaving)},
			{Text: p.Text("calc.payback.annual_cost"), Value: p.Kronor(sum.Cost)},
			{Text: HaskyGives(p)},
		}}
}

// HaskyGives is what the source says of it.
func HaskyGives(p *locale.Printer) string {
	return p.Text("calc.payback.hasky_gives", "Workers", economy.HaskyWorkers, "Least", money.Percent(economy.HaskyLeastFewer), "Most", money.Percent(economy.HaskyMostFewer))
}

// JobYear is what comes of Resursjobb's way of reckoning, line by line.
func JobYear(p *locale.Printer, j economy.JobYear, sum economy.JobSum) Explanation {
	months := p.Text("calc.payback.never")
	if sum.PaybackMonths != nil {
		months = p.Text("calc.payback.months", "Months", thousandths(p, *sum.PaybackMonths))
	}
	return Explanation{Text: months, Source: p.Source(law.SourceOverview), Steps: []Explanation{
		{Text: p.Text("calc.payback.monthly_net"), Value: p.Kronor(sum.MonthlyNet)},
		{Text: p.Text("calc.payback.invested", "Months", j.Months), Value: p.Kronor(sum.Invested)},
		{Text: p.Text("calc.payback.saving_after"), Value: p.Kronor(sum.MonthlySaving)},
		{Text: ResursjobbGives(p)},
	}}
}

// ResursjobbGives is what the source says of it.
func ResursjobbGives(p *locale.Printer) string {
	return p.Text("calc.payback.resursjobb_gives", "Least", economy.ResursjobbLeast, "Most", economy.ResursjobbMost,
		"Work", economy.ResursjobbInWork, "Jobless", economy.ResursjobbJobless, "Measures", economy.ResursjobbMeasures, "Away", economy.ResursjobbAway)
}

func thousandths(p *locale.Printer, t economy.Thousandths) string {
	return p.Decimal(float64(t)/1000, 3)
}
