package cli

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
)

type payFileCommand struct{ ofRun }

// fileSaid is a file as the commands say it.
type fileSaid struct {
	Run       ident.ID `json:"run"`
	File      ident.ID `json:"file"`
	Message   string   `json:"message"` // the message identity, by which the bank answers
	Payments  int      `json:"payments"`
	Total     int64    `json:"total"`      // kronor
	NoAccount int      `json:"no_account"` // owed payments of the run that have nowhere to be paid
	Path      string   `json:"path,omitempty"`
	Sent      bool     `json:"sent"`
}

// Run makes the file, or tells of the one that waits.
func (c *payFileCommand) Run(ctx context.Context, env *Env) error {
	return c.pays(ctx, env, func(o *casework.Office, actor access.Actor, run ident.ID) error {
		file, err := o.MakePaymentFile(ctx, actor, run, casework.Form{})
		if err != nil {
			return err
		}
		return c.sayFile(ctx, env, o, actor, run, file, "")
	})
}

// sayFile tells how the file stands now.
func (c *ofRun) sayFile(ctx context.Context, env *Env, o *casework.Office, actor access.Actor, run, id ident.ID, path string) error {
	v, err := o.SeePaymentRun(ctx, actor, run, 1)
	if err != nil {
		return err
	}
	for _, f := range v.Files {
		if f.ID != id {
			continue
		}
		if c.JSON {
			return writeJSON(env.Out, fileSaid{run, id, f.Message, f.Payments, int64(f.Total), v.NoAccount, path, f.SentAt != nil})
		}
		key := "command.file.made"
		if f.SentAt != nil {
			key = "command.file.sent"
		}
		return c.say(env, key, "Message", f.Message, "Payments", f.Payments, "Total", f.Total, "Waiting", v.NoAccount)
	}
	return nil
}
