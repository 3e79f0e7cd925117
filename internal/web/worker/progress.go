package worker

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type progressBody struct {
	Case    casePage
	Heading string
	Lead    string
	Rounds  []form.Option // to choose between
	Table   *layout.Table
	Empty   *layout.Empty
	Ladder  *chart.Figure
	Moves   []layout.Event
	May     bool
	Steps   []form.Option
}

// progressShow is how it has gone: two moments beside each other, and the ladder.
func (p *Pages) progressShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showProgress(w, r, actor, layout.BlankForm(r).Fill("on", clock.Today(p.office.Clock).String()))
}

// progress notes a move on the ladder.
func (p *Pages) progress(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.MovedStep{
		Form: visit.Once(f), To: f.Int("to", followup.LowestStep, followup.HighestStep), On: f.Day("on"),
		Reason: f.Text("reason", followup.MinReason, followup.MaxReason),
	}
	if err = f.Err(); err == nil {
		err = p.office.MoveStep(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showProgress(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "progress"))
	}
	return layout.Done(w, r, casePath(id, "progress"), "worker_followup.progress.done", "Step", in.To)
}

func (p *Pages) showProgress(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	query := r.URL.Query()
	v, err := p.office.SeeProgress(r.Context(), actor, id, ident.ID(query.Get("earlier")), ident.ID(query.Get("later")))
	if err != nil {
		return err
	}
	today := clock.Today(p.office.Clock)
	frame := layout.FrameOf(r, "worker_followup.progress.title", "Name", v.Person.Name()).With(f)
	body := progressBody{
		Case:   casePageOf(frame, v.Header, access.Assessment, today),
		Ladder: ladderFigure(frame, v.Moves, today), Moves: moveLines(frame, v.Moves),
		May: v.May(access.MoveStep, casefile.MoveStep),
	}
	for step := followup.LowestStep; step <= followup.HighestStep; step++ {
		if step != v.Case.LadderStep {
			body.Steps = append(body.Steps, form.Option{Value: strconv.Itoa(step), Text: stepText(frame, step)})
		}
	}
	if v.From == nil {
		body.Heading = frame.Text("worker_followup.progress.nothing")
		body.Empty = &layout.Empty{
			Title: frame.Text("worker_followup.progress.rated", "Count", len(v.Rounds)), Text: frame.Text("worker_followup.progress.nothing_help"),
			Action: &layout.Action{Text: frame.Text("worker_followup.progress.to_assessment"), Href: casePath(id, "assessment")},
		}
	} else {
		compareRounds(frame, &body, v)
		f.Fill("earlier", string(v.From.ID())).Fill("later", string(v.To.ID()))
	}
	return layout.Render(w, r, "worker/progress", layout.Page[progressBody]{Frame: frame, Body: body})
}

// compareRounds sets the two moments beside each other. What has moved most is the
// heading.
func compareRounds(f layout.Frame, body *progressBody, v casework.ProgressView) {
	body.Heading = changeLine(f, v.Changes)
	body.Lead = f.Text("worker_followup.progress.between", "From", roundDay(f, *v.From), "To", roundDay(f, *v.To))
	for _, round := range v.Rounds {
		body.Rounds = append(body.Rounds, form.Option{Value: string(round.ID()), Text: roundDay(f, round)})
	}
	t := layout.Table{
		Caption: f.Text("worker_followup.progress.caption"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("worker_followup.progress.theme")}, {Text: f.Code("assessment.rater.", assessment.Participant)},
			{Text: f.Code("assessment.rater.", assessment.Professional)}},
	}
	for _, c := range v.Changes {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			{Text: f.Code("assessment.theme.", c.Theme)}, movedCell(f, c.Participant), movedCell(f, c.Professional),
		}})
	}
	table := layout.NewTable(t)
	body.Table = &table
}

func roundDay(f layout.Frame, r casework.Round) string {
	return f.Day(clock.DayOf(*r.Professional.CompletedAt))
}

// changeLine states what has moved most: "Tilltro till eget arbete: från 2 till 4".
func changeLine(f layout.Frame, changes []casework.ThemeChange) string {
	most := -1
	for i, c := range changes {
		if most < 0 || abs(c.Size()) > abs(changes[most].Size()) {
			most = i
		}
	}
	if most < 0 || changes[most].Size() == 0 {
		return f.Text("worker_followup.progress.same")
	}
	moved := changes[most].Participant
	if moved == nil {
		moved = changes[most].Professional
	}
	return f.Text("worker_followup.progress.moved", "Theme", f.Code("assessment.theme.", moved.Theme), "From", moved.From, "To", moved.To)
}

func abs(n int) int { return max(n, -n) }

func movedCell(f layout.Frame, m *assessment.Moved) layout.Cell {
	switch {
	case m == nil:
		return layout.Cell{Text: f.Text("worker_followup.progress.unanswered")}
	case m.To > m.From:
		return layout.Cell{Text: f.Text("worker_followup.progress.up", "From", m.From, "To", m.To), Tone: layout.Good}
	case m.To < m.From:
		return layout.Cell{Text: f.Text("worker_followup.progress.down", "From", m.From, "To", m.To), Tone: layout.Ask}
	}
	return layout.Cell{Text: f.Text("worker_followup.progress.still", "To", m.To)}
}

func stepText(f layout.Frame, step int) string {
	return f.Text("worker_followup.progress.step", "Step", step, "Name", f.Text("followup.step."+strconv.Itoa(step)))
}

// moveLines are the moves, newest first.
func moveLines(f layout.Frame, moves []followup.StepMove) []layout.Event {
	lines := make([]layout.Event, 0, len(moves))
	for i := len(moves) - 1; i >= 0; i-- {
		m := moves[i]
		line := layout.Event{When: f.Day(m.On), Stamp: m.On.String(), Text: f.Code("followup.direction.", m.Direction()) + ": " + stepText(f, m.To), Detail: m.Reason}
		if m.Direction() == followup.Up {
			line.Tone = layout.Good
		}
		lines = append(lines, line)
	}
	return lines
}
