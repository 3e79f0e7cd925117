package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/duty"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type consequenceNewBody struct {
	Case    casePage
	Help    layout.Notice // help comes before a demand
	Cuts    []form.Option
	Graves  []form.Option
	Address string
	Back    layout.Action
}

// consequenceNewShow is the form of a decision of social services that reduces or denies
// assistance.
func (p *Pages) consequenceNewShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showConsequenceNew(w, r, actor, nil)
}

// consequenceNew records it.
func (p *Pages) consequenceNew(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.NewConsequence{Form: visit.Once(f), Consequence: duty.Consequence{
		Cut: duty.Cut(f.Choice("cut", string(duty.Reduced), string(duty.Denied))), Month: f.Month("month"),
		Reason: f.Text("reason", duty.ShortestReason, duty.LongestReason), DecidedOn: f.Day("decided_on"),
		DecidedBy: f.Text("decided_by", 1, duty.LongestName), Reference: f.Text("reference", 0, duty.LongestName),
		Grave: f.Choice("grave", "no", "yes") == "yes", HelpFirst: f.Yes("help_first"),
	}}
	if err = f.Err(); err == nil {
		err = p.office.RecordConsequence(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showConsequenceNew(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "requirement"))
	}
	return layout.Done(w, r, casePath(id, "requirement"), "worker_requirement.decision_done")
}

func (p *Pages) showConsequenceNew(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeeCaseRequirement(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if !v.Open || !v.Acts[access.RecordConsequence] {
		return notForReader(v.Open)
	}
	if f == nil {
		if f = caseForm(r, v.Header); v.Today.Month() >= v.First {
			f.Fill("month", v.Today.Month().String())
		}
		if v.Grave {
			f.Fill("grave", "yes")
		}
	}
	frame := layout.FrameOf(r, "worker_requirement.decision_title", "Name", v.Person.Name()).With(f)
	body := consequenceNewBody{
		Case: casePageOf(frame, v.Header, access.Decisions, clock.Today(p.office.Clock)), Address: casePath(id, "requirement/decision"),
		Cuts:   form.Options(duty.Cuts(), func(c duty.Cut) string { return frame.Code("duty.cut_is.", c) }),
		Graves: []form.Option{{Value: "no", Text: frame.Text("worker_requirement.grave_no")}, {Value: "yes", Text: frame.Text("worker_requirement.grave_yes")}},
		Help:   layout.Notice{Title: frame.Text("worker_requirement.help_first"), Text: frame.Text("worker_requirement.help_first_text", "Citation", v.Citation), Tone: layout.Plain},
		Back:   layout.Action{Text: frame.Text("worker_requirement.to_page"), Href: casePath(id, "requirement")},
	}
	if v.Grave {
		body.Help.Title, body.Help.Tone = frame.Text("worker_requirement.help_first_known"), layout.Wrong
	}
	return layout.Render(w, r, "worker/consequence_new", layout.Page[consequenceNewBody]{Frame: frame, Body: body})
}
