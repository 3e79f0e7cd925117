package locale_test

import (
	"slices"
	"strconv"

	"fotfaste/internal/assessment"
)

func assessmentKeys() []string {
	var steps, hours []string
	for step := assessment.FirstStep; step <= assessment.LastStep; step++ {
		steps = append(steps, strconv.Itoa(step))
	}
	for _, h := range assessment.AbilityBands() {
		hours = append(hours, strconv.Itoa(h))
	}
	return slices.Concat(
		each("assessment.rater.", assessment.Participant, assessment.Professional),
		each("assessment.ability.", hours...),
		each("assessment.step.", steps...),
		each("assessment.step_means.", steps...),
		each("assessment.barrier.", assessment.Barriers()...),
		each("assessment.protective.", assessment.ProtectiveFactors()...),
		each("assessment.main_cause.", assessment.MainCauses()...),
		each("assessment.swedish.", assessment.SwedishLevels()...),
		each("assessment.child_care.", assessment.ChildCares()...),
		each("assessment.theme.", assessment.Themes()...))
}
