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

var errUnsoundLedger = errors.New("the ledger is not whole")

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
			return errUnsoundLedger
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
	_, err := fmt.Fprintf(env.Out, "%d entries checked\n", said.Entries)
	for _, u := range said.Unsound {
		if u.Entry.IsZero() {
			_, err = fmt.Fprintf(env.Out, "entry %s is missing\n", u.Number)
		} else {
			_, err = fmt.Fprintf(env.Out, "entry %s is out of balance by %d hundredths\n", u.Number, u.Sum)
		}
	}
	for _, d := range said.Disagrees {
		_, err = fmt.Fprintf(env.Out, "case %s: %s stands at %d hundredths, its payments at %d\n", d.Case, d.Account, d.Ledger, d.Payments)
	}
	return err
}
