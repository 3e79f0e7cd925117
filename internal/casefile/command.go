package casefile

import "slices"

// Command is something that can be asked of a case. It may be refused.
type Command string

const (
	JudgeEligibility Command = "judge_eligibility"
	BeginAssessment  Command = "begin_assessment"
	Assess           Command = "assess"
	Grant            Command = "grant"
	Refuse           Command = "refuse"
	Reconsider       Command = "reconsider" // after an appeal, or on new facts
	Withdraw         Command = "withdraw"   // the person no longer wants a place
	AssignManager    Command = "assign_manager"
	WritePlan        Command = "write_plan"
	AnswerPlan       Command = "answer_plan"
	Start            Command = "start"
	Refer            Command = "refer"
	ReportAttendance Command = "report_attendance"
	HoldContact      Command = "hold_contact"
	MoveStep         Command = "move_step"
	Extend           Command = "extend"
	Pause            Command = "pause"
	Resume           Command = "resume"
	Stop             Command = "stop" // a decision that the programme ends early
	Exit             Command = "exit" // to work, studies or something else
	BeginFollowUp    Command = "begin_follow_up"
	RecordOutcome    Command = "record_outcome"
	Return           Command = "return" // it did not last; the granted time has not run out
	Close            Command = "close"
)

// rule is one row of the table: from which states the command is valid and which
// state it leads to. No state to lead to means that the case stays where it is.
type rule struct {
	command Command
	from    []State
	to      State
}

// rules is the whole of what a case can do, in the order of the journey.
var rules = []rule{
	{JudgeEligibility, []State{Enquiry, Assessing}, ""},
	{BeginAssessment, []State{Enquiry}, Assessing},
	{Assess, []State{Assessing, Granted, Active, Paused}, ""},
	{Grant, []State{Assessing}, Granted},
	// Who is plainly outside the target group need not be assessed to be told so.
	{Refuse, []State{Enquiry, Assessing}, Refused},
	// A refusal or a stop that turns out to be wrong leads back to where a place can be
	// granted.
	{Reconsider, []State{Refused, Exited}, Assessing},
	{Withdraw, []State{Enquiry, Assessing, Granted}, Closed},
	{AssignManager, []State{Granted, Active, Paused, Exited, FollowUp}, ""},
	// The plan is there from day one (004 s. 7.4), so it is written before the start.
	{WritePlan, []State{Granted, Active, Paused}, ""},
	{AnswerPlan, []State{Granted, Active, Paused}, ""},
	{Start, []State{Granted}, Active},
	{Refer, []State{Granted, Active}, ""},
	// A week is often reported after the day on which something changed.
	{ReportAttendance, []State{Active, Paused, Exited}, ""},
	// Support goes on after the exit (004 s. 7.3; 003).
	{HoldContact, []State{Granted, Active, Paused, Exited, FollowUp}, ""},
	{MoveStep, []State{Active, Paused}, ""},
	{Extend, []State{Active, Paused}, ""},
	{Pause, []State{Active}, Paused},
	{Resume, []State{Paused}, Active},
	{Stop, []State{Granted, Active, Paused}, Exited},
	{Exit, []State{Active, Paused}, Exited},
	{BeginFollowUp, []State{Exited}, FollowUp},
	{RecordOutcome, []State{Exited, FollowUp}, ""},
	{Return, []State{Exited, FollowUp}, Active},
	{Close, []State{Refused, Exited, FollowUp}, Closed},
}

// Commands are those valid in the state, in the order of the journey. A page shows
// these and no others.
func Commands(s State) []Command {
	var valid []Command
	for _, r := range rules {
		if slices.Contains(r.from, s) {
			valid = append(valid, r.command)
		}
	}
	return valid
}

// AllCommands are all commands, in the order of the journey.
func AllCommands() []Command {
	all := make([]Command, len(rules))
	for i, r := range rules {
		all[i] = r.command
	}
	return all
}

// ValidIn are the states in which the command can be given, none for an unknown one.
func ValidIn(c Command) []State {
	if r, known := ruleOf(c); known {
		return slices.Clone(r.from)
	}
	return nil
}

func ruleOf(c Command) (rule, bool) {
	for _, r := range rules {
		if r.command == c {
			return r, true
		}
	}
	return rule{}, false
}
