package compensation_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The turn of a year with nearly everything in it: a decision that begins on the
// Tuesday, two years' amounts, a child that is born, a public holiday, an absence.
func eventfulWeek(t *testing.T) compensation.Week {
	t.Helper()
	week := period.MustWeek("2026-W01")
	statuses := []attendance.Status{attendance.Attended, attendance.Attended, attendance.AbsentUnapproved, "", attendance.Ill}
	facts := compensation.Facts{
		Grants: []compensation.Grant{{Days: period.MustSpan("2025-12-30", "2026-12-29"), Decision: "decision"}},
		Children: []compensation.Child{
			{Days: period.MustSpan("2012-04-01", "2030-03-31")},
			{Days: period.MustSpan("2016-04-01", "2034-03-31")},
			{Days: period.MustSpan("2026-01-02", "2044-01-01")},
		},
	}
	for i, status := range statuses {
		facts.Attendance = append(facts.Attendance, attendance.DayRecord{Day: week.Days()[i], Reported: status})
	}
	weeks, err := compensation.Calculate(law.Sweden(), facts, week)
	if err != nil {
		t.Fatal(err)
	}
	return weeks[0]
}

// The explanation in both languages, as a person reads it. Amounts and days are
// written plainly here; how they look on a page is the locale's.
func TestTheExplanationInWords(t *testing.T) {
	week := eventfulWeek(t)
	for _, language := range []string{"sv", "en"} {
		words := readTexts(t, language)
		var b strings.Builder
		for _, step := range week.Explanation {
			fmt.Fprintf(&b, "%s\n  [%s]\n", words.render(t, step.Text()), step.Source)
		}
		golden := "testdata/eventful_week." + language + ".txt"
		if *update {
			if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s is now\n%s", golden, b.String())
		}
	}
}

// texts is one language of the room's locale file.
type texts map[string]string

func readTexts(t *testing.T, language string) texts {
	t.Helper()
	file, err := os.ReadFile("../web/locale/compensation." + language + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	var read texts
	if err := yaml.Unmarshal(file, &read); err != nil {
		t.Fatal(err)
	}
	return read
}

var placeholder = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

// render fills in the placeholders and fails on one that the step has no value for.
func (words texts) render(t *testing.T, text fault.Text) string {
	t.Helper()
	pattern, known := words[text.Key]
	if !known {
		t.Fatalf("no text for %s", text.Key)
	}
	return placeholder.ReplaceAllStringFunc(pattern, func(hole string) string {
		value, given := text.Args[placeholder.FindStringSubmatch(hole)[1]]
		if !given {
			t.Fatalf("%s has no %s", text.Key, hole)
		}
		return plain(value)
	})
}

// Every code has a text whose placeholders its steps fill.
func TestEveryStepHasItsWords(t *testing.T) {
	for _, language := range []string{"sv", "en"} {
		words := readTexts(t, language)
		for _, code := range compensation.Codes() {
			if words.render(t, compensation.Step{Code: code}.Text()) == "" {
				t.Errorf("%s is silent in %s", code, language)
			}
		}
	}
}

// Days are told together only where they are alike in all that a reader can ask
// about: two holidays side by side are two, and so are days of two decisions.
func TestDaysAreToldApart(t *testing.T) {
	christmas := period.MustWeek("2025-W52")
	weeks, err := compensation.Calculate(law.Sweden(), compensation.Facts{
		Grants: []compensation.Grant{
			{Days: period.MustSpan("2025-01-01", "2025-12-22"), Decision: "older"},
			{Days: period.MustSpan("2025-12-23", "2026-12-22"), Decision: "newer"},
		},
	}, christmas)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, step := range weeks[0].Explanation {
		if step.Code == compensation.DayUnreported || step.Code == compensation.DayPublicHoliday {
			told = append(told, strings.TrimSpace(fmt.Sprint(step.Days, " ", step.Inputs.Decision, " ", step.Inputs.Holiday)))
		}
	}
	want := []string{
		"2025-12-22--2025-12-22 older",
		"2025-12-23--2025-12-24 newer",
		"2025-12-25--2025-12-25 newer christmas_day",
		"2025-12-26--2025-12-26 newer boxing_day",
	}
	if !slices.Equal(told, want) {
		t.Errorf("%q", told)
	}
}
