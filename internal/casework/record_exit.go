package casework

import (
	"context"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
)

// LeavingProgramme is an exit to be noted.
type LeavingProgramme struct {
	Form
	followup.Exit
}

// RecordExit notes where the participant went. The case leaves the programme, the
// times to ask how it went are set, and contact goes on every month after an exit to
// work or studies. Conflict, with their names, while places are open. A case that a
// decision has stopped gets its exit noted afterwards.
func (o *Office) RecordExit(ctx context.Context, actor access.Actor, id ident.ID, in LeavingProgramme) error {
	return o.act(ctx, actor, access.RecordExit, id, in.Form, func(d *desk) error {
		in.Note = strings.TrimSpace(in.Note)
		if err := d.mayExit(ctx); err != nil {
			return err
		}
		if err := followup.CheckExit(in.Exit, d.Case.OpenedOn, d.Today).Err(); err != nil {
			return err
		}
		if d.Case.State != casefile.Exited {
			left, err := d.Case.Do(casefile.Exit)
			if err != nil {
				return err
			}
			d.Case = left
		}
		made, err := d.Decisions(ctx, id)
		if err != nil {
			return err
		}
		now, err := d.afterAll(ctx, made)
		if err != nil {
			return err
		}
		if err := d.AddExit(ctx, Exit{ID: d.newID(), Case: id, Exit: in.Exit, By: actor.Account, RecordedAt: now}); err != nil {
			return err
		}
		if err := d.setOutcomes(ctx, in.Exit); err != nil {
			return err
		}
		d.Case.PlannedHours = 0
		if d.Case.NextContactOn, err = d.nextContact(ctx, nil); err != nil {
			return err
		}
		d.note("kind", string(in.Kind))
		return d.tell(ctx, casefile.ExitRecorded, map[string]any{"Kind": "@followup.exit." + string(in.Kind)})
	})
}

// mayExit refuses where nothing can be left, where it has been, and while places are
// open.
func (d *desk) mayExit(ctx context.Context) error {
	if d.Case.State != casefile.Exited {
		if err := d.Case.Can(casefile.Exit); err != nil {
			return err
		}
	} else {
		earlier, err := d.Exits(ctx, d.Case.ID)
		if err != nil {
			return err
		}
		if len(earlier) > 0 {
			return d.Case.Can(casefile.Exit)
		}
	}
	open, err := d.OpenPlaces(ctx, d.Case.ID)
	if err != nil {
		return err
	}
	return followup.MayLeave(open)
}

// setOutcomes sets the times to ask at. How it is on the day itself, the kind of the
// exit mostly says.
func (d *desk) setOutcomes(ctx context.Context, exit followup.Exit) error {
	for _, time := range followup.OutcomeTimes(exit.On) {
		outcome := Outcome{ID: d.newID(), Case: d.Case.ID, DueOn: time.On}
		outcome.Months = time.Months
		if standing, known := followup.AtExit(exit.Kind); known && time.Months == 0 {
			outcome.Outcome = followup.Outcome{On: exit.On, Standing: standing, Source: followup.ByAsking, Hours: exit.Hours}
			outcome.By, outcome.RecordedAt = d.Actor.Account, &d.Now
		}
		if err := d.AddOutcome(ctx, outcome); err != nil {
			return err
		}
	}
	return nil
}
