package store_test

import (
	"testing"

	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// Several processes that start at once on PostgreSQL migrate one after the other.
func TestMigrateAtOnce(t *testing.T) {
	address := storetest.Postgres(t)
	ended := make(chan error, 4)
	for range cap(ended) {
		go func() {
			db, err := store.Open(t.Context(), address)
			if err == nil {
				err = db.Migrate(t.Context())
				db.Close()
			}
			ended <- err
		}()
	}
	for range cap(ended) {
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
}
