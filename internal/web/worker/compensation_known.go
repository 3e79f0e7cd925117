package worker

import (
	"net/http"
	"net/url"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type compensationKnownBody struct {
	Case    casePage
	Title   string
	Lead    string
	Back    layout.Action
	Differs *layout.Notice
	Lines   layout.Table
	Then    *layout.Explanation
	No      *layout.Notice // why it could not be reckoned then
	Moments layout.Table
}

// compensationKnown is a week as it was known at an instant, beside what is known now.
func (p *Pages) compensationKnown(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	week, at, err := knownOf(r)
	if err != nil {
		return err
	}
	v, err := p.office.SeeKnownWeek(r.Context(), actor, id, week, at)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "worker_known.title", "Week", week, "Name", v.Person.Name())
	body := compensationKnownBody{
		Case:    casePageOf(frame, v.Header, access.Compensation, clock.Today(p.office.Clock)),
		Title:   frame.Text("worker_known.heading", "Week", week, "At", v.At),
		Lead:    frame.Text("worker_known.lead"),
		Back:    layout.Action{Text: frame.Text("worker_known.back"), Href: casePath(id, "compensation")},
		Differs: knownDiffers(frame, v), Lines: knownLines(frame, v), Moments: momentTable(frame, id, v),
	}
	if v.Then.Missing != nil {
		body.No = &layout.Notice{Title: frame.Text("worker_known.not_reckoned"), Text: frame.Fault(v.Then.Missing.Text), Tone: layout.Ask}
	} else {
		why := layout.ExplainWeek(frame.Printer, v.Then.Week)
		why.Open = true
		body.Then = &why
	}
	return layout.Render(w, r, "worker/compensation_known", layout.Page[compensationKnownBody]{Frame: frame, Body: body})
}

// knownOf is the week and the instant of the address. What is neither names nothing:
// NotFound.
func knownOf(r *http.Request) (period.Week, *time.Time, error) {
	week, err := period.ParseWeek(r.PathValue("week"))
	if err != nil {
		return week, nil, fault.New(fault.NotFound, "fault.not_found").Because(err)
	}
	text := r.FormValue("at")
	if text == "" {
		return week, nil, nil
	}
	at, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return week, nil, fault.New(fault.NotFound, "fault.not_found").Because(err)
	}
	return week, &at, nil
}

// knownPath is the address of a week as it was known at an instant; the zero time is
// when it was last calculated.
func knownPath(id ident.ID, week period.Week, at time.Time) string {
	path := casePath(id, "compensation") + "/" + week.String()
	if !at.IsZero() {
		path += "?" + url.Values{"at": {at.UTC().Format(time.RFC3339Nano)}}.Encode()
	}
	return path
}

func knownDiffers(f layout.Frame, v casework.KnownWeek) *layout.Notice {
	switch {
	case v.Then.Missing != nil || v.Now.Missing != nil:
		return nil
	case v.Then.Amounts == v.Now.Amounts:
		return &layout.Notice{Title: f.Text("worker_known.same"), Tone: layout.Good}
	}
	key, by := "worker_known.more", v.Now.Total-v.Then.Total
	if by < 0 {
		key, by = "worker_known.less", -by
	}
	return &layout.Notice{Title: f.Text(key, "Amount", by), Text: f.Text("worker_known.since"), Tone: layout.Ask}
}

func knownLines(f layout.Frame, v casework.KnownWeek) layout.Table {
	t := layout.Table{Caption: f.Text("worker_known.amounts"), Hide: true, Stack: true, Columns: []layout.Column{{Text: f.Text("worker_known.line")},
		{Text: f.Text("worker_known.then"), Number: true}, {Text: f.Text("worker_known.now"), Number: true}}}
	amount := func(w casework.WeekAsKnown, k money.Kronor) string {
		if w.Missing != nil {
			return f.Text("worker_known.none")
		}
		return f.Kronor(k)
	}
	line := func(text string, then, now money.Kronor, sum bool) {
		t.Rows = append(t.Rows, layout.Row{Sum: sum, Cells: layout.Cells(text, amount(v.Then, then), amount(v.Now, now))})
	}
	line(f.Text("worker_known.base"), v.Then.Base, v.Now.Base, false)
	line(f.Text("worker_known.child"), v.Then.Child, v.Now.Child, false)
	line(f.Text("worker_known.total"), v.Then.Total, v.Now.Total, true)
	return layout.NewTable(t)
}

// momentTable is what came to be known and when, each instant a link to the week as it
// was then. What came after the instant shown stands out.
func momentTable(f layout.Frame, id ident.ID, v casework.KnownWeek) layout.Table {
	t := layout.Table{Caption: f.Text("worker_known.moments"), Hide: true, Stack: true, Columns: []layout.Column{{Text: f.Text("worker_known.when")},
		{Text: f.Text("worker_known.what")}, {Text: f.Text("worker_known.shown")}},
		Empty: &layout.Empty{Title: f.Text("worker_known.nothing")}}
	for _, m := range v.Moments {
		var what []string
		for _, l := range m.What {
			what = append(what, f.Code("worker_known.learnt.", l))
		}
		if m.Calculated {
			what = append(what, f.Text("worker_known.calculated"))
		}
		row := layout.Row{Cells: []layout.Cell{{Text: f.Day(clock.DayOf(m.At)) + " " + f.Clock(m.At), Href: knownPath(id, v.Of, m.At)}, {Text: f.List(what)}, {}}}
		switch {
		case m.At.After(v.At):
			row.Tone, row.Cells[2].Text = layout.Ask, f.Text("worker_known.not_yet")
		case m.At.Equal(v.At):
			row.Cells[2].Text = f.Text("worker_known.here")
		default:
			row.Cells[2].Text = f.Text("worker_known.was_known")
		}
		t.Rows = append(t.Rows, row)
	}
	return layout.NewTable(t)
}
