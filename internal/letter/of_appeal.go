package letter

import (
	"fotfaste/internal/appeal"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// Judged is the judgement of an appeal, or of a request to reconsider a decision, with
// all that its letter says.
type Judged struct {
	Frame
	Appeal   appeal.Appeal
	Decision period.Day  // the day of the decision it is about
	Last     *period.Day // the last day to appeal it; of one that was too late
	By       string
	Contact  string
	HowTo    Appeal // of a refusal, which can be appealed itself
}

// OfRejection is the decision that an appeal came too late (FL (2017:900) 45 §). It can
// be appealed like any other.
func OfRejection(words Words, j Judged) Letter {
	b := New(Rejected, words, j.Frame)
	b.Title("letter.rejected.title")
	b.Heading("letter.decided").Paragraph("letter.rejected.decided", "Day", j.Decision, "Received", j.Appeal.ReceivedOn, "Last", *j.Last)
	b.Heading("letter.reasons").Written(j.Appeal.JudgedReason)
	b.Heading("letter.rules").List(fault.T("letter.rejected.rule", "Citation", appeal.LateRule))
	b.Heading("letter.next").Paragraph("letter.rejected.next", "Day", j.Decision)
	b.HowToAppeal(j.HowTo)
	return b.Sign(Signed{By: j.By, Unit: j.Unit, Contact: j.Contact}).Letter()
}

// OfAnswer is what came of reconsidering a decision. A new decision has a letter of
// its own.
func OfAnswer(words Words, j Judged) Letter {
	b := New(Answered, words, j.Frame)
	outcome := string(j.Appeal.Outcome)
	b.Title("letter.answered.title." + outcome)
	b.Heading("letter.decided")
	b.Paragraph("letter.answered.decided."+outcome, "Day", j.Decision, "Received", j.Appeal.ReceivedOn)
	b.Heading("letter.reasons").Written(j.Appeal.JudgedReason)
	b.Heading("letter.rules").List(fault.T("letter.answered.rule", "Citation", appeal.ReconsiderRule))
	b.Heading("letter.next").Paragraph("letter.answered.next." + string(j.Appeal.Kind) + "." + outcome)
	return b.Sign(Signed{By: j.By, Unit: j.Unit, Contact: j.Contact}).Letter()
}
