package locale_test

import (
	"slices"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casefile"
	"fotfaste/internal/compensation"
	"fotfaste/internal/decision"
	"fotfaste/internal/law"
	"fotfaste/internal/matching"
	"fotfaste/internal/person"
	"fotfaste/internal/throughput"
)

// composedKeys are, for each subject, the keys made of a code rather than written
// out: one for each state, criterion or reason that the subject lists.
func composedKeys() map[string][]string {
	return map[string][]string{
		"assessment":   assessmentKeys(),
		"attendance":   each("attendance.status.", attendance.Statuses()...),
		"casefile":     casefileKeys(),
		"catalogue":    catalogueKeys(),
		"compensation": each("compensation.step.", compensation.Codes()...),
		"decision":     append(each("decision.kind.", decision.Kinds()...), each("decision.state.", decision.States()...)...),
		"duty":         dutyKeys(),
		"economy":      economyKeys(),
		"household":    householdKeys(),
		"eligibility":  eligibilityKeys(),
		"followup":     followupKeys(),
		"law":          lawKeys(),
		"matching":     slices.Concat(each("matching.point.", matching.Grounds()...), each("matching.obstacle.", matching.Obstacles()...), each("matching.passing.", matching.Passings()...)),
		"payaccount":   nil,
		"person":       personKeys(),
		"placement":    placementKeys(),
		"plan":         planKeys(),
		"sie":          nil,
		"studies":      studiesKeys(),
		"throughput":   append(each("throughput.stage.", throughput.Stages()...), each("throughput.next.", throughput.WaitsHere, throughput.WaitsElsewhere, throughput.NobodyWaits)...),
	}
}

func each[Code ~string](prefix string, codes ...Code) []string {
	keys := make([]string, len(codes))
	for i, code := range codes {
		keys[i] = prefix + string(code)
	}
	return keys
}

func casefileKeys() []string {
	return slices.Concat(
		each("casefile.state.", casefile.States()...),
		each("casefile.command.", casefile.AllCommands()...),
		each("casefile.refused.", casefile.AllCommands()...),
		each("casefile.obstacle.", casefile.Obstacles()...))
}

func lawKeys() []string {
	return slices.Concat(each("law.missing.", law.Names()...), each("law.missing.", law.Sweden().Subjects()...),
		each("law.source.", law.SourceCodes()...))
}

func personKeys() []string {
	return append(
		each("person.gender.", "unstated", person.Woman, person.Man),
		each("person.protection.", person.None, person.ConfidentialityMark, person.ProtectedRegistration)...)
}
