package cli

import (
	"encoding/json"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/simulate"
)

type simulateCommand struct {
	Size    string `enum:"small,linkoping" default:"linkoping" help:"How large: small, or linkoping (4 000 adults on assistance)."`
	Seed    uint64 `default:"1" help:"The same seed gives the same municipality."`
	Day     string `default:"" placeholder:"YYYY-MM-DD" help:"The day it stands at."`
	Persons int    `default:"0" help:"Adults on assistance, instead of what the size says."`
	JSON    string `name:"json" placeholder:"DIR" type:"path" help:"Write the files into this folder."`
}

// Run writes the municipality where asked, and prints its summary as JSON.
func (c *simulateCommand) Run(env *Env) error {
	o := simulate.Options{Seed: c.Seed, Size: simulate.Size(c.Size), Persons: c.Persons}
	if c.Day != "" {
		day, err := period.ParseDay(c.Day)
		if err != nil {
			return &RefusedError{err}
		}
		o.Today = day
	}
	m, err := simulate.Make(o)
	if err != nil {
		return &RefusedError{err}
	}
	var summary simulate.Summary
	if c.JSON == "" {
		summary = m.Summary()
		summary.Cases, err = m.CountCases()
	} else {
		summary, err = m.WriteFiles(c.JSON)
	}
	if err != nil {
		return fault.New(fault.Internal, "simulate.not_written").Because(err)
	}
	out := json.NewEncoder(env.Out)
	out.SetIndent("", "  ")
	return out.Encode(summary)
}
