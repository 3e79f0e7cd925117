package payment

import (
	"fotfaste/internal/casework"
	"fotfaste/internal/payment"
	"fotfaste/internal/web/layout"
)

// The steps of a run, each a page of its own with one thing to do. The name is the end
// of its address.
const (
	stepProposal    = ""
	stepDifferences = "differences"
	stepAttest      = "attest"
	stepFile        = "file"
	stepSent        = "sent"
	stepAnswer      = "answer"
)

// steps are all of them, in order.
type steps struct {
	Label string
	Done  string // the word for it
	Links []step
}

type step struct {
	layout.Link
	Done bool
}

// far is how far the money of a run has come.
type far struct {
	open            *casework.RunFile // made and not sent
	sent            int               // files
	waiting, failed int               // payments
}

func farOf(v casework.PaymentRun) far {
	var f far
	for i := range v.Files {
		switch file := &v.Files[i]; {
		case file.IsOpen():
			f.open = file
		case file.SentAt != nil:
			f.sent++
		}
	}
	for _, s := range v.States {
		switch s.State {
		case payment.Sent:
			f.waiting = s.Payments
		case payment.Failed:
			f.failed = s.Payments
		}
	}
	return f
}

func stepsOf(f layout.Frame, v casework.PaymentRun, here string) steps {
	far := farOf(v)
	attested := v.State == casework.RunAttested
	out := steps{Label: f.Text("payment.run.steps"), Done: f.Text("payment.run.step_done")}
	for i, s := range []struct {
		name string
		done bool
	}{
		{stepProposal, attested}, {stepDifferences, attested}, {stepAttest, attested},
		{stepFile, far.open != nil || far.sent > 0 && v.ToFile == 0},
		{stepSent, far.open == nil && far.sent > 0},
		{stepAnswer, far.sent > 0 && far.open == nil && far.waiting == 0},
	} {
		name := s.name
		if name == stepProposal {
			name = "proposal"
		}
		out.Links = append(out.Links, step{Done: s.done, Link: layout.Link{
			Text: f.Text("payment.run.step", "Number", i+1, "Name", f.Code("payment.step.", name)),
			Href: runPath(v.ID, s.name), Current: s.name == here}})
	}
	return out
}
