package worker

import (
	"net/http"
	"slices"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type outcomeBody struct {
	Case      casePage
	Heading   string
	Standings []form.Option
	Sources   []form.Option
	May       bool
}

// outcomeShow is the form of how it went at one of the fixed times.
func (p *Pages) outcomeShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showOutcome(w, r, actor, layout.BlankForm(r).Fill("on", clock.Today(p.office.Clock).String()))
}

// outcome notes it.
func (p *Pages) outcome(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	months, err := monthsOf(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.NotedOutcome{Form: visit.Once(f), Outcome: followup.Outcome{
		Months: months, On: f.Day("on"), Standing: followup.Standing(f.Choice("standing", codes(followup.Standings())...)),
		Source: followup.OutcomeSource(f.Choice("source", codes(followup.OutcomeSources())...)),
	}}
	in.Hours, _ = f.IntIfAny("hours", 0, followup.FullTime)
	if err = f.Err(); err == nil {
		err = p.office.RecordOutcome(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showOutcome(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "outcomes"))
	}
	return layout.Done(w, r, casePath(id, "outcomes"), "worker_followup.outcome.done")
}

// monthsOf is the time in the address. What is no number of months is nothing here.
func monthsOf(r *http.Request) (int, error) {
	months, err := strconv.Atoi(r.PathValue("months"))
	if err != nil || !slices.Contains(followup.OutcomeMonths(), months) {
		return 0, fault.New(fault.NotFound, "fault.not_found")
	}
	return months, nil
}

func (p *Pages) showOutcome(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	months, err := monthsOf(r)
	if err != nil {
		return err
	}
	v, err := p.office.SeeOutcomes(r.Context(), actor, id)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(v.Times, func(o casework.Outcome) bool { return o.Months == months })
	if at < 0 {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	today := clock.Today(p.office.Clock)
	frame := layout.FrameOf(r, "worker_followup.outcome.title", "Name", v.Person.Name()).With(f)
	body := outcomeBody{
		Case:    casePageOf(frame, v.Header, access.Outcomes, today),
		Heading: frame.Text("worker_followup.outcome.heading", "Count", months),
		May:     canBeNoted(v, v.Times[at], today),
		Standings: form.Options(followup.Standings(), func(s followup.Standing) string {
			return frame.Code("followup.standing.", s)
		}),
		Sources: form.Options(followup.OutcomeSources(), func(s followup.OutcomeSource) string {
			return frame.Code("followup.source.", s)
		}),
	}
	if months == 0 {
		body.Heading = frame.Text("worker_followup.outcome.heading_exit")
	}
	return layout.Render(w, r, "worker/outcome", layout.Page[outcomeBody]{Frame: frame, Body: body})
}
