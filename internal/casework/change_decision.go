package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/decision"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Change is a later decision on a place that has been granted: extend, pause, resume
// or stop. From is the first day, but for an extension, which goes on from the last;
// To is the last day of an extension or a pause.
type Change struct {
	Form
	Kind     decision.Kind
	From, To period.Day
	Reason   string
	Appeal   ident.ID // that it answers, zero for none
}

// Changes are the kinds of Change, in the order in which they are offered.
var Changes = []decision.Kind{decision.Extend, decision.Pause, decision.Resume, decision.Stop}

// ChangeDecision makes a later decision. It takes over the days it speaks of from the
// earlier ones, which stay as they were made.
func (o *Office) ChangeDecision(ctx context.Context, actor access.Actor, id ident.ID, in Change) error {
	return o.act(ctx, actor, access.ChangeDecision, id, in.Form, func(d *desk) error {
		if in.Kind == decision.Grant || in.Kind == decision.Refuse {
			return besideField("kind", fault.New(fault.Invalid, "decision.kind_unknown"))
		}
		return d.decide(ctx, decision.Draft{Kind: in.Kind, From: in.From, To: in.To, Reason: in.Reason}, nil, in.Appeal)
	})
}
