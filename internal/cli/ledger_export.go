package cli

import (
	"context"
	"os"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ledger"
	"fotfaste/internal/period"
	"fotfaste/internal/web/locale"
)

type ledgerExportCommand struct {
	inNameOf
	From string `required:"" placeholder:"DAY" help:"The first day, YYYY-MM-DD."`
	To   string `required:"" placeholder:"DAY" help:"The last day, in the same year."`
	Out  string `required:"" placeholder:"FILE" help:"The file to write; one that is there is not written over."`
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
	p := c.words()
	from, err := dayOf(p, "--from", c.From)
	if err != nil {
		return err
	}
	to, err := dayOf(p, "--to", c.To)
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
		if err := writeNew(p, c.Out, content); err != nil {
			return err
		}
		if c.JSON {
			return writeJSON(env.Out, vouchersSaid{c.Out, c.From, c.To, len(file.Vouchers), len(content)})
		}
		return c.say(env, "command.vouchers", "Path", c.Out, "Vouchers", len(file.Vouchers))
	})
}

// writeNew writes a file that is not there yet.
func writeNew(p *locale.Printer, path string, content []byte) error {
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return refuse(p, "command.cannot_make", "Path", path, "Because", err.Error())
	}
	_, err = out.Write(content)
	if closed := out.Close(); err == nil {
		err = closed
	}
	return err
}
