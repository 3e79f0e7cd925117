package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
)

type homeBody struct {
	Head  layout.Head
	Cases layout.Table
}

// queues are the cases that each role has before it.
var queues = map[access.Role][]casefile.State{
	access.CaseManager:   {casefile.Granted, casefile.Active, casefile.Paused, casefile.Exited, casefile.FollowUp},
	access.Assessor:      {casefile.Enquiry, casefile.Assessing},
	access.DecisionMaker: {casefile.Assessing},
	access.Partner:       nil,
}

// home is where the day begins: the cases before this role, those that need
// somebody first.
func (p *Pages) home(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	query := casework.CaseQuery{States: queues[actor.Role]}
	if actor.Role == access.CaseManager {
		query.Manager = actor.Account
	}
	rows, total, err := p.office.ListCases(r.Context(), actor, query)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "worker.home.title")
	today := clock.Today(p.office.Clock)
	body := homeBody{
		Head: layout.Head{
			Title: frame.Text("worker.home.heading."+string(actor.Role), "Count", total),
			Lead:  frame.Code("worker.home.lead.", actor.Role),
		},
		Cases: caseTable(frame, rows, today),
	}
	if access.MayInOffice(actor, access.RegisterEnquiry).Allowed {
		body.Head.Actions = []layout.Action{{Text: frame.Text("worker.home.new"), Href: "/work/enquiries/new"}}
	}
	return layout.Render(w, r, "worker/home", layout.Page[homeBody]{Frame: frame, Body: body})
}

func caseTable(f layout.Frame, rows []casework.CaseRow, today period.Day) layout.Table {
	t := layout.Table{
		Caption: f.Text("worker.home.cases"), Hide: true, Stack: true,
		Columns: []layout.Column{
			{Text: f.Text("worker.column.name")}, {Text: f.Text("worker.column.state")}, {Text: f.Text("worker.column.step")},
			{Text: f.Text("worker.column.hours"), Number: true}, {Text: f.Text("worker.column.next_contact")},
		},
		Empty: &layout.Empty{Title: f.Text("worker.home.empty"), Text: f.Text("worker.home.empty_help")},
	}
	for _, row := range rows {
		c := row.Case
		name := layout.Cell{Text: row.Name, Href: casePath(c.ID, ""), Detail: f.Text("worker.case.age_number",
			"Age", row.Birth.YearsUntil(today), "Number", c.Number)}
		step := layout.Cell{Text: f.Text("worker.case.no_step")}
		if c.LadderStep > 0 {
			step.Text = f.Text("worker.case.step", "Step", c.LadderStep)
		}
		hours := layout.Cell{Text: f.Text("worker.case.not_assessed")}
		if c.IsAssessed() {
			hours = layout.Cell{Text: f.Text("worker.case.hours_of", "Planned", c.PlannedHours, "Ability", c.AbilityHours)}
			if !c.IsFullyActive() {
				hours.Tone = layout.Ask
			}
		}
		contact := layout.Cell{}
		if c.NextContactOn != nil {
			contact.Text = f.ShortDay(*c.NextContactOn)
			if *c.NextContactOn < today {
				contact.Tone, contact.Detail = layout.Ask, f.Text("worker.case.overdue")
			}
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{name, {Text: f.Code("casefile.state.", c.State)}, step, hours, contact}})
	}
	return layout.NewTable(t)
}
