package cli

import (
	"context"
	"fmt"
	"io"
	"os"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
	"fotfaste/internal/iso20022"
)

type payReconcileCommand struct {
	ofRun
	File string `arg:"" help:"The bank's status file (pain.002), - for standard input."`
}

// answerSaid is what an answer changed.
type answerSaid struct {
	Run     ident.ID `json:"run"`
	File    ident.ID `json:"file"`
	Again   bool     `json:"again"` // it had been taken in before, and nothing changed
	Paid    int      `json:"paid"`
	Failed  int      `json:"failed"`
	Waiting int      `json:"waiting"` // the bank has said nothing final of them
}

// Run takes the answer in.
func (c *payReconcileCommand) Run(ctx context.Context, env *Env) error {
	content, err := readAnswer(env, c.File)
	if err != nil {
		return &RefusedError{fmt.Errorf("the file %s cannot be read", c.File)}
	}
	return c.pays(ctx, env, func(o *casework.Office, actor access.Actor, run ident.ID) error {
		v, err := o.TakeBankAnswer(ctx, actor, run, content, casework.Form{})
		if err != nil {
			return err
		}
		if c.JSON {
			return writeJSON(env.Out, answerSaid{run, v.File, v.Again, v.Paid, v.Failed, v.Waiting})
		}
		if v.Again {
			_, err = fmt.Fprintln(env.Out, "the answer had been taken in before: nothing changed")
			return err
		}
		_, err = fmt.Fprintf(env.Out, "%d paid, %d failed, %d wait for the bank\n", v.Paid, v.Failed, v.Waiting)
		return err
	})
}

// readAnswer is the file, or as much of it as tells that it is too large.
func readAnswer(env *Env, name string) ([]byte, error) {
	from := env.In
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		from = file
	}
	return io.ReadAll(io.LimitReader(from, iso20022.LargestStatusFile+1))
}
