package economy_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"testing"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/economy"
	"fotfaste/internal/economy/householdfile"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
)

// firstYear and lastYear are the years of the case table.
const firstYear, lastYear = 2014, 2026

type amounts struct {
	Standard   money.Kronor `yaml:"national_standard"`
	Costs      money.Kronor `yaml:"costs"`
	Income     money.Kronor `yaml:"counted_income"`
	Assistance money.Kronor `yaml:"assistance"`
	Surplus    money.Kronor `yaml:"surplus"`
	Refused    string       `yaml:"refused"`
}

// household is the case as the file of the year's March.
func household(t *testing.T, written map[string]any, year int) []byte {
	t.Helper()
	file := map[string]any{"month": fmt.Sprintf("%d-03", year)}
	said, ok := written["household"].(map[string]any)
	if !ok {
		t.Fatalf("no household: %v", written)
	}
	for name, value := range said {
		file[name] = value
	}
	text, err := json.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// The rule as a lawyer reads it.
func TestHouseholds(t *testing.T) {
	text, err := os.ReadFile("testdata/households.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []map[string]any
	if err := yaml.Unmarshal(text, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) < 40 {
		t.Fatalf("only %d households were read", len(cases))
	}
	for _, c := range cases {
		t.Run(fmt.Sprint(c["case"]), func(t *testing.T) {
			if len(c) != 2+lastYear-firstYear+1 {
				t.Fatalf("%d entries", len(c))
			}
			for year := firstYear; year <= lastYear; year++ {
				var want amounts
				row, err := yaml.Marshal(c[fmt.Sprint(year)])
				if err != nil {
					t.Fatal(err)
				}
				if err := yaml.UnmarshalWithOptions(row, &want, yaml.DisallowUnknownField()); err != nil {
					t.Fatalf("%d: %v", year, err)
				}
				got, err := reckoned(household(t, c, year))
				if err != nil {
					t.Fatalf("%d: %v", year, err)
				}
				if got != want {
					t.Errorf("%d: %+v, want %+v", year, got, want)
				}
			}
		})
	}
}

// reckoned is what the file comes to, or what is missing for it.
func reckoned(file []byte) (amounts, error) {
	facts, err := householdfile.Read(file)
	if err != nil {
		return amounts{}, err
	}
	r, err := economy.Household(law.Sweden(), facts)
	var missing *law.MissingError
	var wrong *fault.Error
	switch {
	case errors.As(err, &missing):
		return amounts{Refused: string(missing.Parameter)}, nil
	case errors.As(err, &wrong) && len(wrong.Fields) == 1 && wrong.Fields[0].Text.Key == "economy.refused.lunch_away_unknown":
		return amounts{Refused: "lunch_away"}, nil
	case err != nil:
		return amounts{}, err
	}
	return amounts{Standard: r.NationalStandard, Costs: r.CostTotal, Income: r.CountedIncome, Assistance: r.Assistance, Surplus: r.Surplus}, nil
}
