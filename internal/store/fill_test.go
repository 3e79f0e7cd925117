package store_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// More rows than one statement takes come in whole, whatever the remainder.
func TestFillerTakesAnyNumberOfRows(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		ids := ident.NewSource(rand.NewChaCha8([32]byte{1}))
		for _, rows := range []int{1, 99, 100, 101, 250} {
			before, after := 0, 0
			countThem := func(into *int) func(*store.Tx) error {
				return func(tx *store.Tx) error {
					all, err := tx.Organisations(ctx)
					*into = len(all)
					return err
				}
			}
			if err := db.Read(ctx, storetest.Municipality.Code, countThem(&before)); err != nil {
				t.Fatal(err)
			}
			err := db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
				f := tx.Filler()
				for range rows {
					id := ids.New(period.Date(2026, 1, 1).Time())
					if err := f.Row(ctx, "organisation", id, store.ProviderKind, "Verkstaden", ""); err != nil {
						return err
					}
				}
				return f.Flush(ctx)
			})
			if err != nil {
				t.Fatal(err)
			}
			if err := db.Read(ctx, storetest.Municipality.Code, countThem(&after)); err != nil {
				t.Fatal(err)
			}
			if after-before != rows {
				t.Errorf("%d rows came in of %d", after-before, rows)
			}
		}
	})
}

func TestFillerRefusesWhatDoesNotFit(t *testing.T) {
	ctx := context.Background()
	db := storetest.OnSQLite(t)
	err := db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
		f := tx.Filler()
		for what, err := range map[string]error{
			"an unknown table":         f.Row(ctx, "no_table", 1),
			"too few values":           f.Row(ctx, "organisation", ident.ID("")),
			"a value of no kind":       f.Row(ctx, "case_number", 2026, []int{1}),
			"an unknown column":        f.Set(ctx, "organisation", "", "secret", 1),
			"a column of no table":     f.Set(ctx, "no_table", "", "name", 1),
			"JSON that cannot be made": f.Row(ctx, "case_number", 2026, store.JSON{Value: func() {}}),
		} {
			if err == nil {
				t.Errorf("%s was taken", what)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
