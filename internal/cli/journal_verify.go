package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"fotfaste/internal/journal"
	"fotfaste/internal/store"
	"fotfaste/internal/web/locale"
)

type journalCommands struct {
	Verify journalVerifyCommand `cmd:"" help:"Check the whole journal, entry by entry: has anything been changed or taken away?"`
}

type journalVerifyCommand struct {
	DB   string `name:"db" env:"FOTFASTE_DB" placeholder:"ADDRESS" help:"The database: postgres://… or the path of an SQLite file."`
	Dir  string `placeholder:"DIR" help:"The folder of the demo, instead of --db."`
	JSON bool   `name:"json" help:"As JSON."`
}

// verified is what the command says as JSON.
type verified struct {
	Entries int64        `json:"entries"` // found whole
	Whole   bool         `json:"whole"`
	Broken  *brokenEntry `json:"broken,omitempty"`
	Back    []backEntry  `json:"clock_back,omitempty"`
}

// backEntry is an entry that is whole, but made at a lower instant than the one before.
type backEntry struct {
	Municipality string    `json:"municipality"`
	Entry        int64     `json:"entry"`
	At           time.Time `json:"at"`
}

// mostBack is how many entries are named of those that a clock was back at.
const mostBack = 10

type brokenEntry struct {
	Municipality string       `json:"municipality"`
	Entry        int64        `json:"entry"`
	Flaw         journal.Flaw `json:"flaw"`
}

// Run checks the chain of every municipality. The first broken entry is named on
// env.Err, and in the JSON.
func (c *journalVerifyCommand) Run(ctx context.Context, env *Env) error {
	address, err := databaseAt(locale.For("en"), c.DB, c.Dir)
	if err != nil {
		return err
	}
	db, err := store.Open(ctx, address)
	if errors.Is(err, store.ErrUnknownAddress) {
		return &RefusedError{err}
	}
	if err != nil {
		return err
	}
	defer db.Close()
	checked, err := db.VerifyJournals(ctx)
	var broken *journal.Broken
	if err != nil && !errors.As(err, &broken) {
		return fmt.Errorf("the journal cannot be read: %w", err)
	}
	var back []journal.Entry
	if broken == nil {
		if back, err = db.ClocksBack(ctx, mostBack); err != nil {
			return err
		}
	}
	if c.JSON {
		said := verified{Entries: checked, Whole: broken == nil}
		for _, e := range back {
			said.Back = append(said.Back, backEntry{e.Municipality, e.Seq, e.At})
		}
		if broken != nil {
			said.Broken = &brokenEntry{broken.Municipality, broken.Seq, broken.Flaw}
		}
		return errors.Join(json.NewEncoder(env.Out).Encode(said), err)
	}
	if _, wrong := fmt.Fprintf(env.Out, "%d entries checked\n", checked); wrong != nil {
		return errors.Join(wrong, err)
	}
	for _, e := range back {
		_, wrong := fmt.Fprintf(env.Out, "in %s, entry %d was made at %s, before the entry that it follows: a clock was behind\n",
			e.Municipality, e.Seq, e.At.Format(time.RFC3339))
		if wrong != nil {
			return wrong
		}
	}
	return err
}
