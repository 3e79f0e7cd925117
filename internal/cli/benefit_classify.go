package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"fotfaste/internal/benefit"
	"fotfaste/internal/benefit/monthsfile"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/web/locale"
)

type benefitCommands struct {
	Classify benefitClassifyCommand `cmd:"" help:"How many, of everybody in a file of months with assistance, are in each class of benefit history."`
	Load     benefitLoadCommand     `cmd:"" help:"Take in the months with assistance of participants from a register file."`
}

type benefitClassifyCommand struct {
	File     string `arg:"" placeholder:"FILE" help:"Rows \"person,month\" with months as YYYY-MM, heading or not, in UTF-8. \"-\" reads them from standard input."`
	Base     string `required:"" placeholder:"MONTH" help:"The base month, YYYY-MM: every window ends with it."`
	Persons  bool   `help:"A row for each person too, in the order of their names in the file. Without --json: only those, as CSV."`
	Language string `enum:"sv,en" default:"sv" help:"Of what is said: sv or en."`
	JSON     bool   `name:"json" help:"As JSON."`
}

// Run reads the file and prints how many are in each class. A file that cannot be right
// is refused, with the line; what is in that line is not said, since it may be an
// identity number.
func (c *benefitClassifyCommand) Run(ctx context.Context, env *Env) error {
	p := locale.For(c.Language)
	base, err := baseMonth(p, c.Base)
	if err != nil {
		return err
	}
	registry, err := c.read(ctx, env, p, base)
	if err != nil {
		return err
	}
	classes := benefit.Sweden()
	said := classified{base: base, classes: classes, registry: registry, counts: registry.Count(classes)}
	out := bufio.NewWriter(env.Out)
	switch {
	case c.JSON:
		err = said.json(out, p, c.Persons)
	case c.Persons:
		err = said.csv(out)
	default:
		err = said.sentences(out, p)
	}
	return errors.Join(err, out.Flush())
}

// firstBase is the first month that can be a base. No register is older, and the windows
// before it would begin before the first year.
var firstBase = period.MonthOf(1900, 1)

// baseMonth reads the base month as it was given.
func baseMonth(p *locale.Printer, text string) (period.Month, error) {
	base, err := period.ParseMonth(text)
	if err != nil {
		return 0, refuse(p, "benefit.flag.not_a_month", "Flag", "--base", "Said", fmt.Sprintf("%.40q", text))
	}
	if base < firstBase {
		return 0, refuse(p, "benefit.flag.too_early", "Flag", "--base", "Said", text, "First", firstBase.String())
	}
	return base, nil
}

// read is everybody in the file.
func (c *benefitClassifyCommand) read(ctx context.Context, env *Env, p *locale.Printer, base period.Month) (*monthsfile.Registry, error) {
	from, size := env.In, int64(0)
	if c.File != "-" {
		file, err := os.Open(c.File)
		if err != nil {
			return nil, refuse(p, "benefit.file.unreadable", "File", c.File)
		}
		defer file.Close()
		info, err := file.Stat()
		if err != nil || info.IsDir() {
			return nil, refuse(p, "benefit.file.unreadable", "File", c.File)
		}
		from, size = file, info.Size()
	}
	told, end := progress(env.Err, p, size)
	registry, err := monthsfile.Read(ctx, from, monthsfile.Options{Base: base, Workers: runtime.GOMAXPROCS(0), Progress: told})
	end()
	var wrong *fault.Error
	if errors.As(err, &wrong) {
		return nil, refuse(p, "benefit.file.wrong", "File", c.File, "Line", wrong.Text.Args["Line"], "Because", p.Fault(wrong.Text))
	}
	return registry, err
}

// muchToRead is the size of a file from which somebody who waits is told how far it is.
const muchToRead = 64 << 20 // bytes

// progress tells on a terminal how many per cent of a large file have been read; end
// takes the line away. Where there is nobody to tell, told is nil.
func progress(to io.Writer, p *locale.Printer, size int64) (told func(int64), end func()) {
	if size < muchToRead || !isTerminal(to) {
		return nil, func() {}
	}
	told = percent(to, func(n int64) string { return p.Text("benefit.progress", "Percent", n) }, size)
	return told, func() { fmt.Fprint(to, "\r\x1b[K") }
}

// percent tells each per cent of the size once, over the one before.
func percent(to io.Writer, say func(int64) string, size int64) func(int64) {
	before := int64(-1)
	return func(read int64) {
		if now := min(100, 100*read/size); now != before {
			before = now
			fmt.Fprintf(to, "\r%s", say(now))
		}
	}
}

func isTerminal(to io.Writer) bool {
	file, is := to.(*os.File)
	if !is {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
