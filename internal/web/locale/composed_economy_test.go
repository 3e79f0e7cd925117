package locale_test

import (
	"slices"

	"fotfaste/internal/duty"
	"fotfaste/internal/economy"
)

func economyKeys() []string {
	return slices.Concat(
		each("economy.step.", economy.Codes()...),
		each("economy.warning.", economy.Doubts()...),
		each("economy.cost.", economy.CostKinds()...),
		each("economy.income.", economy.IncomeKinds()...),
		each("economy.quantity.", economy.WageQuantities()...),
		[]string{"economy.refused.allowance_how"}) // of the file
}

func dutyKeys() []string {
	return slices.Concat(
		each("duty.because.", duty.Reasons()...),
		each("duty.way.", duty.Ways()...),
		each("duty.kind.", duty.Kinds()...))
}
