package payment

import (
	"fotfaste/internal/casework"
	"fotfaste/internal/web/layout"
)

// runPage is what every page of a run has above its own: the week, the sum, and the
// three steps from proposal to attestation.
type runPage struct {
	Head  layout.Head
	Steps layout.Tabs
	Stats []layout.Stat
	Note  *layout.Notice
}

const (
	stepProposal    = ""
	stepDifferences = "differences"
	stepAttest      = "attest"
)

func runPageOf(f layout.Frame, v casework.PaymentRun, here string) runPage {
	page := runPage{
		Head: layout.Head{
			Eyebrow: f.Text("payment.run.eyebrow", "State", f.Code("payment.state.", v.State)),
			Title:   f.Text("payment.run.heading", "Week", v.Week, "Total", v.Total, "Count", v.Run.Lines),
			Lead:    f.Text("payment.run.lead", "Days", v.Week.Span()),
			Tags: []layout.Tag{{Text: f.Code("payment.state.", v.State), Tone: stateTone(v.State)},
				{Text: f.Text("payment.run.prepared", "Name", v.PreparedByName, "At", v.PreparedAt)}},
		},
		Steps: layout.Tabs{Label: f.Text("payment.run.steps")},
		Stats: []layout.Stat{
			{Value: f.Kronor(v.Sums.Base), Text: f.Text("payment.run.base")},
			{Value: f.Kronor(v.Sums.Child), Text: f.Text("payment.run.child")},
			{Value: f.Kronor(v.Sums.Total), Text: f.Text("payment.run.total"), Detail: f.Text("payment.run.cases", "Count", v.Run.Lines)},
		},
	}
	if v.AttestedAt != nil {
		page.Head.Tags = append(page.Head.Tags, layout.Tag{Text: f.Text("payment.run.attested", "Name", v.AttestedByName, "At", *v.AttestedAt)})
	}
	for i, step := range []string{stepProposal, stepDifferences, stepAttest} {
		page.Steps.Links = append(page.Steps.Links, layout.Link{
			Text: f.Text("payment.run.step", "Number", i+1, "Name", f.Code("payment.step.", stepName(step))),
			Href: runPath(v.ID, step), Current: step == here,
		})
	}
	switch {
	case v.State == casework.RunAttested:
		page.Note = &layout.Notice{Title: f.Text("payment.run.stands"), Text: f.Text("payment.run.stands_help"), Tone: layout.Good}
	case v.State == casework.RunWithdrawn:
		page.Note = &layout.Notice{Title: f.Text("payment.run.withdrawn"), Text: f.Text("payment.run.withdrawn_help")}
	case v.Sums.Conflicts+v.Sums.Unconfirmed > 0:
		page.Note = &layout.Notice{Title: f.Text("payment.run.loose"), Tone: layout.Ask,
			Text: f.Text("payment.run.loose_help", "Conflicts", v.Sums.Conflicts, "Unconfirmed", v.Sums.Unconfirmed)}
	}
	return page
}

func stepName(step string) string {
	if step == stepProposal {
		return "proposal"
	}
	return step
}

// payeeCell is whose line it is. A protected identity has no name and no link here.
func payeeCell(f layout.Frame, p casework.Payee) layout.Cell {
	switch {
	case p.Protected && p.Case.IsZero():
		return layout.Cell{Text: f.Text("payment.protected")}
	case p.Case.IsZero():
		return layout.Cell{Text: f.Text("payment.not_shown")}
	}
	return layout.Cell{Text: p.Name, Detail: p.Number, Href: "/work/cases/" + string(p.Case) + "/compensation"}
}

// uncertain is the days of a week that are not certain, in words.
func uncertain(f layout.Frame, conflicts, unconfirmed, unreported int) layout.Cell {
	var words []string
	for _, wait := range []struct {
		key  string
		days int
	}{{"week.conflicts", conflicts}, {"week.unconfirmed", unconfirmed}, {"week.unreported", unreported}} {
		if wait.days > 0 {
			words = append(words, f.Text(wait.key, "Count", wait.days))
		}
	}
	if len(words) == 0 {
		return layout.Cell{}
	}
	return layout.Cell{Text: f.List(words), Tone: layout.Ask}
}
