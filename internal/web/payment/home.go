package payment

import (
	"errors"
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type homeBody struct {
	Head  layout.Head
	Todo  []layout.Todo
	Open  bool // a proposal waits, and no other can be made
	Field form.Field
	File  *layout.Action // to the file that a proposal was refused for
	Runs  layout.Table
	Pages *layout.Pages
}

// home is the weeks that are due and the runs there are.
func (p *Pages) home(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showHome(w, r, actor, layout.BlankForm(r), nil)
}

// propose makes a payment run of a week, or goes to the one that it has.
func (p *Pages) propose(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	week, notWeek := period.ParseWeek(f.Raw("week"))
	if notWeek != nil {
		f.Wrong("week", "payment.not_a_week")
	}
	err := f.Err()
	var run string
	var only *casework.TakenBack
	if err == nil {
		id, refused := p.office.ProposePayments(r.Context(), actor, casework.Proposal{Form: casework.Form{Token: f.Once()}, Week: week})
		run, err = string(id), refused
	}
	switch {
	case errors.As(err, &only):
		return layout.Done(w, r, "/payments", "payment.only_taken_back", "Count", only.Payments, "Total", only.Total)
	case f.Take(err):
		return p.showHome(w, r, actor, f, err)
	case err != nil:
		return layout.Onward(err, "/payments")
	}
	return layout.Done(w, r, runPath(run, ""), "payment.home.done", "Week", week)
}

// showHome is the page, after the refusal where there is one.
func (p *Pages) showHome(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form, refused error) error {
	v, err := p.office.SeePayments(r.Context(), actor)
	if err != nil {
		return err
	}
	work, err := p.office.SeePaymentWork(r.Context(), actor)
	if err != nil {
		return err
	}
	number, notNumber := strconv.Atoi(r.FormValue("page"))
	if notNumber != nil || number < 1 {
		number = 1
	}
	runs, err := p.office.SeePaymentRuns(r.Context(), actor, number)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "payment.home.title").With(f)
	body := homeBody{Head: layout.Head{Title: homeHeading(frame, v), Lead: frame.Text("payment.home.lead")},
		Open: v.Open != nil, Todo: homeTodo(frame, v, work, actor)}
	var weeks []form.Option
	due := map[period.Week]bool{}
	for _, week := range v.Due {
		due[week] = true
		weeks = append(weeks, form.Option{Value: week.String(), Text: frame.Text("payment.home.due", "Week", week, "Days", week.Span())})
	}
	// A week that has been attested can be asked for again: what has come since is paid
	// in a run of its own.
	for _, run := range v.Runs {
		if run.State == casework.RunAttested && !due[run.Week] && run.Week > v.Last.AddWeeks(-casework.WeeksShown) {
			due[run.Week] = true
			weeks = append(weeks, form.Option{Value: run.Week.String(),
				Text: frame.Text("payment.home.again", "Week", run.Week, "Days", run.Week.Span())})
		}
	}
	if len(v.Due) > 0 && !f.Sent("week") {
		f.Fill("week", v.Due[len(v.Due)-1].String()) // the one that has waited longest
	}
	var waits *casework.UnsentFile
	if errors.As(refused, &waits) {
		body.File = &layout.Action{Text: frame.Text("payment.home.to_file"), Href: runPath(waits.Run, stepSent)}
	}
	body.Field = f.SelectField("week", "payment.home.week", weeks)
	body.Runs = runTable(frame, runs.Runs)
	body.Pages = layout.PagesOf(frame.Printer, "/payments", nil, number, casework.RunsShown, runs.Total)
	return layout.Render(w, r, "payment/home", layout.Page[homeBody]{Frame: frame, Body: body})
}

// homeHeading is what waits, in a sentence: a proposal first, then the weeks.
func homeHeading(f layout.Frame, v casework.Payments) string {
	switch {
	case v.Open != nil:
		return f.Text("payment.home.heading_open", "Week", v.Open.Week)
	case len(v.Due) == 0:
		return f.Text("payment.home.heading_none")
	}
	return f.Text("payment.home.heading", "Count", len(v.Due))
}

// homeTodo is what to do next.
func homeTodo(f layout.Frame, v casework.Payments, work casework.PaymentWork, actor access.Actor) []layout.Todo {
	var todo []layout.Todo
	if run := v.Open; run != nil {
		next := layout.Todo{Now: true, Detail: f.Text("payment.run.prepared", "Name", run.PreparedByName, "At", run.PreparedAt),
			Text:   f.Text("payment.run.heading", "Week", run.Week, "Total", run.Total, "Count", run.Payees),
			Action: &layout.Action{Text: f.Text("payment.home.look"), Href: runPath(run.ID, ""), Main: true}}
		if run.Payees == 0 {
			next.Text = f.Text("payment.run.heading_nothing", "Week", run.Week, "Count", run.Lines)
		}
		if run.PreparedBy == actor.Account {
			next.Now, next.Detail = false, f.Text("payment.home.own", "At", run.PreparedAt)
		}
		todo = append(todo, next)
	}
	for _, w := range work.OnTheirWay {
		if w.State == payment.Filed {
			todo = append(todo, onItsWayTodo(f, w))
		}
	}
	for _, w := range work.ToFile {
		todo = append(todo, toFileTodo(f, w))
	}
	if work.FailedCount > 0 {
		todo = append(todo, layout.Todo{Now: true, Text: f.Text("payment.work.failed", "Count", work.FailedCount),
			Detail: f.Text("payment.run.failed_help"), Action: &layout.Action{Text: f.Text("payment.run.to_work"), Href: "/payments/work"}})
	}
	if work.NoAccounts > 0 {
		todo = append(todo, layout.Todo{Text: f.Text("payment.work.no_account", "Count", work.NoAccounts),
			Detail: f.Text("payment.file.no_account_help"), Action: &layout.Action{Text: f.Text("payment.home.who"), Href: "/payments/work"}})
	}
	return todo
}

// runTable is a page of the runs, each leading to the step where there is something to do.
func runTable(f layout.Frame, runs []casework.RunStanding) layout.Table {
	t := layout.Table{
		Caption: f.Text("payment.home.runs"), Hide: true, Compact: true,
		Columns: []layout.Column{{Text: f.Text("payment.column.week"), Place: layout.Below}, {Text: f.Text("payment.column.state")},
			{Text: f.Text("payment.column.prepared"), Place: layout.Roomy}, {Text: f.Text("payment.column.attested"), Place: layout.Roomy},
			{Text: f.Text("payment.column.lines"), Number: true, Place: layout.Roomy}, {Text: f.Text("payment.column.total"), Number: true, Place: layout.Lead}},
		Empty: &layout.Empty{Title: f.Text("payment.home.empty"), Text: f.Text("payment.home.empty_help")},
	}
	for _, run := range runs {
		attested := layout.Cell{}
		if run.AttestedAt != nil {
			attested = layout.Cell{Text: run.AttestedByName, Detail: f.Instant(*run.AttestedAt)}
		}
		s := standingOf(f, run.State, run.States)
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			{Text: f.WeekYear(run.Week), Href: runPath(run.ID, s.Step), Detail: f.Value(run.Week.Span())},
			{Text: s.Text, Detail: s.Detail, Tone: s.Tone},
			{Text: run.PreparedByName, Detail: f.Instant(run.PreparedAt)},
			attested, {Text: f.Value(run.Lines)}, {Text: f.Kronor(run.Total)},
		}})
	}
	return layout.NewTable(t)
}

func stateTone(s casework.RunState) layout.Tone {
	switch s {
	case casework.RunProposed:
		return layout.Ask
	case casework.RunAttested:
		return layout.Good
	}
	return layout.Plain
}
