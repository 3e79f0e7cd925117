package casefile

// State is where a case is on its way.
type State string

const (
	Enquiry   State = "enquiry"   // somebody has asked; nothing is judged
	Assessing State = "assessing" // the need is being found out, together
	Granted   State = "granted"   // a place in the programme is decided, not begun
	Refused   State = "refused"   // no place; the refusal can be appealed
	Active    State = "active"    // takes part
	Paused    State = "paused"    // the place is kept, the time stands still
	Exited    State = "exited"    // has left the programme; support may go on
	FollowUp  State = "follow_up" // asked at fixed times how it went
	Closed    State = "closed"    // nothing more happens
)

// States are all states, in the order of the journey.
func States() []State {
	return []State{Enquiry, Assessing, Granted, Refused, Active, Paused, Exited, FollowUp, Closed}
}

// IsOpen tells whether the case takes up the person's one open place. A refused case
// does not: the person may ask again.
func (s State) IsOpen() bool { return s != Refused && s != Closed }

// NeedsManager tells whether somebody must hold the case together: from the grant
// until the last follow-up (004 s. 7.3).
func (s State) NeedsManager() bool {
	switch s {
	case Granted, Active, Paused, Exited, FollowUp:
		return true
	}
	return false
}

// CountsTowardCaseload tells whether the case is one of those that a case manager
// has at most so many of (003 s. 3.4): those that need work now.
func (s State) CountsTowardCaseload() bool { return s == Granted || s == Active || s == Paused }
