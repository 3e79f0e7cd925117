package store

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
)

// StaffAccount is the account of somebody who works in the programme, with what they
// may act as.
type StaffAccount struct {
	ID           ident.ID
	Name         string
	Email        string
	Organisation ident.ID
	Office       string // the organisation's name
	Active       bool
	Roles        []access.Role
}

// StaffAccounts is every account that belongs to an organisation, by name. Those of
// participants are not among them: that somebody takes part is secret.
func (t *Tx) StaffAccounts(ctx context.Context) ([]StaffAccount, error) {
	type row struct {
		account StaffAccount
		role    access.Role
	}
	rows, err := many(ctx, t, func(r scanner, one *row) error {
		a := &one.account
		return r.Scan(&a.ID, &a.Name, &a.Email, &a.Organisation, &a.Office, &a.Active, &one.role)
	}, `SELECT a.id, a.name, a.email, o.id, o.name, a.active, coalesce(r.role, '')
		FROM account a
		JOIN organisation o ON o.municipality = a.municipality AND o.id = a.organisation_id
		LEFT JOIN account_role r ON r.municipality = a.municipality AND r.account_id = a.id
		WHERE a.municipality = $1 ORDER BY a.name, a.id, r.role`, t.Municipality)
	if err != nil {
		return nil, err
	}
	var all []StaffAccount
	for _, r := range rows {
		if n := len(all); n == 0 || all[n-1].ID != r.account.ID {
			all = append(all, r.account)
		}
		if r.role != "" {
			last := &all[len(all)-1]
			last.Roles = append(last.Roles, r.role)
		}
	}
	return all, nil
}

// ParticipantAccounts is how many participants can sign in.
func (t *Tx) ParticipantAccounts(ctx context.Context) (int, error) {
	return t.count(ctx, `SELECT count(*) FROM account_role WHERE municipality = $1 AND role = $2`, t.Municipality, string(access.Participant))
}
