package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// LedgerMove is hours that were taken or given back, or a room that was entered, as the
// journal keeps it. The moves of the entries, in their order, make up the whole ledger
// of every intervention.
type LedgerMove struct {
	Intervention ident.ID   `json:"intervention"`
	Hours        int        `json:"hours,omitempty"` // more held in each of the weeks; below 0 for given back
	From         period.Day `json:"from"`            // the first week's Monday
	To           period.Day `json:"to,omitzero"`     // the last week's Monday; none for a room
	Capacity     *int       `json:"capacity,omitempty"`
}

// moved tells the next journal entry of hours that were taken or given back.
func (d *desk) moved(intervention ident.ID, hours int, weeks catalogue.Weeks) {
	d.moves = append(d.moves, LedgerMove{
		Intervention: intervention, Hours: hours, From: weeks.From.Monday(), To: weeks.To.Monday(),
	})
}

// refitted tells it of the rooms that hold from the week on.
func (d *desk) refitted(intervention ident.ID, from period.Week, l catalogue.Ledger) {
	for n, room := range l.Rooms {
		next := n + 1
		if next < len(l.Rooms) && l.Rooms[next].From <= from {
			continue // over before the week
		}
		capacity := room.Hours()
		d.moves = append(d.moves, LedgerMove{Intervention: intervention, From: max(room.From, from).Monday(), Capacity: &capacity})
	}
}

// takeMoves are the moves that no entry has told of, for the entry that now does.
func (d *desk) takeMoves() []LedgerMove {
	moves := d.moves
	d.moves = nil
	return moves
}

// nextWeek lets the intervention be looked at when the week turns, once.
func (d *desk) nextWeek(ctx context.Context, intervention ident.ID) error {
	due := clock.StartOf(d.Today.Week().AddWeeks(1).Monday())
	waits, err := d.JobWaits(ctx, WeekTurns, intervention, due)
	if err != nil || waits {
		return err
	}
	return d.later(ctx, WeekTurns, intervention, due)
}

// weekTurns is the duty of a Monday. The row of the intervention says the room of the
// week that begins, and those who wait have their turn: a place that ends by plan ends,
// and a wished first day comes, without anybody doing anything.
func (d *desk) weekTurns(ctx context.Context, intervention ident.ID) error {
	d.Act = access.OfferToNext
	l, err := d.Ledger(ctx, intervention, d.Today.Week())
	if err != nil {
		return err
	}
	if err := d.ShowRoom(ctx, intervention, l.RoomIn(d.Today.Week())); err != nil {
		return err
	}
	return d.passOn(ctx, intervention)
}
