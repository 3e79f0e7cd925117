package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
)

// TakeForm remembers a form's token and tells whether it is new. It stands in the
// same transaction as what the form changes, so a form whose change failed can be
// sent again.
func (t *Tx) TakeForm(ctx context.Context, account ident.ID, token string, now time.Time) (fresh bool, err error) {
	n, err := t.exec(ctx, `INSERT INTO form_receipt (municipality, account_id, token, at)
		VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`, t.Municipality, string(account), token, at(now))
	return n == 1, err
}
