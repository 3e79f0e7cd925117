package economy

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/fault"
	"fotfaste/internal/money"
)

// Check is what cannot be right in the facts, as one *fault.Error of the code Invalid
// with a field for each wrong thing, named by its path: children[1].age, incomes[0].net,
// reasonable_costs.rent.
func (f Facts) Check() error {
	var wrong fault.Fields
	f.checkMembers(&wrong)
	for i, c := range f.Children {
		if c.Age < 0 || c.Age > OldestChild {
			wrong.Add(fmt.Sprintf("children[%d].age", i), "economy.refused.child_age", "Said", c.Age, "Oldest", OldestChild)
		}
	}
	if len(f.Children) > MostChildren {
		wrong.Add("children", "economy.refused.too_many_children", "Most", MostChildren)
	}
	f.checkCosts(&wrong)
	f.checkIncomes(&wrong)
	return wrong.Err()
}

func (f Facts) checkMembers(wrong *fault.Fields) {
	switch {
	case f.Adults < 1 || f.Adults > MostAdults:
		wrong.Add("adults", "economy.refused.adults", "Said", f.Adults, "Most", MostAdults)
	case f.Cohabiting && f.Adults == 1:
		wrong.Add("cohabiting", "economy.refused.alone_together")
	case !f.Cohabiting && f.Adults == MostAdults:
		wrong.Add("cohabiting", "economy.refused.two_households")
	}
	switch {
	case f.HouseholdSize < 0 || f.HouseholdSize > MostPersons:
		wrong.Add("household_size", "economy.refused.household_size", "Said", f.HouseholdSize, "Most", MostPersons)
	case f.HouseholdSize > 0 && f.HouseholdSize < f.Members():
		wrong.Add("household_size", "economy.refused.smaller_than_members", "Said", f.HouseholdSize, "Members", f.Members())
	}
}

func (f Facts) checkCosts(wrong *fault.Fields) {
	if len(f.Costs) > MostLines {
		wrong.Add("reasonable_costs", "economy.refused.too_many_lines", "Most", MostLines)
	}
	others := 0
	for i, c := range f.Costs {
		const path = "reasonable_costs."
		switch {
		case c.Kind == OtherCost:
			if !isName(c.Name) {
				wrong.Add(fmt.Sprintf("%sother[%d].name", path, others), "economy.refused.name", "Most", LongestName)
			}
			if !isAmount(c.Amount) {
				addAmount(wrong, fmt.Sprintf("%sother[%d].amount", path, others), c.Amount)
			}
			others++
		case !c.Kind.isKnown():
			wrong.Add(path+string(c.Kind), "economy.refused.cost_kind", "Known", list(CostKinds()))
		case slices.ContainsFunc(f.Costs[:i], func(before Cost) bool { return before.Kind == c.Kind }):
			wrong.Add(path+string(c.Kind), "economy.refused.cost_twice")
		case !isAmount(c.Amount):
			addAmount(wrong, path+string(c.Kind), c.Amount)
		}
	}
}

func (f Facts) checkIncomes(wrong *fault.Fields) {
	if len(f.Incomes) > MostLines {
		wrong.Add("incomes", "economy.refused.too_many_lines", "Most", MostLines)
	}
	for i, in := range f.Incomes {
		switch {
		case !in.Kind.isKnown():
			wrong.Add(fmt.Sprintf("incomes[%d].kind", i), "economy.refused.income_kind", "Known", list(IncomeKinds()))
		case in.Kind == OtherIncome && !isName(in.Name):
			wrong.Add(fmt.Sprintf("incomes[%d].name", i), "economy.refused.name", "Most", LongestName)
		case in.Kind == ChildAllowance && f.AddAllowance:
			wrong.Add("child_allowance", "economy.refused.allowance_twice")
		}
		if !isAmount(in.Net) {
			addAmount(wrong, fmt.Sprintf("incomes[%d].net", i), in.Net)
		}
	}
}

// list is the codes as they are written in a file.
func list[C ~string](codes []C) string {
	words := make([]string, len(codes))
	for i, c := range codes {
		words[i] = string(c)
	}
	return strings.Join(words, ", ")
}

func isName(name string) bool {
	return name != "" && utf8.RuneCountInString(name) <= LongestName && utf8.ValidString(name)
}

func isAmount(amount money.Ore) bool { return amount >= 0 && amount <= MostAmount }

// addAmount says what is wrong with an amount that is none.
func addAmount(wrong *fault.Fields, path string, amount money.Ore) {
	if amount < 0 {
		wrong.Add(path, "economy.refused.negative")
		return
	}
	wrong.Add(path, "economy.refused.absurd", "Most", MostAmount)
}

func (k CostKind) isKnown() bool {
	switch k {
	case Rent, Electricity, HomeInsurance, UnionFee, UnemploymentFund, Travel, Childcare, Medical, Medicine, Dental,
		Glasses, ChildVisits, OtherCost:
		return true
	}
	return false
}

func (k IncomeKind) isKnown() bool {
	switch k {
	case Work, ChildAllowance, HousingAllowance, MaintenanceSupport, ParentalBenefit, SicknessBenefit,
		SicknessCompensation, UnemploymentBenefit, ActivitySupport, EstablishmentBenefit, Pension, StudyAid, Programme,
		OtherIncome:
		return true
	}
	return false
}
