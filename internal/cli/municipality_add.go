package cli

import (
	"context"
	"fmt"
	"regexp"

	"fotfaste/internal/store"
)

type municipalityCommands struct {
	Add municipalityAddCommand `cmd:"" help:"Make a municipality in the database, with an empty journal."`
}

type municipalityAddCommand struct {
	DB   string `name:"db" env:"FOTFASTE_DB" required:"" placeholder:"ADDRESS" help:"The database: postgres://… or the path of an SQLite file."`
	Code string `arg:"" help:"The municipal code, four figures."`
	Name string `arg:"" help:"The municipality's name."`
}

var municipalCode = regexp.MustCompile(`^[0-9]{4}$`)

// Run makes the municipality. It refuses a code that is there already.
func (c *municipalityAddCommand) Run(ctx context.Context, env *Env) error {
	if !municipalCode.MatchString(c.Code) || c.Name == "" {
		return &RefusedError{fmt.Errorf("give a municipal code of four figures, and a name")}
	}
	db, err := store.Open(ctx, c.DB)
	if err != nil {
		return err
	}
	defer db.Close()
	known, err := db.Municipalities(ctx)
	if err != nil {
		return fmt.Errorf("the database is not ready: run fotfaste migrate first: %w", err)
	}
	for _, m := range known {
		if m.Code == c.Code {
			return &RefusedError{fmt.Errorf("%s is there already: %s", m.Code, m.Name)}
		}
	}
	if err := db.AddMunicipality(ctx, store.Municipality{Code: c.Code, Name: c.Name}); err != nil {
		return err
	}
	fmt.Fprintf(env.Out, "%s %s is made. Let its first people in with fotfaste account add.\n", c.Code, c.Name)
	return nil
}
