package followup

import (
	"testing"
	"time"
)

func TestTargets(t *testing.T) {
	asked := time.Date(2026, 11, 16, 8, 0, 0, 0, time.UTC)
	after := func(hours int) time.Time { return asked.Add(time.Duration(hours) * time.Hour) }
	met := after(31)
	late := after(50)
	for _, c := range []struct {
		name  string
		got   Target
		took  int
		light Light
	}{
		{"met within the time", MeetingTarget(asked, &met, after(500), 48), 31, Green},
		{"met too late", MeetingTarget(asked, &late, after(500), 48), 50, Red},
		{"just asked", MeetingTarget(asked, nil, after(2), 48), 2, Green},
		{"half the time has gone", MeetingTarget(asked, nil, after(24), 48), 24, Amber},
		{"the time has gone", MeetingTarget(asked, nil, after(49), 48), 49, Red},
		{"an activity on the fifth day", DayTarget(FirstActivity, day("2026-11-16"), dayOf("2026-11-21"), day("2026-12-24"), 5), 5, Green},
		{"none on the sixth", DayTarget(FirstActivity, day("2026-11-16"), nil, day("2026-11-22"), 5), 6, Red},
		{"a plan before the start", DayTarget(FirstPlan, day("2026-11-16"), dayOf("2026-11-10"), day("2026-11-22"), 3), 0, Green},
	} {
		if c.got.Took != c.took || c.got.Light != c.light {
			t.Errorf("%s: %d, %s; want %d, %s", c.name, c.got.Took, c.got.Light, c.took, c.light)
		}
	}
}
