package layout

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/plan"
	"fotfaste/internal/web/chart"
)

// trackTones is the colour of each track, everywhere the same.
var trackTones = map[plan.Track]chart.Tone{
	plan.Work: chart.Work, plan.EducationLanguage: chart.Sky, plan.Health: chart.Plum, plan.SocialEconomy: chart.Social,
}

// PlanTracks is the plan as parallel tracks on a time axis, the same to everybody:
// {{template "figure" .Body.Tracks}}. An activity that lacks a day is left out.
func PlanTracks(f Frame, p plan.Plan, today period.Day) chart.Figure {
	picture := chart.Tracks{ID: "tracks", Today: today}
	running, last := 0, today
	for _, t := range plan.Tracks() {
		row := chart.Track{Label: f.Code("plan.track.", t), Tone: trackTones[t]}
		for _, a := range p.Activities {
			if a.Track != t || a.From == nil || a.To == nil || *a.To < *a.From {
				continue
			}
			row.Spans = append(row.Spans, chart.Span{
				Label: a.What, Detail: f.Text("places.hours_a_week", "Hours", a.Hours), From: *a.From, To: *a.To,
			})
			last = max(last, *a.To)
		}
		if len(row.Spans) > 0 {
			running++
		}
		picture.Rows = append(picture.Rows, row)
	}
	title := f.Text("places.tracks.none")
	if running > 0 {
		title = f.Text("places.tracks.heading", "Count", running, "Until", f.Day(last))
	}
	return picture.Figure(f.Printer, title)
}

// PlanWeek is the hours of the plan against the ability, 0 where it is not assessed:
// {{template "figure" .Body.Week}}. While nothing has begun it is the first week in
// which something has.
func PlanWeek(f Frame, p plan.Plan, ability int, today period.Day) chart.Figure {
	week := chart.WeekHours{ID: "week", Ability: max(ability, 0)}
	on := today
	if p.PlannedHours(on) == 0 {
		if turn, found := p.NextTurn(on); found {
			on = turn
		}
	}
	hours := p.HoursByTrack(on)
	for _, t := range plan.Tracks() {
		if hours[t] > 0 {
			week.Segments = append(week.Segments, chart.Segment{Label: f.Code("plan.track.", t), Hours: hours[t], Tone: trackTones[t]})
		}
	}
	title := f.Text("places.week.unknown", "Planned", week.Planned())
	if ability >= 0 {
		title = f.Text("places.week.heading", "Planned", week.Planned(), "Ability", ability)
	}
	return week.Figure(f.Printer, title)
}

// PlanActivities is the activities as a table. Name tells what an organisation is
// called.
func PlanActivities(f Frame, p plan.Plan, name func(ident.ID) string) Table {
	t := Table{
		Caption: f.Text("places.activities"), Hide: true, Stack: true,
		Columns: []Column{{Text: f.Text("places.activity")}, {Text: f.Text("places.track")}, {Text: f.Text("places.hours"), Number: true},
			{Text: f.Text("places.when")}, {Text: f.Text("places.carrier")}},
		Empty: &Empty{Title: f.Text("places.tracks.none")},
	}
	for _, a := range p.Activities {
		when := f.Text("places.day_missing")
		if a.From != nil && a.To != nil {
			when = f.Dates(*a.From, *a.To)
		}
		track := "–"
		if a.Track != "" {
			track = f.Code("plan.track.", a.Track)
		}
		carrier := name(a.Carrier)
		if carrier == "" {
			carrier = f.Text("places.participant_carries")
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Text: a.What, Detail: a.ProviderName}, {Text: track, Tone: Tone(toneOfTrack(a.Track))}, {Text: f.Hours(a.Hours)}, {Text: when}, {Text: carrier},
		}})
	}
	return NewTable(t)
}

func toneOfTrack(t plan.Track) chart.Tone {
	if tone := trackTones[t]; tone != chart.Work {
		return tone
	}
	return chart.Tone(Good)
}

// PlanGoals are the sub-goals, those reached marked.
func PlanGoals(f Frame, p plan.Plan) []Tag {
	var tags []Tag
	for _, g := range p.SubGoals {
		tag := Tag{Text: g.Text}
		if g.Reached {
			tag.Tone, tag.Text = Good, f.Text("places.reached", "Goal", g.Text)
		}
		tags = append(tags, tag)
	}
	return tags
}

// PlanChange is a change of the plan as a line, with its days as the language writes
// them. Identities are not for readers.
func PlanChange(f Frame, c plan.Change) fault.Text {
	write := func(value any) any {
		switch value := value.(type) {
		case period.Day:
			return f.Day(value)
		case plan.Track:
			return f.Code("plan.track.", value)
		case ident.ID:
			return nil
		}
		return value
	}
	c.Before, c.After = write(c.Before), write(c.After)
	return c.Text()
}
