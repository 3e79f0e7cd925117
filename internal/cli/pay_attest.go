package cli

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
)

type payAttestCommand struct{ ofRun }

// Run attests the proposal. Its preparer is refused.
func (c *payAttestCommand) Run(ctx context.Context, env *Env) error {
	return c.pays(ctx, env, func(o *casework.Office, actor access.Actor, run ident.ID) error {
		if err := o.AttestPayments(ctx, actor, run, casework.Form{}); err != nil {
			return err
		}
		return c.sayRun(ctx, env, o, actor, run)
	})
}
