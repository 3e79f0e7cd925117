package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
)

// NotedOutcome is how it went, to be noted.
type NotedOutcome struct {
	Form
	followup.Outcome
}

// RecordOutcome notes how it went at one of the fixed times. The first one after the
// exit takes the case on to follow-up. NotFound where the case has no such time.
func (o *Office) RecordOutcome(ctx context.Context, actor access.Actor, id ident.ID, in NotedOutcome) error {
	return o.act(ctx, actor, access.RecordOutcome, id, in.Form, func(d *desk) error {
		if err := d.Case.Can(casefile.RecordOutcome); err != nil {
			return err
		}
		outcome, exit, err := d.outcomeAt(ctx, in.Months)
		if err != nil {
			return err
		}
		if err := followup.MayNote(outcome.Standing); err != nil {
			return err
		}
		if err := followup.CheckOutcome(in.Outcome, exit.On, d.Today).Err(); err != nil {
			return err
		}
		outcome.Outcome, outcome.By, outcome.RecordedAt = in.Outcome, actor.Account, &d.Now
		if err := d.SaveOutcome(ctx, outcome); err != nil {
			return err
		}
		if d.Case.Can(casefile.BeginFollowUp) == nil {
			if d.Case, err = d.Case.Do(casefile.BeginFollowUp); err != nil {
				return err
			}
		}
		d.note("months", in.Months)
		return d.tell(ctx, casefile.OutcomeRecorded, map[string]any{
			"Months": in.Months, "Status": "@followup.standing." + string(in.Standing),
		})
	})
}

// outcomeAt is the time with so many months, and the exit that it is counted from.
func (d *desk) outcomeAt(ctx context.Context, months int) (Outcome, Exit, error) {
	outcomes, err := d.Outcomes(ctx, d.Case.ID)
	if err != nil {
		return Outcome{}, Exit{}, err
	}
	exits, err := d.Exits(ctx, d.Case.ID)
	if err != nil {
		return Outcome{}, Exit{}, err
	}
	i := slices.IndexFunc(outcomes, func(o Outcome) bool { return o.Months == months })
	if i < 0 || len(exits) == 0 {
		return Outcome{}, Exit{}, fault.New(fault.NotFound, "fault.not_found")
	}
	return outcomes[i], exits[0], nil
}
