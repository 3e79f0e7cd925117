package payment

import (
	"strings"

	"fotfaste/internal/casework"
	"fotfaste/internal/web/layout"
)

// runPage is what every page of a run has above its own: the week, the sum, and the
// steps from proposal to the bank's answer.
type runPage struct {
	Head  layout.Head
	Steps steps
	Stats []layout.Stat
	Notes []layout.Notice
}

func runPageOf(f layout.Frame, v casework.PaymentRun, here string) runPage {
	s := standingOf(f, v.State, v.States)
	page := runPage{
		Head: layout.Head{
			Eyebrow: f.Text("payment.run.eyebrow", "State", s.Text),
			Title:   runHeading(f, v),
			Lead:    f.Text("payment.run.lead", "Days", v.Week.Span()),
			Tags: []layout.Tag{{Text: s.Text, Tone: s.Tone},
				{Text: f.Text("payment.run.prepared", "Name", v.PreparedByName, "At", v.PreparedAt)}},
		},
		Steps: stepsOf(f, v, here),
		Stats: runStats(f, v),
		Notes: runNotes(f, v),
	}
	if s.Detail != "" {
		page.Head.Tags = append(page.Head.Tags, layout.Tag{Text: s.Detail})
	}
	if v.AttestedAt != nil {
		page.Head.Tags = append(page.Head.Tags, layout.Tag{Text: f.Text("payment.run.attested", "Name", v.AttestedByName, "At", *v.AttestedAt)})
	}
	return page
}

// runHeading is what the run comes to, in a sentence.
func runHeading(f layout.Frame, v casework.PaymentRun) string {
	if v.Payees == 0 {
		return f.Text("payment.run.heading_nothing", "Week", v.Week, "Count", v.Sums.Corrected)
	}
	return f.Text("payment.run.heading", "Week", v.Week, "Total", v.Total, "Count", v.Payees)
}

// runStats are the parts of what is paid, and their sum last.
func runStats(f layout.Frame, v casework.PaymentRun) []layout.Stat {
	stats := []layout.Stat{
		{Value: f.Kronor(v.Sums.FirstBase), Text: f.Text("payment.run.base")},
		{Value: f.Kronor(v.Sums.FirstChild), Text: f.Text("payment.run.child")},
	}
	if v.Sums.Corrected > 0 {
		stats = append(stats, layout.Stat{Value: f.Kronor(v.Sums.Corrects), Text: f.Text("payment.run.corrections"),
			Detail: f.Text("payment.run.corrections_detail", "Count", v.Sums.Corrected, "Lower", v.Sums.Lower)})
	}
	if again := v.Total - v.Sums.Pays(); again > 0 {
		stats = append(stats, layout.Stat{Value: f.Kronor(again), Text: f.Text("payment.run.again"), Detail: f.Text("payment.run.again_detail")})
	}
	return append(stats, layout.Stat{Value: f.Kronor(v.Total), Text: f.Text("payment.run.total"),
		Detail: f.Text("payment.run.payments", "Count", v.Payments)})
}

// runNotes are what there is to know of the run before its lines.
func runNotes(f layout.Frame, v casework.PaymentRun) []layout.Notice {
	var notes []layout.Notice
	switch v.State {
	case casework.RunAttested:
		notes = append(notes, standsNote(f, v))
		if n := v.Sums.Reversed; n > 0 {
			notes = append(notes, layout.Notice{Title: f.Text("payment.run.taken_back", "Count", n, "Total", v.Sums.ReversedPays), Text: f.Text("payment.run.taken_back_help"),
				Links: []layout.Link{{Text: f.Text("payment.run.taken_back_link"), Href: runPath(v.ID, "") + "?show=" + string(casework.LinesTakenBack)}}})
		}
	case casework.RunWithdrawn:
		return []layout.Notice{{Title: f.Text("payment.run.withdrawn"), Text: f.Text("payment.run.withdrawn_help")}}
	}
	if v.UnheldFrom != nil {
		notes = append(notes, layout.Notice{Title: f.Text("payment.run.unheld"), Tone: layout.Ask,
			Text: f.Text("payment.run.unheld_help", "Count", v.Unheld(), "From", f.WeekYear(*v.UnheldFrom), "Weeks", casework.LooksBack)})
	}
	if v.Sums.Lower > 0 {
		note := layout.Notice{Title: fallsTitle(f, v.Sums), Text: f.Text(fallsText(v.State)), Tone: layout.Ask}
		if v.State == casework.RunAttested {
			note.Links = []layout.Link{{Text: f.Text("menu.recoveries"), Href: "/payments/recoveries"}}
		}
		notes = append(notes, note)
	}
	if v.State == casework.RunProposed && v.Sums.Uncertain > 0 {
		notes = append(notes, layout.Notice{Title: f.Text("payment.run.loose"), Tone: layout.Ask,
			Text: looseText(f, v.Sums)})
	}
	return notes
}

// looseText is how many weeks have days that are not certain, by why.
func looseText(f layout.Frame, s casework.RunSums) string {
	var parts []string
	if s.Conflicts > 0 {
		parts = append(parts, f.Text("payment.run.loose_conflicts", "Count", s.Conflicts))
	}
	if s.Unconfirmed > 0 {
		parts = append(parts, f.Text("payment.run.loose_unconfirmed", "Count", s.Unconfirmed))
	}
	return strings.Join(parts, " ")
}

// standsNote is how far the money of an attested run has come.
func standsNote(f layout.Frame, v casework.PaymentRun) layout.Notice {
	far := farOf(v)
	switch {
	case far.failed > 0:
		return layout.Notice{Title: f.Text("payment.run.failed", "Count", far.failed), Text: f.Text("payment.run.failed_help"), Tone: layout.Ask,
			Links: []layout.Link{{Text: f.Text("payment.run.to_work"), Href: "/payments/work"}}}
	case far.open != nil:
		return layout.Notice{Title: f.Text("payment.run.filed"), Text: f.Text("payment.run.filed_help"), Tone: layout.Ask}
	case v.ToFile > 0:
		return layout.Notice{Title: f.Text("payment.run.stands"), Text: f.Text("payment.run.stands_help", "Count", v.ToFile), Tone: layout.Ask}
	case far.waiting > 0:
		return layout.Notice{Title: f.Text("payment.run.at_bank", "Count", far.waiting), Text: f.Text("payment.run.at_bank_help")}
	case v.NoAccount > 0:
		return layout.Notice{Title: f.Text("payment.run.no_account", "Count", v.NoAccount), Text: f.Text("payment.run.no_account_help"), Tone: layout.Ask}
	}
	return layout.Notice{Title: f.Text("payment.run.all_paid"), Text: f.Text("payment.run.all_paid_help"), Tone: layout.Good}
}

// fallsTitle says how much too much has been paid, and for which weeks.
func fallsTitle(f layout.Frame, s casework.RunSums) string {
	if s.FirstFall == s.LastFall {
		return f.Text("payment.run.falls", "Total", s.Falls, "Week", s.FirstFall)
	}
	return f.Text("payment.run.falls_weeks", "Total", s.Falls, "First", s.FirstFall, "Last", s.LastFall)
}

func fallsText(s casework.RunState) string {
	if s == casework.RunAttested {
		return "payment.run.falls_attested"
	}
	return "payment.run.falls_help"
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
