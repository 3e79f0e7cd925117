package sums

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
)

// The rows that a household may have in the address.
const (
	mostIncomes = 20
	mostOthers  = 10
	longestName = economy.LongestName / 2 // in letters, of which some are two bytes
)

// asked is a household as the address says it. A row that is left empty is no row; the
// places of the others on the page are kept, so that what is wrong stands beside it.
type asked struct {
	facts    economy.Facts
	pay      *economy.Pay // nil where no pay is stated
	hours    int          // of work a week, to be held against today
	instead  []int        // incomes of the facts that fall away with programme or work
	children []int        // the row of each child of the facts
	incomes  []int        // and of each income
	others   []int        // and of each other cost
}

// readHousehold reads the address; what is wrong is in the form.
func readHousehold(f *form.Form) asked {
	a := asked{facts: economy.Facts{Adults: 1, Shared: f.Yes("shared"), AddAllowance: f.Yes("allowance")}}
	a.readMonth(f)
	if f.ChoiceIfAny("adults", "1", "2") == "2" {
		a.facts.Adults, a.facts.Cohabiting = economy.MostAdults, true
	}
	a.facts.HouseholdSize, _ = f.IntIfAny("size", 1, economy.MostPersons)
	for row := range rows(f, "children") {
		if age, said := f.IntIfAny(at("age", row), 0, economy.OldestChild); said {
			a.children = append(a.children, row)
			a.facts.Children = append(a.facts.Children, economy.Child{Age: age, LunchAway: f.Yes(at("away", row)), NotInCustody: f.Yes(at("no_custody", row))})
		}
	}
	a.readCosts(f)
	a.readIncomes(f)
	a.readPay(f)
	return a
}

func (a *asked) readMonth(f *form.Form) {
	text := f.Raw("month")
	month, err := period.ParseMonth(text)
	switch {
	case text == "":
		f.Wrong("month", "form.required")
	case err != nil:
		f.Wrong("month", "sums.household.not_a_month", "Said", fmt.Sprintf("%.20s", text))
	default:
		a.facts.Month = month
	}
}

func (a *asked) readCosts(f *form.Form) {
	for _, kind := range economy.CostKinds() {
		if kind == economy.OtherCost {
			continue
		}
		if cost, said := amount(f, "cost_"+string(kind)); said {
			a.facts.Costs = append(a.facts.Costs, economy.Cost{Kind: kind, Amount: cost})
		}
	}
	for row := range rows(f, "others") {
		if f.Raw(at("other_name", row)) == "" && f.Raw(at("other", row)) == "" {
			continue
		}
		name := f.Text(at("other_name", row), 1, longestName)
		cost, said := amount(f, at("other", row))
		if !said && f.Raw(at("other", row)) == "" {
			f.Wrong(at("other", row), "form.required")
		}
		a.others = append(a.others, row)
		a.facts.Costs = append(a.facts.Costs, economy.Cost{Kind: economy.OtherCost, Name: name, Amount: cost})
	}
}

func (a *asked) readIncomes(f *form.Form) {
	for row := range rows(f, "incomes") {
		kind := economy.IncomeKind(f.ChoiceIfAny(at("kind", row), words(economy.IncomeKinds())...))
		net, said := amount(f, at("net", row))
		unread := !said && f.Raw(at("net", row)) != ""
		switch {
		case kind == "" && !said && !unread:
			continue
		case kind == "" && f.Raw(at("kind", row)) == "":
			f.Wrong(at("kind", row), "form.choose")
		case !said && !unread:
			f.Wrong(at("net", row), "form.required")
		}
		if kind == "" {
			kind = economy.Work // in its place, so that the rest can be tried too
		}
		in := economy.Income{Kind: kind, Net: net, JobStimulus: f.Yes(at("stimulus", row))}
		if kind == economy.OtherIncome {
			in.Name = f.Text(at("name", row), 1, longestName)
		}
		// Who is in the programme already does not get its compensation twice.
		if f.Yes(at("instead", row)) || kind == economy.Programme {
			a.instead = append(a.instead, len(a.facts.Incomes))
		}
		a.incomes = append(a.incomes, row)
		a.facts.Incomes = append(a.facts.Incomes, in)
	}
}

func (a *asked) readPay(f *form.Form) {
	a.hours = economy.FullTime / 2
	if hours, said := f.IntIfAny("hours", 0, economy.FullTime); said {
		a.hours = hours
	}
	per := f.ChoiceIfAny("pay_per", "month", "hour")
	source := f.Text("pay_source", 0, 200)
	net, said := amount(f, "pay")
	if !said {
		return
	}
	if net == 0 || net > economy.MostAmount {
		f.Wrong("pay", "economy.refused.pay", "Most", economy.MostAmount)
		return
	}
	if per == "hour" {
		net = economy.FullTimeOf(net)
		if net > economy.MostAmount {
			f.Wrong("pay", "economy.refused.pay", "Most", economy.MostAmount)
			return
		}
	}
	a.pay = &economy.Pay{NetFullTime: net, JobStimulus: f.Yes("pay_stimulus"), Source: source, Instead: a.instead}
}

// refused puts what the rules found beside the fields of the page, which are named by
// their rows, and tells whether that is all there was to it.
func (a asked) refused(f *form.Form, err error) bool {
	var wrong *fault.Error
	if !errors.As(err, &wrong) || wrong.Code != fault.Invalid {
		return false
	}
	for _, field := range wrong.Fields {
		field.Name = a.fieldAt(field.Name)
		f.Take(fault.Fields{field}.Err())
	}
	return true
}

// fieldAt is the field of the page that a path of the facts is read from.
func (a asked) fieldAt(path string) string {
	list, rest, _ := strings.Cut(path, "[")
	number, field, nested := strings.Cut(rest, "].")
	i, err := strconv.Atoi(number)
	place := func(rows []int, name string) string {
		if i < len(rows) {
			return at(name, rows[i])
		}
		return name
	}
	switch {
	case list == "household_size":
		return "size"
	case list == "child_allowance":
		return "allowance"
	case list == "children" && nested && err == nil:
		return place(a.children, map[string]string{"age": "age", "lunch_at_home": "away"}[field])
	case list == "incomes" && nested && err == nil:
		return place(a.incomes, field)
	case list == "reasonable_costs.other" && nested && err == nil:
		return place(a.others, map[string]string{"name": "other_name", "amount": "other"}[field])
	case strings.HasPrefix(list, "reasonable_costs."):
		return "cost_" + strings.TrimPrefix(list, "reasonable_costs.")
	}
	return path
}

// at is the name of a field in a row.
func at(name string, row int) string { return name + "_" + strconv.Itoa(row) }

// words are codes as they stand in an address.
func words[C ~string](codes []C) []string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = string(c)
	}
	return all
}
