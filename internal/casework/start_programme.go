package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/decision"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
)

// StartProgramme notes that the participant has begun. Conflict before the first day
// of the place, and while there is no case manager.
func (o *Office) StartProgramme(ctx context.Context, actor access.Actor, id ident.ID, form Form) error {
	return o.act(ctx, actor, access.StartProgramme, id, form, func(d *desk) error { return d.start(ctx) })
}

// start takes a granted case to active, with the first follow-up contact due.
func (d *desk) start(ctx context.Context) error {
	next, err := d.Case.Do(casefile.Start)
	if err != nil {
		return err
	}
	made, err := d.Decisions(ctx, d.Case.ID)
	if err != nil {
		return err
	}
	if status, _ := decision.InForce(plain(made)).At(d.Today); status.State != decision.Granted {
		return fault.New(fault.Conflict, "intake.start.not_today")
	}
	d.Case = next
	due := followup.Standard().Next(d.programmeStart(), nil, d.Today)
	d.Case.NextContactOn = &due.On
	return d.tell(ctx, casefile.ProgrammeStarted, nil)
}
