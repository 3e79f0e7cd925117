package casework

import (
	"context"
	"time"

	"fotfaste/internal/store"
)

// mostBehind is how far two clocks may differ that write in one municipality, or one be
// set back, before their instants are out of order. A clock that has been a day ahead
// must not make a day of all that follows.
const mostBehind = time.Minute

// always is later than every instant: what is known at it is all that is known.
var always = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)

// instant is when the use case of the transaction happens: what the clock shows once
// the municipality is held, and after what was journalled before unless the clock is far
// behind. So the order of the instants is the order in which things became known, and no
// two use cases share one: what was known at the instant of a calculation is what it was
// made from.
//
// A clock that is far behind costs that view of what was known, and no money. What the
// newest of several rows decides (a decision, an exit, an account, a payer, a rate) is
// given an instant after the one before it; the law now is all that has been approved;
// calculations of a week are numbered; and what has become known since a run is looked
// for from the lowest instant that was journalled after it (store.Run, Since).
func (o *Office) instant(ctx context.Context, tx *store.Tx) (time.Time, error) {
	return inOrder(ctx, tx, o.Clock.Now())
}

// inOrder is now as an instant of the transaction.
func inOrder(ctx context.Context, tx *store.Tx, now time.Time) (time.Time, error) {
	last, err := tx.NewestInstant(ctx)
	if err != nil {
		return now, err
	}
	if behind := last.Sub(now); behind >= 0 && behind < mostBehind {
		now = last.Add(time.Microsecond)
	}
	return now, nil
}
