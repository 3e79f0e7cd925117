package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
)

// Exit is how a case left the programme; Outcome is one of the times after it.
type (
	Exit    = store.Exit
	Outcome = store.Outcome
)

// Outcomes is how a case left the programme and how it went afterwards.
type Outcomes struct {
	Header
	Exit       *Exit // nil while the participant takes part
	Times      []Outcome
	OpenPlaces []string // to be ended before an exit
}

// SeeOutcomes reads it.
func (o *Office) SeeOutcomes(ctx context.Context, actor access.Actor, id ident.ID) (Outcomes, error) {
	var v Outcomes
	err := o.see(ctx, actor, access.Outcomes, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		exits, err := d.Exits(ctx, id)
		if err != nil {
			return err
		}
		if len(exits) > 0 {
			v.Exit = &exits[0]
		}
		if v.Times, err = d.Outcomes(ctx, id); err != nil {
			return err
		}
		v.OpenPlaces, err = d.OpenPlaces(ctx, id)
		return err
	})
	return v, err
}
