package worker

import (
	"net/http"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/duty"
	"fotfaste/internal/fault"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type consequenceBody struct {
	Case    casePage
	Heading string
	Facts   []layout.Fact
	Reason  string
	Whys    []form.Option // empty where nothing can be undone
	Address string
	Back    layout.Action
}

// consequenceShow is one decision as it is kept.
func (p *Pages) consequenceShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showConsequence(w, r, actor, nil)
}

// consequenceUndo says that it no longer counts.
func (p *Pages) consequenceUndo(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, row, err := requirementIDs(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.UndoneConsequence{Form: visit.Once(f), Row: row, Why: duty.Undone(f.Choice("why", string(duty.Mistake), string(duty.Changed)))}
	if err = f.Err(); err == nil {
		err = p.office.UndoConsequence(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showConsequence(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "requirement"))
	}
	return layout.Done(w, r, casePath(id, "requirement"), "worker_requirement.undone")
}

func (p *Pages) showConsequence(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, row, err := requirementIDs(r)
	if err != nil {
		return err
	}
	v, err := p.office.SeeCaseRequirement(r.Context(), actor, id)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(v.Consequences, func(c duty.Consequence) bool { return c.ID == row })
	if i < 0 {
		return fault.New(fault.NotFound, "fault.not_found")
	}
	if f == nil {
		f = caseForm(r, v.Header)
	}
	c := v.Consequences[i]
	frame := layout.FrameOf(r, "worker_requirement.title", "Name", v.Person.Name()).With(f)
	body := consequenceBody{
		Case:    casePageOf(frame, v.Header, access.Decisions, clock.Today(p.office.Clock)),
		Heading: frame.Text("worker_requirement.decision_line", "Cut", frame.Code("duty.cut_is.", c.Cut), "Month", c.Month),
		Reason:  c.Reason, Address: consequencePath(id, row), Facts: consequenceFacts(frame, c),
		Back: layout.Action{Text: frame.Text("worker_requirement.to_page"), Href: casePath(id, "requirement")},
	}
	if c.Stands() && v.Open && v.Acts[access.UndoConsequence] {
		body.Whys = form.Options(duty.WhyUndone(), func(why duty.Undone) string { return frame.Code("worker_requirement.why.", why) })
	}
	return layout.Render(w, r, "worker/consequence", layout.Page[consequenceBody]{Frame: frame, Body: body})
}

func consequenceFacts(f layout.Frame, c duty.Consequence) []layout.Fact {
	facts := []layout.Fact{
		{Label: f.Text("worker_requirement.decided_on"), Value: f.Day(c.DecidedOn)},
		{Label: f.Text("assistance.decided_by"), Value: c.DecidedBy},
	}
	add := func(key, value string) {
		if value != "" {
			facts = append(facts, layout.Fact{Label: f.Text(key), Value: value})
		}
	}
	add("worker_requirement.reference_said", c.Reference)
	if c.Grave {
		add("worker_requirement.grave_said", f.Text("worker_requirement.grave_yes"))
	}
	if c.HelpFirst {
		add("worker_requirement.help_first", f.Text("worker_requirement.help_first_said"))
	}
	add("worker_requirement.noted", f.Text("worker_requirement.by", "Name", c.EnteredBy, "At", f.Instant(c.EnteredAt)))
	if !c.Stands() {
		facts = append(facts, layout.Fact{Label: f.Code("duty.undone.", c.Undone), Value: f.Text("worker_requirement.by", "Name", c.UndoneBy, "At", f.Instant(*c.UndoneAt)), Tone: layout.Ask})
	}
	return facts
}
