package ledger

import (
	"errors"
	"fmt"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Kind is what an entry records.
type Kind string

const (
	RunAttested     Kind = "run_attested"     // weeks became what the participant is owed
	RunTakenBack    Kind = "run_taken_back"   // attested, changed before it was sent: it comes anew in another run
	FileSent        Kind = "file_sent"        // the bank has been asked to pay
	PaymentPaid     Kind = "payment_paid"     // the bank says that it has
	PaymentFailed   Kind = "payment_failed"   // the bank says that it cannot; the participant is owed again
	OverpaidClaimed Kind = "overpaid_claimed" // a person decided that it is to be paid back
	OverpaidWaived  Kind = "overpaid_waived"  // a person decided that it is not
	ClaimRepaid     Kind = "claim_repaid"     // the participant paid back
	ClaimWaived     Kind = "claim_waived"     // what was claimed is not claimed any longer
	PaymentReturned Kind = "payment_returned" // money came back after the bank had said that it was paid
)

// Kinds are all there are.
func Kinds() []Kind {
	return []Kind{RunAttested, RunTakenBack, FileSent, PaymentPaid, PaymentFailed, OverpaidClaimed, OverpaidWaived, ClaimRepaid, ClaimWaived, PaymentReturned}
}

// Entry is one event in the ledger.
type Entry struct {
	ID       ident.ID
	Year     int // of Day
	Number   int // from one in each year, without a gap
	Day      period.Day
	Kind     Kind
	About    ident.ID // the run, the file, the bank's answer or the recovery
	At       time.Time
	By       ident.ID // account
	Postings []Posting
}

// Posting is an amount on an account: debit is positive, credit negative.
type Posting struct {
	Account Account
	Amount  money.Ore
	Case    ident.ID
	Week    *period.Week // of what is about a week
}

// Errors of Check, wrapped with what and where.
var (
	ErrUnbalanced = errors.New("the postings do not sum to nothing")
	ErrEmpty      = errors.New("an entry without postings")
	ErrNothing    = errors.New("a posting of nothing")
	ErrUnknown    = errors.New("an account that is not in the ledger")
	ErrNobody     = errors.New("a posting about no case")
)

// Check tells whether the entry can be kept: it has postings, each of something on an
// account that is there and about a case, and they sum to nothing.
func (e Entry) Check() error {
	if len(e.Postings) == 0 {
		return fmt.Errorf("%s %s: %w", e.Kind, e.ID, ErrEmpty)
	}
	amounts := make([]money.Ore, len(e.Postings))
	for i, p := range e.Postings {
		var wrong error
		switch {
		case p.Amount == 0:
			wrong = ErrNothing
		case !p.Account.IsKnown():
			wrong = ErrUnknown
		case p.Case.IsZero():
			wrong = ErrNobody
		}
		if wrong != nil {
			return fmt.Errorf("%s %s, posting %d on %q: %w", e.Kind, e.ID, i+1, p.Account, wrong)
		}
		amounts[i] = p.Amount
	}
	sum, err := money.Sum(amounts...)
	if err == nil && sum != 0 {
		err = fmt.Errorf("%w but to %d hundredths", ErrUnbalanced, sum)
	}
	if err != nil {
		return fmt.Errorf("%s %s: %w", e.Kind, e.ID, err)
	}
	return nil
}
