package access

import (
	"time"

	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// Case is what the rules need to know of a case: who people are to it at the
// moment of asking.
type Case struct {
	Municipality string
	ID           ident.ID
	Person       ident.ID
	State        casefile.State
	Protection   person.Protection
	Team         []ident.ID // accounts with a task in the case today
	Conflicted   []ident.ID // accounts that may not handle this person
	Hosts        []ident.ID // providers with a referral or placement in hand
	Consents     []Consent
	Opened       []BreakGlass
	Overpaid     bool // a recovery of what was paid too much is not closed
}

// Consent opens one part of a case to one organisation, from and to a day, both
// included, unless it has been taken back.
type Consent struct {
	Organisation ident.ID
	Part         Part
	From, Until  period.Day
	Revoked      bool
}

// BreakGlass is an account's emergency opening of a case, for a stated time.
type BreakGlass struct {
	Account     ident.ID
	From, Until time.Time
}

// Moment is when it is asked: the instant, and the day in Sweden.
type Moment struct {
	At  time.Time
	Day period.Day
}
