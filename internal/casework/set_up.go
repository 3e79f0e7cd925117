package casework

import (
	"context"
	"slices"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/store"
)

// NewAccount is somebody who works with the programme, as whoever runs the program
// adds them. The first administrator comes in this way, since nobody is inside yet.
type NewAccount struct {
	Municipality     string
	Organisation     string // its name; added where it is not known
	OrganisationKind store.OrganisationKind
	Name, Email      string
	Subject          string // the issuer, "|", and the subject there
	Roles            []access.Role
}

// AddAccount adds somebody who works with the programme, with their roles. Invalid
// where a field is wrong; Conflict where the subject has an account already.
func (o *Office) AddAccount(ctx context.Context, in NewAccount) (ident.ID, error) {
	var f fault.Fields
	f.Check(strings.TrimSpace(in.Name) != "", "name", "form.required")
	f.Check(strings.Contains(in.Subject, "|"), "subject", "setup.subject")
	f.Check(len(in.Roles) > 0, "role", "form.required")
	for _, r := range in.Roles {
		f.Check(r != access.Participant && slices.Contains(access.Roles, r), "role", "setup.role", "Role", string(r))
	}
	if err := f.Err(); err != nil {
		return "", err
	}
	if taken, err := o.DB.AccountsBySubject(ctx, in.Subject); err != nil {
		return "", err
	} else if slices.ContainsFunc(taken, func(s store.SignIn) bool { return s.Municipality == in.Municipality }) {
		return "", fault.New(fault.Conflict, "setup.taken")
	}
	now := o.Clock.Now()
	account := store.Account{ID: o.IDs.New(now), Name: strings.TrimSpace(in.Name), Email: in.Email, Subject: in.Subject,
		Language: "sv", Active: true}
	err := o.DB.Write(ctx, in.Municipality, func(tx *store.Tx) error {
		known, err := tx.Organisations(ctx)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(known, func(k store.Organisation) bool { return k.Name == in.Organisation })
		if at >= 0 {
			account.Organisation = known[at].ID
		} else {
			added := store.Organisation{ID: o.IDs.New(now), Kind: in.OrganisationKind, Name: in.Organisation}
			if err := tx.AddOrganisation(ctx, added); err != nil {
				return err
			}
			account.Organisation = added.ID
		}
		if err := tx.AddAccount(ctx, account, in.Roles...); err != nil {
			return err
		}
		detail, err := detailText(map[string]any{"account": account.ID, "roles": in.Roles})
		if err != nil {
			return err
		}
		return tx.Journal(ctx, journal.Entry{At: now, Kind: journal.Act, Act: access.AddAccount.Name, Ground: access.Operator, Detail: detail})
	})
	return account.ID, err
}
