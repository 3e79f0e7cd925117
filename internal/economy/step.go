package economy

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
)

// Code says what a line or a step is.
type Code string

// The lines of the standard, the costs and the incomes, their totals, and the end.
const (
	PersonalSingle   Code = "standard.single"
	PersonalCouple   Code = "standard.couple"
	PersonalChild    Code = "standard.child"
	ChildLunchAway   Code = "standard.child_lunch_away"
	CommonCosts      Code = "standard.common"
	CommonShared     Code = "standard.common_shared" // the household's part, by heads
	StandardTotal    Code = "total.standard"
	CostLine         Code = "cost"
	CostNamed        Code = "cost.named"
	CostTotal        Code = "total.costs"
	IncomeLine       Code = "income"
	IncomeNamed      Code = "income.named"
	IncomeStimulated Code = "income.stimulus"
	AllowanceAdded   Code = "income.allowance_added"
	IncomeTotal      Code = "total.income"
	AssistanceDue    Code = "result.assistance"
	SurplusLeft      Code = "result.surplus"
)

// Codes are all of them, in the order of a full explanation.
func Codes() []Code {
	return []Code{PersonalSingle, PersonalCouple, PersonalChild, ChildLunchAway, CommonCosts, CommonShared, StandardTotal,
		CostLine, CostNamed, CostTotal, IncomeLine, IncomeNamed, IncomeStimulated, AllowanceAdded, IncomeTotal,
		AssistanceDue, SurplusLeft}
}

// Step is one line with what it was reckoned from, the amount it came to and where the
// rule stands: an act and section as cited, or one of law.SourceCodes.
type Step struct {
	Code   Code         `json:"code"`
	Inputs Inputs       `json:"inputs,omitzero"`
	Amount money.Kronor `json:"amount"`
	Source string       `json:"source"`
}

// Inputs is what a step used. Each code fills in its own; the rest are nothing.
type Inputs struct {
	Age        *int          `json:"age,omitempty"`          // of the child, in whole years
	Size       int           `json:"size,omitempty"`         // everybody in the home
	Members    int           `json:"members,omitempty"`      // whom the household is reckoned for
	Whole      money.Kronor  `json:"whole,omitempty"`        // common costs of everybody in the home
	Kind       string        `json:"kind,omitempty"`         // of cost or income
	Name       string        `json:"name,omitempty"`         // of another cost or income
	Net        money.Ore     `json:"net_ore,omitempty"`      // after tax, or the cost as stated
	Share      money.Percent `json:"share,omitempty"`        // not counted
	Act        string        `json:"act,omitempty"`          // that says so
	After      int           `json:"after_months,omitempty"` // on assistance in a row, for the share
	For        int           `json:"for_months,omitempty"`   // calendar months that it lasts
	Children   int           `json:"children,omitempty"`
	Supplement money.Kronor  `json:"supplement,omitempty"` // for several children
	Standard   money.Kronor  `json:"standard,omitempty"`   // total
	Costs      money.Kronor  `json:"costs,omitempty"`      // total
	Income     money.Kronor  `json:"income,omitempty"`     // total counted
}

// Text is the step as a sentence before it has a language.
func (s Step) Text() fault.Text {
	in := s.Inputs
	age := 0
	if in.Age != nil {
		age = *in.Age
	}
	return fault.T("economy.step."+string(s.Code),
		"Age", age, "Size", in.Size, "Members", in.Members, "Whole", in.Whole, "Kind", s.kind(), "Name", in.Name,
		"Net", in.Net, "Share", in.Share, "After", in.After, "For", in.For, "Children", in.Children, "Supplement", in.Supplement,
		"Standard", in.Standard, "Costs", in.Costs, "Income", in.Income, "Amount", s.Amount, "Source", s.Source)
}

func (s Step) kind() fault.Text {
	if s.Code == CostLine || s.Code == CostNamed {
		return fault.T("economy.cost." + s.Inputs.Kind)
	}
	return fault.T("economy.income." + s.Inputs.Kind)
}
