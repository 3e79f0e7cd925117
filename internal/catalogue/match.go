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
	var results []CriterionResult
	judge(&i, &facts, func(by Criterion, o Outcome) {
		results = append(results, CriterionResult{Criterion: by, Outcome: o, Args: args(by, &i, &facts)})
	})
	return results
}

// Suits is what the criteria come to together, without the reasons: Overall of Match, for
// everybody against everything.
func Suits(i *Intervention, facts *Facts) Outcome {
	overall := Met
	judge(i, facts, func(_ Criterion, o Outcome) {
		if o == NotMet || o == Unknown && overall == Met {
			overall = o
		}
	})
	return overall
}

// judge tells how each criterion that the intervention has comes out.
func judge(i *Intervention, facts *Facts, tell func(Criterion, Outcome)) {
	c := &i.Criteria
	tell(ByStep, within(Range{i.StepFrom, i.StepTo}, facts.Step))
	if c.Age != nil {
		tell(ByAge, within(*c.Age, facts.Age))
	}
	if c.Ability != nil {
		tell(ByAbility, within(*c.Ability, facts.Ability))
	}
	if c.Swedish != "" {
		tell(BySwedish, outcome(facts.Swedish != "", atLeast(facts.Swedish, c.Swedish)))
	}
	if len(c.MainCauses) > 0 {
		tell(ByMainCause, outcome(facts.MainCause != "", slices.Contains(c.MainCauses, facts.MainCause)))
	}
	if len(c.Localities) > 0 {
		tell(ByLocality, outcome(facts.Locality != "", slices.Contains(c.Localities, facts.Locality)))
	}
	for _, d := range DecisionsRequired() {
		if slices.Contains(c.Decisions, d) {
			has, known := facts.Decisions[d]
			tell(Criterion(d), outcome(known, has))
		}
	}
	if c.EnrolledAF != nil {
		by := ByEnrolled
		if !*c.EnrolledAF {
			by = ByUnlisted
		}
		tell(by, outcome(facts.EnrolledAF != nil, facts.EnrolledAF != nil && *facts.EnrolledAF == *c.EnrolledAF))
	}
	for _, g := range Groups() {
		if slices.Contains(c.Excludes, g) {
			in, known := facts.Groups[g]
			tell(ByGroup(g), outcome(known, !in))
		}
	}
	if len(c.NotWith) > 0 {
		clash := slices.ContainsFunc(facts.With, func(other ident.ID) bool { return slices.Contains(c.NotWith, other) })
		tell(ByCombining, outcome(true, !clash))
	}
}

// args are the numbers and names that the reason tells: the limits and, where it is
// known, the value.
func args(by Criterion, i *Intervention, facts *Facts) map[string]any {
	limits := func(r Range, value *int) map[string]any {
		if value == nil {
			return fault.T("", "Least", r.Least, "Most", r.Most).Args
		}
		return fault.T("", "Least", r.Least, "Most", r.Most, "Value", *value).Args
	}
	switch by {
	case ByStep:
		return limits(Range{i.StepFrom, i.StepTo}, facts.Step)
	case ByAge:
		return limits(*i.Criteria.Age, facts.Age)
	case ByAbility:
		return limits(*i.Criteria.Ability, facts.Ability)
	case ByLocality:
		return fault.T("", "Localities", strings.Join(i.Criteria.Localities, ", ")).Args
	}
	return nil
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

func within(r Range, value *int) Outcome {
	return outcome(value != nil, value != nil && r.Contains(*value))
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
