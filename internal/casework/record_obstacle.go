package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// NewObstacle is the main obstacle to self-support from a month on.
type NewObstacle struct {
	Form
	Obstacle casefile.Obstacle
	From     period.Month
}

// RecordObstacle keeps it beside those before. Invalid with a message beside each field
// that is wrong: those of casefile.ObstacleRow.Check. A conflict in a closed case.
func (o *Office) RecordObstacle(ctx context.Context, actor access.Actor, id ident.ID, in NewObstacle) error {
	return o.act(ctx, actor, access.RecordObstacle, id, in.Form, func(d *desk) error {
		rows, err := d.openForRequirement(ctx)
		if err != nil {
			return err
		}
		row := casefile.ObstacleRow{ID: d.newID(), Obstacle: in.Obstacle, From: in.From, EnteredAt: d.Now}
		if err := row.Check(d.Today.Month(), rows).Err(); err != nil {
			return err
		}
		if err := d.AddObstacle(ctx, id, row, actor.Account); err != nil {
			return err
		}
		d.holds(append(rows, row))
		d.note("obstacle", string(row.Obstacle))
		d.note("from", row.From.String())
		return d.tell(ctx, casefile.ObstacleRecorded, obstacleTold(row))
	})
}

// TakeBackObstacle keeps that a row was a mistake: the one before it holds again.
// NotFound where no such row stands in the case.
func (o *Office) TakeBackObstacle(ctx context.Context, actor access.Actor, id ident.ID, form Form, row ident.ID) error {
	return o.act(ctx, actor, access.TakeBackObstacle, id, form, func(d *desk) error {
		rows, err := d.openForRequirement(ctx)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(rows, func(r casefile.ObstacleRow) bool { return r.ID == row && r.BackAt == nil })
		if i < 0 {
			return fault.New(fault.NotFound, "fault.not_found")
		}
		if err := d.Tx.TakeBackObstacle(ctx, id, rows[i], d.Now, actor.Account); err != nil {
			return err
		}
		rows[i].BackAt = &d.Now
		d.holds(rows)
		d.note("obstacle", string(rows[i].Obstacle))
		d.note("from", rows[i].From.String())
		return d.tell(ctx, casefile.ObstacleTakenBack, obstacleTold(rows[i]))
	})
}

// openForRequirement is the obstacles of the desk's case, which must not be closed.
func (d *desk) openForRequirement(ctx context.Context) ([]casefile.ObstacleRow, error) {
	if !d.Case.State.IsOpen() {
		return nil, fault.New(fault.Conflict, "requirement.closed")
	}
	return d.Obstacles(ctx, d.Case.ID)
}

// holds puts the obstacle of this month where the case is shown in short.
func (d *desk) holds(rows []casefile.ObstacleRow) {
	now, _ := casefile.ObstacleIn(rows, d.Today.Month())
	d.Case.MainObstacle = now.Obstacle
}

func obstacleTold(r casefile.ObstacleRow) map[string]any {
	return map[string]any{"Obstacle": "@casefile.obstacle." + string(r.Obstacle), "Month": r.From.String()}
}
