package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type recoveryBody struct {
	Case      casePage
	Heading   string
	Tags      []layout.Tag
	Lead      string
	Raised    *layout.Notice // the decision is to be looked at again
	Steps     []layout.Event
	Weeks     layout.Table
	Views     []layout.Words
	Decisions []*layout.Ruling // newest first
	Plan      *layout.Table
	Decide    *layout.Action
	NotYet    string // why it cannot be decided now
	TellTo    string // address of the statement's form, "" where it cannot be sent
	TellHead  string
	TellHelp  string
	Letters   []layout.Link
	Appeals   []appealLine
	ViewTo    string // address of the form of the participant's view, likewise
}

// recoveryShow is a recovery of the case: what was paid too much, why, where it stands
// and what to do now.
func (p *Pages) recoveryShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showRecovery(w, r, actor, layout.BlankForm(r))
}

// recoveryTell sends the statement to the participant.
func (p *Pages) recoveryTell(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.recoveryStep(w, r, actor, "recovery.tell.done", func(f *form.Form, of, id ident.ID) error {
		in := casework.Statement{Form: casework.Form{Token: f.Once()}, Seen: f.Version(), AnswerBy: f.Day("answer_by")}
		if err := f.Err(); err != nil {
			return err
		}
		return p.office.CommunicateRecovery(r.Context(), actor, of, id, in)
	})
}

// recoveryView notes what the participant says.
func (p *Pages) recoveryView(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.recoveryStep(w, r, actor, "recovery.note.done", func(f *form.Form, of, id ident.ID) error {
		in := casework.OwnView{Form: casework.Form{Token: f.Once()}, Words: f.Text("words", 1, longestReason)}
		if err := f.Err(); err != nil {
			return err
		}
		return p.office.GiveView(r.Context(), actor, of, id, in)
	})
}

// recoveryStep takes a form of the page, and shows the page again where it is wrong.
func (p *Pages) recoveryStep(w http.ResponseWriter, r *http.Request, actor access.Actor, done string, step func(f *form.Form, of, id ident.ID) error) error {
	of, id, err := recoveryOf(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	err = step(f, of, id)
	switch {
	case f.Take(err):
		return p.showRecovery(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, recoveryPath(of, id, ""))
	}
	return layout.Done(w, r, recoveryPath(of, id, ""), done)
}

// recoveryOf is the case and the recovery in the address.
func recoveryOf(r *http.Request) (of, id ident.ID, err error) {
	if of, err = visit.ID(r, "case"); err == nil {
		id, err = visit.ID(r, "recovery")
	}
	return of, id, err
}

func recoveryPath[T ~string](of T, id ident.ID, page string) string {
	path := casePath(of, "recovery/"+string(id))
	if page != "" {
		path += "/" + page
	}
	return path
}

func (p *Pages) showRecovery(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	of, id, err := recoveryOf(r)
	if err != nil {
		return err
	}
	v, err := p.office.SeeRecovery(r.Context(), actor, of, id)
	if err != nil {
		return err
	}
	today := clock.Today(p.office.Clock)
	f.Current(v.Recovery.Version)
	if !f.Sent("answer_by") {
		f.Fill("answer_by", max(today.AddDays(recovery.LeastDays+7), dayOr(v.AnswerBy, 0)).String())
	}
	frame := layout.FrameOf(r, "recovery.title", "Name", v.Person.Name())
	body := recoveryBody{
		Case: casePageOf(frame, v.Header, access.Compensation, today), Heading: recoveryHeading(frame, v.RecoveryStory),
		Tags: []layout.Tag{layout.RecoveryState(frame.Printer, v.Recovery.State, v.Ending)}, Lead: frame.Code("recovery.lead.", leadOf(v.RecoveryStory)),
		Steps: layout.RecoverySteps(frame.Printer, v.RecoveryStory), Weeks: layout.RecoveryWeeks(frame.Printer, v.Recovery),
		Views: layout.RecoveryViews(frame.Printer, v.Views), Plan: layout.RecoveryPlan(frame.Printer, v.RecoveryStory), Raised: layout.RecoveryRaised(frame.Printer, v.RecoveryStory),
	}
	for _, l := range v.Letters {
		if sees(v.Header, access.Decisions) {
			shown := l.In(frame.Tag())
			body.Letters = append(body.Letters, layout.Link{Href: letterPath(of, shown.ID),
				Text: frame.Text("recovery.letter", "Title", shown.Letter.Title, "On", frame.Day(clock.DayOf(l.MadeAt)))})
		}
	}
	for _, a := range v.Appeals {
		body.Appeals = append(body.Appeals, appealLineOf(frame, of, a))
	}
	for i := range v.Decisions {
		body.Decisions = append(body.Decisions, layout.RecoveryDecided(frame.Printer, v.Decisions[len(v.Decisions)-1-i]))
	}
	if v.Acts[access.CommunicateRecovery] && v.Can(recovery.Communicate) {
		body.TellTo, body.TellHead = recoveryPath(of, id, "tell"), frame.Text("recovery.tell.heading")
		body.TellHelp = frame.Text("recovery.tell.help", "Count", recovery.LeastDays)
		if v.AnswerBy != nil {
			body.TellHead, body.TellHelp = frame.Text("recovery.tell.later"), frame.Text("recovery.tell.later_help", "Day", *v.AnswerBy)
		}
	}
	if v.Acts[access.GiveView] && v.Can(recovery.GiveView) {
		body.ViewTo = recoveryPath(of, id, "view")
	}
	body.Decide, body.NotYet = decideNext(frame, v, actor)
	if waits := v.Waits(); waits != nil && (v.Acts[access.CommunicateRecovery] || v.Acts[access.DecideRecovery]) {
		body.NotYet = frame.Fault(*waits)
	}
	return layout.Render(w, r, "worker/recovery", layout.Page[recoveryBody]{Frame: frame.With(f), Body: body})
}

func dayOr(d *period.Day, otherwise period.Day) period.Day {
	if d == nil {
		return otherwise
	}
	return *d
}

// recoveryHeading says the amount and the weeks in a sentence.
func recoveryHeading(f layout.Frame, s casework.RecoveryStory) string {
	switch s.State {
	case recovery.Claimed:
		return f.Text("recovery.heading.left", "Left", s.Left(), "Claim", s.Recovery.Claimed)
	case recovery.Closed:
		return f.Text("recovery.heading.closed", "Amount", s.Fell())
	}
	return f.Text("recovery.heading", "Amount", s.Undecided(), "Count", len(s.Weeks))
}

// leadOf names the sentence on what to do now.
func leadOf(s casework.RecoveryStory) string {
	if s.State == recovery.Communicated && s.CanBeDecided(s.Today) {
		return "silent"
	}
	return string(s.State)
}

// decideNext is the way to the decision, or why there is none for somebody who
// otherwise decides.
func decideNext(f layout.Frame, v casework.CaseRecovery, actor access.Actor) (*layout.Action, string) {
	if !v.Acts[access.DecideRecovery] {
		return nil, ""
	}
	href := recoveryPath(v.Case.ID, v.Recovery.ID, "decide")
	switch {
	case v.IsOwnRun(actor.Account):
		return nil, f.Text("recovery.own_run")
	case v.Can(recovery.Decide):
		return &layout.Action{Text: f.Text("recovery.decide.open"), Href: href, Main: true}, ""
	case v.Can(recovery.DecideAgain):
		return &layout.Action{Text: f.Text("recovery.decide.again"), Href: href}, ""
	}
	return nil, ""
}

// recoveriesOfCase are the recoveries as they stand on the page of compensation.
func recoveriesOfCase(f layout.Frame, of ident.ID, all []casework.Recovery) *layout.Table {
	t := layout.Table{Caption: f.Text("recovery.tab.heading"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("recovery.column.opened")}, {Text: f.Text("recovery.column.state")},
			{Text: f.Text("recovery.column.fell"), Number: true}, {Text: f.Text("recovery.column.left"), Number: true}}}
	for _, r := range all {
		tag := layout.RecoveryState(f.Printer, r.State, r.Ending)
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			{Text: f.Day(clock.DayOf(r.OpenedAt)), Detail: f.WeekYear(r.RunWeek), Href: recoveryPath(of, r.ID, "")},
			{Text: tag.Text, Tone: tag.Tone}, {Text: f.Kronor(r.Fell())}, {Text: f.Kronor(r.Undecided() + r.Left())},
		}})
	}
	table := layout.NewTable(t)
	return &table
}

// recoveriesToDecide are those that wait for the decision maker, the longest open first.
func recoveriesToDecide(f layout.Frame, rows []casework.RecoveryRow, all int) *layout.Table {
	t := layout.Table{Caption: f.Text("recovery.desk.caption", "Count", all), Stack: true,
		Columns: []layout.Column{{Text: f.Text("worker.column.name")}, {Text: f.Text("recovery.column.opened")}, {Text: f.Text("recovery.column.state")},
			{Text: f.Text("recovery.column.undecided"), Number: true}}}
	for _, row := range rows {
		tag := layout.RecoveryState(f.Printer, row.State, row.Ending)
		if row.State == recovery.Communicated {
			tag.Text = f.Text("recovery.desk.silent", "Day", *row.AnswerBy)
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{{Text: row.Name, Detail: row.Number, Href: recoveryPath(row.Case, row.ID, "")},
			{Text: f.Day(clock.DayOf(row.Opened))}, {Text: tag.Text, Tone: tag.Tone}, {Text: f.Kronor(row.Undecided), Detail: layout.RecoveryWeeksIn(f.Printer, row)}}})
	}
	table := layout.NewTable(t)
	return &table
}
