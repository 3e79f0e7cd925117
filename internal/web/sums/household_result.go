package sums

import (
	"fmt"
	"strconv"
	"strings"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

// householdResult is the answer as the page shows it.
type householdResult struct {
	Stats       []layout.Stat
	Warnings    []string
	Why         []layout.Explanation
	Ways        chart.Figure
	Supplement  string // for whom, of children; "" without children or programme
	NoProgramme string
	Margin      *marginPart
}

func (s *householdSum) show(frame layout.Frame, f *form.Form) *householdResult {
	r := s.result()
	shown := &householdResult{Stats: householdStats(frame, r), Why: layout.ExplainHousehold(frame.Printer, r), Ways: s.waysFigure(frame)}
	for _, w := range r.Warnings {
		shown.Warnings = append(shown.Warnings, frame.Fault(w.Text()))
	}
	if s.refused != nil {
		shown.NoProgramme = frame.Text("calc.ways.no_programme", "Because", s.refused.Text)
	}
	if s.programme != nil && len(s.asked.facts.Children) > 0 {
		shown.Supplement = layout.ProgrammeSupplement(frame.Printer, s.asked.facts)
	}
	if s.asked.pay != nil {
		shown.Margin = s.margin(frame, f)
	}
	return shown
}

// householdHeading says the answer.
func householdHeading(frame layout.Frame, r economy.Result) string {
	switch {
	case r.Assistance > 0:
		return frame.Text("sums.household.assistance", "Amount", r.Assistance, "Month", r.Month)
	case r.Surplus > 0:
		return frame.Text("sums.household.surplus", "Amount", r.Surplus, "Month", r.Month)
	}
	return frame.Text("sums.household.even", "Month", r.Month)
}

// householdTags are who it was reckoned for: the form is not printed.
func householdTags(frame layout.Frame, a asked) []layout.Tag {
	who := frame.Text("sums.household.one_adult")
	if a.facts.Adults == economy.MostAdults {
		who = frame.Text("sums.household.couple")
	}
	tags := []layout.Tag{{Text: frame.Value(a.facts.Month)}, {Text: who}}
	if k := len(a.facts.Children); k > 0 {
		var ages []string
		for _, c := range a.facts.Children {
			ages = append(ages, strconv.Itoa(c.Age))
		}
		tags = append(tags, layout.Tag{Text: frame.Text("sums.household.children", "Count", k, "Ages", frame.List(ages))})
	}
	if a.facts.Size() != a.facts.Members() {
		tags = append(tags, layout.Tag{Text: frame.Text("sums.household.in_the_home", "Count", a.facts.Size())})
	}
	if a.facts.Shared {
		tags = append(tags, layout.Tag{Text: frame.Text("sums.household.is_shared")})
	}
	return tags
}

func householdStats(frame layout.Frame, r economy.Result) []layout.Stat {
	last := layout.Stat{Value: frame.Kronor(r.Assistance), Text: frame.Text("sums.household.stat_assistance"), Tone: layout.Good}
	if r.Surplus > 0 {
		last.Detail = frame.Text("sums.household.stat_surplus", "Amount", r.Surplus)
	}
	return []layout.Stat{
		{Value: frame.Kronor(r.NationalStandard), Text: frame.Text("sums.household.stat_standard")},
		{Value: frame.Kronor(r.CostTotal), Text: frame.Text("sums.household.stat_costs")},
		{Value: frame.Kronor(r.CountedIncome), Text: frame.Text("sums.household.stat_income")},
		last,
	}
}

// aWay is a way to live with its name and colour.
type aWay struct {
	name string
	tone chart.Tone
	way  economy.Way
}

func (s *householdSum) ways(frame layout.Frame) []aWay {
	ways := []aWay{{frame.Text("sums.household.today"), chart.Quiet, s.today}}
	if s.programme != nil {
		ways = append(ways, aWay{frame.Text("sums.household.in_programme"), chart.Sky, *s.programme})
	}
	if s.work != nil {
		ways = append(ways, aWay{frame.Text("sums.household.at_work", "Hours", s.asked.hours), chart.Work, *s.work})
	}
	return ways
}

// waysFigure holds the ways beside each other by what there is to live on.
func (s *householdSum) waysFigure(frame layout.Frame) chart.Figure {
	ways := s.ways(frame)
	bars := chart.Bars{ID: "ways", What: frame.Text("sums.household.way"), Measure: frame.Text("sums.household.left")}
	table := chart.Table{Columns: []string{frame.Text("sums.household.way"), frame.Text("sums.household.incomes"), frame.Text("sums.household.stat_costs"),
		frame.Text("sums.household.stat_assistance"), frame.Text("sums.household.left"), frame.Text("sums.household.than_today")}}
	best := ways[0]
	for _, w := range ways {
		bars.Bars = append(bars.Bars, chart.Bar{Label: w.name, Value: float64(w.way.Left), Text: frame.Kronor(w.way.Left), Tone: w.tone})
		r := w.way.Result
		net := w.way.Left - r.Assistance + r.CostTotal
		table.Rows = append(table.Rows, []string{w.name, frame.Kronor(net), frame.Kronor(r.CostTotal), frame.Kronor(r.Assistance), frame.Kronor(w.way.Left),
			signed(frame, w.way.Left-s.today.Left)})
		if w.way.Left > best.way.Left {
			best = w
		}
	}
	title := frame.Text("sums.household.ways_today", "Left", s.today.Left)
	if best.way.Left > s.today.Left {
		title = frame.Text("sums.household.ways_best", "Way", best.name, "More", best.way.Left-s.today.Left)
	}
	figure := bars.Figure(frame.Printer, title).With(frame.Text("sums.household.left_help"))
	table.Caption = title
	figure.Table = table
	return figure
}

// monthsOf are spans of months in words, for a message that has no language yet: years
// where they are whole.
func monthsOf(days []period.Span) fault.Text {
	var all []string
	for _, d := range days {
		first, from := d.From.Month().YearMonth()
		last, to := d.To.Month().YearMonth()
		switch {
		case from != 1 || to != 12:
			all = append(all, d.From.Month().String()+" – "+d.To.Month().String())
		case first == last:
			all = append(all, strconv.Itoa(first))
		default:
			all = append(all, strconv.Itoa(first)+"–"+strconv.Itoa(last))
		}
	}
	return fault.T("sums.plain", "Text", strings.Join(all, ", "))
}

// signed is an amount with its sign: "+1 250 kr".
func signed[A interface{ ~int64 }](frame layout.Frame, amount A) string {
	text := frame.Kronor(money.Kronor(amount))
	if amount > 0 {
		return "+" + text
	}
	return text
}

// fileName is the name of a file of the month, without its ending.
func fileName(what string, month period.Month) string { return fmt.Sprintf("%s-%s", what, month) }
