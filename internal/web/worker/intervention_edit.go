package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type entryBody struct {
	Head   layout.Head
	Path   string // that the form is sent to
	Back   string
	Seen   string // the print of what the reader saw
	Groups []fieldGroup
}

// interventionEditShow is what is said of an intervention, in fields.
func (p *Pages) interventionEditShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showInterventionEdit(w, r, actor, nil)
}

// interventionEdit changes it. Saved as it was it is confirmed.
func (p *Pages) interventionEdit(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "intervention")
	if err != nil {
		return err
	}
	v, err := p.office.SeeEntry(r.Context(), actor, id)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.EntryDraft{Form: casework.Form{Token: f.Once()}, Seen: f.Raw("seen"), Entry: readEntry(f, v)}
	if err = f.Err(); err == nil {
		err = besideEntry(p.office.ChangeEntry(r.Context(), actor, id, in))
	}
	if fault.CodeOf(err) == fault.Stale {
		f.Fill("seen", v.Entry.Print())
	}
	path := interventionPath(id)
	switch {
	case f.Take(err):
		return p.showInterventionEdit(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, path)
	}
	return layout.Done(w, r, path, "entry.done")
}

func (p *Pages) showInterventionEdit(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "intervention")
	if err != nil {
		return err
	}
	v, err := p.office.SeeEntry(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if f == nil {
		f = fillEntry(layout.BlankForm(r), v.Entry)
	}
	frame := layout.FrameOf(r, "entry.title", "Name", v.Entry.Name).With(f)
	lead := "entry.lead_provider"
	if v.All {
		lead = "entry.lead"
	}
	body := entryBody{
		Head: layout.Head{Eyebrow: frame.Text("worker_places.catalogue.title"), Title: frame.Text("entry.title", "Name", v.Entry.Name), Lead: frame.Text(lead)},
		Path: interventionPath(id) + "/edit", Back: interventionPath(id), Seen: f.Raw("seen"), Groups: entryFields(frame, f, v, false),
	}
	return layout.Render(w, r, "worker/intervention_edit", layout.Page[entryBody]{Frame: frame, Body: body})
}
