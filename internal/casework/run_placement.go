package casework

import (
	"context"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
)

// OfferPlace gives a placement that is referred and nothing more its turn: an offer
// where there is room, else a place in the queue.
func (o *Office) OfferPlace(ctx context.Context, actor access.Actor, id ident.ID, form Form) error {
	return o.atPlacement(ctx, actor, access.Refer, id, form, func(d *desk, row PlacementRow) error {
		d.note("placement", id)
		return d.offerOrQueue(ctx, row.Placement)
	})
}

// StartPlacement notes the day on which the participant came.
func (o *Office) StartPlacement(ctx context.Context, actor access.Actor, id ident.ID, form Form, on period.Day) error {
	return o.atPlacement(ctx, actor, access.StartPlacement, id, form, func(d *desk, row PlacementRow) error {
		if err := placement.HasCome(on, d.Today); err != nil {
			return err
		}
		in, err := d.Intervention(ctx, row.Intervention)
		if err != nil {
			return err
		}
		l, err := d.Ledger(ctx, row.Intervention, on.Week())
		if err != nil {
			return err
		}
		if err := placement.CheckStart("on", on, in, l).Err(); err != nil {
			return err
		}
		if _, err := d.movePlacement(ctx, row.Placement, placement.Move{Command: placement.Begin, By: d.mover(), On: on}); err != nil {
			return err
		}
		return d.tell(ctx, casefile.PlacementStarted, map[string]any{"Place": row.InterventionName, "Hours": row.Hours})
	})
}

// PlacementEnd is how a running placement ended: as planned, or broken off with the
// reason.
type PlacementEnd struct {
	Form
	BrokenOff bool
	On        period.Day // last day
	Reason    string
}

// EndPlacement ends a running placement. Its hours go on to those who wait.
func (o *Office) EndPlacement(ctx context.Context, actor access.Actor, id ident.ID, in PlacementEnd) error {
	return o.atPlacement(ctx, actor, access.EndPlacement, id, in.Form, func(d *desk, row PlacementRow) error {
		if err := placement.HasCome(in.On, d.Today); err != nil {
			return err
		}
		command := placement.Complete
		if in.BrokenOff {
			command = placement.Interrupt
		}
		return d.endPlacement(ctx, row, placement.Move{Command: command, By: d.mover(), On: in.On, Reason: strings.TrimSpace(in.Reason)})
	})
}

// WithdrawPlacement takes back a placement that has not started.
func (o *Office) WithdrawPlacement(ctx context.Context, actor access.Actor, id ident.ID, form Form, reason string) error {
	return o.atPlacement(ctx, actor, access.Refer, id, form, func(d *desk, row PlacementRow) error {
		return d.endPlacement(ctx, row, placement.Move{Command: placement.Withdraw, By: d.mover(), On: d.Today, Reason: strings.TrimSpace(reason)})
	})
}

func (d *desk) endPlacement(ctx context.Context, row PlacementRow, m placement.Move) error {
	if m.Command != placement.Withdraw {
		if err := d.nothingAfter(ctx, row, m.On); err != nil {
			return err
		}
	}
	after, err := d.movePlacement(ctx, row.Placement, m)
	if err != nil {
		return err
	}
	return d.tell(ctx, casefile.PlacementEnded, map[string]any{
		"Place": row.InterventionName, "Reason": "@placement.state." + string(after.State),
	})
}

// nothingAfter refuses a last day before days that somebody has said were there. They
// would pay as they did, and stand where nobody could put them right: the days are
// corrected first, or the last of them is the last day. Who did not come is no reason: that
// is often why it ends. Invalid beside "on".
func (d *desk) nothingAfter(ctx context.Context, row PlacementRow, on period.Day) error {
	later := period.Span{From: on.AddDays(1), To: max(on.AddDays(1), d.Today)}
	days, err := d.Attendance(ctx, row.Case, later)
	if err != nil {
		return err
	}
	var last period.Day
	for _, day := range days {
		if status, said := day.Effective(); day.Placement == row.ID && said && status != attendance.NonePlanned && status != attendance.AbsentUnapproved {
			last = max(last, day.Day)
		}
	}
	return placement.CheckEnd(on, last)
}
