package casework

import (
	"context"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// MovedStep is a move on the ladder to be noted.
type MovedStep struct {
	Form
	To     int
	On     period.Day
	Reason string
}

// MoveStep moves the participant on the function ladder, up or down, with the reason
// and the latest round of the progression, if there is one. Invalid where a field
// breaks a rule.
func (o *Office) MoveStep(ctx context.Context, actor access.Actor, id ident.ID, in MovedStep) error {
	return o.act(ctx, actor, access.MoveStep, id, in.Form, func(d *desk) error {
		if err := d.Case.Can(casefile.MoveStep); err != nil {
			return err
		}
		earlier, err := d.StepMoves(ctx, id)
		if err != nil {
			return err
		}
		move := followup.StepMove{From: d.Case.LadderStep, To: in.To, On: in.On, Reason: strings.TrimSpace(in.Reason), By: actor.Account}
		if err := followup.CheckMove(move, earlier, d.Today).Err(); err != nil {
			return err
		}
		rounds, err := d.rounds(ctx)
		if err != nil {
			return err
		}
		var ground ident.ID
		if round, done := latest(rounds, assessment.Progression); done {
			ground = round.ID()
		}
		if err := d.AddStepMove(ctx, d.newID(), id, move, ground); err != nil {
			return err
		}
		d.Case.LadderStep = move.To
		d.note("to", move.To)
		return d.tell(ctx, casefile.StepMoved, map[string]any{"From": move.From, "To": move.To})
	})
}
