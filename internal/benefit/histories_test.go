package benefit_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/benefit"
	"fotfaste/internal/period"
)

// historyCase is one case of testdata/histories.yaml.
type historyCase struct {
	Case    string          `yaml:"case"`
	Base    string          `yaml:"base"`
	With    []string        `yaml:"with"`
	Without []string        `yaml:"without"`
	Classes []benefit.Class `yaml:"classes"`
}

func TestHistories(t *testing.T) {
	file, err := os.ReadFile("testdata/histories.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []historyCase
	if err := yaml.UnmarshalWithOptions(file, &cases, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	if len(cases) < 30 {
		t.Fatalf("%d cases", len(cases))
	}
	reached := map[benefit.Class]int{}
	for _, c := range cases {
		base := period.MustMonth("2015-12")
		if c.Base != "" {
			base = period.MustMonth(c.Base)
		}
		months := map[period.Month]bool{}
		for _, m := range spans(c.With) {
			months[m] = true
		}
		for _, m := range spans(c.Without) {
			if !months[m] {
				t.Errorf("%s: %s is taken out and was not in", c.Case, m)
			}
			delete(months, m)
		}
		if got := classesOf(benefit.Sweden(), bitsOf(base, months)); !slices.Equal(got, c.Classes) {
			t.Errorf("%s: %v, want %v", c.Case, got, c.Classes)
		}
		for _, class := range c.Classes {
			reached[class]++
		}
	}
	for _, d := range benefit.Sweden().Definitions() {
		if reached[d.Class] < 5 {
			t.Errorf("%d cases are in the class %s", reached[d.Class], d.Class)
		}
	}
}

func spans(said []string) (months []period.Month) {
	for _, text := range said {
		first, last, two := strings.Cut(text, "..")
		if !two {
			last = first
		}
		for m := period.MustMonth(first); m <= period.MustMonth(last); m++ {
			months = append(months, m)
		}
	}
	return months
}

func bitsOf(base period.Month, months map[period.Month]bool) (m benefit.Months) {
	for month := range months {
		if n, within := benefit.At(base, month); within {
			m.Add(n)
		}
	}
	return m
}

func classesOf(classes *benefit.Classes, m benefit.Months) (in []benefit.Class) {
	set := classes.Of(m)
	for i, d := range classes.Definitions() {
		if set.Has(i) {
			in = append(in, d.Class)
		}
	}
	return in
}
