package catalogue

import (
	"fotfaste/internal/period"
)

// greenhouse is an intervention with every criterion, 10 places of 40 hours.
func greenhouse() Intervention {
	enrolled := true
	return Intervention{
		ID: "greenhouse", Provider: "forest", Name: "Växthuset", Purpose: "Pröva arbete i egen takt",
		Kind: WorkOriented, Theme: TowardsWork, Category: WithSupervisors,
		StepFrom: 3, StepTo: 4, LeadsTo: 5,
		Places: 10, HoursPerPlace: 40, HoursFrom: 10, HoursTo: 40,
		Locality: "Ryd", Municipal: true, Start: Rolling, MaxWeeks: 26,
		PriceModel: OwnUnit, Open: true,
		Criteria: Criteria{
			Age: &Range{20, 64}, Ability: &Range{10, 40}, Swedish: EasySwedish,
			MainCauses: []MainCause{Unemployment, IllHealth}, Localities: []string{"Ryd", "Skäggetorp"},
			Decisions: []Decision{LSS, SIUS}, EnrolledAF: &enrolled,
			Excludes: []Group{SeriousAddiction, FullSickLeave}, NotWith: []id{"laundry"},
		},
	}
}

// suited are facts that meet every criterion of the greenhouse.
func suited() Facts {
	age, step, ability, enrolled := 31, 3, 20, true
	return Facts{Age: &age, Step: &step, Ability: &ability, Swedish: NoLimits, MainCause: IllHealth,
		Locality: "Skäggetorp", Decisions: map[Decision]bool{LSS: true, SIUS: true}, EnrolledAF: &enrolled,
		Groups: map[Group]bool{SeriousAddiction: false, FullSickLeave: false}, With: []id{"walks"}}
}

func day(text string) period.Day { return period.MustDay(text) }
