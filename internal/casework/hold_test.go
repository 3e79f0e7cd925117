package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// The hours of a place are taken by one conditional update: what is there can be taken
// to the last hour, and one hour more is answered no, before the CHECK has to refuse. It
// takes every week or none, and what is given back of the end can be taken again.
func TestHoldTakesToTheLastHourAndNoFurther(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		kitchen, other := town.Kitchen(3, 10), town.Kitchen(1, 10)
		this := town.Today().Week()
		weeks := func(from, to int) catalogue.Weeks {
			return catalogue.Weeks{From: this.AddWeeks(from), To: this.AddWeeks(to)}
		}
		err := db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			hold := func(what string, id ident.ID, hours int, w catalogue.Weeks, want bool) {
				t.Helper()
				if taken, err := tx.Hold(ctx, id, hours, w); err != nil || taken != want {
					t.Errorf("%s: taken %v, %v", what, taken, err)
				}
			}
			hold("one hour more than there is", kitchen, 31, weeks(0, 5), false)
			hold("all there is", kitchen, 30, weeks(2, 5), true)
			hold("an hour of a full week", kitchen, 1, weeks(5, 5), false)
			hold("an hour of weeks of which one is full", kitchen, 1, weeks(0, 2), false)
			hold("the weeks before, of which nothing was held", kitchen, 30, weeks(0, 1), true)
			hold("another's", other, 10, weeks(0, 5), true)
			if err := tx.Release(ctx, kitchen, 20, weeks(4, 5)); err != nil {
				return err
			}
			hold("what was given back and a week full", kitchen, 10, weeks(3, 5), false)
			hold("more than was given back", kitchen, 21, weeks(4, 5), false)
			hold("what was given back", kitchen, 20, weeks(4, 9), true)
			l, err := tx.Ledger(ctx, kitchen, this)
			for n, want := range []int{30, 30, 30, 30, 30, 30, 20, 20, 20, 20, 0} {
				if got := l.Held[this.AddWeeks(n)]; got != want {
					t.Errorf("week %d holds %d, want %d", n, got, want)
				}
			}
			if err := tx.Release(ctx, kitchen, 10, weeks(9, 12)); err == nil {
				t.Error("weeks that nobody had were given back")
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
