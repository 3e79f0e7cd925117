package simulate

import (
	"context"
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/payaccount"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// The open proposal of the made-up municipality is what the engine proposes: it carries
// a rise, a fall and a repeated payment, and can be attested the same morning. The
// ledger says what the payments say.
func TestTheOpenProposalCanBeAttested(t *testing.T) {
	days := []period.Day{DefaultDay, period.MustDay("2026-11-22"), period.MustDay("2026-11-23"), period.MustDay("2026-04-06"), period.MustDay("2026-12-28")}
	for seed, today := range days {
		ctx := context.Background()
		db := storetest.OnSQLite(t)
		m := made(t, Options{Seed: uint64(seed + 1), Size: Small, Today: today})
		if err := m.Load(ctx, db); err != nil {
			t.Fatal(err)
		}
		office := &casework.Office{DB: db, Clock: clock.Fixed(clock.StartOf(today).Add(9 * time.Hour)), IDs: ident.NewSource(newStream(1, "test", 0)), Law: law.Sweden()}
		attester := actorOf(m.withRole(access.PaymentOfficer)[2])
		v, err := office.SeePayments(ctx, attester)
		if err != nil || v.Open == nil {
			t.Fatalf("%s: no proposal waits: %v", today, err)
		}
		d, err := office.SeeRunDifferences(ctx, attester, v.Open.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range d.Changed {
			t.Errorf("%s: %s of %s is proposed as %s and comes out as %s", today, l.Week, l.Payee.Number, l.Stored.Total, l.Now.Total)
		}
		if d.Sums.Corrected < 2 || d.Sums.Lower == 0 || d.Sums.Lower == d.Sums.Corrected || d.Total == d.Sums.Pays() {
			t.Errorf("%s: the proposal has no rise, no fall or nothing to repeat: %+v", today, d.Sums)
		}
		if err := office.AttestPayments(ctx, attester, v.Open.ID, casework.Form{}); err != nil {
			t.Errorf("%s: %v", today, err)
		}
		check, err := office.VerifyLedger(ctx, attester)
		if err != nil || !check.IsWhole() {
			t.Errorf("%s: %+v, %v", today, check, err)
		}
		holdsCash(t, db, m)
	}
}

func actorOf(a *Account) access.Actor {
	return access.Actor{Municipality: Code, Account: a.ID, Name: a.Name, Organisation: a.Organisation, Role: a.Role}
}

// holdsCash: the ledger is sound, some payments have failed and some have no account.
func holdsCash(t *testing.T, db *store.DB, m *Municipality) {
	t.Helper()
	states := map[payment.State]int{}
	err := db.Read(context.Background(), Code, func(tx *store.Tx) error {
		ctx := context.Background()
		entries, unsound, err := tx.VerifyLedger(ctx)
		if err != nil || entries < 100 || len(unsound) > 0 {
			t.Errorf("%d entries, unsound %v, %v", entries, unsound, err)
		}
		for _, r := range m.PaymentRuns() {
			payments, err := tx.PaymentsOf(ctx, r.ID)
			if err != nil {
				return err
			}
			for _, p := range payments {
				states[p.State]++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if states[payment.Paid] < 100 || states[payment.Failed] != 2 || states[payment.Again] != 2 || states[payment.Due] == 0 {
		t.Errorf("%s: %v", m.Today, states)
	}
}

// No made-up account is anybody's, and each would be taken by its form.
func TestMadeUpAccounts(t *testing.T) {
	s := newStream(1, "accounts", 0)
	for range 100 {
		a := madeUpAccount(s)
		typed := payaccount.Typed{Kind: string(a.Kind), Clearing: a.Clearing, Number: a.Number, IBAN: a.IBAN}
		if again, err := payaccount.Parse(typed); err != nil || again != a || a.Bank() != "" {
			t.Fatalf("%+v: %+v, %v", typed, again, err)
		}
	}
}

// Two have been paid too much before the visitor comes: one is asked for their view, the
// other has begun to pay back. The ledger has what is left of both.
func TestSomebodyWasPaidTooMuch(t *testing.T) {
	ctx := context.Background()
	db := storetest.OnSQLite(t)
	m := made(t, Options{Seed: 1, Size: Small})
	if err := m.Load(ctx, db); err != nil {
		t.Fatal(err)
	}
	office := &casework.Office{DB: db, Clock: clock.Fixed(clock.StartOf(m.Today).Add(9 * time.Hour)), IDs: ident.NewSource(newStream(1, "test", 0)), Law: law.Sweden()}
	officer := actorOf(m.withRole(access.PaymentOfficer)[0])
	found := map[recovery.State]int{}
	each(t, m, func(s *Story) {
		if s.Overpaid == nil {
			return
		}
		v, err := office.SeeOfficeRecovery(ctx, officer, s.Overpaid.ID)
		if err != nil {
			t.Fatal(err)
		}
		found[v.State]++
		if v.State == recovery.Claimed && (len(v.Repayments) < 2 || v.Left() <= 0 || v.Recovery.Repaid <= 0 || v.Schedule[0].Paid != v.Schedule[0].Amount) {
			t.Errorf("%+v", v.Recovery)
		}
		if v.State == recovery.Communicated && *v.AnswerBy <= m.Today {
			t.Errorf("the view is awaited until %s", *v.AnswerBy)
		}
	})
	if len(found) != 2 || found[recovery.Claimed] != 1 || found[recovery.Communicated] != 1 {
		t.Errorf("%v", found)
	}
	if check, err := office.VerifyLedger(ctx, officer); err != nil || !check.IsWhole() {
		t.Errorf("%+v, %v", check, err)
	}
}
