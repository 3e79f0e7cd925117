package cli

import (
	"errors"

	"fotfaste/internal/economy"
	"fotfaste/internal/economy/householdfile"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/locale"
)

type calcHouseholdCommand struct {
	File string `arg:"" placeholder:"FILE" help:"The household in a month as JSON. \"-\" reads it from standard input."`
	waysFlags
	Language string `enum:"sv,en" default:"sv" help:"Of the explanation: sv or en."`
	JSON     bool   `name:"json" help:"As JSON."`
}

// Run prints the national standard, the costs, the incomes that count and the
// assistance. Facts that cannot be right and a month without a standard are refused.
func (c *calcHouseholdCommand) Run(env *Env) error {
	p := locale.For(c.Language)
	text, err := readFacts(env, c.File)
	if err != nil {
		return refuse(p, "calc.facts.unreadable", "File", c.File)
	}
	facts, err := householdfile.Read(text)
	if err != nil {
		return badFacts(p, c.File, err)
	}
	result, err := economy.Household(law.Sweden(), facts)
	if err != nil {
		return c.refused(p, text, facts.Month, err)
	}
	ways, err := c.ways(p, facts)
	if err != nil {
		return err
	}
	if c.JSON {
		said := householdSaid(p, result)
		said.Compare = ways
		return writeJSON(env.Out, said)
	}
	told := explainHousehold(p, result)
	if ways != nil {
		told = append(told, explainWays(p, facts, ways)...)
	}
	return tellTree(env.Out, told...)
}

// refused is why there is no amount: facts that the month has no amount for, or a month
// without a parameter, which is named with the month.
func (c *calcHouseholdCommand) refused(p *locale.Printer, text []byte, month period.Month, err error) error {
	var wrong *fault.Error
	if errors.As(err, &wrong) && len(wrong.Fields) > 0 {
		return badFacts(p, c.File, householdfile.Refused(text, wrong.Fields))
	}
	return notReckonedFor(p, month, err)
}

// notReckonedFor is notReckoned of a month, which is named first.
func notReckonedFor(p *locale.Printer, month period.Month, err error) error {
	var refused *RefusedError
	if told := notReckoned(p, err); errors.As(told, &refused) {
		return refuse(p, "calc.for_month", "Month", month.String(), "Because", told.Error())
	}
	return err
}

// saidHousehold is the answer, in whole kronor.
type saidHousehold struct {
	Month            period.Month  `json:"month"`
	NationalStandard money.Kronor  `json:"national_standard"`
	Costs            money.Kronor  `json:"costs"`
	CountedIncome    money.Kronor  `json:"counted_income"`
	Assistance       money.Kronor  `json:"assistance"`
	Surplus          money.Kronor  `json:"surplus"`
	StandardLines    []saidLine    `json:"national_standard_lines"`
	CostLines        []saidLine    `json:"cost_lines"`
	IncomeLines      []saidLine    `json:"counted_income_lines"`
	Steps            []saidLine    `json:"steps"`
	Warnings         []saidWarning `json:"warnings"`
	Compare          *saidWays     `json:"compare,omitempty"`
}

// saidLine is a line or step, and what it says.
type saidLine struct {
	economy.Step
	Sentence string `json:"text"`
}

type saidWarning struct {
	economy.Warning
	Sentence string `json:"text"`
}

func householdSaid(p *locale.Printer, r economy.Result) saidHousehold {
	said := saidHousehold{
		Month: r.Month, NationalStandard: r.NationalStandard, Costs: r.CostTotal, CountedIncome: r.CountedIncome,
		Assistance: r.Assistance, Surplus: r.Surplus,
		StandardLines: linesSaid(p, r.Standard), CostLines: linesSaid(p, r.Costs), IncomeLines: linesSaid(p, r.Incomes),
		Steps: linesSaid(p, r.Steps), Warnings: []saidWarning{},
	}
	for _, w := range r.Warnings {
		said.Warnings = append(said.Warnings, saidWarning{w, plainSpaces.Replace(warningSaid(p, w))})
	}
	return said
}

// warningSaid is the warning, with the field of the file that it asks for.
func warningSaid(p *locale.Printer, w economy.Warning) string {
	if w.Code == economy.LargerThanMembers {
		return p.Fault(w.Text()) + " " + p.Text("calc.household.field", "Field", "shared_household")
	}
	return p.Fault(w.Text())
}

func linesSaid(p *locale.Printer, steps []economy.Step) []saidLine {
	said := make([]saidLine, 0, len(steps))
	for _, s := range steps {
		said = append(said, saidLine{s, plainSpaces.Replace(p.Fault(s.Text()))})
	}
	return said
}

// explainHousehold says the three totals with their lines, and what comes of them.
func explainHousehold(p *locale.Printer, r economy.Result) []layout.Explanation {
	one := func(s economy.Step) layout.Explanation {
		return layout.Explanation{Text: p.Fault(s.Text()), Value: p.Kronor(s.Amount), Source: p.Source(s.Source)}
	}
	var groups []layout.Explanation
	groups = append(groups, layout.Explanation{Text: p.Text("calc.household", "Month", p.MonthYear(r.Month.First()))})
	at := 0
	for _, lines := range [][]economy.Step{r.Standard, r.Costs, r.Incomes} {
		at += len(lines)
		group := one(r.Steps[at])
		at++
		for _, line := range lines {
			group.Steps = append(group.Steps, one(line))
		}
		groups = append(groups, group)
	}
	groups = append(groups, one(r.Steps[at]))
	if len(r.Warnings) > 0 {
		look := layout.Explanation{Text: p.Text("calc.warnings", "Count", len(r.Warnings))}
		for _, w := range r.Warnings {
			look.Steps = append(look.Steps, layout.Explanation{Text: warningSaid(p, w)})
		}
		groups = append(groups, look)
	}
	return groups
}
