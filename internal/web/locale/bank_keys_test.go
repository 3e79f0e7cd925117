package locale_test

import (
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/iso20022"
	"fotfaste/internal/web/locale"
)

// TestTheBanksCodesHaveTexts: every code of the bank's that the messages room knows
// has a text, and no text is left of one that it does not know.
func TestTheBanksCodesHaveTexts(t *testing.T) {
	keys, codes := locale.Keys(), iso20022.ReasonCodes()
	for _, code := range codes {
		if key := (iso20022.Reason{Code: code}).Text().Key; key != "bank.reason."+code || !keys[key] {
			t.Errorf("%s has no text", code)
		}
	}
	for _, kind := range iso20022.Kinds() {
		if !keys[kind.Text().Key] {
			t.Errorf("%s has no text", kind)
		}
	}
	for key := range keys {
		if code, is := strings.CutPrefix(key, "bank.reason."); is && !slices.Contains(codes, code) {
			t.Errorf("no reason has the text %s", key)
		}
	}
}
