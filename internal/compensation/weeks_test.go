package compensation_test

import (
	"errors"
	"fmt"
	"os"
	"testing"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// weekCase is one case of testdata/weeks.yaml.
type weekCase struct {
	Case     string         `yaml:"case"`
	Week     period.Week    `yaml:"week"`
	Granted  *[]period.Span `yaml:"granted"`
	Children []struct {
		Born    period.Day   `yaml:"born"`
		Custody *period.Span `yaml:"custody"`
	} `yaml:"children"`
	Days    any          `yaml:"days"`
	Base    money.Kronor `yaml:"base"`
	Child   money.Kronor `yaml:"child"`
	Month   money.Kronor `yaml:"month"`
	Refused law.Name     `yaml:"refused"`
}

func weekCases(t *testing.T) []weekCase {
	t.Helper()
	file, err := os.ReadFile("testdata/weeks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []weekCase
	if err := yaml.UnmarshalWithOptions(file, &cases, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	return cases
}

// facts translates what the case says into what the reckoning takes.
func (c weekCase) facts() (compensation.Facts, error) {
	var facts compensation.Facts
	whole := []period.Span{{From: period.Date(1990, 1, 1), To: period.Date(2099, 12, 31)}}
	if c.Granted != nil {
		whole = *c.Granted
	}
	for _, days := range whole {
		facts.Grants = append(facts.Grants, compensation.Grant{Days: days})
	}
	var children []person.Child
	for _, child := range c.Children {
		custody := period.Span{From: child.Born, To: period.Date(2099, 12, 31)}
		if child.Custody != nil {
			custody = *child.Custody
		}
		children = append(children, person.Child{Birth: child.Born, Custody: custody})
	}
	facts.Children = compensation.DaysCounted(children)
	var words [5]string
	switch said := c.Days.(type) {
	case string:
		for i := range words {
			words[i] = said
		}
	case []any:
		if len(said) != len(words) {
			return facts, fmt.Errorf("%d days", len(said))
		}
		for i := range words {
			words[i] = fmt.Sprint(said[i])
		}
	default:
		return facts, fmt.Errorf("days are %T", c.Days)
	}
	for i, word := range words {
		if word == "-" {
			continue
		}
		status := attendance.Status(word)
		if !status.IsValid() {
			return facts, fmt.Errorf("no status %q", word)
		}
		facts.Attendance = append(facts.Attendance, attendance.DayRecord{Day: c.Week.Days()[i], Confirmed: status})
	}
	return facts, nil
}

func TestWeeksWorkedOutByHand(t *testing.T) {
	for _, c := range weekCases(t) {
		t.Run(c.Case, func(t *testing.T) {
			facts, err := c.facts()
			if err != nil {
				t.Fatal(err)
			}
			weeks, err := compensation.Calculate(law.Sweden(), facts, c.Week)
			if c.Refused != "" {
				var missing *law.MissingError
				if !errors.As(err, &missing) || missing.Parameter != c.Refused || weeks != nil {
					t.Fatalf("%v, %v; want %s to be missing", weeks, err, c.Refused)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			got, want := weeks[0].Amounts, compensation.Amounts{Base: c.Base, Child: c.Child, Total: c.Base + c.Child}
			if got != want {
				t.Errorf("%+v, want %+v", got, want)
			}
			if c.Month != 0 {
				rates, err := law.Sweden().Compensation(c.Week.Monday())
				if err != nil {
					t.Fatal(err)
				}
				if month, err := compensation.PerMonth(got.Total, rates.Value); err != nil || month != c.Month {
					t.Errorf("%d a month (%v), want %d", month, err, c.Month)
				}
			}
		})
	}
}
