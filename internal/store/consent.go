package store

import (
	"context"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Consent is a part of a case that the participant has opened to an organisation.
type Consent struct {
	ID               ident.ID
	Case             ident.ID
	Organisation     ident.ID
	Part             access.Part
	From, Until      period.Day // both included
	GivenAt          time.Time
	RevokedAt        *time.Time
	OrganisationName string // read with it
}

// IsOn tells whether the consent opens the part that day.
func (c Consent) IsOn(day period.Day) bool {
	return c.RevokedAt == nil && c.From <= day && day <= c.Until
}

const consentColumns = `x.id, x.case_id, x.organisation_id, x.part, x.from_day, x.until_day, x.given_at, x.revoked_at, o.name`

const consentFrom = ` FROM consent x JOIN organisation o ON o.municipality = x.municipality AND o.id = x.organisation_id `

func readConsent(row scanner, c *Consent) error {
	return row.Scan(&c.ID, &c.Case, &c.Organisation, &c.Part, &c.From, &c.Until, intoTime(&c.GivenAt), intoTimeOrNil(&c.RevokedAt), &c.OrganisationName)
}

// AddConsent stores a consent that was given.
func (t *Tx) AddConsent(ctx context.Context, c Consent) error {
	return t.run(ctx, `INSERT INTO consent (municipality, id, case_id, organisation_id, part, from_day, until_day, given_at, revoked_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, t.Municipality, string(c.ID), string(c.Case), string(c.Organisation), string(c.Part),
		c.From, c.Until, at(c.GivenAt), atOrNull(c.RevokedAt))
}

// RevokeConsent takes a consent back from the instant on. The row stays: what it
// opened while it held stays explained.
func (t *Tx) RevokeConsent(ctx context.Context, id ident.ID, when time.Time) error {
	return t.run(ctx, `UPDATE consent SET revoked_at = $3 WHERE municipality = $1 AND id = $2 AND revoked_at IS NULL`,
		t.Municipality, string(id), at(when))
}

// Consents is every consent of the case, the newest first.
func (t *Tx) Consents(ctx context.Context, of ident.ID) ([]Consent, error) {
	return many(ctx, t, readConsent, `SELECT `+consentColumns+consentFrom+`
		WHERE x.municipality = $1 AND x.case_id = $2 ORDER BY x.given_at DESC, x.id DESC`, t.Municipality, string(of))
}

// Consent is one consent. NotFound where there is none.
func (t *Tx) Consent(ctx context.Context, id ident.ID) (Consent, error) {
	return one(ctx, t, readConsent, `SELECT `+consentColumns+consentFrom+`WHERE x.municipality = $1 AND x.id = $2`, t.Municipality, string(id))
}
