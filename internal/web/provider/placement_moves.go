package provider

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
	"fotfaste/internal/placement"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// homePath is where the provider stands after a step: a place that was turned down or has
// ended is no longer theirs to open.
const homePath = "/provider"

// placementAnswer is a yes to the offer, or a no with its reason.
func (p *Pages) placementAnswer(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	done := "provider_places.accepted"
	return p.move(w, r, actor, &done, func(id ident.ID, f *form.Form) error {
		agreed := f.Choice("answer", string(placement.Yes), string(placement.No)) == string(placement.Yes)
		in := casework.OfferAnswer{Form: casework.Form{Token: f.Once()}, Agreed: agreed}
		if !agreed {
			done = "provider_places.declined"
			in.Reason = f.Text("reason", 0, placement.MaxReason)
		}
		if err := f.Err(); err != nil {
			return err
		}
		return p.office.AnswerForProvider(r.Context(), actor, id, in)
	})
}

// placementStart notes the day on which the participant came.
func (p *Pages) placementStart(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	done := "provider_places.started"
	return p.move(w, r, actor, &done, func(id ident.ID, f *form.Form) error {
		on := f.Day("on")
		if err := f.Err(); err != nil {
			return err
		}
		return p.office.StartPlacement(r.Context(), actor, id, casework.Form{Token: f.Once()}, on)
	})
}

// placementEnd notes the last day. To break a placement off is for the case manager.
func (p *Pages) placementEnd(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	done := "provider_places.ended"
	return p.move(w, r, actor, &done, func(id ident.ID, f *form.Form) error {
		in := casework.PlacementEnd{Form: casework.Form{Token: f.Once()}, On: f.Day("on")}
		if err := f.Err(); err != nil {
			return err
		}
		return p.office.EndPlacement(r.Context(), actor, id, in)
	})
}

func (p *Pages) move(w http.ResponseWriter, r *http.Request, actor access.Actor, done *string, step func(ident.ID, *form.Form) error) error {
	id, err := visit.ID(r, "placement")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	err = step(id, f)
	switch {
	case f.Take(err):
		return p.showPlacement(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, homePath)
	}
	return layout.Done(w, r, homePath, *done)
}
