package recovery

import (
	"strings"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// State is where a recovery stands.
type State string

const (
	Opened       State = "opened"       // found; the participant has not been told
	Communicated State = "communicated" // the statement is sent, the participant may answer
	Heard        State = "heard"        // the participant's view has come
	Claimed      State = "claimed"      // decided, and being paid back
	Closed       State = "closed"
)

// States are all there are, in the order in which a recovery meets them.
func States() []State { return []State{Opened, Communicated, Heard, Claimed, Closed} }

// Ending is why a recovery is closed.
type Ending string

const (
	Corrected Ending = "corrected" // the weeks rose again before anybody decided
	Waived    Ending = "waived"    // decided that nothing is to be paid back
	Repaid    Ending = "repaid"
	Dropped   Ending = "dropped" // a new decision let go of what was left
)

// Endings are all there are.
func Endings() []Ending { return []Ending{Corrected, Waived, Repaid, Dropped} }

// Recovery is what one payment run found that a participant had been paid too much.
type Recovery struct {
	ID, Case, Run ident.ID
	State         State
	Ending        Ending // "" until closed
	OpenedAt      time.Time
	AnswerBy      *period.Day // last day to give a view; nil until communicated
	Weeks         []Week      // the first one first
	Claimed       money.Kronor
	Waived        money.Kronor // by the first decision
	Dropped       money.Kronor // of what was claimed, by a later one
	Repaid        money.Kronor
	Version       int
}

// Reference is what the payer writes on what is paid back, and the office matches it by:
// the last eight signs of the recovery's identity, in capitals. It says nothing of who
// pays or of which case, so that it can be on anybody's account statement.
func Reference(id ident.ID) string {
	return strings.ToUpper(string(id[max(0, len(id)-8):]))
}

// Week is a week that fell.
type Week struct {
	Week      period.Week
	Fell      money.Kronor
	TakenBack money.Kronor // by a later rise of the same week, before the decision
	Claimed   money.Kronor // of the rest, by the first decision
	Forgiven  money.Kronor // the participant may keep: not claimed, or dropped by a later decision
	Justified money.Kronor // of what is forgiven, shown by a later rise to be right
	Why       []Reason
}

// Stands is what of the week has not been taken back.
func (w Week) Stands() money.Kronor { return w.Fell - w.TakenBack }

// Kept is what the participant has in hand of the week beyond what it is worth, by
// decision.
func (w Week) Kept() money.Kronor { return w.Forgiven - w.Justified }

// Fell is what all the weeks fell by.
func (r Recovery) Fell() money.Kronor {
	return r.sum(func(w Week) money.Kronor { return w.Fell })
}

// TakenBack is what later rises took back before the decision.
func (r Recovery) TakenBack() money.Kronor {
	return r.sum(func(w Week) money.Kronor { return w.TakenBack })
}

// Justified is what later rises have shown to be right of what the participant may keep.
func (r Recovery) Justified() money.Kronor {
	return r.sum(func(w Week) money.Kronor { return w.Justified })
}

// Undecided is what stands as overpaid and nobody has decided on.
func (r Recovery) Undecided() money.Kronor {
	return r.Fell() - r.TakenBack() - r.Claimed - r.Waived
}

// Left is what remains to be paid back.
func (r Recovery) Left() money.Kronor { return r.Claimed - r.Dropped - r.Repaid }

func (r Recovery) sum(of func(Week) money.Kronor) (sum money.Kronor) {
	for _, w := range r.Weeks {
		sum += of(w)
	}
	return sum
}

// IsDecided tells whether a person has decided.
func (r Recovery) IsDecided() bool { return r.Claimed+r.Waived > 0 }

// CanBeDecided tells whether the first decision can be made on the day: the
// participant has said their view, or the last day for it has passed.
func (r Recovery) CanBeDecided(today period.Day) bool {
	return r.State == Heard || r.State == Communicated && r.AnswerBy != nil && *r.AnswerBy < today
}
