package worker

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type assessmentBody struct {
	Case    casePage
	Open    []openRound
	Begin   []layout.Action
	Result  *profilePart
	Done    []layout.Event
	Compare string // address of two moments beside each other
	Empty   *layout.Empty
}

// openRound is a round that goes on: how far the two have come, and how it is finished.
type openRound struct {
	Heading    string
	Purpose    string
	Progress   layout.Table
	Continue   layout.Action
	Left       string // what stands in the way of finishing, "" for nothing
	Finish     string // the address that finishes it, "" for who may not
	Unanswered bool   // the participant has questions left
	NeedsWhy   bool   // the step on the ladder becomes another than it was
}

// assessment is where the joint assessment stands: begun, half done or complete.
func (p *Pages) assessment(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	return p.showAssessment(w, r, actor, id, nil)
}

// assessmentBegin opens a round and goes on to its first theme.
func (p *Pages) assessmentBegin(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	instrument := f.Raw("instrument")
	round, err := p.office.BeginAssessment(r.Context(), actor, id, visit.Once(f), instrument)
	switch {
	case f.Take(err):
		return p.showAssessment(w, r, actor, id, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "assessment"))
	}
	first := assessment.Instruments()[instrument].Sections[0].Code
	return layout.Done(w, r, sectionPath(id, round, first, false), "worker_intake.assessment.begun")
}

// assessmentComplete finishes a round.
func (p *Pages) assessmentComplete(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	round, err := visit.ID(r, "round")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.Completion{
		Form: visit.Once(f), Round: round, WithoutParticipant: f.Yes("without_participant"), Reason: f.Text("reason", 0, 2000),
	}
	if err = f.Err(); err == nil {
		err = p.office.CompleteAssessment(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showAssessment(w, r, actor, id, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "assessment"))
	}
	return layout.Done(w, r, casePath(id, "assessment"), "worker_intake.assessment.completed")
}

func (p *Pages) showAssessment(w http.ResponseWriter, r *http.Request, actor access.Actor, id ident.ID, f *form.Form) error {
	v, err := p.office.SeeAssessment(r.Context(), actor, id, false)
	if err != nil {
		return err
	}
	if f == nil {
		f = caseForm(r, v.Header)
	}
	frame := layout.FrameOf(r, "worker_intake.assessment.title", "Name", v.Person.Name()).With(f)
	body := assessmentBody{Case: casePageOf(frame, v.Header, access.Assessment, clock.Today(p.office.Clock))}
	body.Begin = beginActions(frame, f, v)
	if _, rated := v.Latest(assessment.Progression); rated {
		body.Compare = casePath(id, "progress")
	}
	for _, round := range v.Rounds {
		title := round.Instrument.Title.In(frame.Tag())
		if !round.IsCompleted() {
			body.Open = append(body.Open, openRoundOf(frame, v, round))
			continue
		}
		body.Done = append(body.Done, layout.Event{
			When: frame.Instant(*round.Professional.CompletedAt), Text: title, Detail: round.Professional.ByName,
			Href: casePath(id, "assessment/"+string(round.ID())), Tone: layout.Good,
		})
	}
	if round, done := v.Latest(assessment.JointAssessment); done {
		body.Result = profileOf(frame, round.Profile())
	}
	if len(v.Rounds) == 0 {
		body.Empty = &layout.Empty{Title: frame.Text("worker_intake.assessment.none"), Text: frame.Text("worker_intake.assessment.none_help")}
	}
	return layout.Render(w, r, "worker/assessment", layout.Page[assessmentBody]{Frame: frame, Body: body})
}

// beginActions are the instruments that a round can be begun of now.
func beginActions(frame layout.Frame, f *form.Form, v casework.AssessmentView) []layout.Action {
	var actions []layout.Action
	for _, code := range []string{assessment.JointAssessment, assessment.Progression} {
		_, goesOn := v.Open(code)
		able := v.May(access.Assess, casefile.Assess)
		if code == assessment.JointAssessment {
			able = able || v.May(access.Assess, casefile.BeginAssessment)
		} else {
			able = able && v.Case.State != casefile.Assessing
		}
		if goesOn || !able {
			continue
		}
		actions = append(actions, layout.Action{
			Text: frame.Code("worker_intake.assessment.begin.", code), Href: casePath(v.Case.ID, "assessment"), Post: true,
			Main:   len(actions) == 0 && len(v.Rounds) == 0,
			Hidden: actionForm(f, v.Header, layout.Hidden{Name: "instrument", Value: code}),
		})
	}
	return actions
}

func openRoundOf(f layout.Frame, v casework.AssessmentView, round casework.Round) openRound {
	id, done, total := v.Case.ID, 0, 0
	table := layout.Table{
		Caption: f.Text("worker_intake.assessment.progress"), Hide: true, Stack: true,
		Columns: []layout.Column{
			{Text: f.Text("worker_intake.assessment.theme")}, {Text: f.Code("assessment.rater.", assessment.Participant)},
			{Text: f.Code("assessment.rater.", assessment.Professional)},
		},
	}
	next := ""
	for _, s := range round.Instrument.Sections {
		row := []layout.Cell{{Text: s.Title.In(f.Tag()), Href: sectionPath(id, round.ID(), s.Code, false)}}
		called, left := false, 0
		for _, rater := range []assessment.Rater{assessment.Participant, assessment.Professional} {
			cell := layout.Cell{Text: "–"}
			for _, progress := range round.Progress[rater] {
				if progress.Section != s.Code {
					continue
				}
				called = true
				done, total, left = done+progress.Done, total+progress.Total, left+progress.Required
				cell.Text = f.Text("worker_intake.assessment.done_of", "Done", progress.Done, "Total", progress.Total)
				if progress.Required == 0 {
					cell.Tone = layout.Good
				}
				if progress.Later > 0 {
					cell.Detail = f.Text("worker_intake.assessment.later_count", "Count", progress.Later)
				}
			}
			row = append(row, cell)
		}
		if !called {
			continue
		}
		if next == "" && left > 0 {
			next = s.Code
		}
		table.Rows = append(table.Rows, layout.Row{Cells: row})
	}
	left := next != ""
	if !left {
		next = round.Instrument.Sections[0].Code
	}
	open := openRound{
		Heading: f.Text("worker_intake.assessment.open", "Title", round.Instrument.Title.In(f.Tag()), "Done", done, "Total", total),
		Purpose: round.Instrument.Purpose.In(f.Tag()), Progress: layout.NewTable(table),
		Continue:   layout.Action{Text: f.Text("worker_intake.assessment.continue"), Href: sectionPath(id, round.ID(), next, false), Main: left},
		Unanswered: round.Left(assessment.Participant) > 0 || round.Participant.ID.IsZero(),
	}
	step := round.Profile().LadderStep
	open.NeedsWhy = v.Case.LadderStep != 0 && step != 0 && step != v.Case.LadderStep
	if missing := round.Left(assessment.Professional); missing > 0 {
		open.Left = f.Text("intake.assessment.missing", "Count", missing)
	}
	if v.May(access.Assess, casefile.Assess) {
		open.Finish = casePath(id, "assessment/"+string(round.ID())+"/complete")
	}
	return open
}

// sectionPath is the address of one theme of a round.
func sectionPath(id, round ident.ID, section string, alone bool) string {
	path := casePath(id, "assessment/"+string(round)+"/"+section)
	if alone {
		path += "?alone=" + strconv.FormatBool(alone)
	}
	return path
}
