package locale_test

import "fotfaste/internal/person"

// composedKeys are, for each subject, the keys made of a code rather than written
// out: one for each state, criterion or reason that the subject lists.
func composedKeys() map[string][]string {
	return map[string][]string{
		"person": personKeys(),
	}
}

func each[Code ~string](prefix string, codes ...Code) []string {
	keys := make([]string, len(codes))
	for i, code := range codes {
		keys[i] = prefix + string(code)
	}
	return keys
}

func personKeys() []string {
	return append(
		each("person.gender.", "unstated", person.Woman, person.Man),
		each("person.protection.", person.None, person.ConfidentialityMark, person.ProtectedRegistration)...)
}
