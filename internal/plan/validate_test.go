package plan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

var march2 = period.MustDay("2026-03-02")

func has(f fault.Fields, name, key string) bool {
	return slices.ContainsFunc(f, func(x fault.Field) bool { return x.Name == name && x.Text.Key == key })
}

func TestAWholePlanMayBeProposed(t *testing.T) {
	if f := Validate(whole(), march2); len(f) > 0 {
		t.Fatal(f.Err())
	}
}

func TestWhatAProposedPlanMustHave(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*Plan)
		field string
		key   string
	}{
		{"no goal", func(p *Plan) { p.Goal = "  " }, "goal", "plan.goal_missing"},
		{"goal too long in letters, not bytes", func(p *Plan) { p.Goal = strings.Repeat("å", MaxGoal+1) }, "goal", "plan.text_too_long"},
		{"empty sub-goal", func(p *Plan) { p.SubGoals[0].Text = "" }, "sub_goals.0.text", "plan.sub_goal_missing"},
		{"no activity", func(p *Plan) { p.Activities = nil }, "activities", "plan.activities_missing"},
		{"until further notice", func(p *Plan) { p.Activities[1].To = nil }, "activities.1.to", "plan.to_missing"},
		{"until further notice, dressed as a date", func(p *Plan) { p.Activities[0].To = at("2099-12-31") }, "activities.0.to", "plan.activity_too_long"},
		{"one day over two years", func(p *Plan) { p.Activities[0].To = at("2028-03-02") }, "activities.0.to", "plan.activity_too_long"},
		{"ends before it starts", func(p *Plan) { p.Activities[2].To = at("2026-03-31") }, "activities.2.to", "plan.ends_before_start"},
		{"no first day", func(p *Plan) { p.Activities[0].From = nil }, "activities.0.from", "plan.from_missing"},
		{"no hours", func(p *Plan) { p.Activities[0].Hours = 0 }, "activities.0.hours", "plan.hours_missing"},
		{"more than a week has", func(p *Plan) { p.Activities[0].Hours = 41 }, "activities.0.hours", "plan.hours_outside"},
		{"negative hours", func(p *Plan) { p.Activities[0].Hours = -1 }, "activities.0.hours", "plan.hours_outside"},
		{"together more than full time", func(p *Plan) { p.Activities[1].Hours = 25 }, "activities", "plan.over_full_time"},
		{"no track", func(p *Plan) { p.Activities[0].Track = "" }, "activities.0.track", "plan.track_missing"},
		{"a track that is none", func(p *Plan) { p.Activities[0].Track = "leisure" }, "activities.0.track", "plan.track_unknown"},
		{"nothing to do", func(p *Plan) { p.Activities[0].What = "" }, "activities.0.what", "plan.what_missing"},
		{"no review", func(p *Plan) { p.ReviewOn = nil }, "review_on", "plan.review_missing"},
		{"review in the past", func(p *Plan) { p.ReviewOn = at("2026-03-01") }, "review_on", "plan.review_past"},
		{"review after more than a year", func(p *Plan) { p.ReviewOn = at("2027-03-03") }, "review_on", "plan.review_too_late"},
		{"all of it already over", func(p *Plan) {
			for i := range p.Activities {
				p.Activities[i].From, p.Activities[i].To = at("2026-01-05"), at("2026-03-01")
			}
		}, "activities", "plan.activities_over"},
	} {
		p := whole()
		c.spoil(&p)
		if f := Validate(p, march2); !has(f, c.field, c.key) {
			t.Errorf("%s: want %s at %s, got %v", c.name, c.key, c.field, f.Err())
		}
	}
}

func TestADraftMayBeHalfDone(t *testing.T) {
	p := Plan{Activities: []Activity{{What: "Något i skogen"}}}
	if f := ValidateDraft(p); len(f) > 0 {
		t.Fatal(f.Err())
	}
}

func TestALastDayIsAlwaysAsked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		f := Validate(p, newYear)
		for i, a := range p.Activities {
			if a.To == nil && !has(f, fmt.Sprintf("activities.%d.to", i), "plan.to_missing") {
				t.Fatalf("activity %d without end was let through", i)
			}
		}
		if len(f) == 0 && len(p.Activities) == 0 {
			t.Fatal("an empty plan was let through")
		}
	})
}

func TestWhatIsWrongInADraftIsWrongInAProposal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := plans().Draw(t, "plan")
		proposal := Validate(p, newYear)
		for _, x := range ValidateDraft(p) {
			if !has(proposal, x.Name, x.Text.Key) {
				t.Fatalf("%s at %s is lost in the proposal", x.Text.Key, x.Name)
			}
		}
	})
}
