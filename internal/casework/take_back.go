package casework

import (
	"context"
	"errors"
	"fmt"

	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// takeBackUnsent takes back what was attested, has not reached the participant, and is
// less now: the weeks stand as they did before it and come anew, with what they are
// worth, in the run that is being proposed. Money that nobody has received is not
// overpaid, and a recovery is never opened for it.
func (d *desk) takeBackUnsent(ctx context.Context, week period.Week) error {
	due, _, err := d.dueWeeks(ctx, week, "")
	if err != nil {
		return err
	}
	fell := map[store.CaseWeek]bool{}
	var cases []ident.ID
	for _, w := range due {
		of := store.CaseWeek{Case: w.PayCase.Case, Week: w.Week.Week}
		if w.Difference() < 0 {
			if len(cases) == 0 || cases[len(cases)-1] != of.Case {
				cases = append(cases, of.Case)
			}
			fell[of] = true
		}
	}
	taken := 0
	for _, of := range cases {
		unsent, err := d.UnsentOf(ctx, of)
		if err != nil {
			return err
		}
		for _, p := range unsent {
			done, err := d.takeBackOne(ctx, p, fell)
			if err != nil {
				return err
			}
			if done {
				taken++
			}
		}
	}
	d.note("taken_back", taken)
	return nil
}

// takeBackOne takes back a payment and the weeks that it pays, where one of them has
// fallen. One that is tangled with another stays, and its fall becomes a recovery: a
// later calculation of the same week has been attested, or a week of the run met an
// overpayment.
func (d *desk) takeBackOne(ctx context.Context, last store.Payment, fell map[store.CaseWeek]bool) (bool, error) {
	chain := []store.Payment{last}
	for !chain[len(chain)-1].Replaces.IsZero() {
		before, err := d.Payment(ctx, chain[len(chain)-1].Replaces)
		if err != nil {
			return false, err
		}
		chain = append(chain, before)
	}
	first := chain[len(chain)-1]
	weeks, err := d.CalculatedIn(ctx, first.Run, first.Case)
	if err != nil {
		return false, err
	}
	touched := false
	var sum money.Kronor
	for _, w := range weeks {
		touched = touched || fell[store.CaseWeek{Case: w.Case, Week: w.Week.Week}]
		all, err := d.Calculations(ctx, w.Case, w.Week.Week)
		if err != nil {
			return false, err
		}
		if change := w.Change(); change.Difference() < 0 || change.Difference() != w.Pays || all[len(all)-1].Number != w.Number {
			return false, nil
		}
		sum += w.Pays
	}
	if !touched || sum != first.Amount {
		return false, nil
	}
	return true, d.reverse(ctx, chain, weeks)
}

// reverse posts the weeks the other way, and withdraws them and the payments.
func (d *desk) reverse(ctx context.Context, chain []store.Payment, weeks []store.CalculatedWeek) error {
	var postings []ledger.Posting
	for _, w := range weeks {
		some, err := w.Change().Postings()
		if err != nil {
			return err
		}
		for _, p := range some {
			p.Amount = -p.Amount
			postings = append(postings, p)
		}
		if err := d.WithdrawCalculated(ctx, w.ID, d.Now); err != nil {
			return err
		}
	}
	for _, p := range chain {
		if done, err := d.MovePayment(ctx, p.ID, p.State, payment.Withdrawn, p.Reason, d.Now); err != nil || !done {
			return errors.Join(err, fmt.Errorf("payment %s can be taken back: %t", p.ID, done))
		}
	}
	first := chain[len(chain)-1]
	if err := d.post(ctx, ledger.RunTakenBack, first.Run, postings); err != nil {
		return err
	}
	return d.tellAbout(ctx, casefile.PaymentTakenBack, first.Case, map[string]any{"Total": int64(first.Amount)})
}
