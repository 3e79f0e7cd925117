package store_test

import (
	"context"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/letter"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// The engines themselves keep a letter as it was written, and the day it was got.
func TestALetterIsKept(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Granted()
		change := func(statement string) error {
			return db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
				_, err := tx.Texts(ctx, statement+" RETURNING language")
				return err
			})
		}
		for _, statement := range []string{"UPDATE letter SET content = '{}'", "UPDATE letter SET language = 'fi'", "UPDATE letter SET kind = 'other'"} {
			if change(statement) == nil {
				t.Errorf("%s was done", statement)
			}
		}
		var kept []store.SentLetter
		err := db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) (err error) {
			if kept, err = tx.Letters(ctx, id); err != nil {
				return err
			}
			for i, want := range []bool{true, false} {
				if first, err := tx.LetterGot(ctx, kept[i], town.Today(), letter.Posted); err != nil || first != want {
					t.Errorf("got the %d. time: %v, %v", i+1, first, err)
				}
			}
			return nil
		})
		if err != nil || len(kept) != 2 || kept[0].Letter.Language != "sv" || kept[0].Letter.Title == "" {
			t.Fatalf("%d letters, %v", len(kept), err)
		}
		if change("UPDATE letter SET informed_on = NULL, informed_how = ''") == nil {
			t.Error("the day the person got a letter was taken away")
		}
		// One letter of a kind about each thing decided, in each language.
		err = db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			twice := kept[0]
			twice.ID = town.IDs.New(officetest.Start)
			return tx.AddLetter(ctx, twice)
		})
		if err == nil {
			t.Error("a letter was written twice")
		}
	})
}
