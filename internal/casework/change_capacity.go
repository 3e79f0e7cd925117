package casework

import (
	"context"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Capacity is how much room an intervention has, from a week on.
type Capacity struct {
	Form
	Places        int
	HoursPerPlace int         // hours per week
	From          *period.Day // its whole week counts; nil for now
}

// roomAheadYears is how far ahead a room can be planned.
const roomAheadYears = 2

// ChangeCapacity changes the room of one of the provider's own interventions, now or
// from a day to come. More room goes at once to those who wait. Hours that people hold
// cannot be taken away: Invalid beside "places", with the week in the way and when it
// would go. NotFound for somebody else's intervention.
func (o *Office) ChangeCapacity(ctx context.Context, actor access.Actor, id ident.ID, in Capacity) error {
	return o.atOwnRoom(ctx, actor, id, in.Form, func(d *desk, l catalogue.Ledger) error {
		room := catalogue.Room{From: d.Today.Week(), Places: in.Places, HoursPerPlace: in.HoursPerPlace}
		fields := room.Check()
		if in.From != nil {
			latest := d.Today.AddYears(roomAheadYears)
			fields.Check(*in.From >= d.Today, "from", "places.from_past", "Today", d.Today)
			fields.Check(*in.From <= latest, "from", "capacity.from_far", "Latest", latest)
			room.From = in.From.Week()
		}
		if err := fields.Err(); err != nil {
			return err
		}
		resized, err := l.Resize(room)
		if fault.CodeOf(err) == fault.Conflict {
			return besideField("places", err)
		}
		if err != nil {
			return err
		}
		before, entered := l.RoomIn(room.From), d.Now
		changes, err := d.RoomChanges(ctx, id)
		if err != nil {
			return err
		}
		if len(changes) > 0 && !entered.After(*changes[0].EnteredAt) { // the newest decides: after the one before
			entered = changes[0].EnteredAt.Add(time.Microsecond)
		}
		done, err := d.Resize(ctx, store.RoomChange{
			ID: d.newID(), Intervention: id, Room: room, Before: before, EnteredAt: &entered, EnteredBy: d.Actor.Account,
		})
		if err != nil {
			return err
		}
		if !done {
			return fault.New(fault.Stale, "fault.stale")
		}
		d.note("hours_before", before.Hours())
		d.note("hours", room.Hours())
		return d.roomFrom(ctx, id, room.From, resized)
	})
}

// TakeBackRoom takes a planned room back that has not begun: the one before goes on.
func (o *Office) TakeBackRoom(ctx context.Context, actor access.Actor, id ident.ID, form Form, from period.Week) error {
	return o.atOwnRoom(ctx, actor, id, form, func(d *desk, l catalogue.Ledger) error {
		if from <= d.Today.Week() {
			return fault.New(fault.Conflict, "capacity.room_has_begun")
		}
		left, err := l.TakeBackRoom(from)
		if err != nil {
			return err
		}
		done, err := d.Tx.TakeBackRoom(ctx, id, from, d.Actor.Account, d.Now)
		if err != nil {
			return err
		}
		if !done {
			return fault.New(fault.Stale, "fault.stale")
		}
		d.note("hours_before", l.Capacity(from))
		d.note("hours", left.Capacity(from))
		return d.roomFrom(ctx, id, from, left)
	})
}

// roomFrom is what follows when the room has changed from a week on: the row shows the
// room of this week, a later one is shown when its week comes, and the queue moves.
func (d *desk) roomFrom(ctx context.Context, id ident.ID, from period.Week, l catalogue.Ledger) error {
	d.refitted(id, from, l)
	if from <= d.Today.Week() {
		if err := d.ShowRoom(ctx, id, l.RoomIn(d.Today.Week())); err != nil {
			return err
		}
	} else if err := d.later(ctx, WeekTurns, id, clock.StartOf(from.Monday())); err != nil {
		return err
	}
	return d.passOn(ctx, id)
}

// atOwnRoom changes something of the room of one of the provider's own interventions.
func (o *Office) atOwnRoom(ctx context.Context, actor access.Actor, id ident.ID, form Form, work func(*desk, catalogue.Ledger) error) error {
	return o.inOffice(ctx, actor, access.ChangeCapacity, func(d *desk) error {
		if err := d.takeForm(ctx, form); err != nil {
			return err
		}
		if _, err := d.ownIntervention(ctx, id); err != nil {
			return err
		}
		l, err := d.Ledger(ctx, id, d.Today.Week())
		if err != nil {
			return err
		}
		d.note("intervention", id)
		return work(d, l)
	})
}
