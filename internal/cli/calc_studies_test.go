package cli

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/period"
	"fotfaste/internal/studies"
)

// The command says of every case in the lawyer's table what the table says.
func TestCalcEveryCaseOfStudies(t *testing.T) {
	text, err := os.ReadFile("../studies/testdata/cases.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Case         string
		On           period.Day
		Facts        studies.Facts
		Overall      studies.Overall
		Met, Unknown []studies.Code
	}
	if err := yaml.Unmarshal(text, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) < 20 {
		t.Fatalf("only %d", len(cases))
	}
	for _, c := range cases {
		file, err := json.Marshal(struct {
			On period.Day `json:"on"`
			studies.Facts
		}{c.On, c.Facts})
		if err != nil {
			t.Fatal(err)
		}
		var out, told strings.Builder
		code := Main(t.Context(), []string{"calc", "studies", "-", "--json"}, Env{In: strings.NewReader(string(file)), Out: &out, Err: &told})
		if c.Facts.Birth != nil && *c.Facts.Birth > c.On { // in a file it is a slip of the pen
			if code != Refused || out.Len() > 0 || !strings.Contains(told.String(), "birth, rad 1") {
				t.Errorf("%s: exit code %d, %s %s", c.Case, code, &out, &told)
			}
			continue
		}
		var said saidStudies
		if err := json.Unmarshal([]byte(out.String()), &said); err != nil || code != Fine || strings.Contains(out.String(), "⟦") {
			t.Fatalf("%s: exit code %d, %s, %v", c.Case, code, &told, err)
		}
		var met, unknown []studies.Code
		for _, l := range said.Lines {
			switch l.Outcome {
			case studies.Met:
				met = append(met, l.Code)
			case studies.Unknown:
				unknown = append(unknown, l.Code)
			}
			if l.Act == "" || l.Sentence == "" || l.Source != "004, avsnitt 11" || !slices.ContainsFunc(said.Journal, func(paragraph string) bool {
				return strings.Contains(paragraph, l.Sentence) && strings.Contains(paragraph, l.Act)
			}) {
				t.Errorf("%s: the journal does not have %+v", c.Case, l)
			}
		}
		if said.On != c.On || said.Overall != c.Overall || !slices.Equal(met, c.Met) || !slices.Equal(unknown, c.Unknown) ||
			len(said.Journal) != len(studies.Codes())+3 || said.Journal[1] != said.Sentence {
			t.Errorf("%s: %s", c.Case, &out)
		}
	}
}

// Without --json: rule by rule with section and day, what is missing by its name in the
// file, and the text for the journal.
func TestCalcStudiesInWords(t *testing.T) {
	file := factsIn(t, `{"on":"2025-06-30","level":"higher","partner_needs_support":true,"term_ends":"2025-07-15","same_for_all":true}`)
	for language, sentences := range map[string][]string{
		"sv": {"Ett undantag är uppfyllt.", "Regel för regel, som de gäller 30 juni 2025\n", "  Huvudregeln: studiemedel: Behöver klarläggas (SoL (2001:453) 4 kap. 1 § 2 st.; 004, avsnitt 11)\n",
			"    student_aid: Kan personen få studiemedel för studierna?\n", "15 juli 2025", "Text till journalen\n  Prövning av bistånd under studier, 30 juni 2025.\n"},
		"en": {"An exception is met.", "student_aid: Can the person have student aid for the studies?", "004, section 11)"},
	} {
		code, out, err := run(t, "calc", "studies", file, "--language", language)
		if code != Fine || err != "" || strings.Contains(out, "⟦") {
			t.Errorf("exit code %d, %s %s", code, out, err)
		}
		for _, want := range sentences {
			if !strings.Contains(out, want) {
				t.Errorf("%s does not say %q:\n%s", language, want, out)
			}
		}
	}
}

func TestCalcStudiesRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		file string
		says []string
	}{
		"an unknown field":       {"{\"on\":\"2026-03-02\",\n\"nmae\":\"x\"}", []string{"nmae, rad 2", "same_for_all"}},
		"a month that is none":   {`{"on":"2015-13-01"}`, []string{"on, rad 1"}},
		"an age for a birth":     {`{"on":"2026-03-02","birth":19}`, []string{"birth, rad 1"}},
		"a level that is none":   {`{"on":"2026-03-02","level":"phd"}`, []string{"level, rad 1", "upper_secondary"}},
		"a term of two years":    {`{"on":"2026-03-02","term_ends":"2028-01-15"}`, []string{"term_ends, rad 1", "2 mars 2026"}},
		"a day to come":          {"{\"level\":\"sfi\",\n\"on\":\"2027-01-01\"}", []string{"on, rad 2", "1 januari 2027"}},
		"two faults at the once": {`{"on":"2026-03-02","birth":"1800-01-01","student_aid":"no"}`, []string{"2 fel", "birth", "student_aid"}},
		"half a file":            {`{"on":`, []string{"JSON"}},
	} {
		code, out, err := run(t, "calc", "studies", factsIn(t, c.file), "--json")
		if code != Refused || out != "" || strings.Contains(err, "⟦") {
			t.Errorf("%s: exit code %d, out %q, err %q", name, code, out, err)
		}
		for _, want := range c.says {
			if !strings.Contains(err, want) {
				t.Errorf("%s: %q is missing in %q", name, want, err)
			}
		}
	}
	if code, _, err := run(t, "calc", "studies", t.TempDir()); code != Refused || !strings.Contains(err, "kan inte läsas") {
		t.Errorf("a folder: exit code %d, %s", code, err)
	}
}
