package locale_test

import (
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/web/locale"
)

// Every refusal says why, every act and every ground can be read in the list of
// who has read and done what, and every part and role has a name. An act that is
// new in package access needs a text in act.sv.yaml and act.en.yaml.
func TestAccessTexts(t *testing.T) {
	var acts []string
	for _, a := range slices.Concat(access.Acts(), access.OfficeActs, access.AtTheDoor, access.ByTheClock) {
		acts = append(acts, "act."+a.Name)
	}
	// A case that is not there is refused before any rule is asked.
	grounds := each("ground.", append(slices.Concat(access.Grounds(), access.Refusals(), access.GroundsAtTheDoor), access.TimeCame, "unknown_case")...)
	keys := locale.Keys()
	for _, key := range slices.Concat(acts, grounds, each("access.", access.Refusals()...),
		each("case_part.", access.Parts...), each("role.", access.Roles...)) {
		if !keys[key] {
			t.Errorf("no text has the key %s", key)
		}
	}
	for key := range keys {
		if strings.HasPrefix(key, "act.") && !slices.Contains(acts, key) || strings.HasPrefix(key, "ground.") && !slices.Contains(grounds, key) {
			t.Errorf("nobody asks for %s", key)
		}
	}
}
