package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
)

// Capacity is how much room an intervention has.
type Capacity struct {
	Form
	Places        int
	HoursPerPlace int // hours per week
}

// ChangeCapacity changes the room of one of the provider's own interventions. More
// room goes at once to those who wait. Hours that people hold cannot be taken away:
// Invalid beside "places". NotFound for somebody else's intervention.
func (o *Office) ChangeCapacity(ctx context.Context, actor access.Actor, id ident.ID, in Capacity) error {
	return o.inOffice(ctx, actor, access.ChangeCapacity, func(d *desk) error {
		if err := d.takeForm(ctx, in.Form); err != nil {
			return err
		}
		i, err := d.ownIntervention(ctx, id)
		if err != nil {
			return err
		}
		resized, err := i.Resize(in.Places, in.HoursPerPlace)
		if fault.CodeOf(err) == fault.Conflict {
			return besideField("places", err)
		}
		if err != nil {
			return err
		}
		done, err := d.Resize(ctx, id, resized.Places, resized.HoursPerPlace)
		if err != nil {
			return err
		}
		if !done {
			return fault.New(fault.Stale, "fault.stale")
		}
		d.note("intervention", id)
		d.note("hours_before", i.Capacity())
		d.note("hours", resized.Capacity())
		return d.passOn(ctx, id)
	})
}
