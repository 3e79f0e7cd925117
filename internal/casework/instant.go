package casework

import (
	"context"
	"time"

	"fotfaste/internal/store"
)

// mostBehind is how far two clocks may differ that write in one municipality, or one be
// set back, before order is no longer kept between them.
const mostBehind = time.Minute

// instant is when the use case of the transaction happens: what the clock shows once
// the municipality is held, and always after what was journalled before. So the order
// of the instants is the order in which things became known, and no two use cases
// share one: what was known at the instant of a calculation is what it was made from.
func (o *Office) instant(ctx context.Context, tx *store.Tx) (time.Time, error) {
	now := o.Clock.Now()
	last, err := tx.NewestInstant(ctx)
	if err != nil {
		return now, err
	}
	if behind := last.Sub(now); behind >= 0 && behind < mostBehind {
		now = last.Add(time.Microsecond)
	}
	return now, nil
}
