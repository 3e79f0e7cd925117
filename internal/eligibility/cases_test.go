package eligibility_test

import (
	"os"
	"slices"
	"testing"

	"fotfaste/internal/eligibility"
	"fotfaste/internal/law"
	"fotfaste/internal/period"

	"github.com/goccy/go-yaml"
)

type writtenCase struct {
	Case    string                   `yaml:"case"`
	Starts  period.Day               `yaml:"starts"`
	Facts   eligibility.Facts        `yaml:"facts"`
	Overall eligibility.Outcome      `yaml:"overall"`
	NotMet  []eligibility.Code       `yaml:"not_met"`
	Unknown []eligibility.Code       `yaml:"unknown"`
	Advice  []eligibility.AdviceCode `yaml:"advice"`
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
	if len(cases) < 25 {
		t.Fatalf("only %d cases were read", len(cases))
	}
	for _, c := range cases {
		t.Run(c.Case, func(t *testing.T) {
			rules, err := law.Sweden().Programme(c.Starts)
			if err != nil {
				t.Fatal(err)
			}
			v := eligibility.Judge(c.Facts, rules, c.Starts)
			if v.Overall != c.Overall {
				t.Errorf("overall %s, want %s", v.Overall, c.Overall)
			}
			if got := v.With(eligibility.NotMet); !slices.Equal(got, c.NotMet) {
				t.Errorf("not met %v, want %v", got, c.NotMet)
			}
			if got := v.With(eligibility.NotKnown); !slices.Equal(got, c.Unknown) {
				t.Errorf("unknown %v, want %v", got, c.Unknown)
			}
			var advice []eligibility.AdviceCode
			for _, a := range v.Advice {
				advice = append(advice, a.Code)
			}
			if !slices.Equal(advice, c.Advice) {
				t.Errorf("advice %v, want %v", advice, c.Advice)
			}
		})
	}
}

// Rules of another day are never stretched to this one.
func TestRulesOfAnotherDayDoNotJudge(t *testing.T) {
	rules, err := law.Sweden().Programme(period.MustDay("2026-12-31"))
	if err != nil {
		t.Fatal(err)
	}
	birth := period.MustDay("1988-05-06")
	after := rules.Valid.To.AddDays(1)
	v := eligibility.Judge(eligibility.Facts{Birth: &birth}, rules, after)
	if age := v.Criteria[0]; age.Code != eligibility.Age || age.Outcome != eligibility.NotKnown ||
		age.Reason.Key != "eligibility.reason.age.no_rules" {
		t.Errorf("judged %+v", age)
	}
}

func TestTooYoungIsToldWhenToAskAgain(t *testing.T) {
	on := period.MustDay("2024-03-01")
	rules, err := law.Sweden().Programme(on)
	if err != nil {
		t.Fatal(err)
	}
	for born, from := range map[string]string{"2001-03-03": "2026-03-03", "2000-02-29": "2025-03-01"} {
		birth := period.MustDay(born)
		v := eligibility.Judge(eligibility.Facts{Birth: &birth}, rules, on)
		var told any
		for _, a := range v.Advice {
			if a.Code == eligibility.AskAgainAtAge {
				told = a.Text.Args["From"]
			}
		}
		if told != period.MustDay(from) {
			t.Errorf("born %s: told %v, want %s", born, told, from)
		}
	}
}
