package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/questions"
)

type assessmentRoundBody struct {
	Case    casePage
	Heading string
	Hidden  string
	Alone   layout.Action
	Answers layout.Table
	Profile *profilePart
}

// assessmentRound is everything that was answered in one round, side by side.
func (p *Pages) assessmentRound(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	s, err := sittingOf(r)
	if err != nil {
		return err
	}
	v, on, err := p.screens(r, actor, s)
	if err != nil {
		return err
	}
	title := on.instrument.Title.In(layout.PrinterOf(r).Tag())
	frame := layout.FrameOf(r, "worker_intake.round.title", "Title", title, "Name", v.Person.Name())
	body := assessmentRoundBody{
		Case:    casePageOf(frame, v.Header, access.Assessment, clock.Today(p.office.Clock)),
		Heading: frame.Text("worker_intake.round.heading", "Title", title, "At", on.round.Professional.SavedAt),
	}
	if !v.Alone && v.Acts[access.Assess] && questions.Private(on.instrument) {
		body.Hidden = frame.Text("worker_intake.round.hidden")
		body.Alone = layout.Action{Text: frame.Text("worker_intake.section.alone_now"),
			Href: casePath(s.id, "assessment/"+string(s.round)+"?alone=true")}
	}
	if on.instrument.Code == assessment.JointAssessment {
		body.Profile = profileOf(frame, on.round.Profile())
	}
	body.Answers = answersTable(frame, on)
	return layout.Render(w, r, "worker/assessment_round", layout.Page[assessmentRoundBody]{Frame: frame, Body: body})
}

func answersTable(f layout.Frame, on screened) layout.Table {
	t := layout.Table{
		Caption: f.Text("worker_intake.round.answers"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("worker_intake.round.question")},
			{Text: f.Code("assessment.rater.", assessment.Participant)}, {Text: f.Code("assessment.rater.", assessment.Professional)}},
	}
	for _, screen := range on.list {
		for i, item := range screen.Items {
			row := answersRow(f, on.round, item)
			if i == 0 {
				row.Cells[0].Detail = screen.Section.Title.In(f.Tag())
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return layout.NewTable(t)
}

func answersRow(f layout.Frame, round casework.Round, item questions.Item) layout.Row {
	q := item.Question
	words := func(put bool, answers assessment.Answers) layout.Cell {
		if !put {
			return layout.Cell{Text: f.Text("worker_intake.round.not_put")}
		}
		return layout.Cell{Text: questions.Words(f.Printer, q, answers[q.Code], "worker_intake.section.later", "worker_intake.section.unanswered")}
	}
	participant, professional := words(item.Participant, round.Participant.Answers), words(item.Professional, round.Professional.Answers)
	if differ(q, round.Participant.Answers[q.Code], round.Professional.Answers[q.Code]) {
		professional.Tone, professional.Detail = layout.Ask, f.Text("worker_intake.round.differ")
	}
	return layout.Row{Cells: []layout.Cell{{Text: q.Asks(assessment.Participant).In(f.Tag())}, participant, professional}}
}
