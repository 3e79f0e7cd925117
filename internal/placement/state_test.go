package placement

import (
	"slices"
	"testing"

	"fotfaste/internal/fault"
)

func TestWhoMovesAPlacement(t *testing.T) {
	for _, c := range []struct {
		from    State
		command Command
		by      Mover
		to      State
		code    fault.Code
	}{
		{Proposed, Refer, CaseManager, Referred, ""},
		{Proposed, Refer, Provider, Proposed, fault.NotAllowed},
		{Proposed, Offer, CaseManager, Proposed, fault.Conflict}, // never past the gate
		{Referred, Enqueue, CaseManager, Queued, ""},
		{Referred, Offer, CaseManager, Offered, ""},
		{Queued, Offer, TheQueue, Offered, ""},
		{Queued, Offer, Provider, Queued, fault.NotAllowed},
		{Offered, Accept, Provider, Accepted, ""},
		{Offered, Accept, Participant, Accepted, ""},
		{Offered, Accept, TheQueue, Offered, fault.NotAllowed},
		{Offered, Decline, Participant, Declined, ""},
		{Offered, Decline, Provider, Declined, ""},
		{Referred, Decline, Provider, Referred, fault.NotAllowed},
		{Accepted, Decline, Provider, Accepted, fault.NotAllowed},
		{Started, Decline, Provider, Started, fault.Conflict},
		{Accepted, Decline, Participant, Declined, ""},
		{Offered, Lapse, TheDeadline, Declined, ""},
		{Offered, Lapse, CaseManager, Offered, fault.NotAllowed},
		{Accepted, Begin, Provider, Started, ""},
		{Offered, Begin, Provider, Offered, fault.Conflict},
		{Started, Interrupt, CaseManager, Interrupted, ""},
		{Started, Interrupt, Provider, Started, fault.NotAllowed},
		{Started, Complete, CaseManager, Completed, ""},
		{Started, Complete, Provider, Completed, ""},
		{Started, Withdraw, CaseManager, Started, fault.Conflict},
		{Queued, Withdraw, CaseManager, Withdrawn, ""},
		{Completed, Begin, CaseManager, Completed, fault.Conflict},
		{Offered, "lend", CaseManager, Offered, fault.Invalid},
	} {
		to, err := c.from.After(c.command, c.by)
		if to != c.to || fault.CodeOf(err) != c.code {
			t.Errorf("%s %s by %s: %s %v; want %s %q", c.from, c.command, c.by, to, err, c.to, c.code)
		}
	}
}

func TestNothingHappensToAPlacementThatIsOver(t *testing.T) {
	for _, s := range States() {
		for _, by := range []Mover{CaseManager, Participant, Provider, TheQueue, TheDeadline} {
			if s.IsOver() && len(s.Open(by)) > 0 {
				t.Errorf("%s is over, yet %s may %v", s, by, s.Open(by))
			}
		}
		if s.IsOver() && s.HoldsHours() {
			t.Errorf("%s is over and holds hours", s)
		}
	}
}

// Every state can be reached from Proposed, and from every state there is a way to
// an end.
func TestNoStateIsADeadEnd(t *testing.T) {
	movers := []Mover{CaseManager, Participant, Provider, TheQueue, TheDeadline}
	reach := func(from State) []State {
		found := []State{from}
		for i := 0; i < len(found); i++ {
			for _, by := range movers {
				for _, c := range found[i].Open(by) {
					if to, _ := found[i].After(c, by); !slices.Contains(found, to) {
						found = append(found, to)
					}
				}
			}
		}
		return found
	}
	if got := reach(Proposed); len(got) != len(States()) {
		t.Errorf("from proposed only %v", got)
	}
	for _, s := range States() {
		if !slices.ContainsFunc(reach(s), State.IsOver) {
			t.Errorf("%s never ends", s)
		}
	}
}
