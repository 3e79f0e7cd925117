package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/payaccount"
)

// PayAccount is where a participant is paid, as it was entered.
type PayAccount struct {
	ID     ident.ID
	Person ident.ID
	payaccount.Account
	EnteredAt     time.Time
	EnteredBy     ident.ID
	EnteredByName string // read with it
}

// newestAccount joins k, the account that the person of case c is paid to now.
const newestAccount = ` LEFT JOIN pay_account k ON k.municipality = c.municipality AND k.id = (SELECT n.id FROM pay_account n
	WHERE n.municipality = c.municipality AND n.person_id = c.person_id ORDER BY n.entered_at DESC, n.id DESC LIMIT 1)`

// storedAccount is an account's kind, clearing and number as they are stored: an
// IBAN stands as the number.
func storedAccount(a payaccount.Account) (kind, clearing, number string) {
	if a.Kind == payaccount.IBAN {
		return string(a.Kind), "", a.IBAN
	}
	return string(a.Kind), a.Clearing, a.Number
}

func accountFrom(kind, clearing, number string) payaccount.Account {
	switch payaccount.Kind(kind) {
	case payaccount.IBAN:
		return payaccount.Account{Kind: payaccount.IBAN, IBAN: number}
	case payaccount.Swedish:
		return payaccount.Account{Kind: payaccount.Swedish, Clearing: clearing, Number: number}
	}
	return payaccount.Account{}
}

// AddPayAccount stores an account. Earlier ones are kept; the newest holds.
func (t *Tx) AddPayAccount(ctx context.Context, a PayAccount) error {
	kind, clearing, number := storedAccount(a.Account)
	return t.run(ctx, `INSERT INTO pay_account (municipality, id, person_id, kind, clearing, number, entered_at, entered_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		t.Municipality, string(a.ID), string(a.Person), kind, clearing, number, at(a.EnteredAt), string(a.EnteredBy))
}

// PayAccount is where the person is paid now. NotFound where none has been entered.
func (t *Tx) PayAccount(ctx context.Context, person ident.ID) (PayAccount, error) {
	return one(ctx, t, func(row scanner, a *PayAccount) error {
		var kind, clearing, number string
		err := row.Scan(&a.ID, &a.Person, &kind, &clearing, &number, intoTime(&a.EnteredAt), &a.EnteredBy, &a.EnteredByName)
		a.Account = accountFrom(kind, clearing, number)
		return err
	}, `SELECT k.id, k.person_id, k.kind, k.clearing, k.number, k.entered_at, k.entered_by, a.name FROM pay_account k
		JOIN account a ON a.municipality = k.municipality AND a.id = k.entered_by
		WHERE k.municipality = $1 AND k.person_id = $2 ORDER BY k.entered_at DESC, k.id DESC LIMIT 1`, t.Municipality, string(person))
}
