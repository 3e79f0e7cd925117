package eligibility

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// What the criteria rest on, beside the age limits, which carry their own source.
const (
	sourceTargetGroup = law.SourceTargetGroup
	sourceLongTerm    = law.SourceLongTerm
)

// longTermMonths of the last twelve is long-term support (000, table 3, first row).
const longTermMonths = 10

// Judge is the proposal for somebody who would start on the day. The rules are those
// that law.Book.Programme gives for that day; rules of another day leave the age
// unknown rather than judge by limits that do not hold.
func Judge(facts Facts, rules law.Parameter[law.Programme], on period.Day) Verdict {
	v := Verdict{On: on, RuleSet: rules.Value.RuleSet, Criteria: []Criterion{
		judgeAge(facts, rules, on),
		judgeAnswer(Jobseeker, SeeksWork, facts.SeeksWork),
		judgeAnswer(FarFromLabour, FarFromWork, facts.FarFromWork),
		judgeLongTerm(facts),
		judgeAnswer(CoordinatedNeed, NeedsCoordination, facts.NeedsCoordination),
		judgeAssessed(facts),
	}}
	v.Overall = overall(v.Criteria)
	v.Advice = advise(v, facts)
	return v
}

func judgeAge(facts Facts, rules law.Parameter[law.Programme], on period.Day) Criterion {
	c := Criterion{Code: Age, Outcome: NotKnown, Used: []Used{{Fact: Birth}}, Source: rules.Source}
	youngest, oldest := rules.Value.YoungestAtStart, rules.Value.OldestAtStart
	if !rules.Valid.Contains(on) {
		c.Reason = fault.T("eligibility.reason.age.no_rules", "On", on)
		return c
	}
	if facts.Birth == nil || *facts.Birth > on {
		c.Reason = fault.T("eligibility.reason.age.unknown", "Youngest", youngest, "Oldest", oldest)
		return c
	}
	c.Used[0].Value = facts.Birth.String()
	age := facts.Birth.YearsUntil(on)
	values := []any{"Age", age, "Youngest", youngest, "Oldest", oldest, "On", on}
	switch {
	case age < youngest:
		c.Outcome = NotMet
		c.Reason = fault.T("eligibility.reason.age.too_young", append(values, "From", birthday(*facts.Birth, youngest))...)
	case age > oldest:
		c.Outcome, c.Reason = NotMet, fault.T("eligibility.reason.age.too_old", values...)
	default:
		c.Outcome, c.Reason = Met, fault.T("eligibility.reason.age.met", values...)
	}
	return c
}

// birthday is the first day on which who was born on birth is so many years old.
func birthday(birth period.Day, years int) period.Day {
	day := birth.AddYears(years)
	for birth.YearsUntil(day) < years { // born on 29 February
		day = day.AddDays(1)
	}
	return day
}

func judgeLongTerm(facts Facts) Criterion {
	c := Criterion{Code: LongTermSupport, Outcome: NotKnown, Used: []Used{{Fact: MonthsSupported}}, Source: sourceLongTerm}
	if facts.MonthsSupported == nil || !isMonths(*facts.MonthsSupported) {
		c.Reason = fault.T("eligibility.reason.long_term_support.unknown", "Least", longTermMonths, "Window", window)
		return c
	}
	months := *facts.MonthsSupported
	c.Used[0].Value = months
	c.Outcome = NotMet
	if months >= longTermMonths {
		c.Outcome = Met
	}
	c.Reason = fault.T("eligibility.reason.long_term_support."+string(c.Outcome),
		"Months", months, "Least", longTermMonths, "Window", window)
	return c
}

// judgeAnswer is a criterion that a person has answered yes or no to.
func judgeAnswer(code Code, fact Fact, answer Answer) Criterion {
	c := Criterion{Code: code, Outcome: NotKnown, Used: []Used{{Fact: fact}}, Source: sourceTargetGroup}
	switch answer {
	case Yes:
		c.Outcome, c.Used[0].Value = Met, string(answer)
	case No:
		c.Outcome, c.Used[0].Value = NotMet, string(answer)
	}
	c.Reason = fault.T("eligibility.reason." + string(code) + "." + string(c.Outcome))
	return c
}

// judgeAssessed never comes to not met: an assessment not yet made is work left for
// us, and no ground for turning anybody away.
func judgeAssessed(facts Facts) Criterion {
	c := judgeAnswer(AssessedWithInstrument, Assessed, facts.Assessed)
	if facts.Assessed == No {
		c.Outcome = NotKnown
		c.Reason = fault.T("eligibility.reason.assessed_with_instrument.not_yet")
	}
	return c
}
