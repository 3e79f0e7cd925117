package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/store"
)

// ActAs is the account in whose name whoever runs the program does something at its
// command line: by its identity, or by its subject at the identity provider. It acts in
// the first of the roles that it holds, and what it may do is asked as on every page;
// the journal keeps that it was done here. NotFound where there is no such account,
// NotAllowed where it holds none of the roles.
func (o *Office) ActAs(ctx context.Context, municipality, who string, roles ...access.Role) (access.Actor, error) {
	account, err := o.accountNamed(ctx, municipality, who)
	if err != nil {
		return access.Actor{}, err
	}
	for _, role := range roles {
		actor, err := o.SignedIn(ctx, municipality, account, role)
		if fault.CodeOf(err) == fault.NotFound {
			continue
		}
		if err == nil {
			err = o.DB.Write(ctx, municipality, func(tx *store.Tx) error {
				return tx.Journal(ctx, signed(journal.Entry{}, actor, access.ActByCommand, access.Operator, o.Clock.Now()))
			})
		}
		return actor, err
	}
	return access.Actor{}, fault.New(fault.NotAllowed, "access.role")
}

func (o *Office) accountNamed(ctx context.Context, municipality, who string) (ident.ID, error) {
	if id, err := ident.Parse(who); err == nil {
		return id, nil
	}
	accounts, err := o.DB.AccountsBySubject(ctx, who)
	for _, a := range accounts {
		if a.Municipality == municipality {
			return a.Account, nil
		}
	}
	if err == nil {
		err = fault.New(fault.NotFound, "setup.no_account", "Who", who)
	}
	return "", err
}
