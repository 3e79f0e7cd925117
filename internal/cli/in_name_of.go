package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
	"fotfaste/internal/web/locale"
)

// inNameOf is what every command says that does something in somebody's name.
type inNameOf struct {
	DB           string `name:"db" env:"FOTFASTE_DB" placeholder:"ADDRESS" help:"The database: postgres://… or the path of an SQLite file."`
	Dir          string `placeholder:"DIR" help:"The folder of the demo, instead of --db."`
	Municipality string `placeholder:"CODE" help:"The municipal code; not needed where the database has one municipality."`
	As           string `required:"" placeholder:"ACCOUNT" help:"In whose name: an account's identity or its ISSUER|SUBJECT. It must hold the role, and the journal keeps it."`
	Language     string `enum:"sv,en" default:"sv" help:"Of what is said: sv or en."`
	JSON         bool   `name:"json" help:"As JSON."`
}

// words are those of the language that was asked for.
func (c *inNameOf) words() *locale.Printer { return locale.For(c.Language) }

// do opens the database and hands the office to work, with who acts. What is refused
// is told in words.
func (c *inNameOf) do(ctx context.Context, env *Env, roles []access.Role, work func(*casework.Office, access.Actor) error) error {
	p := c.words()
	address, err := databaseAt(p, c.DB, c.Dir)
	if err != nil {
		return err
	}
	db, err := store.Open(ctx, address)
	if errors.Is(err, store.ErrUnknownAddress) {
		return refuse(p, "command.database_address")
	}
	if err != nil {
		return err
	}
	defer db.Close()
	municipality, err := municipalityIn(ctx, p, db, c.Municipality)
	if err != nil {
		return err
	}
	office := newOffice(db, env.clock())
	actor, err := office.ActAs(ctx, municipality, c.As, roles...)
	if err == nil {
		err = work(office, actor)
	}
	return inWords(p, err)
}

// municipalityIn is the municipality of the code, or the only one there is.
func municipalityIn(ctx context.Context, p *locale.Printer, db *store.DB, code string) (string, error) {
	known, err := db.Municipalities(ctx)
	if err != nil {
		return "", fmt.Errorf("%s: %w", p.Text("command.database_not_ready"), err)
	}
	if code == "" && len(known) == 1 {
		return known[0].Code, nil
	}
	for _, m := range known {
		if m.Code == code {
			return code, nil
		}
	}
	if code == "" {
		return "", refuse(p, "command.which_municipality")
	}
	return "", refuse(p, "command.no_municipality", "Code", code)
}

// toldError is a fault in words, with the fault itself for the exit code.
type toldError struct {
	words string
	fault *fault.Error
}

func (e *toldError) Error() string { return e.words }
func (e *toldError) Unwrap() error { return e.fault }

// inWords tells a fault as a person reads it. Who may not, and what is not there, are
// refused like input that is wrong; what the state of things does not allow now is not.
func inWords(p *locale.Printer, err error) error {
	var no *fault.Error
	if !errors.As(err, &no) || no.Code == fault.Internal {
		return err
	}
	lines := []string{p.Fault(no.Text)}
	for _, f := range no.Fields {
		lines = append(lines, f.Name+": "+p.Fault(f.Text))
	}
	told := &toldError{strings.Join(lines, "\n  "), no}
	if no.Code == fault.NotAllowed || no.Code == fault.NotFound || no.Code == fault.TooLarge {
		return &RefusedError{told}
	}
	return told
}

// identity reads an identity given on the line.
func identity(p *locale.Printer, flag, said string) (ident.ID, error) {
	id, err := ident.Parse(said)
	if err != nil {
		return "", refuse(p, "command.not_an_identity", "Flag", flag, "Said", fmt.Sprintf("%.60q", said))
	}
	return id, nil
}
