package layout

import (
	"net/url"
	"strconv"

	"fotfaste/internal/economy"
	"fotfaste/internal/household"
	"fotfaste/internal/money"
	"fotfaste/internal/web/locale"
)

// ExplainHousehold says the three totals of a household's month with their lines, and
// what comes of them. It is the same to the participant and to the office.
func ExplainHousehold(p *locale.Printer, r economy.Result) []Explanation {
	one := func(s economy.Step) Explanation {
		return Explanation{Text: p.Fault(s.Text()), Value: p.Kronor(s.Amount), Source: p.Source(s.Source)}
	}
	var groups []Explanation
	at := 0
	for _, lines := range [][]economy.Step{r.Standard, r.Costs, r.Incomes} {
		at += len(lines)
		group := one(r.Steps[at])
		at++
		group.Open = true
		for _, line := range lines {
			group.Steps = append(group.Steps, one(line))
		}
		groups = append(groups, group)
	}
	end := one(r.Steps[at])
	end.Tone = Good
	return append(groups, end)
}

// HouseholdWhat is what a row of a household is about: "Lön (Åsa)".
func HouseholdWhat(p *locale.Printer, s household.Statement) string {
	what := p.Fault(s.What.Text())
	if s.Name == "" {
		return what
	}
	return p.Text("household.what.named", "What", what, "Name", s.Name)
}

// HouseholdValue is what a row says: an amount, or who lives in the home.
func HouseholdValue(p *locale.Printer, s household.Statement) string {
	if s.What != household.Members {
		amount := p.Ore(s.Amount)
		if whole, err := s.Amount.Kronor(); err == nil {
			amount = p.Kronor(whole)
		}
		if s.Stimulus {
			return p.Text("household_page.with_stimulus", "Amount", amount)
		}
		return amount
	}
	words := []string{p.Text("household_page.adults", "Count", s.Home.Adults)}
	if len(s.Home.Ages) > 0 {
		ages := make([]string, len(s.Home.Ages))
		for i, age := range s.Home.Ages {
			ages[i] = strconv.Itoa(age)
		}
		words = append(words, p.Text("household_page.others", "Ages", p.List(ages)))
	}
	if s.Home.Size > 0 {
		words = append(words, p.Text("household_page.in_home", "Count", s.Home.Size))
	}
	if s.Home.Shared {
		words = append(words, p.Text("household_page.is_shared"))
	}
	return p.List(words)
}

// HouseholdMonths is when a row holds.
func HouseholdMonths(p *locale.Printer, s household.Statement) string {
	switch s.To {
	case 0:
		return p.Text("household_page.since", "From", s.From)
	case s.From:
		return p.Value(s.From)
	}
	return p.Text("household_page.between", "From", s.From, "To", s.To)
}

// HouseholdSource is where a row comes from, in words and as a colour.
func HouseholdSource(p *locale.Printer, s household.Statement) Cell {
	cell := Cell{Text: p.Code("household.by.", s.Provenance)}
	switch s.Provenance {
	case household.CaseManager:
		cell.Tone = Good
	case household.RegisterFile:
		cell.Tone = Sky
		cell.Detail = p.Text("household_page.line", "File", s.Source.File, "Line", s.Source.Line)
	case household.OwnStatement:
		cell.Tone = Social
	}
	return cell
}

// ProgrammeSupplement says for how many children the programme's compensation is reckoned
// with child supplement.
func ProgrammeSupplement(p *locale.Printer, f economy.Facts) string {
	if children := f.SupplementChildren(); children > 0 {
		return p.Text("calc.ways.supplement", "Count", children)
	}
	return p.Text("calc.ways.no_supplement")
}

// SumsOfHousehold is the address of the reckoner's page with the household filled in.
func SumsOfHousehold(f economy.Facts) string {
	q := url.Values{"month": {f.Month.String()}, "adults": {strconv.Itoa(f.Adults)}, "pay_per": {"month"},
		"children": {strconv.Itoa(len(f.Children))}, "incomes": {strconv.Itoa(len(f.Incomes))}}
	at := func(name string, row int) string { return name + "_" + strconv.Itoa(row) }
	if f.HouseholdSize > 0 {
		q.Set("size", strconv.Itoa(f.HouseholdSize))
	}
	if f.Shared {
		q.Set("shared", "yes")
	}
	for i, c := range f.Children {
		q.Set(at("age", i), strconv.Itoa(c.Age))
		if c.NotInCustody {
			q.Set(at("no_custody", i), "yes")
		}
	}
	others := 0
	for _, c := range f.Costs {
		if c.Kind != economy.OtherCost {
			q.Set("cost_"+string(c.Kind), kronorText(c.Amount))
			continue
		}
		q.Set(at("other_name", others), c.Name)
		q.Set(at("other", others), kronorText(c.Amount))
		others++
	}
	q.Set("others", strconv.Itoa(others))
	for i, in := range f.Incomes {
		q.Set(at("kind", i), string(in.Kind))
		q.Set(at("net", i), kronorText(in.Net))
		if in.Kind == economy.OtherIncome {
			q.Set(at("name", i), in.Name)
		}
		if in.JobStimulus {
			q.Set(at("stimulus", i), "yes")
		}
	}
	return "/sums/household?" + q.Encode()
}

// kronorText is an amount as it is typed: no grouping, a comma before the öre.
func kronorText(amount money.Ore) string {
	text := strconv.FormatInt(int64(amount/100), 10)
	if cents := amount % 100; cents != 0 {
		text += "," + strconv.Itoa(int(cents/10)) + strconv.Itoa(int(cents%10))
	}
	return text
}
