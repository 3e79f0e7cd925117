package catalogue

import (
	"slices"
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

func TestTheFiguresOfIPS(t *testing.T) {
	card, found := CardOf("ips")
	if !found || card.InWork != 58 || card.InWorkCompared != 21 {
		t.Errorf("%+v", card)
	}
	if _, found := CardOf("lottery tickets"); found {
		t.Error("nothing is known of that")
	}
}
