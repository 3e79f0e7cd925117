package cli

import (
	"context"
	"errors"
	"fmt"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
)

type ledgerVerifyCommand struct{ inNameOf }

// ledgerSaid is what was found, as JSON.
type ledgerSaid struct {
	Entries   int               `json:"entries"`
	Whole     bool              `json:"whole"`
	Unsound   []unsoundSaid     `json:"unsound"`
	Disagrees []disagreesSaying `json:"disagrees"`
}

type unsoundSaid struct {
	Entry  ident.ID `json:"entry,omitempty"` // none where the number is missing
	Number string   `json:"number"`
	Sum    int64    `json:"sum"` // öre
}

type disagreesSaying struct {
	Case     ident.ID `json:"case"`
	Account  string   `json:"account"`
	Ledger   int64    `json:"ledger"`   // öre, debit positive
	Payments int64    `json:"payments"` // likewise
}

// Run reads the whole ledger. Exit code 1 where something is wrong with it.
func (c *ledgerVerifyCommand) Run(ctx context.Context, env *Env) error {
	return c.do(ctx, env, bookkeepers, func(o *casework.Office, actor access.Actor) error {
		check, err := o.VerifyLedger(ctx, actor)
		if err != nil {
			return err
		}
		if err := c.tell(env, check); err != nil {
			return err
		}
		if !check.IsWhole() {
			return errors.New(c.words().Text("command.ledger.unsound"))
		}
		return nil
	})
}

func (c *ledgerVerifyCommand) tell(env *Env, check casework.LedgerCheck) error {
	said := ledgerSaid{Entries: check.Entries, Whole: check.IsWhole(), Unsound: []unsoundSaid{}, Disagrees: []disagreesSaying{}}
	for _, u := range check.Unsound {
		said.Unsound = append(said.Unsound, unsoundSaid{u.Entry, fmt.Sprintf("%d/%d", u.Year, u.Number), int64(u.Sum)})
	}
	for _, d := range check.Disagrees {
		said.Disagrees = append(said.Disagrees, disagreesSaying{d.Case, string(d.Account), int64(d.Ledger), int64(d.Payments)})
	}
	if c.JSON {
		return writeJSON(env.Out, said)
	}
	p := c.words()
	err := c.say(env, "command.ledger.checked", "Entries", check.Entries)
	for _, u := range check.Unsound {
		key := "command.ledger.unbalanced"
		if u.Entry.IsZero() {
			key = "command.ledger.missing"
		}
		err = errors.Join(err, c.say(env, key, "Number", fmt.Sprintf("%d/%d", u.Year, u.Number), "Sum", u.Sum))
	}
	for _, d := range check.Disagrees {
		err = errors.Join(err, c.say(env, "command.ledger.disagrees", "Case", string(d.Case), "Account", p.Code("pay.chart.", d.Account),
			"Ledger", d.Ledger, "Payments", d.Payments))
	}
	return err
}
