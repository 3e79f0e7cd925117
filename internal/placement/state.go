package placement

import (
	"slices"

	"fotfaste/internal/fault"
)

// State is where a placement stands.
type State string

const (
	Proposed    State = "proposed"
	Referred    State = "referred" // through the legal gate, not yet offered
	Queued      State = "queued"
	Offered     State = "offered" // with a deadline
	Accepted    State = "accepted"
	Declined    State = "declined" // by whom and why is kept
	Started     State = "started"
	Interrupted State = "interrupted" // ended before its time
	Completed   State = "completed"
	Withdrawn   State = "withdrawn"
)

// States are all states, in the order a placement may pass them.
func States() []State {
	return []State{Proposed, Referred, Queued, Offered, Accepted, Started, Completed, Interrupted, Declined, Withdrawn}
}

// HoldsHours tells whether the placement takes hours of the intervention. An offer
// does: what is offered to one is not free for another.
func (s State) HoldsHours() bool { return s == Offered || s == Accepted || s == Started }

// IsOver tells whether nothing more happens with the placement.
func (s State) IsOver() bool {
	return s == Declined || s == Interrupted || s == Completed || s == Withdrawn
}

// Mover is in what part somebody moves a placement.
type Mover string

const (
	CaseManager Mover = "case_manager"
	Participant Mover = "participant"
	Provider    Mover = "provider"
	TheQueue    Mover = "queue"    // hours became free and the first in the queue has its turn
	TheDeadline Mover = "deadline" // the last day to answer has passed
)

// Command moves a placement from one state to another.
type Command string

const (
	Refer     Command = "refer"
	Enqueue   Command = "enqueue"
	Offer     Command = "offer"
	Accept    Command = "accept"
	Decline   Command = "decline"
	Lapse     Command = "lapse"
	Begin     Command = "begin"
	Interrupt Command = "interrupt"
	Complete  Command = "complete"
	Withdraw  Command = "withdraw"
)

// Commands are all commands, in the order they may come.
func Commands() []Command {
	return []Command{Refer, Enqueue, Offer, Accept, Decline, Lapse, Begin, Interrupt, Complete, Withdraw}
}

type row struct {
	command Command
	from    []State
	to      State
	by      []Mover
}

var notStarted = []State{Proposed, Referred, Queued, Offered, Accepted}

// table is the whole life of a placement. An offer is accepted when the provider and
// the participant have both said yes; the case manager may record what either said.
// Providers see people come, and see them through to the last day. That a placement
// is broken off is for who owns the case.
var table = []row{
	{Refer, []State{Proposed}, Referred, []Mover{CaseManager}},
	{Enqueue, []State{Referred}, Queued, []Mover{CaseManager}},
	{Offer, []State{Referred, Queued}, Offered, []Mover{CaseManager, TheQueue}},
	{Accept, []State{Offered}, Accepted, []Mover{Provider, Participant, CaseManager}},
	{Decline, notStarted, Declined, []Mover{Participant, CaseManager}},
	{Decline, []State{Offered}, Declined, []Mover{Provider}},
	{Lapse, []State{Offered}, Declined, []Mover{TheDeadline}},
	{Begin, []State{Accepted}, Started, []Mover{Provider, CaseManager}},
	{Interrupt, []State{Started}, Interrupted, []Mover{CaseManager}},
	{Complete, []State{Started}, Completed, []Mover{CaseManager, Provider}},
	{Withdraw, notStarted, Withdrawn, []Mover{CaseManager}},
}

// After is the state that the command leads to (for Accept, once both have said
// yes), or a *fault.Error: Conflict where
// the state does not allow it, NotAllowed where it is for somebody else to do.
func (s State) After(command Command, by Mover) (State, error) {
	refusal := fault.New(fault.Invalid, "placement.command_unknown")
	for _, r := range table {
		if r.command != command {
			continue
		}
		switch {
		case !slices.Contains(r.from, s):
			if refusal.Code != fault.NotAllowed {
				refusal = fault.New(fault.Conflict, "placement.refused."+string(command))
			}
		case !slices.Contains(r.by, by):
			refusal = fault.New(fault.NotAllowed, "placement.not_yours."+string(command))
		default:
			return r.to, nil
		}
	}
	return s, refusal
}

// Open are the commands that the mover may give now.
func (s State) Open(by Mover) []Command {
	var open []Command
	for _, c := range Commands() {
		if _, err := s.After(c, by); err == nil {
			open = append(open, c)
		}
	}
	return open
}

// AwaitsStart tells whether the placement waits, is offered or is agreed on, and has not
// begun.
func (s State) AwaitsStart() bool {
	return s == Referred || s == Queued || s == Offered || s == Accepted
}
