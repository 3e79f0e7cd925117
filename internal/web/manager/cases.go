package manager

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type casesBody struct {
	Head     layout.Head
	States   []form.Option
	Managers []form.Option
	Cases    layout.Table
	Pages    *layout.Pages
	File     string
}

// casesOnAPage is how many cases a page of the list shows, mostInFile how many a file
// holds.
const (
	casesOnAPage = 50
	mostInFile   = 10_000
)

// cases is the list behind the figures: those that the manager may see.
func (p *Pages) cases(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	query := readQuery(f)
	page, given := f.IntIfAny("page", 1, mostInFile)
	if !given {
		page = 1
	}
	query.Limit, query.Offset = casesOnAPage, (page-1)*casesOnAPage
	rows, total, err := p.office.ListCases(r.Context(), actor, query)
	if err != nil {
		return err
	}
	managers, err := p.office.CaseManagers(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "manager.cases.title").With(f)
	body := casesBody{
		Head: layout.Head{Title: frame.Text("manager.cases.heading", "Count", total), Lead: frame.Text("manager.cases.lead")},
		States: form.Options(casefile.States(), func(s casefile.State) string {
			return frame.Code("casefile.state.", s)
		}),
		Cases: casesTable(frame, rows, p.office),
		Pages: layout.PagesOf(frame.Printer, "/manager/cases", f.Query(), page, casesOnAPage, total),
		File:  "/manager/cases/file?" + f.Query().Encode(),
	}
	for _, m := range managers {
		body.Managers = append(body.Managers, form.Option{Value: string(m.Account), Text: m.Name})
	}
	return layout.Render(w, r, "manager/cases", layout.Page[casesBody]{Frame: frame, Body: body})
}

// casesFile is the whole list as a file.
func (p *Pages) casesFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	query := readQuery(f)
	query.Limit = mostInFile
	rows, _, err := p.office.ListCases(r.Context(), actor, query)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "manager.cases.title")
	s := layout.Sheet{Name: "cases", Columns: []string{frame.Text("manager.cases.number"), frame.Text("manager.cases.name"),
		frame.Text("manager.cases.state"), frame.Text("manager.cases.opened"), frame.Text("manager.cases.step"),
		frame.Text("manager.cases.planned"), frame.Text("manager.cases.ability"), frame.Text("manager.cases.manager")}}
	for _, row := range rows {
		c := row.Case
		step, ability := any(""), any("")
		if c.LadderStep > 0 {
			step = c.LadderStep
		}
		if c.IsAssessed() {
			ability = c.AbilityHours
		}
		s.Rows = append(s.Rows, []any{c.Number, row.Name, frame.Code("casefile.state.", c.State), c.OpenedOn, step, c.PlannedHours, ability, row.ManagerName})
	}
	return layout.File(w, frame.Printer, s)
}

// readQuery is what the list is narrowed by. What is not among the alternatives
// narrows nothing, and is told beside the field.
func readQuery(f *form.Form) casework.CaseQuery {
	states := make([]string, 0, len(casefile.States()))
	for _, s := range casefile.States() {
		states = append(states, string(s))
	}
	var q casework.CaseQuery
	if state := f.ChoiceIfAny("state", states...); state != "" {
		q.States = []casefile.State{casefile.State(state)}
	}
	if text := f.Raw("manager"); text != "" {
		id, err := ident.Parse(text)
		if err != nil {
			f.Wrong("manager", "form.not_a_choice")
		}
		q.Manager = id
	}
	q.Below = f.Yes("below")
	return q
}

func casesTable(f layout.Frame, rows []casework.CaseRow, office *casework.Office) layout.Table {
	today := clock.Today(office.Clock)
	t := layout.Table{
		Caption: f.Text("manager.cases.caption"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("manager.cases.name")}, {Text: f.Text("manager.cases.state")},
			{Text: f.Text("manager.cases.step"), Number: true}, {Text: f.Text("manager.cases.hours"), Number: true},
			{Text: f.Text("manager.cases.manager")}},
		Empty: &layout.Empty{Title: f.Text("manager.cases.none"), Text: f.Text("manager.cases.none_help")},
	}
	for _, row := range rows {
		c := row.Case
		name := layout.Cell{Text: row.Name, Href: "/work/cases/" + string(c.ID),
			Detail: f.Text("manager.cases.age_number", "Age", row.Birth.YearsUntil(today), "Number", c.Number)}
		step, hours := layout.Cell{Text: "–"}, layout.Cell{Text: "–"}
		if c.LadderStep > 0 {
			step.Text = f.Text("manager.cases.of_six", "Step", c.LadderStep)
		}
		if c.IsAssessed() {
			hours.Text = f.Text("manager.cases.hours_of", "Planned", c.PlannedHours, "Ability", c.AbilityHours)
			if c.State == casefile.Active && !c.IsFullyActive() {
				hours.Tone = layout.Ask
			}
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{name, {Text: f.Code("casefile.state.", c.State)}, step, hours, {Text: row.ManagerName}}})
	}
	return layout.NewTable(t)
}
