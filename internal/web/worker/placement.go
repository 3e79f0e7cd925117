package worker

import (
	"context"
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/placement"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type placementBody struct {
	Case       casePage
	Heading    string
	State      layout.Tag
	Story      string
	Facts      []layout.Fact
	Reason     string
	Gate       []layout.Explanation
	Confirmed  string
	Advice     []layout.Explanation // what speaks against it today
	Happenings []form.Option
	Changes    []layout.Change
	Change     *changeAsk // what the provider proposes and the reader answers
	AsksDay    bool
	AsksReason bool
}

// happening is what the case manager can note about a placement: how the form names
// it, the act that it takes, and how it is done.
type happening struct {
	name    string
	act     access.Act
	command placement.Command
	whose   placement.Mover // whose answer it is
	day     bool            // needs the day
	reason  bool            // needs a reason
	do      func(context.Context, *casework.Office, access.Actor, ident.ID, *form.Form) error
}

func answered(agreed bool, whose placement.Mover) func(context.Context, *casework.Office, access.Actor, ident.ID, *form.Form) error {
	return func(ctx context.Context, o *casework.Office, actor access.Actor, id ident.ID, f *form.Form) error {
		return o.RecordOfferAnswer(ctx, actor, id, casework.OfferAnswer{Form: visit.Once(f), Agreed: agreed, For: whose, Reason: f.Raw("reason")})
	}
}

func ended(brokenOff bool) func(context.Context, *casework.Office, access.Actor, ident.ID, *form.Form) error {
	return func(ctx context.Context, o *casework.Office, actor access.Actor, id ident.ID, f *form.Form) error {
		in := casework.PlacementEnd{Form: visit.Once(f), BrokenOff: brokenOff, On: f.Day("on"), Reason: f.Raw("reason")}
		if err := f.Err(); err != nil {
			return err
		}
		return o.EndPlacement(ctx, actor, id, in)
	}
}

var happenings = []happening{
	{"participant_yes", access.Refer, placement.Accept, placement.Participant, false, false, answered(true, placement.Participant)},
	{"participant_no", access.Refer, placement.Decline, placement.Participant, false, true, answered(false, placement.Participant)},
	{"provider_yes", access.Refer, placement.Accept, placement.Provider, false, false, answered(true, placement.Provider)},
	{"provider_no", access.Refer, placement.Decline, placement.Provider, false, true, answered(false, placement.Provider)},
	{"offer", access.Refer, placement.Enqueue, "", false, false,
		func(ctx context.Context, o *casework.Office, actor access.Actor, id ident.ID, f *form.Form) error {
			return o.OfferPlace(ctx, actor, id, visit.Once(f))
		}},
	{"start", access.StartPlacement, placement.Begin, "", true, false,
		func(ctx context.Context, o *casework.Office, actor access.Actor, id ident.ID, f *form.Form) error {
			in, on := visit.Once(f), f.Day("on")
			if err := f.Err(); err != nil {
				return err
			}
			return o.StartPlacement(ctx, actor, id, in, on)
		}},
	{"complete", access.EndPlacement, placement.Complete, "", true, false, ended(false)},
	{"interrupt", access.EndPlacement, placement.Interrupt, "", true, true, ended(true)},
	{"withdraw", access.Refer, placement.Withdraw, "", false, true,
		func(ctx context.Context, o *casework.Office, actor access.Actor, id ident.ID, f *form.Form) error {
			return o.WithdrawPlacement(ctx, actor, id, visit.Once(f), f.Raw("reason"))
		}},
}

// open tells whether the reader can note it of the placement now.
func (h happening) open(v casework.PlacementView) bool {
	_, err := v.State.After(h.command, placement.CaseManager)
	awaited := h.command != placement.Accept && h.command != placement.Decline || h.whose == placement.Participant && h.command == placement.Decline ||
		v.Awaits(h.whose)
	return err == nil && awaited && v.Acts[h.act]
}

// placementShow is one placement: where it stands, how it was referred, and what can
// be noted of it.
func (p *Pages) placementShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showPlacement(w, r, actor, layout.BlankForm(r).Fill("on", clock.Today(p.office.Clock).String()))
}

// placement notes what has happened with it.
func (p *Pages) placement(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	of, id, err := caseAndPlacement(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	names := make([]string, len(happenings))
	for i, h := range happenings {
		names[i] = h.name
	}
	chosen := f.Choice("happening", names...)
	err = f.Err()
	for _, h := range happenings {
		if err == nil && h.name == chosen {
			err = h.do(r.Context(), p.office, actor, id, f)
			break
		}
	}
	switch {
	case f.Take(err):
		return p.showPlacement(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, placementPath(of, id))
	}
	return layout.Done(w, r, placementPath(of, id), "worker_places.placement.done")
}

func caseAndPlacement(r *http.Request) (of, id ident.ID, err error) {
	if of, err = visit.ID(r, "case"); err != nil {
		return "", "", err
	}
	id, err = visit.ID(r, "placement")
	return of, id, err
}

func (p *Pages) showPlacement(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	of, id, err := caseAndPlacement(r)
	if err != nil {
		return err
	}
	v, err := p.office.SeePlacement(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if v.Header.Case.ID != of { // another case's placement under this one's address
		return fault.New(fault.NotFound, "fault.not_found")
	}
	frame := layout.FrameOf(r, "worker_places.placement.title", "Place", v.InterventionName).With(f)
	body := placementBody{
		Case:    casePageOf(frame, v.Header, access.Placements, clock.Today(p.office.Clock)),
		Heading: frame.Text("worker_places.placement.heading", "Place", v.InterventionName, "Provider", v.ProviderName),
		State:   layout.PlacementState(frame, v.Placement), Story: layout.PlacementStory(frame, v.Placement, v.Position),
		Facts: layout.PlacementFacts(frame, v.Placement), Reason: v.Reason,
		Changes: layout.Changes(frame, v), Change: changeAskOf(frame, v),
	}
	body.Facts = append(body.Facts, layout.Fact{Label: frame.Text("worker_places.placement.referred"),
		Value: frame.Text("worker_places.placement.referred_by", "Who", v.ReferrerName, "Day", clock.DayOf(v.ReferredAt))})
	if v.Placement.Precedence != "" {
		body.Facts = append(body.Facts, layout.Fact{Label: frame.Text("placement.priority.precedence"), Value: v.Placement.Precedence})
	}
	for _, l := range v.Passage.Result.Lines {
		body.Gate = append(body.Gate, layout.GateLine(frame, l))
	}
	var confirmed []string
	for _, c := range v.Passage.Confirmed {
		confirmed = append(confirmed, frame.Code("placement.line.", c))
	}
	if len(confirmed) > 0 {
		body.Confirmed = frame.Text("worker_places.placement.confirmed", "Lines", frame.List(confirmed), "Who", v.ReferrerName)
	}
	for _, c := range v.Criteria {
		if c.Outcome == catalogue.NotMet {
			body.Advice = append(body.Advice, layout.CriterionLine(frame, c))
		}
	}
	for _, h := range happenings {
		if h.open(v) {
			body.Happenings = append(body.Happenings, form.Option{Value: h.name, Text: frame.Text("worker_places.happening." + h.name)})
			body.AsksDay, body.AsksReason = body.AsksDay || h.day, body.AsksReason || h.reason
		}
	}
	return layout.Render(w, r, "worker/placement", layout.Page[placementBody]{Frame: frame, Body: body})
}
