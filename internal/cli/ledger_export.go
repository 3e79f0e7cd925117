package cli

import (
	"context"
	"fmt"
	"os"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ledger"
	"fotfaste/internal/period"
	"fotfaste/internal/web/locale"
)

type ledgerExportCommand struct {
	inNameOf
	From     string `required:"" placeholder:"DAY" help:"The first day, YYYY-MM-DD."`
	To       string `required:"" placeholder:"DAY" help:"The last day, in the same year."`
	Out      string `required:"" placeholder:"FILE" help:"The file to write; one that is there is not written over."`
	Language string `enum:"sv,en" default:"sv" help:"Of the vouchers' texts: sv or en."`
}

// vouchersSaid is what was written.
type vouchersSaid struct {
	File     string `json:"file"`
	From     string `json:"from"`
	To       string `json:"to"`
	Vouchers int    `json:"vouchers"`
	Bytes    int    `json:"bytes"`
}

// Run writes the file.
func (c *ledgerExportCommand) Run(ctx context.Context, env *Env) error {
	p := locale.For(c.Language)
	from, err := dayOf(locale.For("en"), "--from", c.From)
	if err != nil {
		return err
	}
	to, err := dayOf(locale.For("en"), "--to", c.To)
	if err != nil {
		return err
	}
	return c.do(ctx, env, bookkeepers, func(o *casework.Office, actor access.Actor) error {
		file, err := o.ExportVouchers(ctx, actor, period.Span{From: from, To: to}, func(k ledger.Kind) string { return p.Code("pay.kind.", k) })
		if err != nil {
			return err
		}
		content, err := file.Encode()
		if err != nil {
			return err
		}
		if err := writeNew(c.Out, content); err != nil {
			return err
		}
		if c.JSON {
			return writeJSON(env.Out, vouchersSaid{c.Out, c.From, c.To, len(file.Vouchers), len(content)})
		}
		_, err = fmt.Fprintf(env.Out, "%s: %d vouchers\n", c.Out, len(file.Vouchers))
		return err
	})
}

// writeNew writes a file that is not there yet.
func writeNew(path string, content []byte) error {
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return &RefusedError{fmt.Errorf("%s cannot be made: %w", path, err)}
	}
	_, err = out.Write(content)
	if closed := out.Close(); err == nil {
		err = closed
	}
	return err
}
