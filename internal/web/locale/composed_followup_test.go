package locale_test

import (
	"strconv"

	"fotfaste/internal/followup"
)

func followupKeys() []string {
	var keys []string
	keys = append(keys, each("followup.contact.", followup.ContactKinds()...)...)
	keys = append(keys, each("followup.pace.", followup.Paces()...)...)
	keys = append(keys, each("followup.light.", followup.Lights()...)...)
	keys = append(keys, each("followup.direction.", followup.Directions()...)...)
	keys = append(keys, each("followup.exit.", followup.ExitKinds()...)...)
	keys = append(keys, each("followup.standing.", followup.Standings()...)...)
	keys = append(keys, each("followup.source.", followup.OutcomeSources()...)...)
	for step := followup.LowestStep; step <= followup.HighestStep; step++ {
		keys = append(keys, "followup.step."+strconv.Itoa(step))
	}
	return keys
}
