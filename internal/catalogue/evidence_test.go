package catalogue

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The thirteen evaluated interventions of 002 and what it concludes of each.
func TestTheEvidenceOf002(t *testing.T) {
	want := map[Grade][]Evidence{
		Effective:         {"ips", "housing_first"},
		Promising:         {"resursjobb", "all_in", "hasky"},
		SmallPositive:     {"work_practice"},
		CannotBeJudged:    {"new_start_jobs_vaxjo", "team_utreda"},
		MoreNeeded:        {"stockholmsjobb", "case_management"},
		OtherBenefitsOnly: {"halmstad_model"},
		NotEffective:      {"osa", "housing_staircase"},
	}
	got := map[Grade][]Evidence{}
	for _, c := range Cards() {
		got[c.Grade] = append(got[c.Grade], c.Code)
		if !known(c.Theme, Themes()) || len(c.Studies) == 0 {
			t.Errorf("%s: theme %q, studies %v", c.Code, c.Theme, c.Studies)
		}
	}
	if n := len(Cards()); n != 13 {
		t.Errorf("%d cards, want 13", n)
	}
	for _, g := range Grades() {
		if !slices.Equal(got[g], want[g]) {
			t.Errorf("%s: %v, want %v", g, got[g], want[g])
		}
	}
}

// Every figure that the cards show, as 002 gives it; who has no line here has none there.
func TestTheFiguresOf002(t *testing.T) {
	want := map[Evidence]string{
		"work_practice":        "fewer_on_assistance 4",
		"new_start_jobs_vaxjo": "vaxjo 7 points, kristianstad 5 points",
		"stockholmsjobb":       "in_work 34 against 58, before 8, assistance 19",
		"resursjobb":           "in_work 40, unemployed 30, programmes 20, away 10",
		"all_in":               "in_work 25-69",
		"osa":                  "unsubsidised -7 points",
		"ips":                  "in_work 58 against 21",
		"halmstad_model":       "one 34, other 24",
		"hasky":                "in_work 16, insurance 52, other 38",
		"housing_first":        "same_home 80",
	}
	for i, c := range Cards() {
		var said []string
		for _, m := range c.Figures {
			text := fmt.Sprintf("%s %d", m.Code, m.Percent)
			if m.To > 0 {
				text += fmt.Sprintf("-%d", m.To)
			}
			if m.Compared > 0 {
				text += fmt.Sprintf(" against %d", m.Compared)
			}
			if m.Points {
				text += " points"
			}
			if m.Work != (m.Code == "in_work") {
				t.Errorf("%s: %s is in work: %v", c.Code, m.Code, m.Work)
			}
			said = append(said, text)
		}
		if got := strings.Join(said, ", "); got != want[c.Code] {
			t.Errorf("%s: %s, want %s", c.Code, got, want[c.Code])
		}
		if !known(c.Comparison, Comparisons()) || c.Number < 1 || c.Number > len(Cards()) || slices.ContainsFunc(Cards()[:i], func(o Card) bool { return o.Number == c.Number }) {
			t.Errorf("%s: number %d, compared with %q", c.Code, c.Number, c.Comparison)
		}
	}
	if _, found := CardOf("lottery tickets"); found {
		t.Error("nothing is known of that")
	}
}
