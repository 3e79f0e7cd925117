package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

const newInterventionPath = "/work/catalogue/new"

// interventionNewShow asks for a new intervention and who runs it.
func (p *Pages) interventionNewShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showInterventionNew(w, r, actor, layout.BlankForm(r).Fill("open", "yes").Fill("municipal", "yes").Fill("start", "rolling"))
}

// interventionNew adds it to the catalogue.
func (p *Pages) interventionNew(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeNewEntry(r.Context(), actor)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.EntryDraft{Form: casework.Form{Token: f.Once()}, Entry: readEntry(f, v)}
	in.Entry.Places, in.Entry.HoursPerPlace = f.Int("places", -1_000_000, 1_000_000), f.Int("hours_per_place", -1_000_000, 1_000_000)
	if err = f.Err(); err != nil {
		f.Take(err)
		return p.showInterventionNew(w, r, actor, f)
	}
	added, err := p.office.AddEntry(r.Context(), actor, in)
	switch {
	case f.Take(besideEntry(err)):
		return p.showInterventionNew(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, cataloguePath)
	}
	return layout.Done(w, r, interventionPath(added), "entry.added")
}

func (p *Pages) showInterventionNew(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	v, err := p.office.SeeNewEntry(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "entry.new").With(f)
	body := entryBody{
		Head: layout.Head{Eyebrow: frame.Text("worker_places.catalogue.title"), Title: frame.Text("entry.new"), Lead: frame.Text("entry.new_lead")},
		Path: newInterventionPath, Back: cataloguePath, Groups: entryFields(frame, f, v, true),
	}
	return layout.Render(w, r, "worker/intervention_new", layout.Page[entryBody]{Frame: frame, Body: body})
}
