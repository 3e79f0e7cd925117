package casework

import (
	"context"

	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/recovery"
)

// paidBehind is how the money of the recovery's weeks stands.
func (d *desk) paidBehind(ctx context.Context, id ident.ID) ([]recovery.Money, error) {
	payments, err := d.PaymentsBehind(ctx, id)
	if err != nil {
		return nil, err
	}
	paid := make([]recovery.Money, len(payments))
	for i, p := range payments {
		if day, ok := p.State.ReceivedFrom(clock.DayOf(p.ChangedAt)); ok {
			paid[i].From = &day
		}
	}
	return paid, nil
}

// canTake refuses a step that the recovery cannot take today, as its money stands.
func (d *desk) canTake(ctx context.Context, step recovery.Step, r recovery.Recovery) error {
	paid, err := d.paidBehind(ctx, r.ID)
	if err != nil {
		return err
	}
	return r.CanWith(step, paid, d.Today)
}
