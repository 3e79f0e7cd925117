package provider

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type placementBody struct {
	Head   layout.Head
	Facts  []layout.Fact
	Path   string
	Accept bool // the offer can be taken now
	Refuse bool
	Open   bool // the no is begun, its reason has to be put right
	Start  bool
	End    bool
	Change *changeForm
	Back   bool // the open proposal can be taken back
	Told   []layout.Change
	Latest string // last day that can be noted
	Turn   string // whom to turn to about what the provider does not do alone
}

func placementPath(id ident.ID) string { return "/provider/placements/" + string(id) }

// placement is one person's place, with what the provider may do with it now.
func (p *Pages) placement(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showPlacement(w, r, actor, nil)
}

func (p *Pages) showPlacement(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "placement")
	if err != nil {
		return err
	}
	v, err := p.office.SeePlacement(r.Context(), actor, id)
	if err != nil {
		return err
	}
	today := clock.Today(p.office.Clock)
	if f == nil {
		f = layout.BlankForm(r)
	}
	if !f.Sent("on") {
		f.Fill("on", min(today, *v.To).String())
	}
	name := v.Person.Name()
	frame := layout.FrameOf(r, "provider_places.placement.title", "Name", name).With(f)
	body := placementBody{
		Path: placementPath(id), Facts: factsOf(frame, v), Latest: today.String(),
		Head: layout.Head{Eyebrow: frame.Text("provider_places.placement.eyebrow", "Place", v.InterventionName), Title: standing(frame, v, today)},
	}
	for _, command := range v.State.Open(placement.Provider) {
		switch command {
		case placement.Accept:
			body.Accept = v.Acts[access.AnswerForProvider] && v.Awaits(placement.Provider) && !v.HasLapsed(today)
		case placement.Decline:
			body.Refuse = v.Acts[access.AnswerForProvider]
		case placement.Begin:
			body.Start = v.Acts[access.StartPlacement] && *v.From <= today
		case placement.Complete:
			body.End = v.Acts[access.EndPlacement]
		}
	}
	body.Open = f.Sent("reason")
	body.Told = layout.Changes(frame, v)
	if v.State == placement.Started && v.Acts[access.ProposeChange] {
		body.Back = v.OpenChange() != nil
		if !body.Back {
			body.Change = &changeForm{Options: changeOptions(frame), First: today.String()}
		}
	}
	switch {
	case body.Accept:
		body.Head.Lead = frame.Text("provider_places.placement.lead_offer")
	case body.Start:
		body.Head.Lead = frame.Text("provider_places.placement.lead_start")
	case body.End:
		body.Head.Lead = frame.Text("provider_places.placement.lead_end")
	}
	body.Turn = frame.Text("provider_places.placement.turn")
	if v.ManagerName != "" {
		body.Turn = frame.Text("provider_places.placement.turn_to", "Name", v.ManagerName)
	}
	return layout.Render(w, r, "provider/placement", layout.Page[placementBody]{Frame: frame, Body: body})
}

// standing says in one sentence where the place stands.
func standing(f layout.Frame, v casework.PlacementView, today period.Day) string {
	name := v.Person.Name()
	switch {
	case v.Awaits(placement.Provider):
		return f.Text("provider_places.placement.asks", "Name", name)
	case v.State == placement.Offered:
		return f.Text("provider_places.placement.said_yes", "Name", name)
	case v.State == placement.Accepted && *v.From <= today:
		return f.Text("provider_places.placement.can_begin", "Name", name)
	case v.State == placement.Accepted:
		return f.Text("provider_places.placement.begins", "Name", name, "From", f.LongDay(*v.From))
	case v.State == placement.Started:
		return f.Text("provider_places.placement.here", "Name", name, "To", f.LongDay(*v.To))
	}
	return f.Text("provider_places.placement.over", "Name", name, "State", f.Code("placement.state.", v.State))
}

func factsOf(f layout.Frame, v casework.PlacementView) []layout.Fact {
	facts := []layout.Fact{
		{Label: f.Text("provider_places.placement.hours"), Value: f.Hours(v.Hours)},
		{Label: f.Text("provider_places.placement.when"), Value: f.Dates(*v.From, *v.To)},
	}
	if v.State == placement.Offered {
		facts = append(facts, layout.Fact{Label: f.Text("provider_places.placement.until"), Value: f.LongDay(*v.OfferUntil)})
	}
	if v.StartedOn != nil {
		facts = append(facts, layout.Fact{Label: f.Text("provider_places.placement.began"), Value: f.Day(*v.StartedOn)})
	}
	if v.ManagerName != "" {
		facts = append(facts, layout.Fact{Label: f.Text("provider_places.placement.manager"), Value: v.ManagerName})
	}
	return facts
}
