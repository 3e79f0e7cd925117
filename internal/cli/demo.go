package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/simulate"
	"fotfaste/internal/store"
	"fotfaste/internal/web"
	"fotfaste/internal/web/signin"
)

type demoCommand struct {
	Addr  string `default:"127.0.0.1:8080" help:"Where to serve: a loopback address, since anybody who reaches it is let in."`
	Dir   string `placeholder:"DIR" type:"path" help:"Keep the municipality in this folder and go on with it the next time. Otherwise it goes when the demo ends."`
	Seed  uint64 `default:"1" help:"The same seed gives the same municipality."`
	Size  string `enum:"small,linkoping" default:"linkoping" help:"How large: small, or linkoping (4 000 adults on assistance)."`
	Today string `placeholder:"YYYY-MM-DD" help:"The day it begins at, instead of today."`
	Log   bool   `help:"Tell of every request on standard error."`
}

// Run makes the municipality up, unless the folder has it already, and serves it.
func (c *demoCommand) Run(ctx context.Context, env *Env) error {
	if err := LoopbackOnly(c.Addr); err != nil {
		return err
	}
	today, err := c.today()
	if err != nil {
		return &RefusedError{err}
	}
	dir := c.Dir
	if dir == "" {
		if dir, err = os.MkdirTemp("", "fotfaste-demo-"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	}
	db, err := c.municipality(ctx, env, dir, today)
	if err != nil {
		return err
	}
	defer db.Close()

	begins, err := goesOnAt(ctx, db, morning(today))
	if err != nil {
		return err
	}
	now := clock.NewTravelling(clock.System{}, begins)
	office := newOffice(db, now)
	demo := &signin.Demo{Municipality: simulate.Code, Name: simulate.Name, Clock: now}
	if demo.Accounts, err = doors(ctx, db, clock.DayOf(begins)); err != nil {
		return err
	}
	demo.Moved = func(ctx context.Context) error { return runJobs(ctx, office) }
	log := slog.New(slog.DiscardHandler)
	if c.Log {
		log = slog.New(slog.NewTextHandler(env.Err, nil))
	}
	return serveSite(ctx, c.Addr, web.Options{Office: office, Log: log, Demo: demo}, func(url string) {
		fmt.Fprintf(env.Out, "Fotfäste's demo is at %s\nEverybody in it is made up. Stop it with Ctrl-C.\n", url)
	})
}

// municipality opens the folder's database, made and filled where it is not there.
// It is filled under another name first, so that one half made is never served.
func (c *demoCommand) municipality(ctx context.Context, env *Env, dir string, today period.Day) (*store.DB, error) {
	file := filepath.Join(dir, "fotfaste.db")
	if _, err := os.Stat(file); err == nil {
		db, err := store.Open(ctx, file)
		if err != nil {
			return nil, err
		}
		return db, errors.Join(db.Migrate(ctx), db.Ready(ctx))
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	fmt.Fprintln(env.Out, "Making up a municipality …")
	m, err := simulate.Make(simulate.Options{Seed: c.Seed, Size: simulate.Size(c.Size), Today: today})
	if err != nil {
		return nil, &RefusedError{err}
	}
	m.Words = words
	half := file + ".half"
	if err := os.RemoveAll(half); err != nil {
		return nil, err
	}
	db, err := store.Open(ctx, half)
	if err != nil {
		return nil, err
	}
	err = db.Migrate(ctx)
	if err == nil {
		err = m.Load(ctx, db)
	}
	if err == nil {
		err = c.households(ctx, db, today)
	}
	if err == nil {
		err = db.Analyse(ctx)
	}
	if err := errors.Join(err, db.Close()); err != nil {
		return nil, err
	}
	if err := os.Rename(half, file); err != nil {
		return nil, err
	}
	return store.Open(ctx, file)
}

// households makes up those of the case manager whom the demo shows, an hour before it
// begins.
func (c *demoCommand) households(ctx context.Context, db *store.DB, today period.Day) error {
	begins, err := goesOnAt(ctx, db, morning(today).Add(-time.Hour))
	if err != nil {
		return err
	}
	var manager access.Actor
	err = db.Read(ctx, simulate.Code, func(tx *store.Tx) error {
		busy, err := busiest(ctx, tx, today)
		if err != nil || busy.ID.IsZero() {
			return err
		}
		manager, err = tx.Actor(ctx, busy.ID, access.CaseManager)
		return err
	})
	if err != nil || manager.Account.IsZero() {
		return err
	}
	_, err = simulate.Households(ctx, newOffice(db, clock.Fixed(begins)), manager, c.Seed)
	return err
}

// today is the day that the demo begins at: the one given, or the machine's own, but
// never one for which the law is not known, since nothing could be paid then.
func (c *demoCommand) today() (period.Day, error) {
	last := law.Sweden().LastKnownDay()
	if c.Today == "" {
		return min(clock.Today(clock.System{}), last), nil
	}
	day, err := period.ParseDay(c.Today)
	if err == nil && day > last {
		err = fmt.Errorf("the law is known until %s only", last)
	}
	return day, err
}

// goesOnAt is when the demo begins: in the morning, or where its folder has come further,
// as after a visitor has moved the clock, at the last that happened in it. Were it to go
// back, what is entered would seem to be known before the runs that it corrects.
func goesOnAt(ctx context.Context, db *store.DB, morning time.Time) (time.Time, error) {
	begins := morning
	err := db.Write(ctx, simulate.Code, func(tx *store.Tx) error {
		last, err := tx.NewestInstant(ctx)
		if last.After(begins) {
			begins = last
		}
		return err
	})
	return begins, err
}

// morning is nine o'clock in Sweden.
func morning(d period.Day) time.Time {
	y, m, day := d.Date()
	return time.Date(y, time.Month(m), day, 9, 0, 0, 0, clock.Stockholm)
}
