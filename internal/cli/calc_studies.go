package cli

import (
	"errors"

	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/studies"
	"fotfaste/internal/studies/studiesfile"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/locale"
)

type calcStudiesCommand struct {
	File     string `arg:"" placeholder:"FILE" help:"What is known of the studies as JSON: \"on\", the day of the check, and the answers that there are. What is left out is unknown, and the answer says what it is called. \"-\" reads it from standard input."`
	Language string `enum:"sv,en" default:"sv" help:"Of the text: sv or en."`
	JSON     bool   `name:"json" help:"As JSON."`
}

// Run prints the main rule and each exception with whether it is met, why and by which
// section, and the check as a text for the journal. Facts that cannot be right and a day
// that the law map does not reach are refused.
func (c *calcStudiesCommand) Run(env *Env) error {
	p := locale.For(c.Language)
	text, err := readFacts(env, c.File)
	if err != nil {
		return refuse(p, "calc.facts.unreadable", "File", c.File)
	}
	facts, on, err := studiesfile.Read(text)
	if err != nil {
		return badFacts(p, c.File, err)
	}
	checked, err := studies.Check(law.Sweden(), facts, on)
	var missing *law.MissingError
	var why *fault.Error
	switch {
	case errors.As(err, &missing) && errors.As(err, &why):
		return badFacts(p, c.File, studiesfile.Refused(text, fault.Fields{{Name: "on", Text: why.Text}}))
	case err != nil:
		return err
	case c.JSON:
		return writeJSON(env.Out, studiesSaid(p, checked))
	}
	return tellTree(env.Out, explainStudies(p, checked)...)
}

// saidStudies is the answer.
type saidStudies struct {
	On       period.Day      `json:"on"`
	Overall  studies.Overall `json:"overall"`
	Sentence string          `json:"text"`
	Lines    []saidStudyLine `json:"lines"`
	Journal  []string        `json:"journal"` // its paragraphs
}

// saidStudyLine is a line, and what it says; the source is said in words.
type saidStudyLine struct {
	studies.Line
	Source   string `json:"source"`
	Sentence string `json:"text"`
}

func studiesSaid(p *locale.Printer, checked studies.Checked) saidStudies {
	said := saidStudies{On: checked.On, Overall: checked.Overall, Sentence: p.Code("studies.overall.", checked.Overall), Journal: journalSaid(p, checked)}
	for _, line := range checked.Lines {
		said.Lines = append(said.Lines, saidStudyLine{line, p.Source(line.Source), plainSpaces.Replace(p.Fault(line.Text()))})
	}
	return said
}

func journalSaid(p *locale.Printer, checked studies.Checked) (paragraphs []string) {
	for _, text := range checked.Journal() {
		paragraphs = append(paragraphs, plainSpaces.Replace(p.Fault(text)))
	}
	return paragraphs
}

// explainStudies says what the check came to, rule by rule, and the journal's text.
func explainStudies(p *locale.Printer, checked studies.Checked) []layout.Explanation {
	rules := layout.Explanation{Text: p.Text("sums_studies.rules", "On", p.Day(checked.On))}
	for _, line := range checked.Lines {
		rule := layout.Explanation{
			Text: p.Code("sums_studies.rule.", line.Code), Value: p.Code("sums_studies.outcome.", line.Outcome),
			Source: line.Act + "; " + p.Source(line.Source), Steps: []layout.Explanation{{Text: p.Fault(line.Text())}},
		}
		for _, ask := range line.Missing { // by its name in the file
			rule.Steps = append(rule.Steps, layout.Explanation{Text: string(ask), Value: p.Code("studies.question.", ask)})
		}
		rules.Steps = append(rules.Steps, rule)
	}
	journal := layout.Explanation{Text: p.Text("sums_studies.journal")}
	for _, paragraph := range journalSaid(p, checked) {
		journal.Steps = append(journal.Steps, layout.Explanation{Text: paragraph})
	}
	return []layout.Explanation{{Text: p.Code("studies.overall.", checked.Overall)}, rules, journal}
}
