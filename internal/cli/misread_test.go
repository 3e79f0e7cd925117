package cli

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/web/locale"
)

// A line that cannot be read is refused in the language of the command, with the flag or
// the word that is wrong.
func TestAMisreadLineIsToldInTheLanguageOfTheCommand(t *testing.T) {
	for _, c := range []struct {
		line   string
		names  string
		sv, en string
	}{
		{"calc nothing", "nothing", "hör inte hit", "was not expected"},
		{"calc compensation --childen 2", "--children", "Menade du", "Did you mean"},
		{"calc compensation --nothing-like-it 2", "--nothing-like-it", "finns inte", "there is no flag"},
		{"calc compensation extra", "extra", "hör inte hit", "was not expected"},
		{"calc compnsation", `"compensation"`, "Menade du", "Did you mean"},
		{"calc compensation --on", "--on", "behöver ett värde", "needs a value"},
		{"calc compensation --on 2026-01-01 --children --json", "--children", "behöver ett värde", "needs a value"},
		{"calc compensation --on 2026-01-01 --children 0.5", `"0.5"`, "är inte ett heltal", "is not a whole number"},
		{"calc compensation --on 2026-01-01 --children=", "--children", "är inte ett heltal", "is not a whole number"},
		{"calc compensation --on 2026-01-01 --children -1", "--children -1", "ange ett antal", "give a number"},
		{"calc compensation --on 2026-01-01 --children=-1", "--children -1", "ange ett antal", "give a number"},
		{"calc compensation --children -1", "--children -1", "ange ett antal", "give a number"},
		{"calc compensation --children 31", "--children 31", "ange ett antal", "give a number"},
		{"calc compensation --on -2", `--on: "-2"`, "är inte en dag", "is not a day"},
		{"calc compensation --json=x", "--json", "tar inget värde", "takes no value"},
		{"calc payback --way x", "--way", "är inte något av", "is not one of"},
		{"calc duty", "--month=MONTH", "det här behövs", "these are needed"},
		{"benefit classify", "--base=MONTH", "det här behövs", "these are needed"},
		{"pay attest", "--run=RUN", "det här behövs", "these are needed"},
		{"pay reconcile --run x --as y", "file", "något saknas", "something is missing"},
		{"ledger verify --as x", "--db", "ange vilken databas", "say which database"},
		{"ledger verify --as x --db none.db", "none.db", "ingen databasfil", "no database file"},
		{"ledger verify --as x --db mysql://x", "--db", "en databas anges", "a database address"},
	} {
		for language, want := range map[string]string{"": c.sv, "--language=sv": c.sv, "--language en": c.en} {
			args := append(strings.Fields(c.line), strings.Fields(language)...)
			if strings.HasSuffix(c.line, "--on") { // the flag without a value stands last
				args = append([]string{"calc", "compensation"}, append(strings.Fields(language), "--on")...)
			}
			code, out, err := run(t, args...)
			if code != Refused || out != "" || !strings.Contains(err, want) || !strings.Contains(err, c.names) || strings.Contains(err, "⟦") {
				t.Errorf("%q: exit code %d, %s%s", args, code, out, err)
			}
		}
	}
	// What has no language of its own, and a language that is none.
	for line, want := range map[string]string{
		"": "something is missing", "calc": "något saknas", "--json": "there is no flag", "version extra": "was not expected",
		"calc compensation --language fi": "är inte något av", "calc compensation --language": "behöver ett värde",
	} {
		if code, _, err := run(t, strings.Fields(line)...); code != Refused || !strings.Contains(err, want) {
			t.Errorf("%q: exit code %d, %s", line, code, err)
		}
	}
	if said := misread(locale.For("sv"), errors.New("something new")); !strings.Contains(said, "something new") {
		t.Error(said)
	}
}

func TestANegativeNumberBelongsToItsFlag(t *testing.T) {
	for line, want := range map[string]string{
		"a --b -1": "a --b=-1", "--b=1 -1": "--b=1 -1", "-1": "-1", "-- -1": "-- -1", "a -1": "a -1", "--b -c": "--b -c", "--b -1 -2": "--b=-1 -2",
	} {
		if got := joinNegatives(strings.Fields(line)); !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%q becomes %q", line, got)
		}
	}
}
