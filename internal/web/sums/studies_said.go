package sums

import (
	"fotfaste/internal/studies"
	"fotfaste/internal/web/layout"
)

var (
	overallTones = map[studies.Overall]layout.Tone{studies.Opens: layout.Good, studies.Closed: layout.Plain, studies.AskMore: layout.Ask}
	outcomeTones = map[studies.Outcome]layout.Tone{studies.Met: layout.Good, studies.NotMet: layout.Plain, studies.Unknown: layout.Ask}
)

// tell fills in what the check came to: the verdict, rule by rule, and the text for the
// journal.
func (s studiesSaid) tell(body *studiesBody, checked studies.Checked) {
	body.Topics = s.tabs()
	body.Verdict = &layout.Notice{Title: s.Code("studies.overall.", string(checked.Overall)), Text: s.Text("sums_studies.person_decides"), Tone: overallTones[checked.Overall]}
	for _, ask := range s.missing(checked) {
		body.Verdict.Links = append(body.Verdict.Links, layout.Link{Text: s.question(ask), Href: s.to(topics[topicOf(ask)].code) + "#f-" + string(ask)})
	}
	table := layout.Table{Caption: s.Text("sums_studies.rules", "On", s.Day(s.on)), Stack: true, Hide: true,
		Columns: []layout.Column{{Text: s.Text("sums_studies.rule")}, {Text: s.Text("sums_studies.outcome")}, {Text: s.Text("sums_studies.act")}}}
	for _, line := range checked.Lines {
		outcome := layout.Cell{Text: s.Code("sums_studies.outcome.", string(line.Outcome)), Tone: outcomeTones[line.Outcome]}
		if line.Until != 0 {
			outcome.Detail = s.Text("sums_studies.until", "Until", s.Day(line.Until))
		}
		table.Rows = append(table.Rows, layout.Row{Cells: []layout.Cell{
			{Text: s.Code("sums_studies.rule.", string(line.Code)), Detail: s.Fault(line.Text())},
			outcome,
			{Text: line.Act, Detail: s.Source(line.Source)},
		}})
	}
	body.Rules = layout.NewTable(table)
	for _, text := range checked.Journal() {
		body.Journal = append(body.Journal, s.Fault(text))
	}
}

// missing are the questions that would settle what is unknown, each once, in the order
// in which they are asked. Where an exception is met already nothing more is needed of
// the others.
func (s studiesSaid) missing(checked studies.Checked) (asks []studies.Question) {
	wanted := map[studies.Question]bool{}
	for _, line := range checked.Lines {
		needed := checked.Overall == studies.AskMore || line.Code == studies.EqualTreatment
		for _, ask := range line.Missing {
			wanted[ask] = wanted[ask] || needed
		}
	}
	for _, t := range topics {
		for _, ask := range t.asks {
			if wanted[ask] {
				asks = append(asks, ask)
			}
		}
	}
	return asks
}

// question is a question in words.
func (s studiesSaid) question(ask studies.Question) string {
	if ask == studies.AskBirth {
		return s.Text("sums_studies.age")
	}
	return s.Code("studies.question.", string(ask))
}
