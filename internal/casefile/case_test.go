package casefile_test

import (
	"errors"
	"testing"

	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
)

func TestFullyActiveIsPlannedAgainstAbility(t *testing.T) {
	for _, c := range []struct {
		name             string
		ability, planned int
		full             bool
		unplanned        int
	}{
		{"nothing known", casefile.NotAssessed, 0, false, 0},
		{"planned before the ability is known", casefile.NotAssessed, 10, false, 0},
		{"no ability, nothing planned", 0, 0, true, 0},
		{"half filled", 30, 22, false, 8},
		{"filled", 30, 30, true, 0},
		{"more than the ability", 20, 25, true, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := casefile.Case{AbilityHours: c.ability, PlannedHours: c.planned}
			if got.IsFullyActive() != c.full || got.UnplannedHours() != c.unplanned {
				t.Errorf("fully active %t, %d hours left", got.IsFullyActive(), got.UnplannedHours())
			}
		})
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		year, serial int
		want         string
	}{{2026, 412, "2026-0412"}, {2026, 1, "2026-0001"}, {2026, 12345, "2026-12345"}} {
		got := casefile.Number(c.year, c.serial)
		if got != c.want || !casefile.IsNumber(got) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	for _, text := range []string{"", "2026", "2026-412", "26-0412", "2026-0412 ", "2026/0412", "2026-1234567"} {
		if casefile.IsNumber(text) {
			t.Errorf("%q was taken for a case number", text)
		}
	}
}

func TestOneOpenCaseAtATime(t *testing.T) {
	for _, s := range casefile.States() {
		err := casefile.MayOpen([]casefile.Case{
			{Number: "2024-0007", State: casefile.Closed},
			{Number: "2026-0412", State: s},
		})
		if !s.IsOpen() {
			if err != nil {
				t.Errorf("%s: %v", s, err)
			}
			continue
		}
		var refused *fault.Error
		if !errors.As(err, &refused) || refused.Code != fault.Conflict || refused.Text.Args["Number"] != "2026-0412" {
			t.Errorf("%s: %v", s, err)
		}
	}
}
