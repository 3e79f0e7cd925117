package simulate

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// Every household that is made up can be reckoned, and among them are differences of
// provenance and households that have been gone through.
func TestHouseholds(t *testing.T) {
	ctx := context.Background()
	m := made(t, Options{Seed: 1, Size: Small})
	db := storetest.OnSQLite(t)
	if err := m.Load(ctx, db); err != nil {
		t.Fatal(err)
	}
	begins := m.Today.Time().Add(6 * time.Hour)
	office := &casework.Office{DB: db, Clock: clock.Fixed(begins), IDs: ident.NewSource(rand.NewChaCha8([32]byte{3})), Law: law.Sweden()}
	differ, gone, all := 0, 0, 0
	for _, account := range m.withRole(access.CaseManager)[:2] {
		manager := access.Actor{Municipality: Code, Account: account.ID, Role: access.CaseManager}
		furnished, err := Households(ctx, office, manager, 1)
		if err != nil || furnished > MostHouseholds {
			t.Fatalf("%d households, %v", furnished, err)
		}
		all += furnished
		var cases []casework.CaseRow
		err = db.Read(ctx, Code, func(tx *store.Tx) (err error) {
			cases, _, err = tx.ListCases(ctx, manager, access.See(access.Household), access.Moment{At: begins, Day: m.Today},
				store.CaseQuery{Manager: manager.Account, States: []casefile.State{casefile.Active}, Limit: MostHouseholds})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range cases {
			v, err := office.SeeHousehold(ctx, manager, row.Case.ID, 0)
			if err != nil || v.Result == nil || len(v.Rows) < 2 {
				t.Fatalf("%+v, %v", v.Rows, err)
			}
			if slices.ContainsFunc(v.Warnings, func(w household.Warning) bool { return w.Code == household.SourcesDiffer }) {
				differ++
			}
			if len(v.New) == 0 {
				gone++
			}
		}
	}
	if differ == 0 || gone == 0 {
		t.Errorf("%d differ and %d have been gone through, of %d", differ, gone, all)
	}
}
