package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
)

// Payer is the municipality as the bank and the accounting system know it.
type Payer struct {
	ID                 ident.ID
	Name               string
	OrganisationNumber string // ten digits
	IBAN               string // that is paid from
	BIC                string // of its bank
	Accounts           ledger.Chart
	EnteredAt          time.Time
	EnteredBy          ident.ID
	EnteredByName      string // read with it
}

// AddPayer stores the payer's details. Earlier ones are kept.
func (t *Tx) AddPayer(ctx context.Context, p Payer) error {
	return t.run(ctx, `INSERT INTO payer (municipality, id, name, organisation_number, iban, bic, accounts, entered_at, entered_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		t.Municipality, string(p.ID), p.Name, p.OrganisationNumber, p.IBAN, p.BIC, asJSON{p.Accounts}, at(p.EnteredAt), string(p.EnteredBy))
}

// Payer is the newest details. NotFound where none have been entered.
func (t *Tx) Payer(ctx context.Context) (Payer, error) {
	return one(ctx, t, func(row scanner, p *Payer) error {
		return row.Scan(&p.ID, &p.Name, &p.OrganisationNumber, &p.IBAN, &p.BIC, asJSON{&p.Accounts}, intoTime(&p.EnteredAt), &p.EnteredBy, &p.EnteredByName)
	}, `SELECT y.id, y.name, y.organisation_number, y.iban, y.bic, y.accounts, y.entered_at, y.entered_by, a.name FROM payer y
		JOIN account a ON a.municipality = y.municipality AND a.id = y.entered_by
		WHERE y.municipality = $1 ORDER BY y.entered_at DESC, y.id DESC LIMIT 1`, t.Municipality)
}
