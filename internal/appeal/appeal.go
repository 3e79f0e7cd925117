package appeal

import (
	"fmt"
	"log/slog"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Kind is what the person asks for.
type Kind string

const (
	ToCourt         Kind = "appeal"          // to the court, by way of the municipality
	Reconsideration Kind = "reconsideration" // of the municipality itself, without an appeal
)

// Kinds are all there are.
func Kinds() []Kind { return []Kind{ToCourt, Reconsideration} }

// State is how far it has come.
type State string

const (
	Received     State = "received"
	Late         State = "late" // refused: it came after the last day
	Reconsidered State = "reconsidered"
	Forwarded    State = "forwarded" // to the court
	CourtDecided State = "court_decided"
	Withdrawn    State = "withdrawn" // by the person
)

// States are all there are.
func States() []State {
	return []State{Received, Late, Reconsidered, Forwarded, CourtDecided, Withdrawn}
}

// Sender is whose hand it came from.
type Sender string

const (
	Participant    Sender = "participant"
	Representative Sender = "representative" // with a power of attorney
)

// Outcome is what came of reconsidering.
type Outcome string

const (
	Changed       Outcome = "changed" // as the person asked
	PartlyChanged Outcome = "partly_changed"
	Unchanged     Outcome = "unchanged"
)

// Outcomes are all there are.
func Outcomes() []Outcome { return []Outcome{Changed, PartlyChanged, Unchanged} }

// CourtOutcome is what the court decided.
type CourtOutcome string

const (
	Upheld       CourtOutcome = "upheld" // the municipality's decision stands
	CourtChanged CourtOutcome = "changed"
	SentBack     CourtOutcome = "sent_back" // the municipality tries it anew
)

// CourtOutcomes are all there are.
func CourtOutcomes() []CourtOutcome { return []CourtOutcome{Upheld, CourtChanged, SentBack} }

// Appeal is one, as it stands.
type Appeal struct {
	ID             ident.ID
	Case           ident.ID
	Letter         ident.ID // that told of what is appealed
	Subject        ident.ID // what is appealed: a decision
	Kind           Kind
	State          State
	ReceivedOn     period.Day
	By             Sender
	Representative string // name, "" for none
	Wish           string // how the decision is to change
	Reason         string // why, in the person's own words
	RegisteredBy   ident.ID
	RegisteredAt   time.Time

	Outcome      Outcome // "" until it has been reconsidered
	JudgedBy     ident.ID
	JudgedAt     *time.Time
	JudgedReason string
	NewDecision  ident.ID // that followed, of the municipality's own or by the court
	NewRecovery  ident.ID // likewise, of an appeal of a decision on what was paid too much

	ForwardedOn *period.Day
	Court       CourtOutcome // "" until then
	CourtNumber string       // of the court's case
	CourtOn     *period.Day
	WithdrawnOn *period.Day
}

// String leaves out what the person wrote.
func (a Appeal) String() string { return fmt.Sprintf("%s %s %s", a.Kind, a.ID, a.State) }

// GoString is the same as String, so that %#v tells no more.
func (a Appeal) GoString() string { return a.String() }

// LogValue is the same as String.
func (a Appeal) LogValue() slog.Value { return slog.StringValue(a.String()) }

// Time is whether an appeal came in time.
type Time struct {
	Last *period.Day // the last day, nil where nobody knows when the person got the decision
	In   bool
}

// TimeOf is it: in time until the last day, that day included, and wherever the last
// day is not known (FL (2017:900) 44-45 §§).
func TimeOf(received period.Day, last *period.Day) Time {
	return Time{Last: last, In: last == nil || received <= *last}
}

// Where the rules stand. The sections are those from 2018-07-01 on.
const (
	LateRule       = "FL (2017:900) 44-45 §§"
	ReconsiderRule = "FL (2017:900) 37-38 §§"
)
