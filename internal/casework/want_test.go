package casework_test

import (
	"context"
	"errors"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/journal"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func wantCode(t *testing.T, err error, want fault.Code) {
	t.Helper()
	if got := fault.CodeOf(err); got != want {
		t.Fatalf("the answer is %q (%v), want %q", got, err, want)
	}
}

func wantField(t *testing.T, err error, name string) {
	t.Helper()
	wantCode(t, err, fault.Invalid)
	var no *fault.Error
	errors.As(err, &no)
	for _, f := range no.Fields {
		if f.Name == name {
			return
		}
	}
	t.Fatalf("no message stands beside %q: %v", name, err)
}

// wantRefusal wants the newest journal entry to be a refusal of the act on the ground.
func wantRefusal(t *testing.T, town *officetest.Town, act, ground string) {
	t.Helper()
	ctx := context.Background()
	err := town.DB.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
		entries, err := tx.NewestEntries(ctx, 0, 1)
		if err != nil {
			return err
		}
		if e := entries[0]; e.Kind != journal.Refusal || e.Act != act || e.Ground != ground {
			t.Errorf("the journal ends with %s %s on %s", e.Kind, e.Act, e.Ground)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
