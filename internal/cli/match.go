package cli

import (
	"context"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"os"

	"fotfaste/internal/allocation"
	"fotfaste/internal/allocation/matchfile"
	"fotfaste/internal/fault"
	"fotfaste/internal/flow"
	"fotfaste/internal/web/locale"
)

type matchCommand struct {
	Supply   string   `required:"" placeholder:"FILE" help:"A heading \"participant,quanta\" and a row for each participant, in UTF-8."`
	Capacity string   `required:"" placeholder:"FILE" help:"A heading \"intervention,quanta\" and a row for each intervention."`
	Edges    string   `required:"" placeholder:"FILE" help:"A heading \"participant,intervention,gain\" and a row for each pair that could be."`
	Mode     string   `enum:"optimum,whole,stable" default:"optimum" help:"optimum gains the most there is; whole places each participant in one intervention or none; stable lets nobody be passed over."`
	Plan     string   `placeholder:"FILE" help:"Write the plan to this file, as CSV."`
	Seconds  *float64 `help:"How long whole looks for something better, in seconds: 5 unless said otherwise."`
	Rounds   *int     `help:"How many times whole looks for something better, in place of --seconds: the same number gives the same plan."`
	Seed     *uint64  `help:"What whole draws from, 1 unless said otherwise: the same seed and --rounds give the same plan."`
	Language string   `enum:"sv,en" default:"sv" help:"Of what is said: sv or en."`
	JSON     bool     `name:"json" help:"As JSON."`
}

// Run reads the files and prints what is proposed. A file that cannot be right is refused
// with the line; what is in that line is not said, since it may be an identity number.
func (c *matchCommand) Run(ctx context.Context, env *Env) error {
	p := locale.For(c.Language)
	if err := c.check(p); err != nil {
		return err
	}
	in, forms, err := c.read(p)
	if err != nil {
		return err
	}
	found, err := c.solve(ctx, env, in)
	if err != nil {
		return err
	}
	if c.Plan != "" {
		write := func(to io.Writer) error { return writePlan(to, in, found.made) }
		if err := replace(c.Plan, write); err != nil {
			return refuse(p, "match.not_written", "File", c.Plan)
		}
	}
	said := found.said(p, in, forms, c)
	if c.JSON {
		return writeJSON(env.Out, said)
	}
	return said.tell(env.Out, p)
}

// check refuses what whole cannot search by, and what the other modes would pass over in
// silence.
func (c *matchCommand) check(p *locale.Printer) error {
	if s := c.Seconds; s != nil && (*s < 0 || math.IsNaN(*s) || math.IsInf(*s, 0)) {
		return refuse(p, "match.not_seconds", "Flag", "--seconds")
	}
	if c.Rounds != nil && *c.Rounds < 0 {
		return refuse(p, "match.not_below_zero", "Flag", "--rounds")
	}
	for _, f := range []struct {
		name  string
		given bool
	}{{"--seconds", c.Seconds != nil}, {"--rounds", c.Rounds != nil}, {"--seed", c.Seed != nil}} {
		if f.given && c.Mode != "whole" {
			return refuse(p, "match.whole_alone", "Flag", f.name)
		}
	}
	return nil
}

func (c *matchCommand) read(p *locale.Printer) (*allocation.Instance, map[matchfile.Which]matchfile.Form, error) {
	names := map[matchfile.Which]string{matchfile.Supply: c.Supply, matchfile.Capacity: c.Capacity, matchfile.Edges: c.Edges}
	files := map[matchfile.Which]*os.File{}
	for which, name := range names {
		file, err := os.Open(name)
		if err != nil {
			return nil, nil, refuse(p, "benefit.file.unreadable", "File", name)
		}
		defer file.Close()
		info, err := file.Stat()
		if err != nil || info.IsDir() {
			return nil, nil, refuse(p, "benefit.file.unreadable", "File", name)
		}
		if c.overwrites(info) {
			return nil, nil, refuse(p, "match.plan_is_input", "File", c.Plan, "Input", name)
		}
		files[which] = file
	}
	in, forms, err := matchfile.Read(files[matchfile.Supply], files[matchfile.Capacity], files[matchfile.Edges])
	var wrong *fault.Error
	if errors.As(err, &wrong) {
		which := wrong.Text.Args["File"].(matchfile.Which)
		return nil, nil, refuse(p, "benefit.file.wrong", "File", names[which], "Line", wrong.Text.Args["Line"], "Because", plainSpaces.Replace(p.Fault(wrong.Text)))
	}
	return in, forms, err
}

// matched is what has been found.
type matched struct {
	plan    *flow.Plan // the most there is, or could be: its prices are told
	made    allocation.Proposal
	cutOff  []int64
	whole   bool
	seconds float64
}

// askEvery is how many chains pass from one look at the clock to the next.
const askEvery = 32

// What whole searches by where nothing else is asked for.
const (
	usualSeconds float64 = 5
	usualSeed    uint64  = 1
)

// orElse is what was given, or the usual.
func orElse[T any](given *T, usual T) T {
	if given == nil {
		return usual
	}
	return *given
}

// solve is timed without the reading, the counting of envy and the writing.
func (c *matchCommand) solve(ctx context.Context, env *Env, in *allocation.Instance) (matched, error) {
	begun := env.clock().Now()
	took := func() float64 { return env.clock().Now().Sub(begun).Seconds() }
	var found matched
	var err error
	switch c.Mode {
	case "stable":
		found.made = allocation.Stable(&in.Problem)
		found.seconds = took()
		found.cutOff = allocation.Taken(&in.Problem, found.made)
		found.plan, err = flow.Solve(in.Problem)
	case "whole":
		bound := allocation.Bounds(&in.Problem)
		if found.plan, err = flow.Solve(bound); err != nil {
			return found, err
		}
		rounds, seconds := orElse(c.Rounds, 0), orElse(c.Seconds, usualSeconds)
		found.made = allocation.Whole(&bound, found.plan, rand.NewPCG(orElse(c.Seed, usualSeed), 0), func(chains int) bool {
			if rounds > 0 {
				return chains < rounds && ctx.Err() == nil
			}
			// The clock is asked now and then, not for each chain.
			return chains%askEvery != 0 || took() < seconds && ctx.Err() == nil
		})
		found.cutOff, found.whole = found.plan.Price, true
		found.seconds = took()
	default:
		if found.plan, err = flow.Solve(in.Problem); err == nil {
			found.made, found.cutOff = allocation.Optimum(found.plan), found.plan.Price
		}
		found.seconds = took()
	}
	return found, err
}
