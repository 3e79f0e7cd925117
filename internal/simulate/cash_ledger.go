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

	about, by ident.ID // of what is of no run
	posted    []ledger.Posting
}

// ledger loads an entry for each thing that happened with money, in the order in which
// they happened.
func (c *cash) ledger(ctx context.Context, to *store.Filler, runs []*cashRun) error {
	var bookings []booking
	for _, run := range runs {
		if run.AttestedAt == nil {
			continue
		}
		bookings = append(bookings, booking{at: *run.AttestedAt, kind: ledger.RunAttested, run: run, postings: attested},
			booking{at: run.sentAt(), kind: ledger.FileSent, run: run, postings: c.moved(ledger.Sent, payment.Paid, payment.Failed, payment.Again)},
			booking{at: run.answeredAt(), kind: ledger.PaymentPaid, run: run, postings: c.moved(ledger.Paid, payment.Paid)},
			booking{at: run.answeredAt(), kind: ledger.PaymentFailed, run: run, postings: c.moved(ledger.Failed, payment.Failed, payment.Again)})
	}
	for _, o := range c.overpaid {
		more, err := o.bookings()
		if err != nil {
			return err
		}
		bookings = append(bookings, more...)
	}
	slices.SortStableFunc(bookings, func(a, b booking) int { return a.at.Compare(b.at) })
	year, number := 0, 0
	for _, b := range bookings {
		postings, err := b.entered()
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
		entry := ledger.Entry{Year: year, Number: number, Day: day, Kind: b.kind, About: b.about, At: b.at, By: b.by, Postings: postings}
		if b.run == nil {
			entry.ID = newStream(c.m.Seed, "ledger "+string(b.kind)+b.about.String(), int(day)).identity(day)
		} else {
			entry.ID = newStream(c.m.Seed, "ledger "+string(b.kind), int(b.run.Week)).identity(day)
			entry.About, entry.By = c.about(b), b.run.PreparedBy
		}
		if b.kind == ledger.RunAttested {
			entry.By = b.run.AttestedBy
		}
		if err := enter(ctx, to, entry); err != nil {
			return err
		}
	}
	return nil
}

// entered are the postings of the booking.
func (b booking) entered() ([]ledger.Posting, error) {
	if b.run == nil {
		return b.posted, nil
	}
	return b.postings(b.run)
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
