package store_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
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

// A column that the tables have got is one that the filler's rows must have: what is
// filled in names every column. Whoever changes a table changes its line in
// fillOrder and the rows that simulate makes for it.
func TestFillerKnowsEveryColumn(t *testing.T) {
	ctx := context.Background()
	db := storetest.OnSQLite(t)
	for _, o := range store.FillOrder() {
		table, columns, _ := strings.Cut(o, ":")
		err := db.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			has, err := tx.Texts(ctx, "SELECT name FROM pragma_table_info('"+table+"') WHERE name <> 'municipality' ORDER BY name")
			if err != nil {
				return err
			}
			// What stands at its default in a new row may be left out.
			byItself, err := tx.Texts(ctx, "SELECT name FROM pragma_table_info('"+table+"') WHERE dflt_value IS NOT NULL")
			filled := strings.Fields(columns)
			slices.Sort(filled)
			has = slices.DeleteFunc(has, func(name string) bool { return slices.Contains(byItself, name) && !slices.Contains(filled, name) })
			if !slices.Equal(has, filled) {
				t.Errorf("%s has the columns %v and is filled with %v", table, has, filled)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
