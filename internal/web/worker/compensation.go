package worker

import (
	"net/http"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type compensationBody struct {
	Case       casePage
	Title      string
	Lead       string
	To         layout.Action // where the money goes
	Weeks      []compensationWeek
	Recoveries *layout.Table
	Empty      layout.Empty
}

type compensationWeek struct {
	Tags  []layout.Tag
	Fail  *layout.Notice // the bank could not pay it
	New   *layout.Notice // of a week that has been calculated again
	Why   layout.Explanation
	No    *layout.Notice // why it cannot be reckoned
	Known layout.Action  // as it was known
}

// compensation is what each week pays and why.
func (p *Pages) compensation(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeeCompensation(r.Context(), actor, id)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "worker_weeks.compensation.title", "Name", v.Person.Name())
	body := compensationBody{
		Case:  casePageOf(frame, v.Header, access.Compensation, clock.Today(p.office.Clock)),
		Title: frame.Text("worker_weeks.compensation.heading_none"),
		Lead:  frame.Text("worker_weeks.compensation.lead"),
		To:    layout.Action{Text: frame.Text("account.theirs.see"), Href: casePath(id, "compensation/account")},
		Empty: layout.Empty{Title: frame.Text("worker_weeks.compensation.empty"),
			Text: frame.Text("worker_weeks.compensation.empty_help")},
	}
	if len(v.Recoveries) > 0 {
		body.Recoveries = recoveriesOfCase(frame, v.Case.ID, v.Recoveries)
	}
	stated := false
	for _, week := range v.Weeks {
		line := compensationWeek{
			Tags: layout.PaidTags(frame.Printer, week),
			Fail: layout.PaymentFailed(frame.Printer, week, casePath(id, "compensation/account")),
			Why:  layout.ExplainWeek(frame.Printer, week.Week),
			New:  layout.Corrected(frame.Printer, week),
		}
		if week.Missing != nil {
			line.No = &layout.Notice{Title: line.Why.Text, Text: frame.Fault(week.Missing.Text), Tone: layout.Ask}
		} else if week.Over && !stated {
			stated = true
			line.Why.Open = true
			body.Title = frame.Text("worker_weeks.compensation.heading", "Week", week.Week.Week, "Total", week.Total)
		}
		line.Known = layout.Action{Text: frame.Text("worker_known.link_now"), Href: knownPath(id, week.Week.Week, time.Time{})}
		if !week.Run.IsZero() {
			line.Known.Text = frame.Text("worker_known.link")
		}
		line.Known.About = frame.Week(week.Week.Week)
		body.Weeks = append(body.Weeks, line)
	}
	return layout.Render(w, r, "worker/compensation", layout.Page[compensationBody]{Frame: frame, Body: body})
}
