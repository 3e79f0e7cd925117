package store_test

import (
	"context"
	"testing"
	"time"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/ledger"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// The ledger is never changed, whoever asks.
func TestTheLedgerIsAppendOnly(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		_, _, week := town.Due()
		run := town.Attested(week)
		for _, statement := range []string{
			`UPDATE ledger_posting SET amount = amount + 1`, `DELETE FROM ledger_posting`,
			`UPDATE ledger_entry SET number = 7`, `DELETE FROM ledger_entry`,
		} {
			err := db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
				_, err := tx.Exec(ctx, statement)
				return err
			})
			if err == nil {
				t.Errorf("%s was done", statement)
			}
		}
		err := db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			_, err := tx.Post(ctx, ledger.Entry{ID: town.IDs.New(town.Clock.Now()), Day: town.Today(), Kind: ledger.FileSent, About: run,
				At: town.Clock.Now().Add(time.Minute), By: town.PaymentOfficer.Account,
				Postings: []ledger.Posting{{Account: ledger.Bank, Amount: 1, Case: run}}})
			return err
		})
		if err == nil {
			t.Error("an entry out of balance was kept")
		}
	})
}
