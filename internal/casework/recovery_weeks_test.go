package casework_test

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// weekMoney is what there is to say of the money of a case-week.
type weekMoney struct {
	worth, paid                        money.Kronor // by the attested calculations
	undecided, claimed, repaid, kept   money.Kronor // by the recoveries
	overpaid, claims, back, writtenOff money.Kronor // by the ledger
}

// weeksOf reads each week of the case from the calculations, the recoveries and the
// ledger, each by itself.
func weeksOf(t fatal, town *officetest.Town, of ident.ID) map[period.Week]weekMoney {
	t.Helper()
	ctx := context.Background()
	weeks := map[period.Week]weekMoney{}
	err := town.DB.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
		newest, err := tx.CalculatedWeeks(ctx, of, 100)
		if err != nil {
			return err
		}
		for _, w := range newest {
			all, err := tx.Calculations(ctx, of, w.Week.Week)
			if err != nil {
				return err
			}
			m := weeks[w.Week.Week]
			for _, c := range all {
				if c.RunState == payment.RunAttested {
					m.worth, m.paid = c.Total, m.paid+c.Pays
				}
			}
			weeks[w.Week.Week] = m
		}
		for account, into := range map[ledger.Account]func(*weekMoney) *money.Kronor{
			ledger.Overpaid:   func(m *weekMoney) *money.Kronor { return &m.overpaid },
			ledger.Claims:     func(m *weekMoney) *money.Kronor { return &m.claims },
			ledger.Bank:       func(m *weekMoney) *money.Kronor { return &m.back },
			ledger.WrittenOff: func(m *weekMoney) *money.Kronor { return &m.writtenOff },
		} {
			balances, err := tx.WeekBalances(ctx, account, of)
			if err != nil {
				return err
			}
			for _, b := range balances {
				m := weeks[b.Week]
				if *into(&m), err = b.Amount.Kronor(); err != nil {
					return err
				}
				weeks[b.Week] = m
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range town.Recoveries(of) {
		repaid, claimed := r.RepaidOf(), r.StillClaimed()
		for i, w := range r.Weeks {
			m := weeks[w.Week]
			if !r.IsDecided() {
				m.undecided += w.Stands()
			}
			m.claimed, m.repaid, m.kept = m.claimed+claimed[i], m.repaid+repaid[i], m.kept+w.Kept()
			weeks[w.Week] = m
		}
	}
	return weeks
}

// fatal is a test, or one of the lives of a property.
type fatal interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

func wantFollowed(rt *rapid.T, town *officetest.Town, of ident.ID) {
	var undecided, left, waived, dropped, repaid, justified money.Kronor
	for _, r := range town.Recoveries(of) {
		if min(r.Undecided(), r.Left(), r.Fell(), r.TakenBack(), r.Claimed, r.Waived, r.Dropped, r.Repaid, r.Justified()) < 0 {
			rt.Fatalf("something is negative: %+v", r)
		}
		if r.Claimed+r.Waived+r.TakenBack()+r.Undecided() != r.Fell() || r.Repaid+r.Dropped+r.Left() != r.Claimed {
			rt.Fatalf("something is not accounted for: %+v", r)
		}
		if (r.State == recovery.Closed) != (r.Undecided()+r.Left() == 0) {
			rt.Fatalf("closed or not: %+v", r)
		}
		undecided, left, justified = undecided+r.Undecided(), left+r.Left(), justified+r.Justified()
		waived, dropped, repaid = waived+r.Waived, dropped+r.Dropped, repaid+r.Repaid
	}
	kept := waived + dropped - justified
	sums := town.Ledger()
	if sums[ledger.Overpaid] != undecided || sums[ledger.Claims] != left || sums[ledger.WrittenOff] != kept || sums[ledger.Bank] != repaid-town.PaidOut(of) {
		rt.Fatalf("the ledger says %v; the recoveries %s undecided, %s left, %s kept, %s repaid", sums, undecided, left, kept, repaid)
	}
	var worth money.Kronor
	for week, m := range weeksOf(rt, town, of) {
		if m.overpaid != m.undecided || m.claims != m.claimed || m.back != m.repaid || m.writtenOff != m.kept || m.kept < 0 {
			rt.Fatalf("%s: the ledger and the recoveries differ: %+v", week, m)
		}
		if m.paid != m.worth+m.undecided+m.claimed+m.repaid+m.kept {
			rt.Fatalf("%s: what was paid is not accounted for: %+v", week, m)
		}
		worth += m.worth
	}
	if town.Payments(of)-repaid-left-undecided-kept != worth {
		rt.Fatalf("payments of %s for weeks worth %s; %s repaid, %s claimed, %s undecided, %s kept", town.Payments(of), worth, repaid, left, undecided, kept)
	}
}

// wantNothingTwice holds what the run pays against what the participant has: of each
// week that it pays, exactly what the week is worth, beside what is to be paid back.
func wantNothingTwice(t fatal, town *officetest.Town, of, run ident.ID) {
	t.Helper()
	weeks := weeksOf(t, town, of)
	err := town.DB.Read(context.Background(), storetest.Municipality.Code, func(tx *store.Tx) error {
		calculated, err := tx.CalculatedIn(context.Background(), run, of)
		for _, c := range calculated {
			if m := weeks[c.Week.Week]; c.Pays > 0 && m.paid-m.repaid-m.claimed != m.worth {
				t.Fatalf("%s pays %s, and the participant has %s of a week worth %s, beside what is claimed", c.Week.Week, c.Pays, m.paid-m.repaid-m.claimed, m.worth)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// lineOf is the line of the week in the run.
func lineOf(t *testing.T, town *officetest.Town, run ident.ID, week period.Week) store.RunLine {
	t.Helper()
	for _, l := range runOf(t, town, run).Lines {
		if l.Week == week {
			return l
		}
	}
	t.Fatalf("the run does not carry %s", week)
	return store.RunLine{}
}
