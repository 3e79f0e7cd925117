package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/duty"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type requirementBody struct {
	Case      casePage
	Obstacle  string // the statement of what holds now
	Obstacles []requirementLine
	Decisions []requirementLine
	Heading   string // of the decisions
	NewRow    *layout.Action
	NewNote   *layout.Action
	First     string
}

// requirementLine is an obstacle or a decision, with what can be done about it.
type requirementLine struct {
	Text, Detail string
	Href         string // "" for none
	Tags         []layout.Tag
	Back         *layout.Confirm
}

// requirement is what is kept of the case for the activity requirement.
func (p *Pages) requirement(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeeCaseRequirement(r.Context(), actor, id)
	if err != nil {
		return err
	}
	f := caseForm(r, v.Header)
	frame := layout.FrameOf(r, "worker_requirement.title", "Name", v.Person.Name()).With(f)
	body := requirementBody{
		Case: casePageOf(frame, v.Header, access.Decisions, clock.Today(p.office.Clock)), First: frame.Text("worker_requirement.first", "First", v.First),
		Obstacle: frame.Text("worker_requirement.obstacle_unsaid"), Heading: decisionsHeading(frame, v),
		Obstacles: obstacleLines(frame, f, v),
	}
	if v.Now.Obstacle != "" {
		body.Obstacle = frame.Text("worker_requirement.obstacle_now", "Obstacle", frame.Code("casefile.obstacle.", v.Now.Obstacle), "From", v.Now.From)
	}
	for _, c := range v.Consequences {
		body.Decisions = append(body.Decisions, decisionLine(frame, v, c))
	}
	if v.Open && v.Acts[access.RecordObstacle] {
		body.NewRow = &layout.Action{Text: frame.Text("worker_requirement.obstacle_new"), Href: casePath(id, "requirement/obstacle")}
	}
	if v.Open && v.Acts[access.RecordConsequence] {
		body.NewNote = &layout.Action{Text: frame.Text("worker_requirement.decision_new"), Href: casePath(id, "requirement/decision")}
	}
	return layout.Render(w, r, "worker/requirement", layout.Page[requirementBody]{Frame: frame, Body: body})
}

func decisionsHeading(f layout.Frame, v casework.CaseRequirement) string {
	standing := 0
	for _, c := range v.Consequences {
		if c.Stands() {
			standing++
		}
	}
	if standing == 0 {
		return f.Text("worker_requirement.decisions_none")
	}
	return f.Text("worker_requirement.decisions", "Count", standing)
}

// obstacleLines are the months each obstacle holds in, the latest first, then what was a
// mistake where it stood.
func obstacleLines(f layout.Frame, typed *form.Form, v casework.CaseRequirement) (lines []requirementLine) {
	for _, row := range v.Obstacles {
		line := requirementLine{Text: f.Text("worker_requirement.obstacle_line", "Obstacle", f.Code("casefile.obstacle.", row.Obstacle), "From", row.From),
			Detail: f.Text("worker_requirement.by", "Name", row.EnteredBy, "At", f.Instant(row.EnteredAt))}
		if row.EnteredBy == "" {
			line.Detail = f.Text("worker_requirement.by_nobody")
		}
		switch {
		case row.BackAt != nil:
			line.Tags = []layout.Tag{{Text: f.Text("worker_requirement.taken_back", "Name", row.BackBy, "At", f.Instant(*row.BackAt))}}
		case row.ID == v.Now.ID:
			line.Tags = []layout.Tag{{Text: f.Text("worker_requirement.holds"), Tone: layout.Good}}
		}
		if row.BackAt == nil && v.Open && v.Acts[access.TakeBackObstacle] {
			line.Back = &layout.Confirm{Opens: f.Text("worker_requirement.back"), Text: f.Text("worker_requirement.back_help"),
				Action: layout.Action{Text: f.Text("worker_requirement.back_send"), About: line.Text, Post: true, Danger: true,
					Href: casePath(v.Case.ID, "requirement/obstacle/"+string(row.ID)+"/back"), Hidden: actionForm(typed, v.Header)}}
		}
		lines = append(lines, line)
	}
	return lines
}

func decisionLine(f layout.Frame, v casework.CaseRequirement, c duty.Consequence) requirementLine {
	line := requirementLine{Text: f.Text("worker_requirement.decision_line", "Cut", f.Code("duty.cut_is.", c.Cut), "Month", c.Month),
		Detail: f.Text("worker_requirement.decided", "Day", c.DecidedOn, "By", c.DecidedBy), Href: consequencePath(v.Case.ID, c.ID)}
	if !c.Stands() {
		line.Tags = []layout.Tag{{Text: f.Code("duty.undone.", c.Undone)}}
	}
	return line
}

func consequencePath(of, row ident.ID) string {
	return casePath(of, "requirement/decision/"+string(row))
}
