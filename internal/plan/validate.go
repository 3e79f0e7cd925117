package plan

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// Limits of a plan. The longest activity is the longest time in the programme:
// one year and one year's extension (000). The law sets no limit of its own, only
// that there is an end (004 s. 4.2), and an end far beyond the programme is none.
const (
	MaxGoal       = 500 // runes
	MaxText       = 200 // runes, of a sub-goal, an activity or a provider's name
	MaxSubGoals   = 20
	MaxActivities = 30
	MaxYears      = 2
	ReviewMonths  = 12 // a review lies at most so far ahead
)

// ValidateDraft checks what can be wrong in a plan that is not finished: texts too
// long, a last day before the first, more than a full week. Names of fields are
// those of the JSON form, as "activities.0.to".
func ValidateDraft(p Plan) fault.Fields {
	var f fault.Fields
	f.Check(runes(p.Goal) <= MaxGoal, "goal", "plan.text_too_long", "Most", MaxGoal)
	f.Check(len(p.SubGoals) <= MaxSubGoals, "sub_goals", "plan.too_many_sub_goals", "Most", MaxSubGoals)
	f.Check(len(p.Activities) <= MaxActivities, "activities", "plan.too_many_activities", "Most", MaxActivities)
	for i, g := range p.SubGoals {
		at := fmt.Sprintf("sub_goals.%d.", i)
		f.Check(runes(g.Text) <= MaxText, at+"text", "plan.text_too_long", "Most", MaxText)
		f.Check(g.Track == "" || g.Track.IsKnown(), at+"track", "plan.track_unknown")
	}
	for i, a := range p.Activities {
		draftActivity(&f, fmt.Sprintf("activities.%d.", i), a)
	}
	if on, hours := p.Peak(); hours > FullTime {
		f.Add("activities", "plan.over_full_time", "Hours", hours, "Most", FullTime, "On", on)
	}
	return f
}

func draftActivity(f *fault.Fields, at string, a Activity) {
	f.Check(runes(a.What) <= MaxText, at+"what", "plan.text_too_long", "Most", MaxText)
	f.Check(runes(a.ProviderName) <= MaxText, at+"provider_name", "plan.text_too_long", "Most", MaxText)
	f.Check(a.Track == "" || a.Track.IsKnown(), at+"track", "plan.track_unknown")
	f.Check(0 <= a.Hours && a.Hours <= FullTime, at+"hours", "plan.hours_outside", "Least", 1, "Most", FullTime)
	if a.From == nil || a.To == nil {
		return
	}
	switch {
	case *a.To < *a.From:
		f.Add(at+"to", "plan.ends_before_start", "From", *a.From)
	case *a.To >= a.From.AddYears(MaxYears):
		f.Add(at+"to", "plan.activity_too_long", "Latest", a.From.AddYears(MaxYears).AddDays(-1))
	}
}

// Validate checks a plan that is to be proposed on the day: all that ValidateDraft
// does, and that nothing is missing. Every activity needs its last day (004 s. 4.2).
func Validate(p Plan, on period.Day) fault.Fields {
	f := ValidateDraft(p)
	f.Check(!blank(p.Goal), "goal", "plan.goal_missing")
	for i, g := range p.SubGoals {
		f.Check(!blank(g.Text), fmt.Sprintf("sub_goals.%d.text", i), "plan.sub_goal_missing")
	}
	f.Check(len(p.Activities) > 0, "activities", "plan.activities_missing")
	ahead := len(p.Activities) == 0
	for i, a := range p.Activities {
		at := fmt.Sprintf("activities.%d.", i)
		f.Check(a.Track != "", at+"track", "plan.track_missing")
		f.Check(!blank(a.What), at+"what", "plan.what_missing")
		f.Check(a.Hours != 0, at+"hours", "plan.hours_missing")
		f.Check(a.From != nil, at+"from", "plan.from_missing")
		f.Check(a.To != nil, at+"to", "plan.to_missing")
		ahead = ahead || a.To == nil || *a.To >= on
	}
	f.Check(ahead, "activities", "plan.activities_over")
	switch latest := on.AddMonths(ReviewMonths); {
	case p.ReviewOn == nil:
		f.Add("review_on", "plan.review_missing")
	case *p.ReviewOn < on:
		f.Add("review_on", "plan.review_past", "Today", on)
	case *p.ReviewOn > latest:
		f.Add("review_on", "plan.review_too_late", "Latest", latest)
	}
	return f
}

func runes(text string) int  { return utf8.RuneCountInString(strings.TrimSpace(text)) }
func blank(text string) bool { return strings.TrimSpace(text) == "" }
