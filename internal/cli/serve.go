package cli

import (
	"context"
	"fmt"
	"log/slog"

	"fotfaste/internal/clock"
	"fotfaste/internal/store"
	"fotfaste/internal/web"
)

type serveCommand struct {
	DB     string `name:"db" env:"FOTFASTE_DB" required:"" placeholder:"ADDRESS" help:"The database: postgres://… or the path of an SQLite file."`
	Addr   string `default:"127.0.0.1:8080" env:"FOTFASTE_ADDR" help:"Where to serve."`
	Secure bool   `default:"true" negatable:"" env:"FOTFASTE_SECURE" help:"The site is reached by HTTPS: cookies are marked so."`

	SignIn signinFlags `embed:""`
}

// Run serves until the program is asked to stop.
func (c *serveCommand) Run(ctx context.Context, env *Env) error {
	providers, err := c.SignIn.config()
	if err != nil {
		return err
	}
	db, err := store.Open(ctx, c.DB)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := db.Ready(ctx); err != nil {
		return fmt.Errorf("the database is not ready: run fotfaste migrate first: %w", err)
	}
	log := slog.New(slog.NewJSONHandler(env.Err, nil))
	return serveSite(ctx, c.Addr, web.Options{Office: newOffice(db, clock.System{}), Log: log, Secure: c.Secure, SignIn: providers},
		func(url string) { fmt.Fprintf(env.Out, "Fotfäste serves %s\n", url) })
}
