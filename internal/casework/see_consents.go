package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// ConsentsView is what a participant has opened, to whom, and to whom they can.
type ConsentsView struct {
	Header
	Today         period.Day
	InForce       []Consent      // newest first
	Past          []Consent      // taken back or run out, newest first
	Organisations []Organisation // that a part can be opened to
}

// SeeConsents reads them.
func (o *Office) SeeConsents(ctx context.Context, actor access.Actor, id ident.ID) (ConsentsView, error) {
	var v ConsentsView
	err := o.see(ctx, actor, access.Readers, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		v.Today = d.Today
		all, err := d.Consents(ctx, id)
		if err != nil {
			return err
		}
		for _, c := range all {
			if c.IsOn(d.Today) {
				v.InForce = append(v.InForce, c)
			} else {
				v.Past = append(v.Past, c)
			}
		}
		v.Organisations, err = d.Organisations(ctx)
		return err
	})
	return v, err
}
