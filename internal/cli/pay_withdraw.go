package cli

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
)

type payWithdrawCommand struct{ ofRun }

// Run withdraws the proposal.
func (c *payWithdrawCommand) Run(ctx context.Context, env *Env) error {
	return c.pays(ctx, env, func(o *casework.Office, actor access.Actor, run ident.ID) error {
		if err := o.WithdrawPayments(ctx, actor, run, casework.Form{}); err != nil {
			return err
		}
		return c.sayRun(ctx, env, o, actor, run)
	})
}
