package store_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/payment"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// What waits for somebody is found among two years of paid payments by an index that has
// that alone. SQLite takes it only when a query says the condition that the index was
// made with, to the word, and then no other state may be asked for.
func TestThePaymentsAtWorkAreFoundByTheirIndex(t *testing.T) {
	for _, state := range payment.States() {
		named := strings.Contains(store.AtWork, "'"+string(state)+"'")
		if store.AreAtWork([]payment.State{state}) != named {
			t.Errorf("%s: the condition has it: %v, and the list says otherwise", state, named)
		}
	}
	if store.AreAtWork([]payment.State{payment.Due, payment.Paid}) {
		t.Error("payments that are paid would be left out of a list that asks for them")
	}
	db := storetest.OnSQLite(t)
	var index []string
	err := db.Read(context.Background(), "9999", func(tx *store.Tx) (err error) {
		index, err = tx.Texts(context.Background(), `SELECT sql FROM sqlite_schema WHERE name = 'payment_at_work'`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	condition := strings.ReplaceAll(store.AtWork, "y.", "")
	if len(index) != 1 || !strings.HasSuffix(index[0], " WHERE "+condition) {
		t.Errorf("the index is %q, the queries say %q", index, condition)
	}
}
