package store_test

import (
	"context"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// What left the house, what came back and where somebody was paid are kept as they
// were, whoever asks; and a run has one file at a time that waits.
func TestWhatTheBankWasAskedIsKept(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, _, week := town.Due()
		town.Pays()
		town.HasAccount(id, 0)
		run := town.Attested(week)
		waiting := town.Filed(run)
		second := waiting
		second.ID, second.Message = town.IDs.New(town.Clock.Now()), "ANOTHER"
		err := db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error { return tx.AddPaymentFile(ctx, second) })
		if err == nil {
			t.Error("a run has two files that wait")
		}
		town.Answers(town.Sent(run), "")
		for _, statement := range []string{
			`UPDATE payment_file SET content = content || ' '`, `UPDATE payment_file SET sha256 = 'x'`, `UPDATE payment_file SET total = total + 1`,
			`UPDATE payment_file SET message = 'x'`, `UPDATE payment_file SET sent_at = NULL, sent_by = NULL`,
			`UPDATE payment_file SET discarded_at = sent_at, discarded_by = sent_by`, `DELETE FROM payment_file`,
			`UPDATE bank_answer SET paid = 0`, `DELETE FROM bank_answer`,
			`UPDATE pay_account SET number = '1'`, `UPDATE payer SET iban = 'x'`,
		} {
			err := db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
				_, err := tx.Exec(ctx, statement)
				return err
			})
			if err == nil {
				t.Errorf("%s was done", statement)
			}
		}
	})
}
