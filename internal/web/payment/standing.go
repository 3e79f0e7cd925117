package payment

import (
	"fotfaste/internal/casework"
	"fotfaste/internal/payment"
	"fotfaste/internal/web/layout"
)

// standing is how far the money of a run has come: the word of the list and the head,
// and the step where there is something to do, or else to read.
type standing struct {
	Text   string
	Detail string // how many payments have come how far, "" where all are in one place
	Tone   layout.Tone
	Step   string
}

// standingOf is the furthest that an attested run has come; a proposal and one that was
// withdrawn stand where they are. What asks for somebody comes first: a file that is
// made and not sent, then what the bank has not answered.
func standingOf(f layout.Frame, state casework.RunState, states []casework.PaymentCount) standing {
	if state != casework.RunAttested {
		return standing{Text: f.Code("payment.state.", state), Tone: stateTone(state)}
	}
	n, all := map[payment.State]int{}, 0
	for _, s := range states {
		n[s.State] += s.Payments
		all += s.Payments
	}
	failed, again := n[payment.Failed], n[payment.Again]
	var s standing
	switch {
	case all == 0:
		s = standing{Text: f.Text("payment.standing.nothing"), Tone: layout.Good, Step: stepAttest}
	case n[payment.Withdrawn] == all:
		s = standing{Text: f.Text("payment.standing.taken_back"), Step: stepProposal}
	case n[payment.Filed] > 0:
		s = standing{Text: f.Text("payment.standing.filed"), Tone: layout.Ask, Step: stepSent}
	case n[payment.Sent] > 0:
		s = standing{Text: f.Text("payment.standing.sent"), Tone: layout.Sky, Step: stepAnswer}
	case n[payment.Paid]+failed+again == 0:
		s = standing{Text: f.Text("payment.standing.due"), Tone: layout.Ask, Step: stepFile}
	case failed > 0:
		s = standing{Text: f.Text("payment.standing.failed", "Count", failed), Tone: layout.Ask, Step: stepAnswer}
	default:
		s = standing{Text: f.Text("payment.standing.paid"), Tone: layout.Good, Step: stepAnswer}
	}
	var parts []string
	for _, part := range []struct {
		key   string
		count int
	}{{"paid", n[payment.Paid]}, {"failed", failed}, {"again", again}, {"sent", n[payment.Sent]}, {"filed", n[payment.Filed]},
		{"due", n[payment.Due]}, {"taken_back", n[payment.Withdrawn]}} {
		if part.count > 0 {
			parts = append(parts, f.Text("payment.standing.count."+part.key, "Count", part.count))
		}
	}
	if len(parts) > 0 {
		s.Detail = f.List(parts)
	}
	return s
}
