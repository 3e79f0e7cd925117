package officetest

import (
	"context"

	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Attests attests the proposed run as the second officer.
func (town *Town) Attests(run ident.ID) {
	town.t.Helper()
	town.minute()
	town.must(town.AttestPayments(context.Background(), town.Attester, run, casework.Form{}))
}

// Attested is the payment run of the week, proposed and attested.
func (town *Town) Attested(week period.Week) ident.ID {
	town.t.Helper()
	run := town.Proposed(week)
	town.Attests(run)
	return run
}

// Withdraws withdraws the proposed run.
func (town *Town) Withdraws(run ident.ID) {
	town.t.Helper()
	town.must(town.WithdrawPayments(context.Background(), town.PaymentOfficer, run, casework.Form{}))
}

// Ledger is what stands on each account that has postings, in kronor.
func (town *Town) Ledger() map[ledger.Account]money.Kronor {
	town.t.Helper()
	sums := map[ledger.Account]money.Kronor{}
	town.read(func(ctx context.Context, tx *store.Tx) error {
		balances, err := tx.Balances(ctx)
		for _, b := range balances {
			kronor, inWhole := b.Amount.Kronor()
			town.must(inWhole)
			sums[b.Account] = kronor
		}
		return err
	})
	return sums
}

// PaidOut is what the bank says that it has paid for the case.
func (town *Town) PaidOut(id ident.ID) money.Kronor {
	town.t.Helper()
	return town.sum(func(p store.Payment) bool { return p.Case == id && p.State == payment.Paid })
}

// Payments is what the case's payments come to that stand, a repetition counted for
// the one it repeats.
func (town *Town) Payments(id ident.ID) money.Kronor {
	town.t.Helper()
	return town.sum(func(p store.Payment) bool {
		return p.Case == id && p.Replaces.IsZero() && p.State != payment.Proposed && p.State != payment.Withdrawn
	})
}

func (town *Town) sum(counts func(store.Payment) bool) money.Kronor {
	town.t.Helper()
	var sum money.Kronor
	town.read(func(ctx context.Context, tx *store.Tx) error {
		runs, err := tx.Runs(ctx, 1000)
		for _, r := range runs {
			payments, err := tx.PaymentsOf(ctx, r.ID)
			town.must(err)
			for _, p := range payments {
				if counts(p) {
					sum += p.Amount
				}
			}
		}
		return err
	})
	return sum
}
