package casefile

import (
	"time"

	"fotfaste/internal/ident"
)

// EventKind is what happened. Its sentence is in the locale files.
type EventKind string

// Event is a line in the journey of a case: what happened, when, and who did it. It
// is for people to read; the record that nobody can change is the journal.
type Event struct {
	ID        ident.ID
	Case      ident.ID
	At        time.Time
	Kind      EventKind
	Part      string // the part of the case it belongs to, so that it is shown with it
	Actor     ident.ID
	ActorName string         // as it was then
	Values    map[string]any // the values in its sentence: numbers, dates and names
}
