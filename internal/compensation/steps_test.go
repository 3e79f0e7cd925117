package compensation_test

import (
	"fmt"
	"slices"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// told is the steps of the week, each in a few words.
func told(t *testing.T, facts compensation.Facts, week string) []string {
	t.Helper()
	weeks, err := compensation.Calculate(law.Sweden(), facts, period.MustWeek(week))
	if err != nil {
		t.Fatal(err)
	}
	var steps []string
	for _, s := range weeks[0].Explanation {
		in := s.Inputs
		said := fmt.Sprintf("%s %s", s.Code, s.Days)
		if in.Count > 0 {
			said += fmt.Sprintf(" days=%d", in.Count)
		}
		if in.Children > 0 {
			said += fmt.Sprintf(" children=%d", in.Children)
		}
		if in.Weekly > 0 {
			said += fmt.Sprintf(" weekly=%d", in.Weekly)
		}
		if in.Exact > 0 {
			said += fmt.Sprintf(" exact=%d", in.Exact)
		}
		if s.RuleSet == "" {
			said += " no rules"
		}
		if s.Source == law.SourceTime {
			said += " (time)"
		}
		steps = append(steps, said)
	}
	return steps
}

// attendedIn is every programme day of the week attended.
func attendedIn(week string) []attendance.DayRecord {
	var records []attendance.DayRecord
	for _, d := range period.MustWeek(week).Days() {
		records = append(records, attendance.DayRecord{Day: d, Confirmed: attendance.Attended})
	}
	return records
}

var allOf2026 = []compensation.Grant{{Days: period.MustSpan("2026-01-01", "2026-12-31")}}

// An ordinary week is said in six steps: no child, no line of a supplement.
func TestTheStepsOfAnOrdinaryWeek(t *testing.T) {
	got := told(t, compensation.Facts{Grants: allOf2026, Attendance: attendedIn("2026-W11")}, "2026-W11")
	want := []string{
		"day.attended 2026-03-09--2026-03-13 days=5",
		"price_base 2026-03-09--2026-03-13",
		"rate.base 2026-03-09--2026-03-13 weekly=2812 exact=281200",
		"part.base 2026-03-09--2026-03-13 days=5 weekly=2812 exact=281200",
		"line.base 2026-03-09--2026-03-15 exact=281200",
		"total 2026-03-09--2026-03-15",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// A week in which nothing pays has neither rates nor lines: there is no rate to show.
func TestTheStepsOfAWeekThatPaysNothing(t *testing.T) {
	got := told(t, compensation.Facts{Grants: allOf2026}, "2026-W11")
	if want := []string{"day.unreported 2026-03-09--2026-03-13 days=5", "total 2026-03-09--2026-03-15"}; !slices.Equal(got, want) {
		t.Errorf("unreported: %q", got)
	}
	got = told(t, compensation.Facts{}, "2026-W11")
	if want := []string{"day.outside 2026-03-09--2026-03-13 days=5 no rules (time)", "total 2026-03-09--2026-03-15 no rules (time)"}; !slices.Equal(got, want) {
		t.Errorf("no decision: %q", got)
	}
}

// One more child each day: each percentage is given once, on the day it is needed.
func TestEachPercentageIsGivenOnce(t *testing.T) {
	facts := compensation.Facts{Grants: allOf2026, Attendance: attendedIn("2026-W11")}
	for i := range 4 {
		born := period.MustDay("2026-03-10").AddDays(i)
		facts.Children = append(facts.Children, compensation.Child{Days: period.Span{From: born, To: born.AddYears(18)}})
	}
	var rates []string
	for _, step := range told(t, facts, "2026-W11") {
		if step[:4] == "rate" || step[:10] == "part.child" || step[:10] == "line.child" {
			rates = append(rates, step)
		}
	}
	want := []string{
		"rate.base 2026-03-09--2026-03-09 weekly=2812 exact=281200",
		"rate.first_child 2026-03-10--2026-03-10 weekly=195 exact=19536",
		"part.child 2026-03-10--2026-03-10 days=1 children=1 weekly=195 exact=3900",
		"rate.second_child 2026-03-11--2026-03-11 weekly=124 exact=12432",
		"part.child 2026-03-11--2026-03-11 days=1 children=2 weekly=319 exact=6380",
		"rate.later_child 2026-03-12--2026-03-12 weekly=65 exact=6512",
		"part.child 2026-03-12--2026-03-12 days=1 children=3 weekly=384 exact=7680",
		"part.child 2026-03-13--2026-03-13 days=1 children=4 weekly=449 exact=8980",
		"line.child 2026-03-09--2026-03-15 exact=26940",
	}
	if !slices.Equal(rates, want) {
		t.Errorf("%q", rates)
	}
}

// A new year has percentages of its own, and a line stays where its child left with
// the old year.
func TestANewYearHasItsOwnPercentages(t *testing.T) {
	facts := compensation.Facts{
		Grants:     []compensation.Grant{{Days: period.MustSpan("2025-06-01", "2026-05-31")}},
		Children:   []compensation.Child{{Days: period.MustSpan("2008-01-01", "2025-12-31")}},
		Attendance: attendedIn("2026-W01"),
	}
	got := told(t, facts, "2026-W01")
	want := []string{
		"day.attended 2025-12-29--2025-12-31 days=3",
		"day.public_holiday 2026-01-01--2026-01-01 days=1",
		"day.attended 2026-01-02--2026-01-02 days=1",
		"price_base 2025-12-29--2025-12-31",
		"rate.base 2025-12-29--2025-12-31 weekly=2793 exact=279300",
		"rate.first_child 2025-12-29--2025-12-31 weekly=194 exact=19404",
		"part.base 2025-12-29--2025-12-31 days=3 weekly=2793 exact=167580",
		"part.child 2025-12-29--2025-12-31 days=3 children=1 weekly=194 exact=11640",
		"price_base 2026-01-01--2026-01-02",
		"rate.base 2026-01-01--2026-01-02 weekly=2812 exact=281200",
		"part.base 2026-01-01--2026-01-02 days=2 weekly=2812 exact=112480",
		"line.base 2025-12-29--2026-01-04 exact=280060",
		"line.child 2025-12-29--2026-01-04 exact=11640",
		"total 2025-12-29--2026-01-04",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// A child of the new year has its percentage given though the old year's was given too.
func TestAChildInBothYears(t *testing.T) {
	facts := compensation.Facts{
		Grants:     []compensation.Grant{{Days: period.MustSpan("2025-06-01", "2026-05-31")}},
		Children:   []compensation.Child{{Days: period.MustSpan("2015-01-01", "2032-12-31")}},
		Attendance: attendedIn("2026-W01"),
	}
	given := 0
	for _, step := range told(t, facts, "2026-W01") {
		if step[:10] == "rate.first" {
			given++
		}
	}
	if given != 2 {
		t.Errorf("the percentage is given %d times", given)
	}
}
