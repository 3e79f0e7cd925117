package storetest

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"fotfaste/internal/store"
)

// Each runs the test once on every engine, on an empty, migrated database of its
// own with the municipality 9999. Same cases, same answers.
func Each(t *testing.T, test func(t *testing.T, db *store.DB)) {
	t.Run("sqlite", func(t *testing.T) { test(t, OnSQLite(t)) })
	t.Run("postgres", func(t *testing.T) { test(t, OnPostgres(t)) })
}

// Municipality is the tenant that every test database begins with.
var Municipality = store.Municipality{Code: "9999", Name: "Exempelstad"}

// OnSQLite is a database in a file that goes with the test. The first one is
// migrated, the others are copies of it.
func OnSQLite(tb testing.TB) *store.DB {
	tb.Helper()
	template, err := sqliteTemplate()
	if err != nil {
		tb.Fatal(err)
	}
	file := filepath.Join(tb.TempDir(), "fotfaste.db")
	if err := os.WriteFile(file, template, 0o600); err != nil {
		tb.Fatal(err)
	}
	return open(tb, file)
}

// OnPostgres is a database on the test cluster, copied from a migrated template.
func OnPostgres(tb testing.TB) *store.DB {
	tb.Helper()
	return open(tb, PostgresMigrated(tb, prepare))
}

func open(tb testing.TB, address string) *store.DB {
	tb.Helper()
	db, err := store.Open(context.Background(), address)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := db.Close(); err != nil {
			tb.Error(err)
		}
	})
	return db
}

// prepare migrates an empty database and adds the municipality.
func prepare(address string) error {
	ctx := context.Background()
	db, err := store.Open(ctx, address)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := db.Migrate(ctx); err != nil {
		return err
	}
	return db.AddMunicipality(ctx, Municipality)
}

var sqliteTemplate = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "fotfaste-sqlite-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "template.db")
	if err := prepare(file); err != nil {
		return nil, err
	}
	return os.ReadFile(file) // whole: the write-ahead log is emptied when the last connection closes
})
