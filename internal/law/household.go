package law

import (
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Standard is the national standard in kronor a month (SoF (2025:468) 12 kap. 2 §):
// what the running costs of a household are reckoned to.
type Standard struct {
	Single       money.Kronor    `yaml:"single"`        // personal costs of an adult who is no part of a couple
	Couple       money.Kronor    `yaml:"couple"`        // of two who live together, for both
	Children     []ChildStandard `yaml:"children"`      // personal costs by age, youngest first, without a gap
	Common       []money.Kronor  `yaml:"common"`        // common costs by the size of the household, from one
	CommonBeyond money.Kronor    `yaml:"common_beyond"` // more for each person beyond those
}

// ChildStandard is a child's personal costs from one age to another, in whole years.
type ChildStandard struct {
	FromAge          int          `yaml:"from_age"`
	ToAge            int          `yaml:"to_age"`
	Amount           money.Kronor `yaml:"amount"`
	LunchAway        money.Kronor `yaml:"lunch_away"`         // where it eats lunch away on weekdays; 0 where that makes no difference
	LunchAwayUnknown bool         `yaml:"lunch_away_unknown"` // it makes a difference, and the amount has not been found
}

// Allowance is the child allowance in kronor a month (SFB (2010:110) 15 kap.).
type Allowance struct {
	PerChild         money.Kronor   `yaml:"per_child"`
	Supplements      []money.Kronor `yaml:"supplements"`       // by which child it is in the family, from the first
	SupplementBeyond money.Kronor   `yaml:"supplement_beyond"` // for each child after those
	LastAge          int            `yaml:"last_age"`          // in whole years, of a child with allowance
}

// Stimulus is how much of the income from work is not counted when assistance is
// reckoned, for whom and for how long.
type Stimulus struct {
	NotCounted  money.Percent `yaml:"not_counted_percent"` // of the net income from work
	AfterMonths int           `yaml:"after_months"`        // on assistance in a row
	ForMonths   int           `yaml:"for_months"`          // calendar months
}

// NationalStandard is the standard of the day. Years whose amounts have not been
// checked have none.
func (b *Book) NationalStandard(on period.Day) (Parameter[Standard], error) {
	return b.standard.on(on)
}

// NationalStandardDays are the days with a standard, in order, without gaps inside.
func (b *Book) NationalStandardDays() []period.Span { return b.standard.days() }

// ChildAllowanceDays are those with an allowance.
func (b *Book) ChildAllowanceDays() []period.Span { return b.allowance.days() }

// ChildAllowance is the allowance of the day, known from March 2018.
func (b *Book) ChildAllowance(on period.Day) (Parameter[Allowance], error) {
	return b.allowance.on(on)
}

// JobStimulusTerms is how the job stimulus is reckoned; where it stands is
// Act(JobStimulus).
func (b *Book) JobStimulusTerms(on period.Day) (Parameter[Stimulus], error) {
	return b.stimulus.on(on)
}
