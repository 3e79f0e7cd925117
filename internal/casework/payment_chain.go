package casework

import (
	"context"

	"fotfaste/internal/store"
)

// firstOf is the payment that p repeats, and that one in its turn, to the first: p itself
// where it repeats none. The weeks of its run are what p pays.
func (d *desk) firstOf(ctx context.Context, p store.Payment) (store.Payment, error) {
	for !p.Replaces.IsZero() {
		var err error
		if p, err = d.Payment(ctx, p.Replaces); err != nil {
			return p, err
		}
	}
	return p, nil
}
