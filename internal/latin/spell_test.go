package latin

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// narrow is A-Z, a-z, å, ä, ö and a few signs.
func narrow(r rune) bool {
	return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || strings.ContainsRune("åäöÅÄÖ '-?", r)
}

func TestSpell(t *testing.T) {
	for text, want := range map[string]string{
		"Åsa Öberg":       "Åsa Öberg",
		"A\u030asa":       "Åsa", // a ring of its own
		"René":            "Rene",
		"Nguyễn Đức":      "Nguyen Duc",
		"Łukasz Groß":     "Lukasz Gross",
		"Bjørn Ærø":       "Bjorn AEro",
		"O’Neill–Smith":   "O'Neill-Smith",
		"ﬁsk":             "fisk",
		"a\u00a0b\tc\nd":  "a b c d",
		"Ольга":           "?????",
		"x\u0327\u0307":   "x",
		"„hej“ 5%":        "'hej' ??", // the narrow set has one kind of quotation mark
		"\xff":            "?",
		"Şengül İpek Çay": "Sengul Ipek Cay",
	} {
		if got := Spell(text, narrow); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSpelledIsOfTheSetAndStaysAsItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		got := Spell(text, narrow)
		if !utf8.ValidString(got) || !accepted(got, narrow) {
			t.Fatalf("%q became %q", text, got)
		}
		if again := Spell(got, narrow); again != got {
			t.Fatalf("%q became %q and then %q", text, got, again)
		}
	})
}
