package catalogue

import "slices"

// Kind is what sort of support an intervention is.
type Kind string

const (
	WorkOriented         Kind = "work_oriented"
	Occupation           Kind = "occupation"
	Education            Kind = "education"
	Language             Kind = "language"
	Health               Kind = "health"
	SocialSupport        Kind = "social_support"
	SubsidisedEmployment Kind = "subsidised_employment"
)

// Kinds are all kinds, in the order the pages show them.
func Kinds() []Kind {
	return []Kind{WorkOriented, Occupation, Education, Language, Health, SocialSupport, SubsidisedEmployment}
}

// Theme is the early support that an intervention belongs to (002, the four
// categories of early support).
type Theme string

const (
	BeforeAssistance Theme = "before_assistance" // income, health and social context of those at risk
	TowardsWork      Theme = "towards_work"
	BetterHealth     Theme = "better_health"
	SocialContext    Theme = "social_context"
)

// Themes are all themes, in the order of 002.
func Themes() []Theme { return []Theme{BeforeAssistance, TowardsWork, BetterHealth, SocialContext} }

// Category is how the inventory of places counts an intervention (004 s. 7.1).
type Category string

const (
	WithSupervisors Category = "with_supervisors" // work-oriented, with employed supervisors
	MunicipalGroup  Category = "municipal_group"  // work-oriented, in the municipality and its companies, without them
	OccupationPlace Category = "occupation"       // routines, social training, a context to be in
	OutsideCount    Category = "outside_count"    // courses, care and jobs: not in the inventory
)

// Categories are all categories, in the order of 004 s. 7.1.
func Categories() []Category {
	return []Category{WithSupervisors, MunicipalGroup, OccupationPlace, OutsideCount}
}

// Start is when a participant can begin.
type Start string

const (
	Rolling Start = "rolling" // any week
	Cohort  Start = "cohort"  // all together on set days
)

// Starts are both ways of starting.
func Starts() []Start { return []Start{Rolling, Cohort} }

// PriceModel is what the municipality pays a provider for.
type PriceModel string

const (
	OwnUnit   PriceModel = "own_unit"   // nothing is invoiced
	PerPlace  PriceModel = "per_place"  // kronor per place and month, used or not
	PerPerson PriceModel = "per_person" // kronor per participant and week
	PerHour   PriceModel = "per_hour"   // kronor per held hour
)

// PriceModels are all price models.
func PriceModels() []PriceModel { return []PriceModel{OwnUnit, PerPlace, PerPerson, PerHour} }

func known[T comparable](value T, all []T) bool { return slices.Contains(all, value) }
