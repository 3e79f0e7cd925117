package locale_test

import (
	"slices"

	"fotfaste/internal/economy"
)

func economyKeys() []string {
	return slices.Concat(
		each("economy.step.", economy.Codes()...),
		each("economy.warning.", economy.Doubts()...),
		each("economy.cost.", economy.CostKinds()...),
		each("economy.income.", economy.IncomeKinds()...),
		[]string{"economy.refused.allowance_how"}) // of the file
}
