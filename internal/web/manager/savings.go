package manager

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/economy"
	"fotfaste/internal/money"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type savingsBody struct {
	Head     layout.Head
	Tabs     layout.Tabs
	Slides   []slide
	Stats    []layout.Stat
	Balance  *chart.Figure // nil where something stated is wrong
	Quarters card
	Why      []layout.Explanation
	Assumed  layout.Table // what the sum rests on, for paper too
	File     string
}

// slide is an assumption with a handle to move it by, where there is script.
type slide struct {
	Field             form.Field
	Least, Most, Step int
	Said              int
	Label             string
}

// What nobody has said yet, in whole per cent and years.
const (
	// anywayAtFirst follows from the trials of IPS that 002 tells of (table 4): 58 of 100 were
	// in work with it and 21 without, so that 36 of 100 of those in work would have been
	// anyway. It is another intervention for other people, and the page says so.
	anywayAtFirst = 36
	yearsAtFirst  = 3 // as the project of 001
)

// savings is what the programme costs and saves, with the assumptions in the address.
func (p *Pages) savings(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	v, err := p.office.SeeProgrammeCosts(r.Context(), actor, len(r.URL.Query()) > 0)
	if err != nil {
		return err
	}
	year := readYear(f, v)
	frame := layout.FrameOf(r, "savings.title").With(f)
	body := savingsBody{
		Head: layout.Head{Title: frame.Text("savings.title"), Lead: frame.Text("savings.lead")},
		Tabs: tabsAt(frame, savingsPath), Slides: slides(frame, f, v), Quarters: quartersCard(frame, v),
	}
	if f.OK() {
		sum, err := year.Sum()
		if err != nil && !f.Take(err) {
			return err
		}
		if err == nil {
			body.show(frame, f, v, year, sum)
		}
	}
	return layout.Render(w, r, "manager/savings", layout.Page[savingsBody]{Frame: frame, Body: body})
}

func (b *savingsBody) show(frame layout.Frame, f *form.Form, v casework.ProgrammeCosts, year economy.ProgrammeYear, sum economy.ProgrammeSum) {
	b.Head.Title = savingsHeading(frame, sum)
	b.Stats = savingsStats(frame, year, sum)
	figure := balanceFigure(frame, sum)
	b.Balance = &figure
	b.Why = savingsWhy(frame, v, year, sum)
	b.Assumed = assumedTable(frame, year)
	b.File = savingsPath + "/file?" + f.Query().Encode()
}

// readYear is what the ledger says and what the reader assumes. What is not in the address
// begins from what is known.
func readYear(f *form.Form, v casework.ProgrammeCosts) economy.ProgrammeYear {
	assistance := 0
	switch {
	case v.Single != nil:
		assistance = int(v.Single.Amount)
	case v.Assistance != nil:
		assistance = int(v.Assistance.Assistance)
	}
	for name, number := range map[string]int{"staff": 0, "places": 0, "assistance": assistance, "replaced": economy.WholeShare,
		"lasting": lastingShare(v), "anyway": anywayAtFirst, "years": yearsAtFirst} {
		if !f.Sent(name) {
			f.Fill(name, strconv.Itoa(number))
		}
	}
	return economy.ProgrammeYear{
		Compensation: wholeKronor(v.Year.Base) + wholeKronor(v.Year.Child), Months: v.Months(), Left: v.Left,
		Staff: money.Kronor(f.Int("staff", 0, int(economy.MostProject))), Places: money.Kronor(f.Int("places", 0, int(economy.MostProject))),
		Assistance: money.Kronor(f.Int("assistance", 0, int(economy.MostAssistance))), Replaced: f.Int("replaced", 0, economy.WholeShare),
		Lasting: f.Int("lasting", 0, economy.WholeShare), Anyway: f.Int("anyway", 0, economy.WholeShare), Years: f.Int("years", 1, economy.MostYears),
	}
}

// wholeKronor is the amount half up; the ledger is in whole kronor.
func wholeKronor(o money.Ore) money.Kronor { return money.Kronor((o + 50) / 100) }

// lastingShare is who is still off assistance a year after, of those who are known of; of
// three months after where nobody's year has come, and everybody where nothing is known.
func lastingShare(v casework.ProgrammeCosts) int {
	known := economy.WholeShare
	for _, o := range v.Outcomes {
		if o.Months <= 12 && o.Known > 0 {
			known = economy.WholeShare * o.Away / o.Known
		}
	}
	return known
}

func slides(frame layout.Frame, f *form.Form, v casework.ProgrammeCosts) []slide {
	kronor, share := frame.Text("sums.kronor"), frame.Text("savings.per_cent")
	one := func(name, unit string, least, most, step int, hint string) slide {
		field := f.NumberField(name, "savings."+name, unit).Hinted(hint)
		said, err := strconv.Atoi(f.Raw(name))
		if err != nil {
			said = least
		}
		return slide{Field: field, Least: least, Most: max(most, said), Step: step, Said: said, Label: frame.Text("sums.payback.move", "What", field.Label)}
	}
	standard := frame.Text("savings.assistance_unknown")
	if v.Assistance != nil {
		standard = frame.Text("savings.assistance_hint", "Standard", v.Assistance.NationalStandard)
	}
	if v.Single != nil {
		standard = frame.Text("savings.assistance_single", "Amount", v.Single.Amount, "Year", strconv.Itoa(v.Single.Year)) + " " + standard
	}
	return []slide{
		one("staff", kronor, 0, 20_000_000, 50_000, frame.Text("savings.staff_hint")),
		one("places", kronor, 0, 20_000_000, 50_000, frame.Text("savings.places_hint")),
		one("assistance", kronor, 0, 20_000, 10, standard),
		one("replaced", share, 0, 100, 1, frame.Text("savings.replaced_hint")),
		one("lasting", share, 0, 100, 1, lastingHint(frame, v)),
		one("anyway", share, 0, 100, 1, frame.Text("savings.anyway_hint", "Share", anywayAtFirst)),
		one("years", frame.Text("sums.household.years"), 1, 10, 1, frame.Text("savings.years_hint")),
	}
}

func lastingHint(frame layout.Frame, v casework.ProgrammeCosts) string {
	hint := frame.Text("savings.lasting_unknown")
	for _, o := range v.Outcomes {
		if o.Months <= 12 && o.Known > 0 {
			hint = frame.Text("savings.lasting_hint", "Months", o.Months, "Away", o.Away, "Known", o.Known)
		}
	}
	return hint
}

// savingsHeading says the sum and, in the same breath, that it hangs on what is assumed.
func savingsHeading(frame layout.Frame, sum economy.ProgrammeSum) string {
	switch {
	case sum.Net >= 0:
		return frame.Text("savings.heading_more", "Net", sum.Net)
	case sum.Payback != nil && sum.Payback.PaybackYears != nil:
		return frame.Text("savings.heading_back", "Net", -sum.Net, "Years", frame.Decimal(float64(*sum.Payback.PaybackYears)/1000, 1))
	}
	return frame.Text("savings.heading_never", "Net", -sum.Net)
}

func savingsStats(frame layout.Frame, year economy.ProgrammeYear, sum economy.ProgrammeSum) []layout.Stat {
	stats := []layout.Stat{
		{Text: frame.Text("savings.stat.net"), Value: signedKronor(frame, sum.Net), Detail: frame.Text("savings.stat.net_detail"), Tone: layout.Good},
		{Text: frame.Text("savings.stat.payback"), Value: frame.Text("savings.stat.at_once"), Detail: frame.Text("savings.stat.payback_detail")},
		{Text: frame.Text("savings.stat.even"), Value: "–", Detail: frame.Text("savings.stat.even_none", "Years", year.Years)},
	}
	if sum.Net < 0 {
		stats[0].Tone = layout.Ask
	}
	if b := sum.Payback; b != nil {
		stats[1].Value = frame.Text("savings.stat.never")
		if b.PaybackYears != nil {
			stats[1].Value = frame.Text("calc.payback.in_years", "Years", frame.Decimal(float64(*b.PaybackYears)/1000, 1))
		}
	}
	if sum.MostAnyway != nil {
		stats[2].Value = frame.Percent(float64(*sum.MostAnyway) / economy.WholeShare)
		stats[2].Detail = frame.Text("savings.stat.even_detail", "Years", year.Years)
	}
	return stats
}

// signedKronor is an amount with its sign.
func signedKronor(frame layout.Frame, amount money.Kronor) string {
	switch {
	case amount > 0:
		return "+" + frame.Kronor(amount)
	case amount < 0:
		return "−" + frame.Kronor(-amount)
	}
	return frame.Kronor(0)
}

func balanceFigure(frame layout.Frame, sum economy.ProgrammeSum) chart.Figure {
	bars := chart.Balance{ID: "balance", What: frame.Text("savings.what"), Measure: frame.Text("savings.year"), Less: frame.Text("savings.costs"), More: frame.Text("savings.saves")}
	for _, b := range []struct {
		key    string
		amount money.Kronor
		tone   chart.Tone
	}{{"savings.line.cost", -sum.Cost, chart.Quiet}, {"savings.line.replaced", sum.Replaced, chart.Sky}, {"savings.line.saving", sum.Saving, chart.Work}, {"savings.line.net", sum.Net, netTone(sum.Net)}} {
		bars.Bars = append(bars.Bars, chart.Bar{Label: frame.Text(b.key), Value: float64(b.amount), Text: signedKronor(frame, b.amount), Tone: b.tone})
	}
	return bars.Figure(frame.Printer, frame.Text("savings.finding", "Cost", sum.Cost, "Back", sum.Replaced+sum.Saving)).With(frame.Text("savings.no_effect"))
}

func netTone(net money.Kronor) chart.Tone {
	if net < 0 {
		return chart.Ask
	}
	return chart.Work
}

// quartersCard is what the ledger has of each quarter.
func quartersCard(frame layout.Frame, v casework.ProgrammeCosts) card {
	s := quartersSheet(frame, v)
	bars := chart.Bars{ID: "quarters", What: s.Columns[0], Measure: s.Columns[3]}
	for _, q := range v.Quarters {
		sum := wholeKronor(q.Base) + wholeKronor(q.Child)
		bars.Bars = append(bars.Bars, chart.Bar{Label: quarterName(frame, q.Quarter), Value: max(0, float64(sum)), Text: frame.Kronor(sum), Tone: chart.Work})
	}
	title := frame.Text("savings.quarters", "Sum", wholeKronor(v.Year.Base)+wholeKronor(v.Year.Child), "Child", wholeKronor(v.Year.Child))
	c := made(frame, s, bars.Figure(frame.Printer, title).With(frame.Text("savings.quarters_note")), false)
	c.Figure = c.Figure.AsFile(savingsPath+"/quarters.csv", frame.Text("layout.as_file"))
	return c
}

func quartersSheet(frame layout.Frame, v casework.ProgrammeCosts) layout.Sheet {
	s := layout.Sheet{Name: "programme-costs", Columns: []string{frame.Text("savings.quarter"), frame.Text("savings.base"), frame.Text("savings.child"), frame.Text("savings.sum")}}
	for _, q := range v.Quarters {
		s.Rows = append(s.Rows, []any{quarterName(frame, q.Quarter), int(wholeKronor(q.Base)), int(wholeKronor(q.Child)), int(wholeKronor(q.Base) + wholeKronor(q.Child))})
	}
	return s
}
