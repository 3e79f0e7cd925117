package law

import (
	"io/fs"
	"regexp"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"
)

// What is shown as it stands must read alike in every language: an act has its number
// in brackets, and what has none is a code with a text.
func TestASourceIsAnActOrACode(t *testing.T) {
	act := regexp.MustCompile(`^\pL+ \(\d{4}:\d+\)( \d+ kap\.)?( [\da-z -]+ §§?( \d st\.)?)?$`)
	right := func(source string) bool { return slices.Contains(SourceCodes(), source) || act.MatchString(source) }
	used := 0
	files, err := fs.Glob(embedded, "data/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if file == "data/acts.yaml" {
			continue
		}
		var rows []struct{ Source string }
		text, err := fs.ReadFile(embedded, file)
		if err != nil {
			t.Fatal(err)
		}
		if err := yaml.Unmarshal(text, &rows); err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			used++
			if !right(row.Source) {
				t.Errorf("%s: %q", file, row.Source)
			}
		}
	}
	for _, over := range Sweden().acts {
		for e := range over.rows.All() {
			used++
			if !right(e.Value.Source) {
				t.Errorf("%q", e.Value.Source)
			}
		}
	}
	if used == 0 {
		t.Error("nothing was read")
	}
}
