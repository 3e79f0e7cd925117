package participant

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casework"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/questions"
)

type assessmentBody struct {
	Head     layout.Head
	Progress *layout.Table
	Continue *layout.Action
	Came     []layout.Fact // what the latest completed one came to
	Wishes   string
	Themes   []layout.Table // and what was answered in it
	Empty    *layout.Empty
}

// assessmentPath is the address of the participant's own assessment.
const assessmentPath = "/me/assessment"

// assessment is where the participant's own answers stand, and what the two have come
// to together.
func (p *Pages) assessment(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.mine(r, actor, false)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "participant_intake.assessment.title").Alone()
	body := assessmentBody{Head: layout.Head{
		Title: frame.Text("participant_intake.assessment.heading"), Lead: frame.Text("participant_intake.assessment.lead"),
	}}
	if round, open := open(v); open {
		table, next := progressOf(frame, round)
		body.Progress = &table
		body.Head.Title = frame.Text("participant_intake.assessment.open", "Title", round.Instrument.Title.In(frame.Tag()))
		body.Head.Lead = round.Instrument.Purpose.In(frame.Tag())
		body.Continue = &layout.Action{Text: frame.Text("participant_intake.assessment.continue"), Href: sectionPath(next, false), Main: true}
	}
	if round, done := v.Latest(assessment.JointAssessment); done {
		body.came(frame, round)
	}
	if body.Progress == nil && body.Came == nil {
		body.Empty = &layout.Empty{
			Title: frame.Text("participant_intake.assessment.none"), Text: frame.Text("participant_intake.assessment.none_help"),
		}
	}
	return layout.Render(w, r, "participant/assessment", layout.Page[assessmentBody]{Frame: frame, Body: body})
}

// mine is the assessments of the visitor's own case.
func (p *Pages) mine(r *http.Request, actor access.Actor, alone bool) (casework.AssessmentView, error) {
	id, err := p.office.MyCase(r.Context(), actor)
	if err != nil {
		return casework.AssessmentView{}, err
	}
	return p.office.SeeAssessment(r.Context(), actor, id, alone)
}

// open is the round to answer now: the joint assessment before any other.
func open(v casework.AssessmentView) (casework.Round, bool) {
	for _, code := range []string{assessment.JointAssessment, assessment.Progression} {
		if round, goesOn := v.Open(code); goesOn {
			return round, true
		}
	}
	return casework.Round{}, false
}

// screensOf are the themes as they are put to the participant alone.
func screensOf(v casework.AssessmentView, round casework.Round) []questions.Screen {
	return questions.Screens(round.Instrument, v.Alone,
		map[assessment.Rater]assessment.Answers{assessment.Participant: round.Participant.Answers})
}

// progressOf is how far the participant has come, and the theme to go on with.
func progressOf(f layout.Frame, round casework.Round) (table layout.Table, next string) {
	table = layout.Table{
		Caption: f.Text("participant_intake.assessment.progress"), Hide: true,
		Columns: []layout.Column{{Text: f.Text("participant_intake.assessment.theme")}, {Text: f.Text("participant_intake.assessment.answered")}},
	}
	titles := map[string]string{}
	for _, s := range round.Instrument.Sections {
		titles[s.Code] = s.Title.In(f.Tag())
	}
	for _, progress := range round.Progress[assessment.Participant] {
		done := layout.Cell{Text: f.Text("participant_intake.assessment.done_of", "Done", progress.Done, "Total", progress.Total)}
		if progress.Required == 0 {
			done.Tone = layout.Good
		} else if next == "" {
			next = progress.Section
		}
		if progress.Later > 0 {
			done.Detail = f.Text("participant_intake.assessment.later_count", "Count", progress.Later)
		}
		table.Rows = append(table.Rows, layout.Row{Cells: []layout.Cell{
			{Text: titles[progress.Section], Href: sectionPath(progress.Section, false)}, done,
		}})
	}
	if next == "" {
		next = round.Instrument.Sections[0].Code
	}
	return layout.NewTable(table), next
}

// came is what a completed round came to, and both sides' answers in it.
func (b *assessmentBody) came(f layout.Frame, round casework.Round) {
	profile := round.Profile()
	b.Wishes = profile.Wishes
	if profile.AbilityHours != nil {
		b.Came = append(b.Came, layout.Fact{Label: f.Text("participant_intake.assessment.ability"), Value: f.Code("assessment.ability.", *profile.AbilityHours)})
	}
	if profile.LadderStep > 0 {
		b.Came = append(b.Came, layout.Fact{Label: f.Text("participant_intake.assessment.step"), Value: f.Text("participant_intake.assessment.step_named",
			"Step", profile.LadderStep, "Means", f.Code("assessment.step_means.", profile.LadderStep))})
	}
	for _, screen := range questions.Screens(round.Instrument, false, map[assessment.Rater]assessment.Answers{
		assessment.Participant: round.Participant.Answers, assessment.Professional: round.Professional.Answers,
	}) {
		t := layout.Table{
			Caption: screen.Section.Title.In(f.Tag()), Stack: true,
			Columns: []layout.Column{{Text: f.Text("participant_intake.assessment.question")},
				{Text: f.Text("participant_intake.assessment.you")}, {Text: f.Text("participant_intake.assessment.them")}},
		}
		for _, item := range screen.Items {
			said := func(put bool, answers assessment.Answers) layout.Cell {
				if !put {
					return layout.Cell{Text: f.Text("participant_intake.assessment.not_put")}
				}
				return layout.Cell{Text: questions.Words(f.Printer, item.Question, answers[item.Question.Code],
					"participant_intake.assessment.later", "participant_intake.assessment.unanswered")}
			}
			t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
				{Text: item.Question.Asks(assessment.Participant).In(f.Tag())},
				said(item.Participant, round.Participant.Answers), said(item.Professional, round.Professional.Answers),
			}})
		}
		b.Themes = append(b.Themes, layout.NewTable(t))
	}
}

// sectionPath is the address of a theme.
func sectionPath(section string, alone bool) string {
	path := assessmentPath + "/" + section
	if alone {
		path += "?alone=true"
	}
	return path
}
