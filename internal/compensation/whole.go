package compensation

import (
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Whole is what a whole week pays by the rates of one day, and why: the table of
// amounts in 000, "Ersättning", for one number of children.
type Whole struct {
	On          period.Day
	Children    int
	PriceBase   money.Kronor // amount in force on the day
	Weekly      Amounts
	BaseMonth   money.Kronor // the base amount as a month's
	RuleSet     string
	Explanation []Step
}

// WholeWeek is what a week pays in which every day pays, by the rates of the day and
// with so many children. It returns a *law.MissingError where the day has no rate.
func WholeWeek(book *law.Book, on period.Day, children int) (Whole, error) {
	now, err := ratesOn(book, on)
	if err != nil {
		return Whole{}, err
	}
	w := Whole{On: on, Children: children, PriceBase: now.priceBase.Value, RuleSet: now.rules.Value.RuleSet}
	w.Weekly.Base, w.Weekly.Child = now.weekly.Base, now.weekly.Supplement(children)
	if w.Weekly.Total, err = money.Sum(w.Weekly.Base, w.Weekly.Child); err != nil {
		return Whole{}, err
	}
	if w.BaseMonth, err = PerMonth(w.Weekly.Base, now.rules.Value); err != nil {
		return Whole{}, err
	}
	var e explanation
	e.whole(w, &now)
	w.Explanation = e.steps
	return w, nil
}

// whole gives the percentages, and what they make of a week and of a month.
func (e *explanation) whole(w Whole, now *rates) {
	day := period.Span{From: w.On, To: w.On}
	e.rates(stretch{children: w.Children, span: day}, now)
	step := Step{Days: day, RuleSet: w.RuleSet, Source: now.rules.Source}
	say := func(code Code, in Inputs) {
		step.Code, step.Inputs = code, in
		e.steps = append(e.steps, step)
	}
	if w.Children > 0 {
		say(WholeChild, Inputs{Children: w.Children, Amount: w.Weekly.Child})
	}
	say(Total, Inputs{Base: w.Weekly.Base, Child: w.Weekly.Child, Amount: w.Weekly.Total})
	say(MonthBase, Inputs{Weekly: w.Weekly.Base, MonthDays: now.rules.Value.MonthDays, Amount: w.BaseMonth})
}
