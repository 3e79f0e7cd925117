package cli

import (
	"context"
	"errors"
	"io"
	"os"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/iso20022"
)

type payReconcileCommand struct {
	ofRun
	File string `arg:"" help:"The bank's status file (pain.002), - for standard input."`
	Yes  bool   `help:"Take it in also where the bank refuses the whole file. Without it, what that would do is told and nothing is done."`
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
		return refuse(c.words(), "command.unreadable", "Path", c.File)
	}
	return c.pays(ctx, env, func(o *casework.Office, actor access.Actor, run ident.ID) error {
		v, err := o.TakeBankAnswer(ctx, actor, run, content, casework.BankAnswer{WholeFile: c.Yes})
		if ask := fieldOf(err, "whole_file"); ask != nil {
			p := c.words()
			return refuse(p, "command.answer.whole", "Asks", plainSpaces.Replace(p.Fault(*ask)))
		}
		if err != nil {
			return err
		}
		if c.JSON {
			return writeJSON(env.Out, answerSaid{run, v.File, v.Again, v.Paid, v.Failed, v.Waiting})
		}
		if v.Again {
			return c.say(env, "command.answer.again")
		}
		return c.say(env, "command.answer.taken", "Paid", v.Paid, "Failed", v.Failed, "Waiting", v.Waiting)
	})
}

// fieldOf is what the error says of the field, nil where it says nothing.
func fieldOf(err error, name string) *fault.Text {
	var no *fault.Error
	if errors.As(err, &no) {
		for _, f := range no.Fields {
			if f.Name == name {
				return &f.Text
			}
		}
	}
	return nil
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
