package cli

import (
	"fmt"
	"io"
	"strings"

	"fotfaste/internal/compensation"
	"fotfaste/internal/compensation/factsfile"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/locale"
)

// saidStep is a step of the explanation as JSON: as it is stored with a payment but for
// its source, which is said in words, and as a sentence.
type saidStep struct {
	compensation.Step
	Source   string `json:"source"` // act and section, or document and heading
	Sentence string `json:"text"`
}

func stepsSaid(p *locale.Printer, steps []compensation.Step) []saidStep {
	said := make([]saidStep, 0, len(steps))
	for _, s := range steps {
		said = append(said, saidStep{s, p.Source(s.Source), plainSpaces.Replace(p.Fault(s.Text()))})
	}
	return said
}

// saidWholeWeek is the answer to --on, in whole kronor.
type saidWholeWeek struct {
	On        period.Day   `json:"on"`
	Children  int          `json:"children"`
	PriceBase money.Kronor `json:"price_base_amount"`
	RuleSet   string       `json:"rule_set"`
	BaseWeek  money.Kronor `json:"base_week"`
	ChildWeek money.Kronor `json:"child_week"`
	TotalWeek money.Kronor `json:"total_week"`
	BaseMonth money.Kronor `json:"base_month"`
	Steps     []saidStep   `json:"steps"`
}

func wholeWeekSaid(p *locale.Printer, w compensation.Whole) saidWholeWeek {
	return saidWholeWeek{
		On: w.On, Children: w.Children, PriceBase: w.PriceBase, RuleSet: w.RuleSet,
		BaseWeek: w.Weekly.Base, ChildWeek: w.Weekly.Child, TotalWeek: w.Weekly.Total,
		BaseMonth: w.BaseMonth, Steps: stepsSaid(p, w.Explanation),
	}
}

// saidWeeks is the answer to --facts, in whole kronor. The amounts beside the weeks
// are their sums.
type saidWeeks struct {
	From  period.Day `json:"from"`
	To    period.Day `json:"to"`
	Weeks []saidWeek `json:"weeks"`
	compensation.Amounts
	Warnings []saidTwins `json:"warnings"`
}

// saidTwins is a warning: two periods of children, by their paths in the file, that are
// the same days.
type saidTwins struct {
	Code     string `json:"code"` // twins
	At       string `json:"at"`
	Other    string `json:"other"`
	Sentence string `json:"text"`
}

type saidWeek struct {
	Week period.Week `json:"week"`
	Days period.Span `json:"days"`
	compensation.Amounts
	Steps []saidStep `json:"steps"`
}

func weeksSaid(p *locale.Printer, asked period.Span, weeks []compensation.Week, twins []factsfile.Twins) saidWeeks {
	said := saidWeeks{From: asked.From, To: asked.To, Amounts: sumOf(weeks), Warnings: []saidTwins{}}
	for _, t := range twins {
		said.Warnings = append(said.Warnings, saidTwins{"twins", t.Path, t.Other, twinsSentence(p, t)})
	}
	for _, w := range weeks {
		said.Weeks = append(said.Weeks, saidWeek{w.Week, w.Week.Span(), w.Amounts, stepsSaid(p, w.Explanation)})
	}
	return said
}

func twinsSentence(p *locale.Printer, t factsfile.Twins) string {
	return p.Text("calc.twins", "At", t.Path, "Line", t.Line, "Other", t.Other)
}

func sumOf(weeks []compensation.Week) (sum compensation.Amounts) {
	for _, w := range weeks {
		sum.Base += w.Base
		sum.Child += w.Child
		sum.Total += w.Total
	}
	return sum
}

// explainWholeWeek says the amounts of a whole week as the pages say a week.
func explainWholeWeek(p *locale.Printer, w compensation.Whole) layout.Explanation {
	steps := func(beginnings ...string) []layout.Explanation {
		return layout.StepsOf(p, w.Explanation, beginnings...)
	}
	return layout.Explanation{
		Text:  p.Text("calc.on", "On", w.On, "Children", w.Children),
		Value: p.Kronor(w.Weekly.Total),
		Steps: []layout.Explanation{
			{Text: p.Text("week.explained.rates"), Steps: steps("price_base", "rate.")},
			{Text: p.Text("calc.whole_week"), Value: p.Kronor(w.Weekly.Total), Steps: steps("whole.", "total")},
			{Text: p.Text("calc.month"), Value: p.Kronor(w.BaseMonth), Steps: steps("month.")},
			{Text: p.Text("calc.rules", "RuleSet", w.RuleSet)},
		},
	}
}

func explainWeeks(p *locale.Printer, weeks []compensation.Week, twins []factsfile.Twins) []layout.Explanation {
	var said []layout.Explanation
	for _, w := range weeks {
		said = append(said, layout.ExplainWeek(p, w))
	}
	if len(weeks) > 1 {
		said = append(said, layout.Explanation{Text: p.Text("calc.sum", "Count", len(weeks)), Value: p.Kronor(sumOf(weeks).Total)})
	}
	if len(twins) > 0 {
		look := layout.Explanation{Text: p.Text("calc.warnings", "Count", len(twins))}
		for _, t := range twins {
			look.Steps = append(look.Steps, layout.Explanation{Text: twinsSentence(p, t)})
		}
		said = append(said, look)
	}
	return said
}

// tellTree writes explanations as lines, each step further in than what it explains.
func tellTree(to io.Writer, explanations ...layout.Explanation) error {
	var b strings.Builder
	for i, e := range explanations {
		if i > 0 {
			b.WriteString("\n")
		}
		branch(&b, e, 0)
	}
	_, err := plainSpaces.WriteString(to, b.String())
	return err
}

// plainSpaces stand in for those at which a page never breaks a line, so that what is
// printed can be searched and pasted.
var plainSpaces = strings.NewReplacer(locale.Thin, " ", locale.Hard, " ")

func branch(b *strings.Builder, e layout.Explanation, depth int) {
	line := e.Text
	if e.Value != "" {
		line += ": " + e.Value
	}
	if e.Source != "" {
		line += " (" + e.Source + ")"
	}
	fmt.Fprintf(b, "%s%s\n", strings.Repeat("  ", depth), line)
	for _, step := range e.Steps {
		branch(b, step, depth+1)
	}
}
