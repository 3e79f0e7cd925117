package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
)

// movePlacement makes the move and stores it. Hours that come free go at once, in the
// same transaction, to those who wait.
func (d *desk) movePlacement(ctx context.Context, p placement.Placement, m placement.Move) (placement.Placement, error) {
	m.At = d.Now
	after, err := p.Apply(m)
	if err != nil {
		return p, err
	}
	if err := d.SavePlacement(ctx, after); err != nil {
		return p, err
	}
	d.note("placement", after.ID)
	d.note("state", after.State)
	if weeks, freed := placement.Freed(p, after); freed {
		if err := d.giveBack(ctx, after, weeks); err != nil {
			return p, err
		}
		return after, d.passOn(ctx, after.Intervention)
	}
	if p.State == placement.Queued { // who stood first may have held up others who need less
		return after, d.passOn(ctx, after.Intervention)
	}
	return after, nil
}

// giveBack releases the placement's hours in the weeks: in each of them those that held
// then.
func (d *desk) giveBack(ctx context.Context, p placement.Placement, weeks catalogue.Weeks) error {
	if weeks.Len() == 0 {
		return nil
	}
	earlier, err := d.EarlierHours(ctx, p.ID)
	if err != nil {
		return err
	}
	for _, piece := range p.Pieces(weeks, earlier) {
		if err := d.Release(ctx, p.Intervention, piece.Hours, piece.Weeks); err != nil {
			return err
		}
		d.moved(p.Intervention, -piece.Hours, piece.Weeks)
	}
	return nil
}

// passOn offers what is free in the intervention to those who wait, first in the
// queue first, until the first needs more than there is. Who waits still is looked at
// again when the week turns.
func (d *desk) passOn(ctx context.Context, intervention ident.ID) error {
	for {
		in, err := d.Intervention(ctx, intervention)
		if err != nil {
			return err
		}
		waiting, err := d.Waiting(ctx, intervention, d.Today)
		if err != nil || len(waiting) == 0 {
			return err
		}
		l, err := d.Ledger(ctx, intervention, d.Today.Week())
		if err != nil {
			return err
		}
		next, start, found := placement.Next(placement.Queue(waiting), in, l, d.Today)
		if !found {
			return d.nextWeek(ctx, intervention)
		}
		p, err := d.Placement(ctx, next.Placement)
		if err != nil {
			return err
		}
		with, err := d.Tx.Case(ctx, p.Case)
		if err != nil {
			return err
		}
		if _, err := d.offer(ctx, p, in.Name, start, placement.TheQueue); err != nil {
			return err
		}
		err = d.unattended(ctx, access.OfferToNext, with, map[string]any{"placement": p.ID, "set_off_by": d.Act.Name})
		if err != nil {
			return err
		}
	}
}

// offer takes the hours from the day the place can begin and offers them. The hours are
// taken first, by a statement that takes nothing where too few are left in some week:
// *fault.Error with code Conflict.
func (d *desk) offer(ctx context.Context, p placement.Placement, name string, start period.Day, by placement.Mover) (placement.Placement, error) {
	weeks := catalogue.WeeksOf(start, *p.To)
	taken, err := d.Hold(ctx, p.Intervention, p.Hours, weeks)
	if err != nil {
		return p, err
	}
	if !taken {
		return p, fault.New(fault.Conflict, "places.no_room", "Name", name, "Asked", p.Hours)
	}
	d.moved(p.Intervention, p.Hours, weeks)
	if start != *p.From {
		d.note("from_before", *p.From)
	}
	p, err = p.Apply(placement.Move{Command: placement.Offer, By: by, On: d.Today, At: d.Now, Begins: &start})
	if err != nil {
		return p, err
	}
	if err := d.SavePlacement(ctx, p); err != nil {
		return p, err
	}
	if err := d.later(ctx, OfferLapses, p.ID, clock.StartOf(p.OfferUntil.AddDays(1))); err != nil {
		return p, err
	}
	return p, d.tellOf(ctx, p, casefile.Offered, map[string]any{"Place": name, "Hours": p.Hours, "Deadline": p.OfferUntil.String()})
}

// offerLapses is the duty of the day after an offer's last: where it is not answered
// by both, the hours go on to the next.
func (d *desk) offerLapses(ctx context.Context, id ident.ID) error {
	p, err := d.Placement(ctx, id)
	if err != nil || !p.HasLapsed(d.Today) {
		return err
	}
	with, err := d.Tx.Case(ctx, p.Case)
	if err != nil {
		return err
	}
	in, err := d.Intervention(ctx, p.Intervention)
	if err != nil {
		return err
	}
	d.Act = access.LapseOffer
	if p, err = d.movePlacement(ctx, p, placement.Move{Command: placement.Lapse, By: placement.TheDeadline, On: d.Today}); err != nil {
		return err
	}
	if err := d.tellOf(ctx, p, casefile.OfferLapsed, map[string]any{"Place": in.Name}); err != nil {
		return err
	}
	return d.unattended(ctx, access.LapseOffer, with, map[string]any{"placement": p.ID})
}

// queueMoves is the duty of the day after the last of somebody who waited: nobody
// stands behind them any more.
func (d *desk) queueMoves(ctx context.Context, id ident.ID) error {
	p, err := d.Placement(ctx, id)
	if err != nil || p.State != placement.Queued {
		return err
	}
	d.Act = access.OfferToNext
	return d.passOn(ctx, p.Intervention)
}

// tellOf puts a line in the journey of the placement's case. In a case that is not on
// the desk it is the house that speaks: whose turn it became is not for others to
// know of whoever gave the hours up.
func (d *desk) tellOf(ctx context.Context, p placement.Placement, kind casefile.EventKind, values map[string]any) error {
	e := casefile.Event{ID: d.newID(), Case: p.Case, At: d.tellingAt(), Kind: kind, Part: string(access.Placements), Values: values}
	if p.Case == d.Case.ID {
		e.Actor, e.ActorName = d.Actor.Account, d.Actor.Name
	} else {
		e.ActorName = unattendedBy
	}
	return d.AddEvent(ctx, e)
}
