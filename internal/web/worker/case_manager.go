package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type caseManagerBody struct {
	Case    casePage
	Heading string
	May     bool
	Change  bool // there is one already, so the change has its reason
	Choices []form.Option
	Full    []string // those who have no room
	Held    []heldLine
	NoLimit *layout.Notice // nobody has decided how many cases a case manager has at most
}

type heldLine struct{ Name, Days, Reason, Notes string }

// caseManagerShow is who holds the case together, and who could.
func (p *Pages) caseManagerShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	return p.showCaseManager(w, r, actor, id, nil)
}

// caseManager gives the case its case manager, or another.
func (p *Pages) caseManager(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.Assignment{Form: visit.Once(f), Reason: f.Text("reason", 0, 4000), Notes: f.Text("notes", 0, 4000)}
	if in.Manager, err = ident.Parse(f.Raw("manager")); err != nil {
		f.Wrong("manager", "casefile.handover.no_manager")
	}
	if err = f.Err(); err == nil {
		err = p.office.AssignManager(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showCaseManager(w, r, actor, id, f)
	case err != nil:
		return layout.Onward(err, casePath(id, ""))
	}
	return layout.Done(w, r, casePath(id, ""), "worker_intake.case_manager.done")
}

func (p *Pages) showCaseManager(w http.ResponseWriter, r *http.Request, actor access.Actor, id ident.ID, f *form.Form) error {
	v, err := p.office.SeeManagers(r.Context(), actor, id)
	if err != nil {
		return err
	}
	sent := f != nil
	if !sent {
		f = caseForm(r, v.Header)
	}
	frame := layout.FrameOf(r, "worker_intake.case_manager.title", "Name", v.Person.Name()).With(f)
	body := caseManagerBody{
		Case:    casePageOf(frame, v.Header, access.Readers, clock.Today(p.office.Clock)),
		Heading: frame.Text("worker_intake.case_manager.none"), Change: !v.Case.Manager.IsZero(),
		May: v.May(access.AssignManager, casefile.AssignManager),
	}
	unlimited := v.Unknown.Has(law.CaseloadLimit)
	if body.May && unlimited {
		body.May = sent // what was typed is kept
		body.NoLimit = &layout.Notice{Text: frame.Text("worker_intake.case_manager.no_limit", "Day", clock.Today(p.office.Clock)), Tone: layout.Ask}
	}
	if body.Change {
		body.Heading = frame.Text("worker_intake.case_manager.now", "Name", v.ManagerName)
	}
	for _, c := range v.Choices {
		if unlimited {
			body.Choices = append(body.Choices, form.Option{Value: string(c.Account), Text: c.Name})
			continue
		}
		load := frame.Text("worker_intake.case_manager.load", "Cases", c.Cases, "Limit", v.Limit)
		if !v.HasRoom(c) {
			body.Full = append(body.Full, frame.Text("worker_intake.case_manager.full", "Name", c.Name, "Load", load))
			continue
		}
		body.Choices = append(body.Choices, form.Option{Value: string(c.Account), Text: frame.Text("worker_intake.case_manager.full", "Name", c.Name, "Load", load)})
	}
	for _, m := range v.Held {
		line := heldLine{Name: m.AccountName, Reason: m.Reason, Notes: m.Notes, Days: frame.Text("worker_intake.case_manager.since", "From", m.From)}
		if m.To != nil {
			line.Days = frame.Text("worker_intake.case_manager.held", "From", m.From, "To", max(m.From, *m.To))
		}
		body.Held = append(body.Held, line)
	}
	return layout.Render(w, r, "worker/case_manager", layout.Page[caseManagerBody]{Frame: frame, Body: body})
}
