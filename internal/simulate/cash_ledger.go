package simulate

import (
	"context"
	"slices"
	"time"

	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// booking is an entry of the ledger that is still to get its number.
type booking struct {
	at       time.Time
	kind     ledger.Kind
	run      *cashRun
	postings func(*cashRun) ([]ledger.Posting, error)
}

// ledger loads an entry for each thing that happened with money, in the order in which
// they happened.
func (c *cash) ledger(ctx context.Context, to *store.Filler, runs []*cashRun) error {
	var bookings []booking
	for _, run := range runs {
		if run.AttestedAt == nil {
			continue
		}
		bookings = append(bookings, booking{*run.AttestedAt, ledger.RunAttested, run, attested},
			booking{run.sentAt(), ledger.FileSent, run, c.moved(ledger.Sent, payment.Paid, payment.Failed, payment.Again)},
			booking{run.answeredAt(), ledger.PaymentPaid, run, c.moved(ledger.Paid, payment.Paid)},
			booking{run.answeredAt(), ledger.PaymentFailed, run, c.moved(ledger.Failed, payment.Failed, payment.Again)})
	}
	slices.SortStableFunc(bookings, func(a, b booking) int { return a.at.Compare(b.at) })
	year, number := 0, 0
	for _, b := range bookings {
		postings, err := b.postings(b.run)
		if err != nil {
			return err
		}
		if len(postings) == 0 {
			continue
		}
		day := clock.DayOf(b.at)
		if number++; day.Year() != year {
			year, number = day.Year(), 1
		}
		s := newStream(c.m.Seed, "ledger "+string(b.kind), int(b.run.Week))
		entry := ledger.Entry{ID: s.identity(day), Year: year, Number: number, Day: day, Kind: b.kind, About: c.about(b), At: b.at,
			By: b.run.PreparedBy, Postings: postings}
		if b.kind == ledger.RunAttested {
			entry.By = b.run.AttestedBy
		}
		if err := enter(ctx, to, entry); err != nil {
			return err
		}
	}
	return nil
}

// enter loads an entry with its postings.
func enter(ctx context.Context, to *store.Filler, e ledger.Entry) error {
	if err := e.Check(); err != nil {
		return err
	}
	if err := to.Row(ctx, "ledger_entry", e.ID, e.Year, e.Number, e.Day, e.Kind, e.About, e.At, e.By); err != nil {
		return err
	}
	for i, p := range e.Postings {
		var monday *period.Day
		if p.Week != nil {
			first := p.Week.Monday()
			monday = &first
		}
		if err := to.Row(ctx, "ledger_posting", e.ID, i+1, p.Account, p.Amount, p.Case, monday); err != nil {
			return err
		}
	}
	return nil
}

// about is what the entry records: the run, its file or the bank's answer.
func (c *cash) about(b booking) ident.ID {
	s := newStream(c.m.Seed, "payment file", int(b.run.Week))
	file, answer := s.identity(b.run.answeredOn()), s.identity(b.run.answeredOn())
	switch b.kind {
	case ledger.RunAttested:
		return b.run.ID
	case ledger.FileSent:
		return file
	}
	return answer
}

// attested are the postings of the run's weeks.
func attested(run *cashRun) ([]ledger.Posting, error) {
	var all []ledger.Posting
	for _, change := range run.changes {
		postings, err := change.Postings()
		if err != nil {
			return nil, err
		}
		all = append(all, postings...)
	}
	return all, nil
}

// moved are the postings of the run's payments that stand in one of the states.
func (c *cash) moved(move func(...ledger.Sum) ([]ledger.Posting, error), states ...payment.State) func(*cashRun) ([]ledger.Posting, error) {
	return func(run *cashRun) ([]ledger.Posting, error) {
		var sums []ledger.Sum
		for i := range run.payments {
			if p := &run.payments[i]; slices.Contains(states, p.state) {
				sums = append(sums, ledger.Sum{Case: c.payees[p.payee].of, Amount: p.amount})
			}
		}
		return move(sums...)
	}
}
