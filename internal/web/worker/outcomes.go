package worker

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/followup"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type outcomesBody struct {
	Case    casePage
	Heading string
	Lead    string
	Note    string
	Actions []layout.Action
	Times   *layout.Table
}

// outcomes is how a participant left and how it has gone since.
func (p *Pages) outcomes(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeeOutcomes(r.Context(), actor, id)
	if err != nil {
		return err
	}
	today := clock.Today(p.office.Clock)
	frame := layout.FrameOf(r, "worker_followup.outcomes.title", "Name", v.Person.Name())
	body := outcomesBody{
		Case:    casePageOf(frame, v.Header, access.Outcomes, today),
		Heading: frame.Text("worker_followup.outcomes.none"), Lead: frame.Text("worker_followup.outcomes.none_help"),
	}
	if mayExit(v) {
		body.Actions = append(body.Actions, layout.Action{Text: frame.Text("worker_followup.exit.open"), Href: casePath(id, "exit"), Main: true})
	}
	if exit := v.Exit; exit != nil {
		body.Heading = frame.Text("worker_followup.outcomes.left", "Kind", frame.Code("followup.exit.", exit.Kind), "Day", exit.On)
		body.Lead = frame.Text("worker_followup.outcomes.noted_by", "Name", exit.ByName)
		body.Note = exit.Note
		times := outcomeTable(frame, v, today)
		body.Times = &times
	}
	if mayClose(v.Header) {
		body.Actions = append(body.Actions, layout.Action{Text: frame.Text("worker_followup.close.open"), Href: casePath(id, "close")})
	}
	return layout.Render(w, r, "worker/outcomes", layout.Page[outcomesBody]{Frame: frame, Body: body})
}

// mayExit tells whether the reader can note an exit: of a case that goes on, or of one
// that a decision has stopped.
func mayExit(v casework.Outcomes) bool {
	stopped := v.Case.State == casefile.Exited && v.Exit == nil
	return v.May(access.RecordExit, casefile.Exit) || stopped && v.Acts[access.RecordExit]
}

func mayClose(h casework.Header) bool {
	return h.May(access.CloseCase, casefile.Close) || h.May(access.CloseCase, casefile.Withdraw)
}

// canBeNoted tells whether there is something to note at the time: it has come, and
// nothing known stands there.
func canBeNoted(v casework.Outcomes, o casework.Outcome, today period.Day) bool {
	return v.May(access.RecordOutcome, casefile.RecordOutcome) && o.DueOn <= today && followup.MayNote(o.Standing) == nil
}

func outcomeTable(f layout.Frame, v casework.Outcomes, today period.Day) layout.Table {
	t := layout.Table{
		Caption: f.Text("worker_followup.outcomes.times"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("worker_followup.outcomes.when")}, {Text: f.Text("worker_followup.outcomes.due")},
			{Text: f.Text("worker_followup.outcomes.standing")}, {Text: f.Text("worker_followup.outcomes.source")}, {Text: f.Text("worker_followup.outcomes.next")}},
	}
	for _, o := range v.Times {
		row := layout.Row{Cells: []layout.Cell{
			{Text: after(f, o.Months)}, {Text: f.Day(o.DueOn)},
			{Text: f.Text("worker_followup.outcomes.ahead")}, {}, {},
		}}
		if o.Standing == "" && o.DueOn <= today {
			row.Cells[2] = layout.Cell{Text: f.Text("worker_followup.outcomes.to_ask"), Tone: layout.Ask}
		}
		if o.Standing != "" {
			row.Cells[2] = layout.Cell{Text: f.Code("followup.standing.", o.Standing)}
			if o.Standing.IsWorkOrStudies() {
				row.Cells[2].Tone = layout.Good
			}
			if o.Hours > 0 {
				row.Cells[2].Detail = f.Text("worker_followup.outcomes.hours", "Hours", o.Hours)
			}
			row.Cells[3] = layout.Cell{Text: f.Code("followup.source.", o.Source), Detail: o.ByName}
		}
		if canBeNoted(v, o, today) {
			row.Cells[4] = layout.Cell{Text: f.Text("worker_followup.outcomes.note", "Count", o.Months),
				Href: casePath(v.Case.ID, "outcomes/"+strconv.Itoa(o.Months))}
			if o.Months == 0 {
				row.Cells[4].Text = f.Text("worker_followup.outcomes.note_exit")
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return layout.NewTable(t)
}

// after is one of the fixed times in words.
func after(f layout.Frame, months int) string {
	if months == 0 {
		return f.Text("worker_followup.outcomes.at_exit")
	}
	return f.Text("worker_followup.outcomes.after", "Count", months)
}
