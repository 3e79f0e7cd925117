package catalogue

import "fotfaste/internal/ident"

// Criteria are whom an intervention takes. What is nil or empty is not asked. Each
// is checked by the machine and answered with a reason, so that nobody has to
// guess which criteria hold (004 s. 7.2).
type Criteria struct {
	Age        *Range       `json:"age"`     // whole years
	Ability    *Range       `json:"ability"` // hours per week
	Swedish    SwedishLevel `json:"swedish"` // the least that is needed
	MainCauses []MainCause  `json:"main_causes"`
	Localities []string     `json:"localities"` // where the participant may live
	Decisions  []Decision   `json:"decisions"`  // all must be there
	EnrolledAF *bool        `json:"enrolled_af"`
	Excludes   []Group      `json:"excludes"`
	NotWith    []ident.ID   `json:"not_with"` // interventions it cannot be combined with
}

// Range is from the least to the most, both allowed.
type Range struct {
	Least int `json:"least"`
	Most  int `json:"most"`
}

// Contains tells whether n is in the range.
func (r Range) Contains(n int) bool { return r.Least <= n && n <= r.Most }

// SwedishLevel is how a person gets by in Swedish (004 diagram 12).
type SwedishLevel string

const (
	LargeLimits SwedishLevel = "large_limits" // needs an interpreter
	EasySwedish SwedishLevel = "easy_swedish" // easy Swedish, an interpreter at times
	NoLimits    SwedishLevel = "no_limits"
)

// SwedishLevels are all levels, from the least Swedish to the most.
func SwedishLevels() []SwedishLevel { return []SwedishLevel{LargeLimits, EasySwedish, NoLimits} }

// MainCause is the group of causes behind the need of assistance (002).
type MainCause string

const (
	Unemployment  MainCause = "unemployment"
	IllHealth     MainCause = "ill_health"
	SocialReasons MainCause = "social_reasons"
)

// MainCauses are all groups of causes.
func MainCauses() []MainCause { return []MainCause{Unemployment, IllHealth, SocialReasons} }

// Decision is a decision that the participant must have from an authority.
type Decision string

const (
	LSS  Decision = "lss"  // support for people with certain functional impairments
	SIUS Decision = "sius" // special support person for introduction and follow-up
)

// DecisionsRequired are all decisions that can be required.
func DecisionsRequired() []Decision { return []Decision{LSS, SIUS} }

// Group is people whom an intervention is not able to take.
type Group string

const (
	SeriousAddiction    Group = "serious_addiction"
	UpperSecondaryPupil Group = "upper_secondary_pupil"
	EstablishmentPeriod Group = "establishment_period" // in the state's programme for new arrivals
	FullSickLeave       Group = "full_sick_leave"
)

// Groups are all groups that can be excluded.
func Groups() []Group {
	return []Group{SeriousAddiction, UpperSecondaryPupil, EstablishmentPeriod, FullSickLeave}
}

// Facts are what is known of a participant when criteria are checked. What is nil
// or empty is unknown, and unknown never counts as met. A person with protected
// identity has no locality here.
type Facts struct {
	Age        *int
	Step       *int
	Ability    *int // hours per week
	Swedish    SwedishLevel
	MainCause  MainCause
	Locality   string
	Decisions  map[Decision]bool // a decision that is absent is unknown
	EnrolledAF *bool
	Groups     map[Group]bool // a group that is absent is unknown
	With       []ident.ID     // interventions the participant is in or has been offered
}
