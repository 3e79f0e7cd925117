package casefile

import (
	"slices"

	"fotfaste/internal/fault"
)

// Reason is why a command is refused.
type Reason string

const (
	WrongState     Reason = "wrong_state"     // not valid in the state the case is in
	NoManager      Reason = "no_manager"      // nobody holds the case together yet
	UnknownCommand Reason = "unknown_command" // there is no such command
)

// Refusal is the typed reason behind the fault that Can and Do return.
type Refusal struct {
	Command Command
	State   State
	Reason  Reason
}

func (r *Refusal) Error() string {
	return string(r.Command) + " in state " + string(r.State) + ": " + string(r.Reason)
}

// Can tells whether the command can be given now: nil, or a fault.Error of code
// Conflict that says when it can be, with a *Refusal as its cause.
func (c Case) Can(command Command) error {
	r, known := ruleOf(command)
	switch {
	case !known:
		return c.refuse(command, UnknownCommand, "casefile.refused.unknown_command")
	case !slices.Contains(r.from, c.State):
		return c.refuse(command, WrongState, "casefile.refused."+string(command))
	case c.Manager.IsZero() && (command == Start || command == Return):
		// Nobody takes part without one dedicated person beside them (000).
		return c.refuse(command, NoManager, "casefile.refused.no_manager")
	}
	return nil
}

// Do is the case after the command, or the fault of Can and the case as it was.
func (c Case) Do(command Command) (Case, error) {
	if err := c.Can(command); err != nil {
		return c, err
	}
	if r, _ := ruleOf(command); r.to != "" {
		c.State = r.to
	}
	return c, nil
}

func (c Case) refuse(command Command, reason Reason, key string) error {
	return fault.New(fault.Conflict, key).Because(&Refusal{Command: command, State: c.State, Reason: reason})
}
