package studies

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// Outcome is what a line comes to.
type Outcome string

// The outcomes.
const (
	Met     Outcome = "met"
	NotMet  Outcome = "not_met"
	Unknown Outcome = "unknown"
)

// Outcomes are all of them.
func Outcomes() []Outcome { return []Outcome{Met, NotMet, Unknown} }

// Code is a line of the check.
type Code string

// The lines: the main rule, the exceptions of 004 s. 11.1, and equal treatment, which
// stands over them all.
const (
	MainRule             Code = "main_rule" // student aid pays for the studies
	AgencyMeasure        Code = "agency_measure"
	AgencyAgreement      Code = "agency_agreement"
	BasicLevel           Code = "basic_level"
	ParentsHousehold     Code = "parents_household" // reckoned in that of the parents
	UpperSecondaryUnder  Code = "upper_secondary_under_21"
	RehabilitationByWork Code = "rehabilitation"
	FewCredits           Code = "few_credits_left"
	PartnersTerm         Code = "partners_term"
	EqualTreatment       Code = "equal_treatment"
)

// Codes are all of them, in order.
func Codes() []Code {
	return []Code{MainRule, AgencyMeasure, AgencyAgreement, BasicLevel, ParentsHousehold, UpperSecondaryUnder,
		RehabilitationByWork, FewCredits, PartnersTerm, EqualTreatment}
}

// isException tells whether the line opens for assistance.
func (c Code) isException() bool { return c != MainRule && c != EqualTreatment }

// Line is the rule, whether it is met and why.
type Line struct {
	Code    Code       `json:"code"`
	Outcome Outcome    `json:"outcome"`
	Missing []Question `json:"missing,omitempty"` // what would settle an unknown
	Until   period.Day `json:"until,omitzero"`    // last day for which an exception holds
	Act     string     `json:"act"`               // section in force on the day
	Source  string     `json:"source"`            // one of law.SourceCodes
}

// Text is the line as a sentence before it has a language.
func (l Line) Text() fault.Text {
	key := "studies.line." + string(l.Code) + "." + string(l.Outcome)
	return fault.T(key, "Until", l.Until, "Act", l.Act)
}

// Overall is what the lines come to together.
type Overall string

// What they come to.
const (
	Opens   Overall = "opens"    // an exception is met: assistance after trying the single case
	Closed  Overall = "closed"   // none is: the main rule holds
	AskMore Overall = "ask_more" // none is yet, and some are unknown
)

// Overalls are all of them.
func Overalls() []Overall { return []Overall{Opens, Closed, AskMore} }

// rules are all lines, each with the section that it names and how it is judged.
var rules = []struct {
	code    Code
	subject law.Subject
	judge   func(Facts, period.Day) Line
}{
	{MainRule, law.AtDisposal, mainRule},
	{AgencyMeasure, law.FinancialAssistance, agencyMeasure},
	{AgencyAgreement, law.FinancialAssistance, agencyAgreement},
	{BasicLevel, law.FinancialAssistance, basicLevel},
	{ParentsHousehold, law.ParentsDuty, parentsHousehold},
	{UpperSecondaryUnder, law.FinancialAssistance, upperSecondary},
	{RehabilitationByWork, law.FinancialAssistance, rehabilitation},
	{FewCredits, law.AtDisposal, fewCredits},
	{PartnersTerm, law.FinancialAssistance, partnersTerm},
	{EqualTreatment, law.EqualTreatment, equalTreatment},
}

// Check is the lines on the day, and what they come to. It returns a *law.MissingError
// where the law map has no section for the day.
func Check(book *law.Book, facts Facts, on period.Day) (Checked, error) {
	checked := Checked{On: on}
	for _, rule := range rules {
		act, err := book.Act(rule.subject, on)
		if err != nil {
			return Checked{}, err
		}
		line := rule.judge(facts, on)
		line.Code, line.Act, line.Source = rule.code, act.Value.Citation, law.SourceStudies
		checked.Lines = append(checked.Lines, line)
	}
	checked.Overall = overall(checked.Lines)
	return checked, nil
}

// Checked is the check on a day.
type Checked struct {
	On      period.Day `json:"on"`
	Overall Overall    `json:"overall"`
	Lines   []Line     `json:"lines"` // all of Codes, in that order
}

// With are the lines that have the outcome.
func (c Checked) With(o Outcome) (codes []Code) {
	for _, l := range c.Lines {
		if l.Outcome == o {
			codes = append(codes, l.Code)
		}
	}
	return codes
}

// overall opens where an exception is met, unless it would not be the same for all.
func overall(lines []Line) Overall {
	result := Closed
	for _, l := range lines {
		switch {
		case l.Code == EqualTreatment && l.Outcome == NotMet:
			return Closed
		case !l.Code.isException():
		case l.Outcome == Met:
			result = Opens
		case l.Outcome == Unknown && result == Closed:
			result = AskMore
		}
	}
	return result
}

// Journal is the check as a text for the journal: what it came to, each line with its
// section, and that a person tries the case and decides.
func (c Checked) Journal() []fault.Text {
	said := []fault.Text{fault.T("studies.journal.heading", "On", c.On), fault.T("studies.overall." + string(c.Overall))}
	for _, l := range c.Lines {
		said = append(said, fault.T("studies.journal.line", "Line", l.Text(), "Act", l.Act))
	}
	return append(said, fault.T("studies.journal.end"))
}
