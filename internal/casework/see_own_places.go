package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/placement"
	"fotfaste/internal/store"
)

// HostedRow is somebody that a provider has, or is asked to take.
type HostedRow = store.HostedRow

// OwnPlaces is a provider's day: what to answer, who is coming and who is there, and
// how much room there is.
type OwnPlaces struct {
	Interventions []InterventionRow
	Offers        []HostedRow // with a deadline; those the provider has not answered stand first
	Coming        []HostedRow // accepted, not begun
	InPlace       []HostedRow
}

// SeeOwnPlaces reads the provider's own places and the people in them. Somebody whose
// identity is protected is not among them: their case manager speaks with the provider.
func (o *Office) SeeOwnPlaces(ctx context.Context, actor access.Actor) (OwnPlaces, error) {
	var v OwnPlaces
	err := o.inOffice(ctx, actor, access.SeeOwnPlaces, func(d *desk) (err error) {
		if v.Interventions, err = d.InterventionsOf(ctx, actor.Organisation, d.Today, soon(d.Today)); err != nil {
			return err
		}
		rows, err := d.Hosted(ctx, actor, d.moment(), actor.Organisation, []placement.State{
			placement.Offered, placement.Accepted, placement.Started,
		})
		if err != nil {
			return err
		}
		var answered []HostedRow
		for _, row := range rows {
			switch {
			case row.Awaits(placement.Provider):
				v.Offers = append(v.Offers, row)
			case row.State == placement.Offered:
				answered = append(answered, row)
			case row.State == placement.Accepted:
				v.Coming = append(v.Coming, row)
			default:
				v.InPlace = append(v.InPlace, row)
			}
		}
		v.Offers = append(v.Offers, answered...)
		d.note("people", len(rows))
		return nil
	})
	return v, err
}

// OwnRoom is the room of one of the provider's own interventions, with what is planned
// and every change.
type OwnRoom struct {
	InterventionRow
	Changes []store.RoomChange        // the newest first
	Closed  []store.ClosedPeriod      // the latest first, with those that were taken back
	Starts  map[ident.ID]ClosedStarts // planned in each closed period
}

// SeeOwnRoom reads one of the provider's own, to change its room. NotFound for one at
// another provider.
func (o *Office) SeeOwnRoom(ctx context.Context, actor access.Actor, id ident.ID) (OwnRoom, error) {
	var v OwnRoom
	err := o.inOffice(ctx, actor, access.SeeOwnPlaces, func(d *desk) (err error) {
		if _, err = d.ownIntervention(ctx, id); err != nil {
			return err
		}
		if v.InterventionRow, err = d.InterventionRow(ctx, id, d.Today, soon(d.Today)); err != nil {
			return err
		}
		if v.Changes, err = d.RoomChanges(ctx, id); err != nil {
			return err
		}
		if v.Closed, err = d.ClosedPeriods(ctx, id); err != nil {
			return err
		}
		coming, err := d.comingTo(ctx, id)
		v.Starts = map[ident.ID]ClosedStarts{}
		for _, c := range v.Closed {
			v.Starts[c.ID] = startsIn(coming, v.Intervention, v.Ledger, c.Closing)
		}
		return err
	})
	return v, err
}

// ownIntervention is NotFound for one at another provider.
func (d *desk) ownIntervention(ctx context.Context, id ident.ID) (catalogue.Intervention, error) {
	i, err := d.Intervention(ctx, id)
	if err == nil && i.Provider != d.Actor.Organisation {
		return catalogue.Intervention{}, fault.New(fault.NotFound, "fault.not_found")
	}
	return i, err
}
