package compensation

import (
	"fotfaste/internal/attendance"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Sources that do not stand in the law book with a rate.
const (
	sourceTime    = law.SourceTime
	sourceHoliday = "lag (1989:253)"
)

// explanation gathers the steps of a week while it is reckoned. Nil gathers nothing.
type explanation struct {
	steps    []Step
	given    int // the week's rates whose percentages have been given, counted from one
	children int // for how many children they have been given
}

func (e *explanation) outside(day period.Day) {
	if e == nil {
		return
	}
	e.addDay(Step{Code: DayOutside, Source: sourceTime}, day)
}

// day says what happened on a day within a decision.
func (e *explanation) day(day period.Day, status attendance.Status, holiday period.Holiday, decision ident.ID, now *rates) {
	if e == nil {
		return
	}
	step := Step{
		Code:    dayCode(status),
		Inputs:  Inputs{Decision: decision, Holiday: holiday},
		RuleSet: now.rules.Value.RuleSet,
		Source:  now.rules.Source,
	}
	if holiday != "" {
		step.Source = sourceHoliday
	}
	e.addDay(step, day)
}

// addDay joins the day to the step before it where they say the same.
func (e *explanation) addDay(step Step, day period.Day) {
	if last := len(e.steps) - 1; last >= 0 {
		before := &e.steps[last]
		if before.Code == step.Code && before.Inputs.Decision == step.Inputs.Decision &&
			before.Inputs.Holiday == step.Inputs.Holiday && before.RuleSet == step.RuleSet {
			before.Days.To = day
			before.Inputs.Count++
			return
		}
	}
	step.Days = period.Span{From: day, To: day}
	step.Inputs.Count = 1
	e.steps = append(e.steps, step)
}

func dayCode(status attendance.Status) Code {
	switch status {
	case attendance.Attended:
		return DayAttended
	case attendance.Ill:
		return DayIll
	case attendance.CareOfChild:
		return DayCareOfChild
	case attendance.AbsentApproved:
		return DayAbsentApproved
	case attendance.AbsentUnapproved:
		return DayAbsentUnapproved
	case attendance.NonePlanned:
		return DayNonePlanned
	case attendance.PublicHoliday:
		return DayPublicHoliday
	}
	return DayUnreported
}

// rates gives the price base amount and the percentages that a stretch uses, as far
// as they have not been given for the stretch before it.
func (e *explanation) rates(s stretch, now *rates) {
	if e == nil {
		return
	}
	rules := now.rules.Value
	priceBase := now.priceBase.Value
	percent := func(code Code, rate money.Percent, weekly money.Kronor) {
		// A percentage in hundredths of whole kronor is whole öre; that it fits was
		// seen when the weekly amount was reckoned.
		exact, _ := rate.Of(priceBase).Ore()
		e.steps = append(e.steps, Step{
			Code:    code,
			Days:    s.span,
			Inputs:  Inputs{PriceBase: priceBase, Rate: rate, Exact: exact, Weekly: weekly},
			RuleSet: rules.RuleSet,
			Source:  now.rules.Source,
		})
	}
	if e.given != s.rates+1 {
		*e = explanation{steps: e.steps, given: s.rates + 1} // for no child yet
		e.steps = append(e.steps, Step{
			Code:    PriceBase,
			Days:    s.span,
			Inputs:  Inputs{PriceBase: priceBase, Valid: now.priceBase.Valid},
			RuleSet: rules.RuleSet,
			Source:  now.priceBase.Source,
		})
		percent(RateBase, rules.Base, now.weekly.Base)
	}
	if e.children < 1 && s.children >= 1 {
		percent(RateFirstChild, rules.FirstChild, now.weekly.FirstChild)
	}
	if e.children < 2 && s.children >= 2 {
		percent(RateSecondChild, rules.SecondChild, now.weekly.SecondChild)
	}
	if e.children < 3 && s.children >= 3 {
		percent(RateLaterChild, rules.LaterChild, now.weekly.LaterChild)
	}
	e.children = max(e.children, s.children)
}

// part gives what the days of a stretch come to, exactly.
func (e *explanation) part(code Code, s stretch, now *rates, weekly money.Kronor, exact money.Fraction) {
	if e == nil {
		return
	}
	step := Step{
		Code:    code,
		Days:    s.span,
		Inputs:  Inputs{Count: int(s.days), Weekly: weekly, Exact: ore(exact)},
		RuleSet: now.rules.Value.RuleSet,
		Source:  now.rules.Source,
	}
	if code == PartChild {
		step.Inputs.Children = s.children
	}
	e.steps = append(e.steps, step)
}

// sums gives the two lines, cut to whole kronor, and what they make together.
func (e *explanation) sums(week period.Week, inForce []rates, base, child money.Fraction, a Amounts) {
	if e == nil {
		return
	}
	step := Step{Code: Total, Days: week.Span(), Source: sourceTime,
		Inputs: Inputs{Base: a.Base, Child: a.Child, Amount: a.Total}}
	if last := len(inForce) - 1; last >= 0 {
		step.RuleSet, step.Source = inForce[last].rules.Value.RuleSet, inForce[last].rules.Source
	}
	line := func(code Code, exact money.Fraction, amount money.Kronor) {
		cut := step
		cut.Code, cut.Inputs = code, Inputs{Exact: ore(exact), Amount: amount}
		e.steps = append(e.steps, cut)
	}
	if e.given != 0 {
		line(LineBase, base, a.Base)
	}
	if ore(child) != 0 {
		line(LineChild, child, a.Child)
	}
	e.steps = append(e.steps, step)
}

// ore is an exact amount of fifths of whole kronor, which is always whole öre. One
// too large to hold is refused where its line is cut, before anybody sees this.
func ore(exact money.Fraction) money.Ore {
	amount, _ := exact.Ore()
	return amount
}
