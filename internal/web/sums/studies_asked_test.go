package sums

import (
	"testing"

	"fotfaste/internal/period"
	"fotfaste/internal/studies"
)

// On every day, each age is judged as who has it is. And every question has a screen.
func TestTheAgesStandForWhoHasThem(t *testing.T) {
	for on := period.Date(2024, 1, 1); on <= period.Date(2026, 12, 31); on++ {
		for a, want := range map[age][2]bool{beforeAutumn: {true, false}, fromAutumn: {true, true}, agedOut: {false, true}} {
			birth := *a.birth(on)
			under21, autumn := birth.YearsUntil(on) < 21, on >= period.Date(birth.Year()+20, 7, 1)
			if birth > on || under21 != want[0] || autumn != want[1] {
				t.Fatalf("%s on %s: born %s", a, on, birth)
			}
		}
	}
	if age("").birth(period.Date(2026, 1, 1)) != nil || age(unknown).birth(period.Date(2026, 1, 1)) != nil {
		t.Error("a birth that nobody has said")
	}
	for _, ask := range studies.Questions() {
		if topicOf(ask) < 0 {
			t.Errorf("%s is not asked", ask)
		}
	}
}
