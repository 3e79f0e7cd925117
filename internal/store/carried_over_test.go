package store_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// What had been said before the histories were kept is carried over into them, each
// word with its own instant: the statements of the migration are run again over
// histories that are empty.
func TestWhatStoodIsCarriedOver(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, at, week := town.Due()
		parent, now := town.Case(id).Person, town.Clock.Now()
		child := person.Child{ID: town.IDs.New(now), Birth: period.MustDay("2019-05-01"), Custody: period.MustSpan("2019-05-01", "2037-04-30")}
		err := db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			if err := tx.AddChild(ctx, parent, child, "", now); err != nil {
				return err
			}
			settled := store.Attending{Placement: at, Case: id}
			return tx.WriteDay(ctx, store.Settled, settled, week.Monday(), attendance.Ill, town.CaseManager.Account, now)
		})
		if err != nil {
			t.Fatal(err)
		}
		known := func(tx *store.Tx) (words []attendance.Entry, children []person.ChildEntry) {
			words, err := tx.AttendanceEntries(ctx, id, week.Span())
			if err != nil {
				t.Fatal(err)
			}
			if children, err = tx.ChildEntries(ctx, parent); err != nil {
				t.Fatal(err)
			}
			slices.SortFunc(words, func(a, b attendance.Entry) int {
				return strings.Compare(a.Day.String()+string(a.Word), b.Day.String()+string(b.Word))
			})
			return words, children
		}
		file, err := os.ReadFile("migrations/" + string(db.Engine()) + "/0003_known.sql")
		if err != nil {
			t.Fatal(err)
		}
		err = db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			before, _ := known(tx)
			if len(before) != 11 {
				t.Fatalf("%d words", len(before))
			}
			carries := 0
			for _, statement := range strings.Split(string(file), ";\n") {
				i := strings.Index(statement, "INSERT INTO ")
				if i < 0 {
					continue
				}
				carries++
				table := strings.Fields(statement[i:])[2]
				if carries == 1 || table == "child_entry" {
					empty(t, ctx, tx, db.Engine(), table)
				}
				if _, err := tx.Exec(ctx, statement[i:]); err != nil {
					return err
				}
			}
			after, children := known(tx)
			if carries != 4 || !slices.Equal(before, after) {
				t.Errorf("%d statements carried over\n%v\nof\n%v", carries, after, before)
			}
			if got := person.ChildrenKnownAt(children, period.MustDay("2017-01-01").Time()); len(children) != 1 || got[0] != child {
				t.Errorf("%+v", children)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

// empty takes away the rows of a table that refuses it, past its guard.
func empty(t *testing.T, ctx context.Context, tx *store.Tx, engine store.Engine, table string) {
	t.Helper()
	drop := `DROP TRIGGER ` + table + `_unremoved`
	if engine == store.Postgres {
		drop += ` ON ` + table
	}
	for _, statement := range []string{drop, `DELETE FROM ` + table} {
		if _, err := tx.Exec(ctx, statement); err != nil {
			t.Fatal(err)
		}
	}
}
