package casework

import (
	"context"
	"slices"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
)

// Closing is the end of a case. Reason may be empty only when nothing is left to ask.
type Closing struct {
	Form
	Reason string
}

// CloseCase ends a case: after a refusal, after the exit, or before the start when
// the person no longer wants a place. Invalid, beside reason, where outcomes are
// still to be asked for and nobody says why not.
func (o *Office) CloseCase(ctx context.Context, actor access.Actor, id ident.ID, in Closing) error {
	return o.act(ctx, actor, access.CloseCase, id, in.Form, func(d *desk) error {
		command := casefile.Close
		if d.Case.Can(casefile.Withdraw) == nil {
			command = casefile.Withdraw
		}
		closed, err := d.Case.Do(command)
		if err != nil {
			return err
		}
		outcomes, err := d.Outcomes(ctx, id)
		if err != nil {
			return err
		}
		outcomes = slices.DeleteFunc(outcomes, func(o Outcome) bool { return o.Standing != "" })
		if err := followup.CheckClosing(in.Reason, len(outcomes)).Err(); err != nil {
			return err
		}
		open, err := d.OpenPlaces(ctx, id)
		if err != nil {
			return err
		}
		if err := followup.MayLeave(open); err != nil {
			return err
		}
		d.Case, d.Case.NextContactOn = closed, nil
		d.note("reason", strings.TrimSpace(in.Reason))
		return d.tell(ctx, casefile.CaseClosed, nil)
	})
}
