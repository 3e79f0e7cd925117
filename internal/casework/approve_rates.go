package casework

import (
	"context"
	"errors"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
)

// ApproveRate approves what somebody else has entered, so that it holds from now on.
// NotAllowed to who entered it; Conflict where it no longer waits, or where its days
// have got a value meanwhile.
func (o *Office) ApproveRate(ctx context.Context, actor access.Actor, id ident.ID, form Form) error {
	return o.inOffice(ctx, actor, access.ApproveRates, func(d *desk) error {
		if err := d.takeForm(ctx, form); err != nil {
			return err
		}
		r, err := d.Rate(ctx, id)
		if err != nil {
			return err
		}
		d.noteRate(r)
		switch {
		case !r.Waits():
			return fault.New(fault.Conflict, "rates.not_waiting")
		case r.EnteredBy == actor.Account:
			return fault.New(fault.NotAllowed, "rates.own_entry")
		}
		book, err := d.law(ctx)
		if err != nil {
			return err
		}
		_, err = book.With(r.Entered)
		if taken := (*law.TakenError)(nil); errors.As(err, &taken) {
			return fault.New(fault.Conflict, "rates.taken", "Days", taken.Days)
		}
		if err != nil {
			return err
		}
		approved, err := d.ApprovedRates(ctx, always)
		if err != nil {
			return err
		}
		now := d.Now // the rate approved last lies over the others
		if n := len(approved); n > 0 {
			now = laterThan(*approved[n-1].ApprovedAt, now)
		}
		done, err := d.ApproveRate(ctx, id, actor.Account, now)
		if err != nil || !done {
			return orNot(err, "rates.not_waiting")
		}
		return nil
	})
}

// WithdrawRate takes back what waits to be approved. What was entered is kept.
func (o *Office) WithdrawRate(ctx context.Context, actor access.Actor, id ident.ID, form Form) error {
	return o.inOffice(ctx, actor, access.PrepareRates, func(d *desk) error {
		if err := d.takeForm(ctx, form); err != nil {
			return err
		}
		r, err := d.Rate(ctx, id)
		if err != nil {
			return err
		}
		d.noteRate(r)
		d.note("withdrawn", true)
		done, err := d.WithdrawRate(ctx, id, d.Now)
		if err != nil || !done {
			return orNot(err, "rates.not_waiting")
		}
		return nil
	})
}
