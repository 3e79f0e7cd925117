package payment

import "slices"

// RunState is where a payment run stands.
type RunState string

const (
	RunProposed  RunState = "proposed"
	RunAttested  RunState = "attested"
	RunWithdrawn RunState = "withdrawn"
)

// State is where a payment stands.
type State string

const (
	Proposed  State = "proposed"  // in a run that is not attested
	Withdrawn State = "withdrawn" // with its run, or because its weeks changed before it was paid
	Due       State = "due"       // attested: the participant is owed it
	Filed     State = "filed"     // in a file that has not been sent
	Sent      State = "sent"      // the bank has been asked
	Paid      State = "paid"      // by the bank's word
	Failed    State = "failed"    // by the bank's word; a person looks at it
	Again     State = "again"     // to be repeated in the next run
)

// States are all there are, in the order in which a payment meets them.
func States() []State {
	return []State{Proposed, Withdrawn, Due, Filed, Sent, Paid, Failed, Again}
}

// moves are the states that each may become. Paid can fail: a bank may send money back
// after it has said that it was paid. A file that was never sent can be thrown away.
// What has not reached the participant can be taken back when it has changed.
var moves = map[State][]State{
	Proposed: {Due, Withdrawn},
	Due:      {Filed, Withdrawn},
	Filed:    {Sent, Due},
	Sent:     {Paid, Failed},
	Paid:     {Failed},
	Failed:   {Again, Withdrawn},
	Again:    {Failed, Withdrawn},
}

// CanBecome tells whether there is a move from the state to the other.
func (s State) CanBecome(next State) bool { return slices.Contains(moves[s], next) }
