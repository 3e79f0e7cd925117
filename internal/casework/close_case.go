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
		left, err := d.outcomesLeft(ctx)
		if err != nil {
			return err
		}
		if err := followup.CheckClosing(in.Reason, left).Err(); err != nil {
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

// ClosingView is a case that may be about to end.
type ClosingView struct {
	Header
	Left int // outcomes still to be asked for
}

// SeeClosing reads what stands before the end of a case.
func (o *Office) SeeClosing(ctx context.Context, actor access.Actor, id ident.ID) (ClosingView, error) {
	var v ClosingView
	err := o.see(ctx, actor, access.Overview, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		v.Left, err = d.outcomesLeft(ctx)
		return err
	})
	return v, err
}

func (d *desk) outcomesLeft(ctx context.Context) (int, error) {
	outcomes, err := d.Outcomes(ctx, d.Case.ID)
	left := slices.DeleteFunc(outcomes, func(o Outcome) bool { return o.Standing != "" })
	return len(left), err
}
