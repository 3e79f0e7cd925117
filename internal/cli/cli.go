package cli

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/alecthomas/kong"

	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
)

// The exit codes of every command.
const (
	Fine    = 0 // done, and nothing was wrong
	Wrong   = 1 // something was found wrong, or could not be done
	Refused = 2 // the arguments or the input were refused; nothing was done
)

// commands is the command line: a field for each command, whose Run method is in
// the file of its name.
type commands struct {
	Account      accountCommands      `cmd:"" help:"Let people in who work with the programme."`
	Benefit      benefitCommands      `cmd:"" help:"Benefit history: how long people have lived on assistance."`
	Calc         calcCommands         `cmd:"" help:"Reckon by the programme's rules, with every step explained."`
	Duty         dutyCommands         `cmd:"" help:"The activity requirement: what a municipality reports."`
	Municipality municipalityCommands `cmd:"" help:"The municipalities that the database has."`
	Journal      journalCommands      `cmd:"" help:"Look after the journal."`
	Ledger       ledgerCommands       `cmd:"" help:"Look after the ledger."`
	Match        matchCommand         `cmd:"" help:"Propose who could be where: the most gain, everybody whole, or nobody passed over."`
	Pay          payCommands          `cmd:"" help:"Carry a payment run from proposal to what the bank answered."`
	Demo         demoCommand          `cmd:"" help:"Make up a municipality and serve it, with one button to sign in as each role."`
	Migrate      migrateCommand       `cmd:"" help:"Bring a database to the newest shape."`
	Serve        serveCommand         `cmd:"" help:"Serve the pages."`
	Simulate     simulateCommand      `cmd:"" help:"Make up a municipality: print its counts, and write it to files."`
	Version      versionCommand       `cmd:"" help:"Say which version of Fotfäste this is."`
}

// Env is what a command may use of the world: its Run method takes an *Env, and a
// context.Context that ends when the program is asked to stop.
type Env struct {
	In       io.Reader
	Out, Err io.Writer
	Clock    clock.Clock // nil is the machine's own
}

func (e *Env) clock() clock.Clock {
	if e.Clock == nil {
		return clock.System{}
	}
	return e.Clock
}

// RefusedError marks input that was refused: exit code 2. Faults of the code
// fault.Invalid are refusals as they are.
type RefusedError struct{ Because error }

func (e *RefusedError) Error() string { return e.Because.Error() }

// Unwrap is the reason.
func (e *RefusedError) Unwrap() error { return e.Because }

// Main reads the arguments (without the program's own name), runs the command they
// name and returns the exit code. What went wrong is told on env.Err.
func Main(ctx context.Context, args []string, env Env) int {
	var line commands
	ended := -1 // set when kong has answered by itself, as it does to --help
	parser, err := kong.New(&line,
		kong.Name("fotfaste"),
		kong.Description("One case, one plan, one person beside you: from long-term assistance to work of your own."),
		kong.Writers(env.Out, env.Err),
		kong.Exit(func(code int) { ended = code }),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(&env),
	)
	if err != nil {
		return tell(env, err)
	}
	args = joinNegatives(args)
	command, err := parser.Parse(args)
	if ended >= 0 {
		return ended
	}
	if err != nil {
		p := wordsFor(parser.Model.Node, args)
		fmt.Fprintf(env.Err, "fotfaste: %s\n%s\n", misread(p, err), p.Text("command.line.help"))
		return Refused
	}
	return tell(env, command.Run())
}

func tell(env Env, err error) int {
	if err == nil {
		return Fine
	}
	fmt.Fprintf(env.Err, "fotfaste: %v\n", err)
	var refused *RefusedError
	var no *fault.Error
	if errors.As(err, &refused) || errors.As(err, &no) && no.Code == fault.Invalid {
		return Refused
	}
	return Wrong
}
