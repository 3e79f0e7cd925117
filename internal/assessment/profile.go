package assessment

import (
	"cmp"
	"slices"
)

// Barrier is something that makes it harder to come into work (004 diagram 30).
type Barrier string

const (
	PhysicalHealth Barrier = "physical_health"
	MentalHealth   Barrier = "mental_health"
	Language       Barrier = "language"
	Housing        Barrier = "housing"
	Family         Barrier = "family"
	Legal          Barrier = "legal"
	Habits         Barrier = "habits_and_addiction"
	Debts          Barrier = "debts"
	Motivation     Barrier = "motivation"
	OtherBarrier   Barrier = "other"
)

// Barriers are all of them, in the order in which they are shown.
func Barriers() []Barrier {
	return []Barrier{
		PhysicalHealth, MentalHealth, Language, Housing, Family, Legal, Habits, Debts, Motivation, OtherBarrier,
	}
}

// Protective is something that makes it easier.
type Protective string

const (
	JobSearchSkill Protective = "job_search_skill"
	Network        Protective = "network"
	EarlierWork    Protective = "earlier_work"
	Education      Protective = "education"
	DrivingLicence Protective = "driving_licence"
	FamilySupport  Protective = "family_support"
	Routines       Protective = "routines"
	Drive          Protective = "drive"
)

// ProtectiveFactors are all of them, in the order in which they are shown.
func ProtectiveFactors() []Protective {
	return []Protective{
		JobSearchSkill, Network, EarlierWork, Education, DrivingLicence, FamilySupport, Routines, Drive,
	}
}

// MainCause is the group that the need of assistance comes from (000 table 1).
type MainCause string

const (
	Unemployment  MainCause = "unemployment"
	IllHealth     MainCause = "ill_health"
	SocialReasons MainCause = "social_reasons"
)

// MainCauses are all of them, in the order of the source.
func MainCauses() []MainCause { return []MainCause{Unemployment, IllHealth, SocialReasons} }

// Swedish is how well a person can communicate in Swedish (004 diagram 12).
type Swedish string

const (
	NoLimits       Swedish = "no_limits"
	EasySwedish    Swedish = "easy_swedish" // an interpreter now and then
	LargeLimits    Swedish = "large_limits" // needs an interpreter
	SwedishUnknown Swedish = "unknown"
)

// SwedishLevels are all of them, from the best known.
func SwedishLevels() []Swedish {
	return []Swedish{NoLimits, EasySwedish, LargeLimits, SwedishUnknown}
}

// ChildCare is whether a person has children to care for, and whether that is
// arranged during an activity.
type ChildCare string

const (
	NoChildren   ChildCare = "no_children"
	CareArranged ChildCare = "arranged"
	CareNeeded   ChildCare = "needed"
)

// ChildCares are all of them.
func ChildCares() []ChildCare { return []ChildCare{NoChildren, CareArranged, CareNeeded} }

// AbilityBands are the hours a week that the activity ability is counted in: up to
// 0, 10, 20, 30 and 40 hours for 0, 1-25, 26-50, 51-75 and 76-100 per cent (004
// diagram 8).
func AbilityBands() []int { return []int{0, 10, 20, 30, 40} }

// The function ladder has six steps (004 s. 6, diagram 18).
const (
	FirstStep = 1
	LastStep  = 6
)

// Theme is something that a person moves in on the way to work.
type Theme string

const (
	JobMarketKnowledge Theme = "job_market_knowledge"
	Concentration      Theme = "concentration"
	BeliefInJob        Theme = "belief_in_job"
	CaseManagersBelief Theme = "case_managers_belief"
	GoalFocus          Theme = "goal_focus"
	MakingContact      Theme = "making_contact"
	Cooperation        Theme = "cooperation"
	OwnNetwork         Theme = "own_network"
	EverydayLife       Theme = "everyday_life"
	CopingWithHealth   Theme = "coping_with_health"
	JobSearch          Theme = "job_search"
)

// Themes are the eleven, in the order in which they are asked.
func Themes() []Theme {
	return []Theme{
		JobMarketKnowledge, Concentration, BeliefInJob, CaseManagersBelief, GoalFocus, MakingContact,
		Cooperation, OwnNetwork, EverydayLife, CopingWithHealth, JobSearch,
	}
}

// Profile is what answers come to. What nobody answered is missing from it: a nil, a
// zero step or an empty word, never a guess.
type Profile struct {
	AbilityHours *int          `json:"ability_hours,omitempty"` // one of AbilityBands
	LadderStep   int           `json:"ladder_step,omitempty"`   // 1-6
	Barriers     []Barrier     `json:"barriers,omitempty"`      // in the order of Barriers
	Protective   []Protective  `json:"protective,omitempty"`    // in the order of ProtectiveFactors
	MainCause    MainCause     `json:"main_cause,omitempty"`
	Swedish      Swedish       `json:"swedish,omitempty"`
	ChildCare    ChildCare     `json:"child_care,omitempty"`
	Wishes       string        `json:"wishes,omitempty"` // in the participant's own words
	Themes       map[Theme]int `json:"themes,omitempty"` // on the scale of the instrument
}

// Together is one profile out of the two raters'. The professional's view of ability,
// step, cause and Swedish goes first, since ability is to be seen in practice (004 s.
// 5.1); the wishes are the participant's; barriers and strengths are what either has
// named. Themes are not put together: the difference is what they are for.
func Together(participant, professional Profile) Profile {
	both := Profile{
		AbilityHours: professional.AbilityHours,
		LadderStep:   cmp.Or(professional.LadderStep, participant.LadderStep),
		Barriers:     inOrder(Barriers(), slices.Concat(participant.Barriers, professional.Barriers)),
		Protective:   inOrder(ProtectiveFactors(), slices.Concat(participant.Protective, professional.Protective)),
		MainCause:    cmp.Or(professional.MainCause, participant.MainCause),
		ChildCare:    cmp.Or(participant.ChildCare, professional.ChildCare),
		Wishes:       cmp.Or(participant.Wishes, professional.Wishes),
	}
	if both.AbilityHours == nil {
		both.AbilityHours = participant.AbilityHours
	}
	both.Swedish = professional.Swedish
	if both.Swedish == "" || both.Swedish == SwedishUnknown {
		both.Swedish = cmp.Or(participant.Swedish, both.Swedish)
	}
	return both
}

// inOrder is what is named, each once, in the order of all.
func inOrder[T comparable](all, named []T) []T {
	var ordered []T
	for _, one := range all {
		if slices.Contains(named, one) {
			ordered = append(ordered, one)
		}
	}
	return ordered
}
