package casefile_test

import (
	"errors"
	"slices"
	"testing"

	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"

	"pgregory.net/rapid"
)

// The whole journey, and the ways that turn off from it.
func TestJourneys(t *testing.T) {
	for _, c := range []struct {
		name     string
		commands []casefile.Command
		end      casefile.State
	}{
		{"to work and out", []casefile.Command{
			casefile.JudgeEligibility, casefile.BeginAssessment, casefile.Assess, casefile.Grant,
			casefile.AssignManager, casefile.WritePlan, casefile.AnswerPlan, casefile.Start, casefile.Refer,
			casefile.ReportAttendance, casefile.HoldContact, casefile.Assess, casefile.MoveStep,
			casefile.Exit, casefile.BeginFollowUp, casefile.RecordOutcome, casefile.Close,
		}, casefile.Closed},
		{"a pause on the way", []casefile.Command{
			casefile.BeginAssessment, casefile.Grant, casefile.Start, casefile.Pause,
			casefile.Resume, casefile.Extend,
		}, casefile.Active},
		{"refused, reconsidered, granted", []casefile.Command{
			casefile.Refuse, casefile.Reconsider, casefile.Assess, casefile.Grant,
		}, casefile.Granted},
		{"changes her mind", []casefile.Command{casefile.BeginAssessment, casefile.Withdraw}, casefile.Closed},
		{"stopped before the start", []casefile.Command{
			casefile.BeginAssessment, casefile.Grant, casefile.Stop, casefile.Close,
		}, casefile.Closed},
		{"the job did not last", []casefile.Command{
			casefile.BeginAssessment, casefile.Grant, casefile.Start, casefile.Exit,
			casefile.BeginFollowUp, casefile.Return,
		}, casefile.Active},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := casefile.Case{State: casefile.Enquiry, Manager: "m1"}
			for _, command := range c.commands {
				next, err := at.Do(command)
				if err != nil {
					t.Fatalf("%s: %v", command, err)
				}
				at = next
			}
			if at.State != c.end {
				t.Errorf("ends as %s, want %s", at.State, c.end)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		name    string
		in      casefile.Case
		command casefile.Command
		reason  casefile.Reason
		key     string
	}{
		{"granted without an assessment", casefile.Case{State: casefile.Enquiry}, casefile.Grant,
			casefile.WrongState, "casefile.refused.grant"},
		{"paused twice", casefile.Case{State: casefile.Paused}, casefile.Pause,
			casefile.WrongState, "casefile.refused.pause"},
		{"referred before the decision", casefile.Case{State: casefile.Assessing}, casefile.Refer,
			casefile.WrongState, "casefile.refused.refer"},
		{"started with nobody beside", casefile.Case{State: casefile.Granted}, casefile.Start,
			casefile.NoManager, "casefile.refused.no_manager"},
		{"a command that does not exist", casefile.Case{State: casefile.Active}, "promote",
			casefile.UnknownCommand, "casefile.refused.unknown_command"},
	} {
		t.Run(c.name, func(t *testing.T) {
			after, err := c.in.Do(c.command)
			var refused *fault.Error
			var why *casefile.Refusal
			if !errors.As(err, &refused) || !errors.As(err, &why) {
				t.Fatalf("got %v", err)
			}
			if refused.Code != fault.Conflict || refused.Text.Key != c.key || why.Reason != c.reason || why.State != c.in.State {
				t.Errorf("refused with %s: %v", refused.Text.Key, why)
			}
			if after != c.in {
				t.Error("a refused command changed the case")
			}
		})
	}
}

func TestClosedIsTheEnd(t *testing.T) {
	if left := casefile.Commands(casefile.Closed); len(left) != 0 {
		t.Errorf("a closed case can still %v", left)
	}
	for _, s := range casefile.States() {
		if s != casefile.Closed && len(casefile.Commands(s)) == 0 {
			t.Errorf("nothing can be done in %s", s)
		}
	}
}

func TestEveryStateIsReachedAndLeadsToTheEnd(t *testing.T) {
	// Who can be reached from where, by any commands.
	reach := func(from casefile.State) map[casefile.State]bool {
		seen := map[casefile.State]bool{from: true}
		for queue := []casefile.State{from}; len(queue) > 0; queue = queue[1:] {
			at := casefile.Case{State: queue[0], Manager: "m1"}
			for _, command := range casefile.Commands(at.State) {
				next, err := at.Do(command)
				if err != nil {
					t.Fatalf("%s is offered in %s and refused: %v", command, at.State, err)
				}
				if !seen[next.State] {
					seen[next.State] = true
					queue = append(queue, next.State)
				}
			}
		}
		return seen
	}
	for _, s := range casefile.States() {
		if !reach(casefile.Enquiry)[s] {
			t.Errorf("%s is never reached", s)
		}
		if !reach(s)[casefile.Closed] {
			t.Errorf("%s never ends", s)
		}
	}
}

// Whatever is asked in whatever order, what is offered and what is allowed agree,
// and nobody takes part without a grant and a case manager.
func TestAnyCommandsInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := casefile.Case{State: casefile.Enquiry}
		granted := false
		for _, command := range rapid.SliceOfN(rapid.SampledFrom(casefile.AllCommands()), 0, 60).Draw(t, "commands") {
			offered := slices.Contains(casefile.Commands(at.State), command)
			if slices.Contains(casefile.ValidIn(command), at.State) != offered {
				t.Fatalf("%s in %s: offered %t", command, at.State, offered)
			}
			next, err := at.Do(command)
			if err == nil && !offered {
				t.Fatalf("%s was done in %s without being offered", command, at.State)
			}
			granted = granted || err == nil && command == casefile.Grant
			if err == nil && command == casefile.AssignManager {
				next.Manager = "m1"
			}
			at = next
			if at.State == casefile.Active && (!granted || at.Manager.IsZero()) {
				t.Fatalf("active after %s: granted %t, manager %q", command, granted, at.Manager)
			}
		}
	})
}
