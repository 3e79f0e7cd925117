package provider

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type capacityBody struct {
	Head layout.Head
	Path string
}

func capacityPath(id ident.ID) string { return "/provider/interventions/" + string(id) }

// capacityShow is the room of one of the provider's own interventions.
func (p *Pages) capacityShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showCapacity(w, r, actor, nil)
}

// capacity changes it. More room goes at once to those who wait.
func (p *Pages) capacity(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "intervention")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.Capacity{
		Form: casework.Form{Token: f.Once()}, Places: f.Int("places", 0, 10_000), HoursPerPlace: f.Int("hours_per_place", 1, 168),
	}
	if err = f.Err(); err == nil {
		err = p.office.ChangeCapacity(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showCapacity(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, homePath)
	}
	return layout.Done(w, r, homePath, "provider_places.capacity.done")
}

func (p *Pages) showCapacity(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "intervention")
	if err != nil {
		return err
	}
	in, err := p.office.SeeOwnRoom(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if f == nil {
		f = layout.BlankForm(r).Fill("places", strconv.Itoa(in.Places)).Fill("hours_per_place", strconv.Itoa(in.HoursPerPlace))
	}
	frame := layout.FrameOf(r, "provider_places.capacity.title", "Name", in.Name).With(f)
	body := capacityBody{Path: capacityPath(id), Head: layout.Head{
		Eyebrow: in.Name, Title: frame.Text("provider_places.capacity.heading", "Free", in.FreeHours(), "Hours", in.Capacity()),
		Lead: frame.Text("provider_places.capacity.lead", "Held", in.HeldHours()),
	}}
	return layout.Render(w, r, "provider/capacity", layout.Page[capacityBody]{Frame: frame, Body: body})
}
