package casework

import (
	"context"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/placement"
)

// OfferAnswer is a yes or a no to a place. A no needs its reason.
type OfferAnswer struct {
	Form
	Agreed bool
	Reason string
	For    placement.Mover // whose answer the case manager writes down
}

// AnswerOffer is the participant's own answer. Before an offer has come they can only
// say no.
func (o *Office) AnswerOffer(ctx context.Context, actor access.Actor, id ident.ID, in OfferAnswer) error {
	return o.answerOffer(ctx, actor, access.AnswerOffer, id, in)
}

// AnswerForProvider is the provider's answer to an offer of its own place.
func (o *Office) AnswerForProvider(ctx context.Context, actor access.Actor, id ident.ID, in OfferAnswer) error {
	return o.answerOffer(ctx, actor, access.AnswerForProvider, id, in)
}

// RecordOfferAnswer writes down what the participant or the provider has said to the
// case manager.
func (o *Office) RecordOfferAnswer(ctx context.Context, actor access.Actor, id ident.ID, in OfferAnswer) error {
	return o.answerOffer(ctx, actor, access.Refer, id, in)
}

func (o *Office) answerOffer(ctx context.Context, actor access.Actor, act access.Act, id ident.ID, in OfferAnswer) error {
	return o.atPlacement(ctx, actor, act, id, in.Form, func(d *desk, row PlacementRow) error {
		m := placement.Move{Command: placement.Accept, By: d.mover(), For: in.For, On: d.Today}
		event := casefile.OfferAccepted
		if !in.Agreed {
			m.Command, m.Reason = placement.Decline, strings.TrimSpace(in.Reason)
			event = casefile.OfferDeclined
		}
		whose := m.By
		if whose == placement.CaseManager {
			whose = m.For
			d.note("recorded_for", whose)
		}
		if _, err := d.movePlacement(ctx, row.Placement, m); err != nil {
			return err
		}
		return d.tell(ctx, event, map[string]any{"Place": row.InterventionName, "Who": "@places.party." + string(whose)})
	})
}
