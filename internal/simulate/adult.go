package simulate

import (
	"fotfaste/internal/casefile"
	"fotfaste/internal/person"
)

// Group is why somebody is, or is not, in the target group (004 s. 6.5).
type Group string

const (
	CodedUnemployed Group = "coded_unemployed" // coded as unemployed: in the target group
	Mapped          Group = "mapped"           // found in the survey of 2019: in the target group
	NotCurrent      Group = "not_current"      // surveyed in 2019 but cannot take part now
	Outside         Group = "outside"          // on assistance for reasons that rule it out
)

// Household is who lives together. Assistance is reckoned per household.
type Household string

const (
	Single             Household = "single"
	Couple             Household = "couple"
	SingleWithChildren Household = "single_with_children"
	CoupleWithChildren Household = "couple_with_children"
)

// Swedish is how somebody makes themselves understood (004 diagram 12).
type Swedish string

const (
	NoLimits       Swedish = "no_limits"
	EasySwedish    Swedish = "easy"
	LargeLimits    Swedish = "large_limits"
	SwedishUnknown Swedish = "unknown"
)

// Measure is a category of the function ladder as the surveys of 004 used it
// (diagrams 18-22), for what somebody does now or needs next.
type Measure string

const (
	NoMeasure       Measure = "none"
	BasicNeeds      Measure = "basic_needs"
	Structure       Measure = "structure"
	Occupation      Measure = "occupation"
	Rehabilitation  Measure = "rehabilitation"
	SupportedWork   Measure = "supported_work"
	SwedishStudies  Measure = "swedish_studies"
	AnotherMeasure  Measure = "other" // most often language practice (004 diagram 19)
	MeasureNotAsked Measure = ""      // for those the survey of 2019 did not cover
)

// Adult is one of those on assistance.
type Adult struct {
	Person    person.Person
	Group     Group
	Household Household
	Children  []person.Child // oldest first; all at home
	// Months is for how many months in a row the household has had assistance.
	Months int
	// AbilityHours is the activity ability: 0, 10, 20, 30 or 40 hours a week.
	AbilityHours   int
	Physical       bool // physical ill health
	Mental         bool // mental ill health
	Swedish        Swedish
	Now            Measure // what they take part in
	EnoughNow      bool    // and that it is as much as they are able to
	Next           Measure // what would bring them nearer self-support
	Obstacles      []string
	MainObstacle   casefile.Obstacle
	OutsideFor     string // why not in the target group; empty for who is
	WorkedInSweden bool
}

// InTargetGroup tells whether the programme is for the person.
func (a *Adult) InTargetGroup() bool { return a.Group == Mapped || a.Group == CodedUnemployed }

// NeedsInterpreter tells whether the person has limits in Swedish (004 diagram 23).
func (a *Adult) NeedsInterpreter() bool {
	return a.Swedish == EasySwedish || a.Swedish == LargeLimits
}

var (
	genders    = []person.Gender{person.Woman, person.Man, person.Unstated}
	ages       = [][2]int{{18, 24}, {25, 29}, {30, 44}, {45, 54}, {55, 64}}
	hours      = []int{0, 10, 20, 30, 40}
	levels     = []Swedish{NoLimits, EasySwedish, LargeLimits, SwedishUnknown}
	households = []Household{Single, Couple, SingleWithChildren, CoupleWithChildren}
	nows       = []Measure{NoMeasure, BasicNeeds, Structure, Occupation, Rehabilitation, SupportedWork, SwedishStudies}
	nexts      = []Measure{BasicNeeds, Structure, Occupation, Rehabilitation, SupportedWork, AnotherMeasure}
)

// Obstacles beside health and language that the survey of 2018 counted (004
// diagram 30).
var otherObstacles = []string{"motivation", "housing", "family", "legal", "habits", "debts", "other"}
