package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
)

// WithdrawPayments withdraws a proposal, so that the week can be proposed again. The
// proposal and what was calculated for it are kept. Conflict where it is no proposal
// any longer.
func (o *Office) WithdrawPayments(ctx context.Context, actor access.Actor, id ident.ID, form Form) error {
	return o.inOffice(ctx, actor, access.PreparePayments, func(d *desk) error {
		if err := d.takeForm(ctx, form); err != nil {
			return err
		}
		run, err := d.Run(ctx, id)
		if err != nil {
			return err
		}
		d.note("run", string(id))
		d.note("week", run.Week.String())
		if done, err := d.WithdrawRun(ctx, id, d.Now); err != nil || !done {
			return orNot(err, "payment.not_proposed")
		}
		return nil
	})
}
