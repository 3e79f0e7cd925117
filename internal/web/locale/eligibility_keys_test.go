package locale_test

import (
	"slices"

	"fotfaste/internal/eligibility"
)

func eligibilityKeys() []string {
	keys := slices.Concat(
		each("eligibility.outcome.", eligibility.Met, eligibility.NotMet, eligibility.NotKnown),
		each("eligibility.overall.", eligibility.Met, eligibility.NotMet, eligibility.NotKnown),
		each("eligibility.criterion.", eligibility.Codes()...),
		each("eligibility.fact.", eligibility.AllFacts()...),
		each("eligibility.answer.", eligibility.Yes, eligibility.No, "unknown"),
		each("eligibility.origin.", eligibility.Origins()...),
		each("eligibility.advice.", eligibility.AdviceCodes()...))
	for _, code := range eligibility.Codes() {
		reasons := []eligibility.Outcome{eligibility.Met, eligibility.NotMet, eligibility.NotKnown}
		if code == eligibility.Age || code == eligibility.AssessedWithInstrument {
			reasons = []eligibility.Outcome{eligibility.Met, eligibility.NotKnown} // their other reasons are written out
		}
		keys = append(keys, each("eligibility.reason."+string(code)+".", reasons...)...)
	}
	return keys
}
