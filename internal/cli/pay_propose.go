package cli

import (
	"context"
	"fmt"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/period"
)

type payProposeCommand struct {
	inNameOf
	Week string `required:"" placeholder:"WEEK" help:"The week to pay, YYYY-Www; it must be over."`
}

// Run proposes the week. Where it has a proposal already, that one is told.
func (c *payProposeCommand) Run(ctx context.Context, env *Env) error {
	week, err := period.ParseWeek(c.Week)
	if err != nil {
		return refuse(c.words(), "command.not_a_week", "Said", fmt.Sprintf("%.20q", c.Week))
	}
	return c.do(ctx, env, paymentOfficers, func(o *casework.Office, actor access.Actor) error {
		id, err := o.ProposePayments(ctx, actor, casework.Proposal{Week: week})
		if err != nil {
			return err
		}
		return c.sayRun(ctx, env, o, actor, id)
	})
}
