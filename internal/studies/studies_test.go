package studies_test

import (
	"errors"
	"os"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/studies"
)

type writtenCase struct {
	Case    string          `yaml:"case"`
	On      period.Day      `yaml:"on"`
	Facts   studies.Facts   `yaml:"facts"`
	Overall studies.Overall `yaml:"overall"`
	Met     []studies.Code  `yaml:"met"`
	Unknown []studies.Code  `yaml:"unknown"`
}

// The rule as a lawyer reads it.
func TestCases(t *testing.T) {
	file, err := os.ReadFile("testdata/cases.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []writtenCase
	if err := yaml.UnmarshalWithOptions(file, &cases, yaml.DisallowUnknownField()); err != nil {
		t.Fatal(err)
	}
	if len(cases) < 20 {
		t.Fatalf("only %d cases were read", len(cases))
	}
	for _, c := range cases {
		t.Run(c.Case, func(t *testing.T) {
			checked, err := studies.Check(law.Sweden(), c.Facts, c.On)
			if err != nil {
				t.Fatal(err)
			}
			if checked.Overall != c.Overall || !slices.Equal(checked.With(studies.Met), c.Met) || !slices.Equal(checked.With(studies.Unknown), c.Unknown) {
				t.Errorf("%s, met %v, unknown %v", checked.Overall, checked.With(studies.Met), checked.With(studies.Unknown))
			}
			for _, line := range checked.Lines {
				if (line.Outcome == studies.Unknown) != (len(line.Missing) > 0) {
					t.Errorf("%s is %s and lacks %v", line.Code, line.Outcome, line.Missing)
				}
			}
		})
	}
}

// Each line has the section in force on the day.
func TestTheSectionOfTheDay(t *testing.T) {
	for on, want := range map[string][]string{
		"2017-06-01": {"SoL (2001:453) 4 kap. 1 § 2 st.", "SoL (2001:453) 4 kap. 1 §", "FB (1949:381) 7 kap. 1 §", "KL (1991:900) 2 kap. 2 §"},
		"2026-06-01": {"SoL (2025:400) 12 kap. 3 §", "SoL (2025:400) 12 kap. 1 §", "FB (1949:381) 7 kap. 1 §", "KL (2017:725) 2 kap. 3 §"},
	} {
		checked, err := studies.Check(law.Sweden(), studies.Facts{}, period.MustDay(on))
		if err != nil {
			t.Fatal(err)
		}
		var acts []string
		for _, line := range checked.Lines {
			acts = append(acts, line.Act)
		}
		if got := []string{acts[0], acts[3], acts[4], acts[9]}; !slices.Equal(got, want) {
			t.Errorf("%s: %v", on, got)
		}
	}
	_, err := studies.Check(law.Sweden(), studies.Facts{}, period.MustDay("2027-01-01"))
	var missing *law.MissingError
	if !errors.As(err, &missing) {
		t.Errorf("%v", err)
	}
}

// What is missing is asked for, each question among all of them; and the journal has a
// line for each rule.
func TestTheJournal(t *testing.T) {
	on, ends := period.MustDay("2026-03-02"), period.MustDay("2026-06-05")
	yes := true
	checked, err := studies.Check(law.Sweden(), studies.Facts{PartnerNeedsSupport: &yes, TermEnds: &ends}, on)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range checked.Lines {
		for _, q := range line.Missing {
			if !slices.Contains(studies.Questions(), q) {
				t.Errorf("%s is never asked", q)
			}
		}
		if line.Code == studies.PartnersTerm && (line.Outcome != studies.Met || line.Until != ends) {
			t.Errorf("%+v", line)
		}
	}
	said := checked.Journal()
	if len(said) != 2+len(studies.Codes())+1 || said[1].Key != "studies.overall.opens" || said[0].Args["On"] != on {
		t.Errorf("%+v", said)
	}
}
