package plan

import (
	"slices"

	"fotfaste/internal/fault"
)

// State is where a version of a plan stands.
type State string

const (
	Draft      State = "draft"
	Proposed   State = "proposed"
	Agreed     State = "agreed"
	NotAgreed  State = "not_agreed" // the participant said no; the reason is kept
	Superseded State = "superseded" // a later version stands instead
)

// States are all states, in the order a version passes them.
func States() []State { return []State{Draft, Proposed, Agreed, NotAgreed, Superseded} }

// Stands tells whether a version is the one that holds: agreed, or recorded as
// not agreed. A person who does not agree still has a plan and its protection.
func (s State) Stands() bool { return s == Agreed || s == NotAgreed }

// Mover is in what part somebody moves a version.
type Mover string

const (
	CaseManager Mover = "case_manager"
	Participant Mover = "participant"
	Succession  Mover = "succession" // a later version that came to stand
)

// Command moves a version from one state to another.
type Command string

const (
	Propose   Command = "propose"
	TakeBack  Command = "take_back" // to be worked on again, before it is answered
	Agree     Command = "agree"
	Decline   Command = "decline"
	Supersede Command = "supersede"
)

// Commands are all commands, in the order they come.
func Commands() []Command { return []Command{Propose, TakeBack, Agree, Decline, Supersede} }

type move struct {
	command Command
	from    []State
	to      State
	by      []Mover
}

// moves is the whole life of a version. The case manager may record an answer that
// the participant gave in a meeting; Answer says what that takes.
var moves = []move{
	{Propose, []State{Draft}, Proposed, []Mover{CaseManager}},
	{TakeBack, []State{Proposed}, Draft, []Mover{CaseManager}},
	{Agree, []State{Proposed}, Agreed, []Mover{Participant, CaseManager}},
	{Decline, []State{Proposed}, NotAgreed, []Mover{Participant, CaseManager}},
	{Supersede, []State{Draft, Proposed, Agreed, NotAgreed}, Superseded, []Mover{Succession}},
}

// Move is the state after the command, or a *fault.Error: Conflict where the state
// does not allow it, NotAllowed where it is for somebody else to do.
func (s State) Move(command Command, by Mover) (State, error) {
	for _, m := range moves {
		if m.command != command {
			continue
		}
		if !slices.Contains(m.from, s) {
			return s, fault.New(fault.Conflict, "plan.cannot."+string(command)+"."+string(s))
		}
		if !slices.Contains(m.by, by) {
			return s, fault.New(fault.NotAllowed, "plan.not_yours."+string(command))
		}
		return m.to, nil
	}
	return s, fault.New(fault.Invalid, "plan.command_unknown")
}

// Open are the commands that the mover may give now.
func (s State) Open(by Mover) []Command {
	var open []Command
	for _, m := range moves {
		if slices.Contains(m.from, s) && slices.Contains(m.by, by) {
			open = append(open, m.command)
		}
	}
	return open
}
