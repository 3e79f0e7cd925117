package store

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
)

// Account is someone who can sign in.
type Account struct {
	ID           ident.ID
	Organisation ident.ID // none for participants
	Person       ident.ID
	Name         string
	Email        string
	Subject      string // issuer and subject at the identity provider
	Language     string
	Active       bool
}

const accountColumns = `a.id, a.organisation_id, a.person_id, a.name, a.email, a.subject, a.language, a.active`

func readAccount(row scanner, a *Account) error {
	return row.Scan(&a.ID, intoIDOrZero(&a.Organisation), intoIDOrZero(&a.Person), &a.Name, &a.Email, &a.Subject, &a.Language, &a.Active)
}

// AddAccount stores a new account with its roles.
func (t *Tx) AddAccount(ctx context.Context, a Account, roles ...access.Role) error {
	err := t.run(ctx, `
		INSERT INTO account (municipality, id, organisation_id, person_id, name, email, subject, language, active)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		t.Municipality, string(a.ID), idOrNull(a.Organisation), idOrNull(a.Person), a.Name, a.Email, a.Subject, a.Language, a.Active)
	if err != nil {
		return err
	}
	for _, role := range roles {
		if err := t.run(ctx, `INSERT INTO account_role (municipality, account_id, role) VALUES ($1, $2, $3)`,
			t.Municipality, string(a.ID), string(role)); err != nil {
			return err
		}
	}
	return nil
}

// Account is one account. NotFound where there is none.
func (t *Tx) Account(ctx context.Context, id ident.ID) (Account, error) {
	return one(ctx, t, readAccount, `SELECT `+accountColumns+` FROM account a WHERE a.municipality = $1 AND a.id = $2`,
		t.Municipality, string(id))
}

// RolesOf is the roles that the account holds.
func (t *Tx) RolesOf(ctx context.Context, id ident.ID) ([]access.Role, error) {
	return many(ctx, t, func(row scanner, r *access.Role) error { return row.Scan(r) },
		`SELECT role FROM account_role WHERE municipality = $1 AND account_id = $2 ORDER BY role`, t.Municipality, string(id))
}

// Actor is the account acting in the role. NotFound where the account is not
// active or does not hold the role.
func (t *Tx) Actor(ctx context.Context, id ident.ID, role access.Role) (access.Actor, error) {
	return one(ctx, t, func(row scanner, a *access.Actor) error {
		a.Municipality, a.Role = t.Municipality, role
		return row.Scan(&a.Account, &a.Name, intoIDOrZero(&a.Organisation), &a.OrganisationName, intoIDOrZero(&a.Person))
	}, `SELECT a.id, a.name, a.organisation_id, coalesce(o.name, ''), a.person_id
		FROM account a
		JOIN account_role r ON r.municipality = a.municipality AND r.account_id = a.id
		LEFT JOIN organisation o ON o.municipality = a.municipality AND o.id = a.organisation_id
		WHERE a.municipality = $1 AND a.id = $2 AND r.role = $3 AND a.active = $4`,
		t.Municipality, string(id), string(role), true)
}

// AccountsInRole is every active account that holds the role, by name.
func (t *Tx) AccountsInRole(ctx context.Context, role access.Role) ([]Account, error) {
	return many(ctx, t, readAccount, `SELECT `+accountColumns+` FROM account a
		JOIN account_role r ON r.municipality = a.municipality AND r.account_id = a.id
		WHERE a.municipality = $1 AND r.role = $2 AND a.active = $3 ORDER BY a.name, a.id`,
		t.Municipality, string(role), true)
}

// SignIn is where an identity from the provider leads.
type SignIn struct {
	Municipality     string
	MunicipalityName string
	Account          ident.ID
}

// AccountsBySubject finds the active accounts of an issuer and subject: one in each
// municipality that knows them, in the order of the municipalities' codes.
func (db *DB) AccountsBySubject(ctx context.Context, subject string) ([]SignIn, error) {
	var found []SignIn
	err := db.Read(ctx, "", func(t *Tx) (err error) {
		found, err = many(ctx, t, func(row scanner, s *SignIn) error { return row.Scan(&s.Municipality, &s.MunicipalityName, &s.Account) },
			`SELECT a.municipality, m.name, a.id FROM account a JOIN municipality m ON m.municipality = a.municipality
			WHERE a.subject = $1 AND a.active = $2 ORDER BY a.municipality`, subject, true)
		return err
	})
	return found, err
}

// AccountOfPerson is the participant's own account. NotFound where there is none.
func (t *Tx) AccountOfPerson(ctx context.Context, person ident.ID) (Account, error) {
	return one(ctx, t, readAccount, `SELECT `+accountColumns+` FROM account a
		JOIN account_role r ON r.municipality = a.municipality AND r.account_id = a.id
		WHERE a.municipality = $1 AND a.person_id = $2 AND r.role = $3`,
		t.Municipality, string(person), string(access.Participant))
}

// Unclaimed is the subject of a participant's account until they first sign in.
func Unclaimed(person ident.ID) string { return unclaimed + string(person) }

const unclaimed = "person|"

// UnclaimedAccounts are the active participants' accounts, not yet signed in to, of
// the person with the number: one in each municipality that knows them.
func (db *DB) UnclaimedAccounts(ctx context.Context, number person.IdentityNumber) ([]SignIn, error) {
	var found []SignIn
	err := db.Read(ctx, "", func(t *Tx) (err error) {
		found, err = many(ctx, t, func(row scanner, s *SignIn) error { return row.Scan(&s.Municipality, &s.MunicipalityName, &s.Account) },
			`SELECT a.municipality, m.name, a.id FROM person p
			JOIN account a ON a.municipality = p.municipality AND a.person_id = p.id
			JOIN municipality m ON m.municipality = a.municipality
			WHERE p.identity_number = $1 AND a.active = $2 AND a.subject = $3 || CAST(p.id AS text)
			ORDER BY a.municipality`, number, true, unclaimed)
		return err
	})
	return found, err
}

// ClaimAccount gives the account its subject at the identity provider. Conflict where
// somebody has claimed it meanwhile: it is given once.
func (t *Tx) ClaimAccount(ctx context.Context, account ident.ID, subject string) error {
	n, err := t.exec(ctx, `UPDATE account SET subject = $3
		WHERE municipality = $1 AND id = $2 AND subject = $4 || CAST(person_id AS text)`, t.Municipality, string(account), subject, unclaimed)
	if err == nil && n != 1 {
		return fault.New(fault.Conflict, "fault.conflict")
	}
	return err
}

// NewestParticipants are the participants' accounts that were made last.
func (t *Tx) NewestParticipants(ctx context.Context, limit int) ([]Account, error) {
	return many(ctx, t, readAccount, `SELECT `+accountColumns+` FROM account a
		JOIN account_role r ON r.municipality = a.municipality AND r.account_id = a.id
		WHERE a.municipality = $1 AND r.role = $2 AND a.active = $3 ORDER BY a.id DESC LIMIT $4`,
		t.Municipality, string(access.Participant), true, limit)
}
