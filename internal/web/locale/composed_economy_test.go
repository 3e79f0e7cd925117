package locale_test

import (
	"slices"

	"fotfaste/internal/duty"
	"fotfaste/internal/economy"
	"fotfaste/internal/household"
	"fotfaste/internal/studies"
)

func economyKeys() []string {
	return slices.Concat(
		each("economy.step.", economy.Codes()...),
		each("economy.warning.", economy.Doubts()...),
		each("economy.cost.", economy.CostKinds()...),
		each("economy.income.", economy.IncomeKinds()...),
		each("economy.quantity.", economy.WageQuantities()...),
		each("economy.threshold.", economy.Thresholds()...),
		each("economy.threshold.beyond.", economy.CoversWithout, economy.AssistanceEnds),
		[]string{"economy.refused.allowance_how"}) // of the file
}

func householdKeys() []string {
	return slices.Concat(
		each("household.warning.", slices.DeleteFunc(household.Codes(), func(c household.Code) bool { return c == household.FactInDoubt })...),
		each("household.advice.", household.Codes()...),
		each("household.by.", household.Provenances()...),
		[]string{"household.refused.many", "household.begun", "household.closed", "household.not_yours"}) // of casework
}

func dutyKeys() []string {
	return slices.Concat(
		each("duty.because.", duty.Reasons()...),
		each("duty.way.", duty.Ways()...),
		each("duty.kind.", duty.Kinds()...),
		each("duty.cut_is.", duty.Cuts()...),
		each("duty.undone.", duty.WhyUndone()...))
}

func studiesKeys() []string {
	var lines []string
	for _, code := range studies.Codes() {
		lines = append(lines, each("studies.line."+string(code)+".", studies.Outcomes()...)...)
	}
	return slices.Concat(lines,
		each("studies.question.", studies.Questions()...),
		each("studies.level.", studies.Levels()...),
		each("studies.overall.", studies.Overalls()...))
}
