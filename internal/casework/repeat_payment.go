package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/payment"
	"fotfaste/internal/store"
)

// RepeatPayment lets a failed payment be repeated in the next run, as a payment of its
// own. Conflict where it has not failed any longer, or where it failed for the sake of
// the account and no other has been entered since: it would fail again.
func (o *Office) RepeatPayment(ctx context.Context, actor access.Actor, id ident.ID, form Form) error {
	return o.aboutPayment(ctx, actor, id, form, payment.Failed, payment.Again, func(row store.PaymentRow) error {
		if why := notRepeatable(row); why != nil {
			return why
		}
		return nil
	})
}

// notRepeatable is why a failed payment cannot be repeated now, nil where it can.
func notRepeatable(row store.PaymentRow) *fault.Error {
	if payment.AsksForAccount(row.Reason) && !row.Changed {
		return fault.New(fault.Conflict, "pay.repeat.same_account")
	}
	return nil
}

// DoNotRepeat takes back that a failed payment is to be repeated. Conflict where it is
// not to be, or where a run carries the repetition already: withdraw that run first.
func (o *Office) DoNotRepeat(ctx context.Context, actor access.Actor, id ident.ID, form Form) error {
	return o.aboutPayment(ctx, actor, id, form, payment.Again, payment.Failed, func(row store.PaymentRow) error {
		if row.Carried {
			return fault.New(fault.Conflict, "pay.repeat.carried")
		}
		return nil
	})
}

// aboutPayment moves a payment that failed, if ask has nothing against it.
func (o *Office) aboutPayment(ctx context.Context, actor access.Actor, id ident.ID, form Form, from, to payment.State, ask func(store.PaymentRow) error) error {
	return o.inOffice(ctx, actor, access.RepeatPayment, func(d *desk) error {
		if err := d.takeForm(ctx, form); err != nil {
			return err
		}
		row, err := d.PaymentRow(ctx, actor, d.moment(), id)
		if err != nil {
			return err
		}
		d.note("payment", string(id))
		if row.State != from {
			return fault.New(fault.Conflict, "pay.repeat.not_there")
		}
		if err := ask(row); err != nil {
			return err
		}
		if done, err := d.MovePayment(ctx, id, from, to, row.Reason, d.Now); err != nil || !done {
			return orNot(err, "pay.repeat.not_there")
		}
		d.note("state", string(to))
		return nil
	})
}
