package casework

import (
	"context"
	"errors"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
)

// JournalLine is an entry of the journal with the number of its case.
type JournalLine = store.JournalLine

// JournalQuery is what an auditor looks for. What is empty does not narrow.
type JournalQuery struct {
	CaseNumber string
	Account    string // beginnings of the names of somebody on the staff
	Kind       journal.Kind
	From, To   *period.Day // both included
	Before     int64       // only entries with a lower number; 0 from the end
	Limit      int
}

// mostAccounts is how many accounts a name may fit before the reader is asked for
// more of it.
const mostAccounts = 20

// ReadJournal is the newest entries of the query, newest first, and whether there are
// older ones. Invalid where no case has the number or nobody the name.
func (o *Office) ReadJournal(ctx context.Context, actor access.Actor, q JournalQuery) (lines []JournalLine, more bool, err error) {
	err = o.survey(ctx, actor, access.ReadJournal, "entries", func(d *desk) error {
		search := store.JournalQuery{Kind: q.Kind, Before: q.Before, Limit: q.Limit + 1}
		if q.From != nil {
			search.From = midnight(*q.From)
		}
		if q.To != nil {
			search.To = midnight(q.To.AddDays(1))
		}
		var wrong fault.Fields
		wrong.Check(q.From == nil || q.To == nil || *q.From <= *q.To, "to", "audit.to_before_from")
		if q.CaseNumber != "" {
			id, err := d.CaseByNumber(ctx, q.CaseNumber)
			if err != nil && fault.CodeOf(err) != fault.NotFound {
				return err
			}
			search.Case = id
			wrong.Check(err == nil, "case", "audit.no_case", "Number", q.CaseNumber)
		}
		if words := person.Fold(q.Account); len(words) > 0 {
			var err error
			if search.Accounts, err = d.accountsNamed(ctx, words); err != nil {
				return err
			}
			wrong.Check(len(search.Accounts) > 0, "account", "audit.nobody")
			wrong.Check(len(search.Accounts) <= mostAccounts, "account", "audit.too_many", "Count", len(search.Accounts))
		}
		if err := wrong.Err(); err != nil {
			return err
		}
		var err error
		if lines, err = d.SearchJournal(ctx, search); err != nil {
			return err
		}
		if more = len(lines) > q.Limit; more {
			lines = lines[:q.Limit]
		}
		return nil
	})
	return lines, more, err
}

func (d *desk) accountsNamed(ctx context.Context, words []string) ([]ident.ID, error) {
	all, err := d.StaffAccounts(ctx)
	var ids []ident.ID
	for _, a := range all {
		if beginsWith(a.Name, words) {
			ids = append(ids, a.ID)
		}
	}
	return ids, err
}

// midnight is when the day begins in Sweden.
func midnight(day period.Day) time.Time {
	y, m, d := day.Date()
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, clock.Stockholm)
}

// Verified is what checking the chain of the journal came to.
type Verified struct {
	Whole  int64           // entries, from the first
	Broken *journal.Broken // the first that is not, nil where all are
}

// VerifyJournal checks the municipality's journal from its first entry to its newest.
func (o *Office) VerifyJournal(ctx context.Context, actor access.Actor) (Verified, error) {
	var v Verified
	err := o.inOffice(ctx, actor, access.ReadJournal, func(d *desk) error {
		d.note("looked_at", "chain")
		return nil
	})
	if err != nil {
		return v, err
	}
	v.Whole, err = o.DB.VerifyJournal(ctx, actor.Municipality)
	if errors.As(err, &v.Broken) {
		return v, nil
	}
	return v, err
}
