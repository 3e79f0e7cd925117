package cli

import (
	"context"
	"fmt"

	"fotfaste/internal/store"
)

type migrateCommand struct {
	DB string `name:"db" env:"FOTFASTE_DB" required:"" placeholder:"ADDRESS" help:"The database: postgres://… or the path of an SQLite file."`
}

// Run brings the database to the newest shape. It can be run at any time.
func (c *migrateCommand) Run(ctx context.Context, env *Env) error {
	db, err := store.Open(ctx, c.DB)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := db.Migrate(ctx); err != nil {
		return err
	}
	fmt.Fprintln(env.Out, "The database is up to date.")
	return nil
}
