package cli

import (
	"context"
	"fmt"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/store"
)

type accountCommands struct {
	Add accountAddCommand `cmd:"" help:"Add an account. The journal keeps that it was done here."`
}

type accountAddCommand struct {
	DB           string   `name:"db" env:"FOTFASTE_DB" required:"" placeholder:"ADDRESS" help:"The database: postgres://… or the path of an SQLite file."`
	Municipality string   `required:"" placeholder:"CODE" help:"The municipal code."`
	Name         string   `required:"" help:"The person's name, as others see it."`
	Email        string   `help:"Their e-mail."`
	Subject      string   `required:"" placeholder:"ISSUER|SUBJECT" help:"Who they are at the identity provider."`
	Role         []string `required:"" help:"A role; give it again for more: case_manager, assessor, decision_maker, payment_officer, provider_supervisor, partner, manager, evaluator, administrator, auditor."`
	Organisation string   `required:"" help:"Where they work; added where it is not known."`
	Kind         string   `enum:"social_services,labour_market_unit,employment_service,social_insurance,region_health_care,adult_education,provider,coordination_association" default:"labour_market_unit" help:"What the organisation is, where it is new."`
}

// Run adds the account.
func (c *accountAddCommand) Run(ctx context.Context, env *Env) error {
	db, err := store.Open(ctx, c.DB)
	if err != nil {
		return err
	}
	defer db.Close()
	in := casework.NewAccount{Municipality: c.Municipality, Organisation: c.Organisation,
		OrganisationKind: store.OrganisationKind(c.Kind), Name: c.Name, Email: c.Email, Subject: c.Subject}
	for _, r := range c.Role {
		in.Roles = append(in.Roles, access.Role(r))
	}
	id, err := newOffice(db, clock.System{}).AddAccount(ctx, in)
	if err != nil {
		return err
	}
	fmt.Fprintf(env.Out, "%s can sign in now (account %s).\n", c.Name, id)
	return nil
}
