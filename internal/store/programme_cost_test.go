package store_test

import (
	"context"
	"testing"

	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/simulate"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// The days add up to the balances of the two accounts, and weeks are counted once, on
// both engines.
func TestProgrammeCostsAddUp(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		m, err := simulate.Make(simulate.Options{Seed: 7, Size: simulate.Small, Today: period.MustDay("2026-08-03")})
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Load(ctx, db); err != nil {
			t.Fatal(err)
		}
		always := period.MustDay("2020-01-01")
		err = db.Read(ctx, simulate.Code, func(tx *store.Tx) error {
			costs, err := tx.ProgrammeCosts(ctx, always)
			if err != nil {
				return err
			}
			sums := map[ledger.Account]money.Ore{}
			for _, c := range costs {
				sums[ledger.CostBase] += c.Base
				sums[ledger.CostChild] += c.Child
			}
			balances, err := tx.Balances(ctx)
			if err != nil {
				return err
			}
			for _, b := range balances {
				if sum, counts := sums[b.Account]; counts && sum != b.Amount {
					t.Errorf("%s: the days add up to %d, the balance is %d", b.Account, sum, b.Amount)
				}
			}
			if len(sums) != 2 || sums[ledger.CostBase] <= 0 || sums[ledger.CostChild] <= 0 {
				t.Errorf("the sums are %v", sums)
			}
			weeks, err := tx.CompensatedWeeks(ctx, always)
			if err != nil {
				return err
			}
			standing, err := tx.WeekBalances(ctx, ledger.CostBase, "")
			if err != nil {
				return err
			}
			if weeks != len(standing) {
				t.Errorf("%d weeks, %d stand in the ledger", weeks, len(standing))
			}
			later, err := tx.CompensatedWeeks(ctx, period.MustDay("2026-08-04"))
			if err == nil && later != 0 {
				t.Errorf("%d weeks to come", later)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
