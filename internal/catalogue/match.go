package catalogue

import (
	"slices"
	"strings"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
)

// Outcome is how a fact stands against a criterion.
type Outcome string

const (
	Met     Outcome = "met"
	NotMet  Outcome = "not_met"
	Unknown Outcome = "unknown"
)

// Outcomes are all outcomes.
func Outcomes() []Outcome { return []Outcome{Met, NotMet, Unknown} }

// Criterion names what was checked.
type Criterion string

const (
	ByStep      Criterion = "step"
	ByAge       Criterion = "age"
	ByAbility   Criterion = "ability"
	BySwedish   Criterion = "swedish"
	ByMainCause Criterion = "main_cause"
	ByLocality  Criterion = "locality"
	ByLSS       Criterion = "lss"
	BySIUS      Criterion = "sius"
	ByEnrolled  Criterion = "enrolled_af"
	ByUnlisted  Criterion = "not_enrolled_af"
	ByCombining Criterion = "not_with"
)

// ByGroup is the criterion that the participant is outside an excluded group.
func ByGroup(g Group) Criterion { return Criterion("not_" + string(g)) }

// AllCriteria are all criteria, in the order they are checked and shown.
func AllCriteria() []Criterion {
	all := []Criterion{ByStep, ByAge, ByAbility, BySwedish, ByMainCause, ByLocality, ByLSS, BySIUS, ByEnrolled, ByUnlisted}
	for _, g := range Groups() {
		all = append(all, ByGroup(g))
	}
	return append(all, ByCombining)
}

// CriterionResult is one criterion with how it came out and the numbers it used.
type CriterionResult struct {
	Criterion Criterion
	Outcome   Outcome
	Args      map[string]any
}

// Text is the result as a reason for a reader.
func (r CriterionResult) Text() fault.Text {
	return fault.Text{Key: "catalogue.criterion." + string(r.Criterion) + "." + string(r.Outcome), Args: r.Args}
}

// Match checks the facts against every criterion the intervention has. The ladder
// step is always one of them.
func Match(i Intervention, facts Facts) []CriterionResult {
	var m matching
	c := i.Criteria
	m.within(ByStep, Range{i.StepFrom, i.StepTo}, facts.Step)
	if c.Age != nil {
		m.within(ByAge, *c.Age, facts.Age)
	}
	if c.Ability != nil {
		m.within(ByAbility, *c.Ability, facts.Ability)
	}
	if c.Swedish != "" {
		m.add(BySwedish, outcome(facts.Swedish != "", atLeast(facts.Swedish, c.Swedish)))
	}
	if len(c.MainCauses) > 0 {
		m.add(ByMainCause, outcome(facts.MainCause != "", slices.Contains(c.MainCauses, facts.MainCause)))
	}
	if len(c.Localities) > 0 {
		m.add(ByLocality, outcome(facts.Locality != "", slices.Contains(c.Localities, facts.Locality)),
			"Localities", strings.Join(c.Localities, ", "))
	}
	for _, d := range DecisionsRequired() {
		if slices.Contains(c.Decisions, d) {
			has, known := facts.Decisions[d]
			m.add(Criterion(d), outcome(known, has))
		}
	}
	if c.EnrolledAF != nil {
		by := ByEnrolled
		if !*c.EnrolledAF {
			by = ByUnlisted
		}
		m.add(by, outcome(facts.EnrolledAF != nil, facts.EnrolledAF != nil && *facts.EnrolledAF == *c.EnrolledAF))
	}
	for _, g := range Groups() {
		if slices.Contains(c.Excludes, g) {
			in, known := facts.Groups[g]
			m.add(ByGroup(g), outcome(known, !in))
		}
	}
	if len(c.NotWith) > 0 {
		clash := slices.ContainsFunc(facts.With, func(other ident.ID) bool { return slices.Contains(c.NotWith, other) })
		m.add(ByCombining, outcome(true, !clash))
	}
	return m.results
}

// Overall is NotMet when any criterion is, Unknown when none is but something is
// not known, and Met when all are.
func Overall(results []CriterionResult) Outcome {
	overall := Met
	for _, r := range results {
		if r.Outcome == NotMet {
			return NotMet
		}
		if r.Outcome == Unknown {
			overall = Unknown
		}
	}
	return overall
}

type matching struct{ results []CriterionResult }

func (m *matching) add(by Criterion, o Outcome, pairs ...any) {
	m.results = append(m.results, CriterionResult{Criterion: by, Outcome: o, Args: fault.T("", pairs...).Args})
}

// within tells the limits and, where it is known, the value.
func (m *matching) within(by Criterion, r Range, value *int) {
	if value == nil {
		m.add(by, Unknown, "Least", r.Least, "Most", r.Most)
		return
	}
	m.add(by, outcome(true, r.Contains(*value)), "Least", r.Least, "Most", r.Most, "Value", *value)
}

func outcome(known, holds bool) Outcome {
	switch {
	case !known:
		return Unknown
	case holds:
		return Met
	}
	return NotMet
}

func atLeast(has, needed SwedishLevel) bool {
	return slices.Index(SwedishLevels(), has) >= slices.Index(SwedishLevels(), needed)
}
