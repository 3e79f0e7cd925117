package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/store"
)

// survey reads across the whole municipality: asked and journalled as inOffice does,
// with what was looked at, but read in a transaction of its own that holds nobody up.
func (o *Office) survey(ctx context.Context, actor access.Actor, act access.Act, what string, work func(*desk) error) error {
	var admitted *desk
	err := o.inOffice(ctx, actor, act, func(d *desk) error {
		d.note("looked_at", what)
		admitted = d
		return nil
	})
	if err != nil {
		return err
	}
	return o.DB.Read(ctx, actor.Municipality, func(tx *store.Tx) error {
		reading := *admitted
		reading.Tx = tx
		return work(&reading)
	})
}
