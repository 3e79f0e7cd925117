package economy

import (
	"fmt"

	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Result is what the household needs, what it has, and the assistance or surplus of the
// month, in whole kronor. Standard, Costs and Incomes are the lines of their totals;
// Steps is all of it in order.
type Result struct {
	Month            period.Month
	NationalStandard money.Kronor
	CostTotal        money.Kronor
	CountedIncome    money.Kronor
	Assistance       money.Kronor // never below nothing
	Surplus          money.Kronor // nothing where there is assistance
	Standard         []Step
	Costs            []Step
	Incomes          []Step
	Steps            []Step
	Warnings         []Warning
}

// Need is what the household is reckoned to need.
func (r Result) Need() money.Kronor { return r.NationalStandard + r.CostTotal }

// Household reckons the month. It returns a *fault.Error of the code Invalid where the
// facts cannot be right, and a *law.MissingError where the book has no national standard
// for the month or no amount for something the facts ask for.
func Household(book *law.Book, f Facts) (Result, error) {
	if err := f.Check(); err != nil {
		return Result{}, err
	}
	r := reckoning{book: book, facts: f, on: f.Month.First(), result: Result{Month: f.Month}}
	r.steps = make([]Step, 0, len(f.Children)+len(f.Costs)+len(f.Incomes)+8)
	err := r.standard()
	if err == nil {
		err = r.costs()
	}
	if err == nil {
		err = r.incomes()
	}
	if err != nil {
		return Result{}, err
	}
	r.end()
	return r.result, nil
}

type reckoning struct {
	book   *law.Book
	facts  Facts
	on     period.Day
	right  string // the section on the right to assistance
	steps  []Step
	result Result
}

// ageOfMajority is in whole years (FB (1949:381) 9 kap. 1 §).
const ageOfMajority = 18

func (r *reckoning) say(code Code, in Inputs, amount money.Kronor, source string) {
	r.steps = append(r.steps, Step{Code: code, Inputs: in, Amount: amount, Source: source})
}

func (r *reckoning) doubt(w Warning) { r.result.Warnings = append(r.result.Warnings, w) }

// close sums the lines said since from, and says the total.
func (r *reckoning) close(from int, total Code, in Inputs, source string) ([]Step, money.Kronor) {
	lines := r.steps[from:len(r.steps):len(r.steps)]
	var sum money.Kronor
	for i := range lines {
		sum += lines[i].Amount
	}
	r.say(total, in, sum, source)
	return lines, sum
}

// standard is the personal costs of everybody and the common costs of the home.
func (r *reckoning) standard() error {
	parameter, err := r.book.NationalStandard(r.on)
	if err != nil {
		return err
	}
	standard, source, f := &parameter.Value, parameter.Source, &r.facts
	if f.Adults == MostAdults {
		r.say(PersonalCouple, Inputs{}, standard.Couple, source)
	} else {
		r.say(PersonalSingle, Inputs{}, standard.Single, source)
	}
	ages := make([]int, len(f.Children))
	for i, child := range f.Children {
		ages[i] = child.Age
		if err := r.child(i, child, &ages[i], standard, source); err != nil {
			return err
		}
	}
	if err := r.common(standard, source); err != nil {
		return err
	}
	r.result.Standard, r.result.NationalStandard = r.close(0, StandardTotal, Inputs{}, source)
	return nil
}

func (r *reckoning) child(i int, child Child, age *int, standard *law.Standard, source string) error {
	item := &standard.Children[len(standard.Children)-1]
	for j := range standard.Children {
		if child.Age <= standard.Children[j].ToAge {
			item = &standard.Children[j]
			break
		}
	}
	switch {
	case child.LunchAway && item.LunchAwayUnknown:
		var wrong fault.Fields
		wrong.Add(fmt.Sprintf("children[%d].lunch_at_home", i), "economy.refused.lunch_away_unknown", "Age", child.Age)
		return wrong.Err()
	case child.LunchAway && item.LunchAway > 0:
		r.say(ChildLunchAway, Inputs{Age: age}, item.LunchAway, source)
	default:
		r.say(PersonalChild, Inputs{Age: age}, item.Amount, source)
		if child.LunchAway {
			r.doubt(Warning{Code: LunchNoMatter, At: fmt.Sprintf("children[%d].lunch_at_home", i), Age: child.Age})
		}
	}
	if child.Age >= ageOfMajority {
		r.doubt(Warning{Code: GrownChild, At: fmt.Sprintf("children[%d].age", i), Age: child.Age})
	}
	return nil
}

// common is the common costs: of the home, or the household's part of them by heads.
func (r *reckoning) common(standard *law.Standard, source string) error {
	size, members := r.facts.Size(), r.facts.Members()
	whole := CommonFor(*standard, size)
	if size == members || !r.facts.Shared {
		r.say(CommonCosts, Inputs{Size: size}, whole, source)
		switch {
		case r.facts.Shared:
			r.doubt(Warning{Code: SharedWithNobody, At: "shared_household", Size: size})
		case size > members:
			r.doubt(Warning{Code: LargerThanMembers, At: "household_size", Size: size, Members: members})
		}
		return nil
	}
	part, err := whole.Fraction().Times(int64(members)).Over(int64(size)).HalfUp()
	if err != nil {
		return err
	}
	r.say(CommonShared, Inputs{Size: size, Members: members, Whole: whole}, part, source)
	return nil
}

// CommonFor is the common costs of a home with so many persons, from one.
func CommonFor(standard law.Standard, size int) money.Kronor {
	most := len(standard.Common)
	if size <= most {
		return standard.Common[size-1]
	}
	return standard.Common[most-1] + money.Kronor(size-most)*standard.CommonBeyond
}

func (r *reckoning) costs() error {
	act, err := r.book.Act(law.WhatAssistanceCovers, r.on)
	if err != nil {
		return err
	}
	source, from := act.Value.Citation, len(r.steps)
	for _, c := range r.facts.Costs {
		amount, err := c.Amount.Fraction().HalfUp()
		if err != nil {
			return err
		}
		code := CostLine
		if c.Kind == OtherCost {
			code = CostNamed
		}
		r.say(code, Inputs{Kind: string(c.Kind), Name: c.Name, Net: c.Amount}, amount, source)
	}
	r.result.Costs, r.result.CostTotal = r.close(from, CostTotal, Inputs{}, source)
	return nil
}

// end is need less income: assistance, or a surplus.
func (r *reckoning) end() {
	in := Inputs{Standard: r.result.NationalStandard, Costs: r.result.CostTotal, Income: r.result.CountedIncome}
	short := r.result.Need() - r.result.CountedIncome
	if short >= 0 {
		r.result.Assistance = short
		r.say(AssistanceDue, in, short, r.right)
	} else {
		r.result.Surplus = -short
		r.say(SurplusLeft, in, -short, r.right)
	}
	r.result.Steps = r.steps
}
