package participant

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/placement"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type offerBody struct {
	Head    layout.Head
	Facts   []layout.Fact
	Answers []form.Option // none where there is nothing to answer
	Free    string
	Changes []layout.Change // that the provider proposes
	Gate    []layout.Explanation
}

// offerShow is a place that the participant is offered, waits for or has.
func (p *Pages) offerShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showOffer(w, r, actor, layout.BlankForm(r))
}

// offer is the participant's yes or no.
func (p *Pages) offer(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "placement")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.OfferAnswer{
		Form: casework.Form{Token: f.Once()}, Agreed: f.Choice("answer", "yes", "no") == "yes", Reason: f.Text("reason", 0, placement.MaxReason),
	}
	if err = f.Err(); err == nil {
		err = p.office.AnswerOffer(r.Context(), actor, id, in)
	}
	there := offerPath(id)
	switch {
	case f.Take(err):
		return p.showOffer(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, there)
	}
	return layout.Done(w, r, there, "participant_places.offer.done")
}

func offerPath[T ~string](id T) string { return "/me/offers/" + string(id) }

func (p *Pages) showOffer(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "placement")
	if err != nil {
		return err
	}
	v, err := p.office.SeePlacement(r.Context(), actor, id)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "participant_places.offer.title", "Place", v.InterventionName).With(f).Alone()
	body := offerBody{
		Head: layout.Head{
			Eyebrow: v.ProviderName, Title: frame.Text("participant_places.offer.heading."+string(v.State), "Place", v.InterventionName),
			Lead: layout.PlacementStory(frame, v.Placement, v.Position), Tags: []layout.Tag{layout.PlacementState(frame, v.Placement)},
		},
		Facts: layout.PlacementFacts(frame, v.Placement), Changes: layout.Changes(frame, v),
	}
	if v.Acts[access.AnswerOffer] {
		body.Answers = offerAnswers(frame, v.Placement)
	}
	if v.Passage.Result.NoSanction {
		body.Free = frame.Text("participant_places.offer.no_sanction")
	}
	for _, l := range v.Passage.Result.Lines {
		body.Gate = append(body.Gate, layout.GateLine(frame, l))
	}
	return layout.Render(w, r, "participant/offer", layout.Page[offerBody]{Frame: frame, Body: body})
}

// offerAnswers are what the participant can say now: yes and no to an offer, no for as
// long as the place has not begun.
func offerAnswers(f layout.Frame, x placement.Placement) []form.Option {
	var answers []form.Option
	if x.Awaits(placement.Participant) {
		answers = append(answers, form.Option{Value: "yes", Text: f.Text("participant_places.offer.yes")})
	}
	if _, err := x.State.After(placement.Decline, placement.Participant); err == nil {
		answers = append(answers, form.Option{Value: "no", Text: f.Text("participant_places.offer.no")})
	}
	return answers
}

// offerTodos are the participant's places that are not over, those to answer first.
func offerTodos(f layout.Frame, v casework.PlacementsView) []layout.Todo {
	var asks, others []layout.Todo
	for _, line := range v.Placements {
		if line.State.IsOver() {
			continue
		}
		todo := layout.Todo{
			Text:   f.Text("participant_places.place", "Place", line.InterventionName, "Hours", line.Hours),
			Detail: layout.PlacementStory(f, line.Placement, line.Position), Now: line.Awaits(placement.Participant),
			Action: &layout.Action{Text: f.Text("participant_places.see"), Href: offerPath(line.ID), About: line.InterventionName},
		}
		if todo.Now {
			todo.Action.Text, todo.Action.Main = f.Text("participant_places.answer"), len(asks) == 0
			asks = append(asks, todo)
		} else {
			others = append(others, todo)
		}
	}
	return append(asks, others...)
}
