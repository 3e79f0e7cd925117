package officetest

import (
	"context"
	"crypto/rand"
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// Back is a town that New has built, come back to by another process, at the instant:
// with those of its people who deal with money.
func Back(t testing.TB, db *store.DB, at time.Time) *Town {
	t.Helper()
	travelling := clock.NewTravelling(clock.Fixed(at), at)
	town := &Town{
		Office: &casework.Office{DB: db, Clock: travelling, Law: law.Sweden(), IDs: ident.NewSource(rand.Reader)},
		Clock:  travelling, t: t,
	}
	for _, who := range []struct {
		name string
		role access.Role
		is   *access.Actor
	}{
		{"Cia Resursperson", access.CaseManager, &town.CaseManager},
		{"Eva Utbetalare", access.PaymentOfficer, &town.PaymentOfficer},
		{"Filip Attestant", access.PaymentOfficer, &town.Attester},
		{"Ida Administratör", access.Administrator, &town.Administrator},
		{"Jon Granskare", access.Auditor, &town.Auditor},
	} {
		accounts, err := db.AccountsBySubject(context.Background(), "test|"+who.name)
		if err != nil || len(accounts) != 1 {
			t.Fatalf("%s: %v, %v", who.name, accounts, err)
		}
		town.read(func(ctx context.Context, tx *store.Tx) (err error) {
			*who.is, err = tx.Actor(ctx, accounts[0].Account, who.role)
			return err
		})
	}
	return town
}

// Latest is when something last happened in the town.
func Latest(t testing.TB, db *store.DB) time.Time {
	t.Helper()
	latest := Start
	err := db.Read(context.Background(), storetest.Municipality.Code, func(tx *store.Tx) error {
		entries, err := tx.NewestEntries(context.Background(), 1<<62, 1)
		if len(entries) == 1 && entries[0].At.After(latest) {
			latest = entries[0].At
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return latest
}
