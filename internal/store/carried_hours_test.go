package store_test

import (
	"context"
	"maps"
	"os"
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// The hours that people had before there was a ledger are carried into its weeks, and
// the room as it was: the statements of the migration are run again over tables that
// are empty.
func TestHoursAreCarriedIntoWeeks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		place := town.Kitchen(2, 20)
		cases := town.ActiveMany(4)
		for n, hours := range []int{20, 15, 10, 5} { // the third waits, and the fourth behind
			r := town.Referral(place, hours)
			r.From, r.To = new(*r.From), new(*r.To)
			*r.From += 3 // a day that is no Monday
			*r.To -= 7 * 2
			if n == 1 {
				*r.To = *r.From + 4
			}
			if _, err := town.Refer(ctx, town.CaseManager, cases[n], r); err != nil {
				t.Fatal(err)
			}
		}
		before := town.Capacity(place)
		if len(before.Held) < 20 {
			t.Fatalf("%v", before.Held)
		}
		file, err := os.ReadFile("migrations/" + string(db.Engine()) + "/0014_capacity.sql")
		if err != nil {
			t.Fatal(err)
		}
		var after catalogue.Ledger
		jobs := 0
		err = db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			for _, statement := range []string{`DELETE FROM capacity_week`, `DELETE FROM room_change`, `DELETE FROM job`} {
				if _, err := tx.Exec(ctx, statement); err != nil {
					return err
				}
			}
			for _, statement := range strings.Split(string(file), ";\n") {
				i := strings.Index(statement, "INSERT INTO ")
				if i < 0 {
					continue
				}
				if _, err := tx.Exec(ctx, statement[i:]); err != nil {
					return err
				}
			}
			due, err := tx.DueJobs(ctx, town.Clock.Now(), 100)
			if err != nil {
				return err
			}
			jobs = len(due)
			after, err = tx.Ledger(ctx, place, town.Today().Week())
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if !maps.Equal(before.Held, after.Held) || len(after.Rooms) != 1 || after.Rooms[0] != before.Rooms[0] || jobs != 1 {
			t.Errorf("%v with %v\n%v with %v, %d jobs", before.Held, before.Rooms, after.Held, after.Rooms, jobs)
		}
	})
}
