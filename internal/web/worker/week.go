package worker

import (
	"slices"

	"fotfaste/internal/casework"
	"fotfaste/internal/period"
	"fotfaste/internal/plan"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/layout"
)

var trackTones = map[plan.Track]chart.Tone{
	plan.Work: chart.Work, plan.EducationLanguage: chart.Sky, plan.Health: chart.Plum, plan.SocialEconomy: chart.Social,
}

// weekFigure is the week of planned hours by track against the ability, nil while
// neither is known, and once there is no week of the programme left to fill.
func weekFigure(f layout.Frame, v casework.Overview, today period.Day) *chart.Figure {
	if !v.Case.IsAssessed() || v.Plan == nil || !v.Case.State.CountsTowardCaseload() {
		return nil
	}
	// A plan that begins on Monday is shown as it begins.
	if next, found := v.Plan.NextTurn(today); found && v.Plan.PlannedHours(today) == 0 && v.Plan.PlannedHours(next) > 0 {
		today = next
	}
	c := chart.WeekHours{ID: "week", Ability: v.Case.AbilityHours}
	hours := v.Plan.HoursByTrack(today)
	var most []plan.Track
	for _, track := range plan.Tracks() {
		if hours[track] == 0 {
			continue
		}
		most = append(most, track)
		var what []string
		for _, a := range v.Plan.Activities {
			if a.Track == track && a.RunsOn(today) {
				what = append(what, a.What)
			}
		}
		c.Segments = append(c.Segments, chart.Segment{
			Label: f.Code("plan.track.", track), Detail: f.List(what), Hours: hours[track], Tone: trackTones[track],
		})
	}
	slices.SortStableFunc(most, func(a, b plan.Track) int { return hours[b] - hours[a] })
	figure := c.Figure(f.Printer, weekTitle(f, c, most))
	return &figure
}

// weekTitle states how much of the week is filled, and with what most.
func weekTitle(f layout.Frame, c chart.WeekHours, most []plan.Track) string {
	planned := c.Planned()
	switch {
	case c.Ability == 0:
		return f.Text("worker_overview.week.no_ability")
	case planned == 0:
		return f.Text("worker_overview.week.empty", "Ability", c.Ability)
	}
	var names []string
	for _, track := range most[:min(2, len(most))] {
		names = append(names, f.Text("worker_overview.week.track."+string(track)))
	}
	return f.Text("worker_overview.week.filled", "Planned", planned, "Ability", c.Ability, "Tracks", f.List(names))
}
