package cli

import (
	"context"
	"errors"
	"os"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
)

type paySendCommand struct {
	ofRun
	Outbox string `required:"" placeholder:"DIR" help:"The folder, which is there. Hand a file on to the bank only when this command has ended well."`
}

// Run makes the run's file where it has none, writes it in the folder under its message
// identity, and notes that it is sent: in that order, so that after a crash the same
// bytes are written and noted once. One that may not be sent is taken out again. A run whose files are all sent, with nothing more
// that can be paid, is left as it is.
func (c *paySendCommand) Run(ctx context.Context, env *Env) error {
	return c.pays(ctx, env, func(o *casework.Office, actor access.Actor, run ident.ID) error {
		id, err := o.MakePaymentFile(ctx, actor, run, casework.Form{})
		if fault.CodeOf(err) == fault.Conflict {
			sent, known := lastSent(ctx, o, actor, run)
			if !known {
				return err
			}
			return c.sayFile(ctx, env, o, actor, run, sent, "")
		}
		if err != nil {
			return err
		}
		file, err := o.SeePaymentFile(ctx, actor, run, id)
		if err != nil {
			return err
		}
		path, err := putInOutbox(c.words(), c.Outbox, file.Message+".xml", file.Content)
		if err != nil {
			return err
		}
		err = o.MarkFileSent(ctx, actor, run, id, casework.Form{})
		if fault.CodeOf(err) == fault.Conflict { // the bank must not be given it
			return errors.Join(err, os.Remove(path))
		}
		if err != nil {
			return err
		}
		return c.sayFile(ctx, env, o, actor, run, id, path)
	})
}

// lastSent is the run's newest file if it is sent and nothing of the run could be put
// in another.
func lastSent(ctx context.Context, o *casework.Office, actor access.Actor, run ident.ID) (ident.ID, bool) {
	v, err := o.SeePaymentRun(ctx, actor, run, 1)
	if err != nil || v.ToFile > 0 {
		return "", false
	}
	for i := len(v.Files) - 1; i >= 0; i-- {
		if v.Files[i].SentAt != nil {
			return v.Files[i].ID, true
		}
	}
	return "", false
}
