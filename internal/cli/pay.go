package cli

import (
	"context"
	"fmt"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
)

type payCommands struct {
	Propose   payProposeCommand   `cmd:"" help:"Propose the payment of a week, with what has changed in the weeks before it."`
	Withdraw  payWithdrawCommand  `cmd:"" help:"Withdraw a proposal, so that the week can be proposed again."`
	Attest    payAttestCommand    `cmd:"" help:"Attest a proposal that somebody else has made."`
	File      payFileCommand      `cmd:"" help:"Make the bank's file of an attested run."`
	Send      paySendCommand      `cmd:"" help:"Put the file of an attested run in a folder for the bank, once, and note that it is sent."`
	Reconcile payReconcileCommand `cmd:"" help:"Take in the bank's answer to a file of a run."`
}

// ofRun is a command about one payment run.
type ofRun struct {
	inNameOf
	Run string `required:"" placeholder:"RUN" help:"The run's identity."`
}

var paymentOfficers = []access.Role{access.PaymentOfficer}

// pays hands the office and the run to work.
func (c *ofRun) pays(ctx context.Context, env *Env, work func(*casework.Office, access.Actor, ident.ID) error) error {
	run, err := identity(c.words(), "--run", c.Run)
	if err != nil {
		return err
	}
	return c.do(ctx, env, paymentOfficers, func(o *casework.Office, actor access.Actor) error { return work(o, actor, run) })
}

// runSaid is a run as the commands say it.
type runSaid struct {
	Run      ident.ID `json:"run"`
	Week     string   `json:"week"`
	State    string   `json:"state"`
	Lines    int      `json:"lines"`    // weeks, of all cases
	Payments int      `json:"payments"` // participants that are paid
	Total    int64    `json:"total"`    // kronor
}

// say writes a line in the language that was asked for.
func (c *inNameOf) say(env *Env, key string, pairs ...any) error {
	_, err := fmt.Fprintln(env.Out, plainSpaces.Replace(c.words().Text(key, pairs...)))
	return err
}

// sayRun tells how the run stands now.
func (c *inNameOf) sayRun(ctx context.Context, env *Env, o *casework.Office, actor access.Actor, id ident.ID) error {
	v, err := o.SeePaymentRun(ctx, actor, id, 1)
	if err != nil {
		return err
	}
	r := v.Run
	if c.JSON {
		return writeJSON(env.Out, runSaid{r.ID, r.Week.String(), string(r.State), r.Lines, r.Payments, int64(r.Total)})
	}
	return c.say(env, "command.run", "Run", string(r.ID), "Week", r.Week.String(), "State", c.words().Code("payment.state.", r.State),
		"Weeks", r.Lines, "Payments", r.Payments, "Total", r.Total)
}
