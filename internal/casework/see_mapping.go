package casework

import (
	"context"
	"slices"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/steering"
	"fotfaste/internal/store"
)

// Margin is the target group divided by one thing, and by gender (004 s. 6).
type Margin struct {
	Of     MarginKind
	Counts []steering.Count
}

// MarginKind is what a margin divides by.
type MarginKind string

const (
	ByAbility MarginKind = "ability"
	ByHealth  MarginKind = "health"
	BySwedish MarginKind = "swedish"
	ByStep    MarginKind = "step"
	ByCause   MarginKind = "cause"
)

// The codes of ill health, as 004 counts it: physical and mental.
const (
	NoIllHealth   = "none"
	OneIllHealth  = "one"
	BothIllHealth = "both"
)

// NotSaid is the code of those about whom nobody has said.
const NotSaid = "not_said"

// Mapping is the target group in numbers, without persons.
type Mapping struct {
	Assessed steering.Count
	Margins  []Margin
	Exits    []steering.Count // of the past year
	Outcomes []steering.Count // three months after the exit
}

// SeeMapping reads the target group: everybody who has been assessed together.
func (o *Office) SeeMapping(ctx context.Context, actor access.Actor) (Mapping, error) {
	var m Mapping
	err := o.survey(ctx, actor, access.SeeAggregates, "mapping", func(d *desk) error {
		profiles, err := d.Profiles(ctx, assessment.JointAssessment)
		if err != nil {
			return err
		}
		for _, p := range profiles {
			m.Assessed = steering.Sum([]steering.Count{m.Assessed, store.One(p.Gender, 1)})
		}
		m.Margins = []Margin{
			margin(profiles, ByAbility, abilityOf, bands(assessment.AbilityBands())),
			margin(profiles, ByHealth, healthOf, []string{NoIllHealth, OneIllHealth, BothIllHealth}),
			margin(profiles, BySwedish, func(p assessment.Profile) string { return string(p.Swedish) }, texts(assessment.SwedishLevels())),
			margin(profiles, ByStep, stepOf, bands([]int{1, 2, 3, 4, 5, 6})),
			margin(profiles, ByCause, func(p assessment.Profile) string { return string(p.MainCause) }, texts(assessment.MainCauses())),
		}
		if m.Exits, err = d.CountExits(ctx, yearBack(d.Today)); err != nil {
			return err
		}
		m.Outcomes, err = d.CountOutcomes(ctx, outcomeMonths, d.Today)
		return err
	})
	return m, err
}

// margin counts the profiles by what of says, in the order of the codes. The last
// line is those about whom nothing is said, where there are any.
func margin(profiles []store.Profiled, kind MarginKind, of func(assessment.Profile) string, codes []string) Margin {
	by := map[string]steering.Count{}
	for _, p := range profiles {
		code := of(p.Profile)
		if !slices.Contains(codes, code) {
			code = NotSaid
		}
		sum := steering.Sum([]steering.Count{by[code], store.One(p.Gender, 1)})
		sum.Code = code
		by[code] = sum
	}
	counts := make([]steering.Count, 0, len(by))
	for _, c := range by {
		counts = append(counts, c)
	}
	if by[NotSaid].All() > 0 {
		codes = append(codes, NotSaid)
	}
	return Margin{kind, steering.InOrder(counts, codes)}
}

func abilityOf(p assessment.Profile) string {
	if p.AbilityHours == nil {
		return NotSaid
	}
	return strconv.Itoa(*p.AbilityHours)
}

func healthOf(p assessment.Profile) string {
	physical, mental := slices.Contains(p.Barriers, assessment.PhysicalHealth), slices.Contains(p.Barriers, assessment.MentalHealth)
	switch {
	case physical && mental:
		return BothIllHealth
	case physical || mental:
		return OneIllHealth
	}
	return NoIllHealth
}

func stepOf(p assessment.Profile) string { return strconv.Itoa(p.LadderStep) }

func bands(numbers []int) []string {
	codes := make([]string, len(numbers))
	for i, n := range numbers {
		codes[i] = strconv.Itoa(n)
	}
	return codes
}

func texts[T ~string](codes []T) []string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = string(c)
	}
	return all
}
