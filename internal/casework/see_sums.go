package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Sums is what the reckoners need to know of the municipality.
type Sums struct {
	Today period.Day
	Book  *law.Book // the law of money, with what the municipality has entered
}

// SeeSums reads it. Nothing here is about anybody: what somebody reckons stands in the
// address of the page and is not kept. So only a refusal is journalled, and a slider
// that is moved holds nobody up.
func (o *Office) SeeSums(ctx context.Context, actor access.Actor) (Sums, error) {
	if actor.Account.IsZero() || !access.MayInOffice(actor, access.SeeSums).Allowed {
		return Sums{}, o.inOffice(ctx, actor, access.SeeSums, func(*desk) error { return nil })
	}
	var v Sums
	err := o.DB.Read(ctx, actor.Municipality, func(tx *store.Tx) (err error) {
		now, err := o.instant(ctx, tx)
		if err != nil {
			return err
		}
		d := &desk{Tx: tx, Office: o, Actor: actor, Act: access.SeeSums, Now: now, Today: clock.DayOf(now)}
		v.Today = d.Today
		v.Book, err = d.law(ctx)
		return err
	})
	return v, err
}
