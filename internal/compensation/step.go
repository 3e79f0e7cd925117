package compensation

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Code says what a step of the explanation is.
type Code string

// First what happened on the days, then the rates, then each stretch of days that
// pays by the same rates, and last the lines.
const (
	DayOutside          Code = "day.outside" // no decision in force
	DayAttended         Code = "day.attended"
	DayIll              Code = "day.ill"
	DayCareOfChild      Code = "day.care_of_child"
	DayAbsentApproved   Code = "day.absent_approved"
	DayAbsentUnapproved Code = "day.absent_unapproved"
	DayNonePlanned      Code = "day.none_planned"
	DayPublicHoliday    Code = "day.public_holiday"
	DayUnreported       Code = "day.unreported"
	PriceBase           Code = "price_base"
	RateBase            Code = "rate.base"
	RateFirstChild      Code = "rate.first_child"
	RateSecondChild     Code = "rate.second_child"
	RateLaterChild      Code = "rate.later_child"
	PartBase            Code = "part.base"
	PartChild           Code = "part.child"
	LineBase            Code = "line.base"
	LineChild           Code = "line.child"
	Total               Code = "total"
	WholeChild          Code = "whole.child" // of WholeWeek alone, as the next
	MonthBase           Code = "month.base"
)

// Codes are all there are, in the order in which a full explanation has them.
func Codes() []Code {
	return []Code{DayOutside, DayAttended, DayIll, DayCareOfChild, DayAbsentApproved, DayAbsentUnapproved,
		DayNonePlanned, DayPublicHoliday, DayUnreported, PriceBase, RateBase, RateFirstChild, RateSecondChild,
		RateLaterChild, PartBase, PartChild, LineBase, LineChild, Total, WholeChild, MonthBase}
}

// Step is one step from the facts to the amount. It is stored with the payment, so
// that the week can be explained in any language for as long as it is kept.
type Step struct {
	Code    Code        `json:"code"`
	Days    period.Span `json:"days"` // first and last day concerned
	Inputs  Inputs      `json:"inputs"`
	RuleSet string      `json:"rule_set,omitempty"` // empty where no rate was needed
	Source  string      `json:"source"`             // act and section as cited, or one of law.SourceCodes
}

// Inputs is what a step used and came to. Each code fills in its own; the rest are
// zero.
type Inputs struct {
	Count     int            `json:"count,omitempty"`      // programme days concerned
	Decision  ident.ID       `json:"decision,omitempty"`   // in force on the days
	Holiday   period.Holiday `json:"holiday,omitempty"`    // that falls on the day
	Valid     period.Span    `json:"valid,omitzero"`       // of the price base amount
	PriceBase money.Kronor   `json:"price_base,omitempty"` // amount of the year
	Rate      money.Percent  `json:"rate,omitempty"`       // of the price base amount
	Children  int            `json:"children,omitempty"`   // who count
	Weekly    money.Kronor   `json:"weekly,omitempty"`     // amount of a whole week
	Exact     money.Ore      `json:"exact,omitempty"`      // before it is cut to whole kronor
	Base      money.Kronor   `json:"base,omitempty"`       // line
	Child     money.Kronor   `json:"child,omitempty"`      // line
	MonthDays int            `json:"month_days,omitempty"` // that a month's amount is reckoned for, seven to the week
	Amount    money.Kronor   `json:"amount,omitempty"`     // that the step came to
}

// Text is the step as a sentence, before it has a language. Days and Valid are
// period.Span, Rate is money.Percent, amounts are money.Kronor and money.Ore.
func (s Step) Text() fault.Text {
	in := s.Inputs
	return fault.T("compensation.step."+string(s.Code),
		"Days", s.Days,
		"Count", in.Count,
		"Of", programmeDays,
		"Valid", in.Valid,
		"PriceBase", in.PriceBase,
		"Rate", in.Rate,
		"Children", in.Children,
		"Weekly", in.Weekly,
		"Exact", in.Exact,
		"Base", in.Base,
		"Child", in.Child,
		"MonthDays", in.MonthDays,
		"Amount", in.Amount,
		"Source", s.Source)
}
