package throughput

import (
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/steering"
)

// Spell is one placement as the flow reads it: when things happened, and nothing that
// says whose it is.
type Spell struct {
	Intervention ident.ID
	One          steering.Count // one person, of the gender
	State        placement.State
	DeclinedBy   placement.Mover
	Referred     period.Day
	To           period.Day  // the last day as it is planned
	Started      *period.Day // nil where it never began
	Ended        *period.Day // last day; nil while it goes on
	Up           *period.Day // first move up the ladder after the start
	Left         *period.Day // first exit to work or studies from the start on
}

// Stage is how far a referral has come, or where it ended.
type Stage string

const (
	Referred            Stage = "referred"
	Queued              Stage = "queued"
	Offered             Stage = "offered"
	Accepted            Stage = "accepted" // and has not begun
	Completed           Stage = "completed"
	Interrupted         Stage = "interrupted"
	GoingOn             Stage = "going_on"
	DeclinedParticipant Stage = "declined_participant"
	DeclinedProvider    Stage = "declined_provider"
	NotAnswered         Stage = "not_answered" // the last day to answer passed
	Withdrawn           Stage = "withdrawn"    // or its last day passed before it began
)

// Stages are all stages, in the order the pages show them.
func Stages() []Stage {
	return []Stage{Referred, Queued, Offered, Accepted, Completed, Interrupted, GoingOn, DeclinedParticipant, DeclinedProvider,
		NotAnswered, Withdrawn}
}

// Waits tells whether the referral has not begun and still may.
func (s Stage) Waits() bool { return s == Referred || s == Queued || s == Offered || s == Accepted }

// Began tells whether the participant came to the intervention.
func (s Stage) Began() bool { return s == Completed || s == Interrupted || s == GoingOn }

// At is the stage of the spell today. False for what was only proposed: nobody has been
// referred.
func (s Spell) At(today period.Day) (Stage, bool) {
	switch s.State {
	case placement.Completed:
		return Completed, true
	case placement.Interrupted:
		return Interrupted, true
	case placement.Started:
		return GoingOn, true
	case placement.Withdrawn:
		return Withdrawn, true
	case placement.Declined:
		switch s.DeclinedBy {
		case placement.Provider:
			return DeclinedProvider, true
		case placement.TheDeadline:
			return NotAnswered, true
		}
		return DeclinedParticipant, true
	case placement.Referred, placement.Queued, placement.Offered, placement.Accepted:
		if s.To < today {
			return Withdrawn, true
		}
		return Stage(s.State), true
	}
	return "", false
}

// AfterMonths is how long after the end a move up or an exit still counts as having come
// of the intervention.
const AfterMonths = 3

// within tells whether the day lies in the stay or in the months after it.
func (s Spell) within(day *period.Day) bool {
	return day != nil && s.Ended != nil && *day <= s.Ended.AddMonths(AfterMonths)
}

// MovedUp tells whether the participant moved up a step during the stay or soon after.
func (s Spell) MovedUp() bool { return s.within(s.Up) }

// LeftToWork tells whether the participant left the programme to work or studies during
// the stay or soon after.
func (s Spell) LeftToWork() bool { return s.within(s.Left) }
