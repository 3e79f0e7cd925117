package casework

import (
	"context"
	"strings"
	"sync"
	"time"

	"fotfaste/internal/law"
	"fotfaste/internal/store"
)

// books keeps the book of each set of approved rates, so that it is laid together once
// and not for every page. The zero value is empty and ready.
type books struct{ made sync.Map }

// law is the law of money as it is known now: the book that the program carries, with
// all that the municipality has entered and approved laid over it, also where the clock
// has been set back since.
func (d *desk) law(ctx context.Context) (*law.Book, error) { return d.lawAt(ctx, always) }

// lawAt is the same as it was known at the instant.
func (d *desk) lawAt(ctx context.Context, at time.Time) (*law.Book, error) {
	approved, err := d.ApprovedRates(ctx, at)
	if err != nil || len(approved) == 0 {
		return d.Office.Law, err
	}
	var key strings.Builder
	for _, r := range approved {
		key.WriteString(string(r.ID))
	}
	if made, has := d.Office.books.made.Load(key.String()); has {
		return made.(*law.Book), nil
	}
	book, err := d.Office.Law.With(approvedRows(approved)...)
	if err == nil {
		d.Office.books.made.Store(key.String(), book)
	}
	return book, err
}

// approvedRows are the rows as they are laid over the book. That they took no day that
// had a value was asked when they were approved; what a later program brings of its own
// for the same days does not move what the municipality has decided.
func approvedRows(rates []store.Rate) []law.Entered {
	rows := make([]law.Entered, len(rates))
	for i, r := range rates {
		rows[i] = r.Entered
		rows[i].Replaces = true
	}
	return rows
}
