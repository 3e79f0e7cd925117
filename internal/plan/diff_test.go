package plan

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/period"
)

func TestDiffNamesWhatAReaderWouldSee(t *testing.T) {
	before, after := whole(), whole()
	after.Goal = "Jag vill bli florist"
	after.SubGoals = []SubGoal{{Text: "Hålla tider hela veckan", Track: Work, Reached: true}, {Text: "Ta B-körkort", Track: Work}}
	after.Activities = []Activity{before.Activities[0], {ID: "a4", What: "Bygga nätverk"}, before.Activities[2]}
	after.Activities[0].Hours = 25
	after.Activities[0].To = at("2026-09-30")
	after.ReviewOn = nil
	want := []Change{
		{What: GoalChanged, Before: before.Goal, After: after.Goal},
		{What: SubGoalReached, Name: "Hålla tider hela veckan"},
		{What: SubGoalAdded, Name: "Ta B-körkort"},
		{What: ActivityChanged, Activity: "a1", Name: "Växthuset", Field: FieldHours, Before: 20, After: 25},
		{What: ActivityChanged, Activity: "a1", Name: "Växthuset", Field: FieldTo,
			Before: period.MustDay("2026-08-30"), After: period.MustDay("2026-09-30")},
		{What: ActivityAdded, Activity: "a4", Name: "Bygga nätverk"},
		{What: ActivityRemoved, Activity: "a2", Name: "Svenska för invandrare"},
		{What: ReviewChanged, Before: period.MustDay("2026-06-01"), After: nil},
	}
	if got := Diff(before, after); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestNothingDiffersFromItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		if changes := Diff(p, p); len(changes) > 0 {
			t.Fatalf("%+v", changes)
		}
	})
}

// Read backwards, an addition is a removal and before is after: as many of each.
func TestDiffBackwardsIsItsMirror(t *testing.T) {
	mirror := map[What]What{GoalChanged: GoalChanged, SubGoalAdded: SubGoalRemoved, SubGoalRemoved: SubGoalAdded,
		SubGoalReached: SubGoalReopened, SubGoalReopened: SubGoalReached, ActivityAdded: ActivityRemoved,
		ActivityRemoved: ActivityAdded, ActivityChanged: ActivityChanged, ReviewChanged: ReviewChanged, SIPChanged: SIPChanged}
	rapid.Check(t, func(t *rapid.T) {
		a, b := plans().Draw(t, "before"), plans().Draw(t, "after")
		count := map[What]int{}
		for _, c := range Diff(a, b) {
			count[mirror[c.What]]++
		}
		for _, c := range Diff(b, a) {
			count[c.What]--
		}
		for what, n := range count {
			if n != 0 {
				t.Fatalf("%s: %+d", what, n)
			}
		}
	})
}
