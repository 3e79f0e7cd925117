package cli

import (
	"context"
	"errors"
	"fmt"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/period"
)

type payProposeCommand struct {
	inNameOf
	Week string `required:"" placeholder:"WEEK" help:"The week to pay, YYYY-Www; it must be over."`
}

// takenBackSaid is a proposal of nothing: what it took back, as the commands say it.
type takenBackSaid struct {
	Week      string `json:"week"`
	TakenBack int    `json:"taken_back"`       // payments that had not reached anybody
	Total     int64  `json:"taken_back_total"` // kronor
}

// Run proposes the week. Where it has a proposal already, that one is told; where it
// took something back and left nothing to pay, that.
func (c *payProposeCommand) Run(ctx context.Context, env *Env) error {
	week, err := period.ParseWeek(c.Week)
	if err != nil {
		return refuse(c.words(), "command.not_a_week", "Said", fmt.Sprintf("%.20q", c.Week))
	}
	return c.do(ctx, env, paymentOfficers, func(o *casework.Office, actor access.Actor) error {
		id, err := o.ProposePayments(ctx, actor, casework.Proposal{Week: week})
		var only *casework.TakenBack
		if errors.As(err, &only) {
			if c.JSON {
				return writeJSON(env.Out, takenBackSaid{week.String(), only.Payments, int64(only.Total)})
			}
			return c.say(env, "payment.only_taken_back", "Count", only.Payments, "Total", only.Total)
		}
		if err != nil {
			return err
		}
		return c.sayRun(ctx, env, o, actor, id)
	})
}
