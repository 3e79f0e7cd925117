package cli

import (
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/placement/gatefile"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/locale"
)

type calcGateCommand struct {
	File     string `arg:"" placeholder:"FILE" help:"What is known before a referral, as JSON: \"on\" is the day. What is left out is unknown. \"-\" reads it from standard input."`
	Language string `enum:"sv,en" default:"sv" help:"Of the explanation: sv or en."`
	JSON     bool   `name:"json" help:"As JSON."`
}

// Run prints how the referral comes through the legal gate on the day, line by line with
// the act in force. A referral that may not be made is an answer and no fault; a day whose
// law nobody has checked is refused.
func (c *calcGateCommand) Run(env *Env) error {
	p := locale.For(c.Language)
	text, err := readFacts(env, c.File)
	if err != nil {
		return refuse(p, "calc.facts.unreadable", "File", c.File)
	}
	facts, on, err := gatefile.Read(text)
	if err != nil {
		return badFacts(p, c.File, err)
	}
	result, err := placement.Gate(facts, on, law.Sweden())
	if err != nil {
		return notReckoned(p, err)
	}
	if c.JSON {
		return writeJSON(env.Out, gateSaid(p, result))
	}
	return tellTree(env.Out, explainGate(p, result))
}

type saidGate struct {
	On         period.Day        `json:"on"`
	Outcome    placement.Outcome `json:"outcome"`
	Sentence   string            `json:"text"`
	NoSanction bool              `json:"no_sanction"` // a no may not reduce the assistance
	ToConfirm  []placement.Code  `json:"to_confirm"`
	Lines      []saidGateLine    `json:"lines"`
}

type saidGateLine struct {
	Code     placement.Code    `json:"code"`
	Outcome  placement.Outcome `json:"outcome"`
	Reason   placement.Reason  `json:"reason"`
	Act      string            `json:"act"`
	Source   string            `json:"source"`
	Sentence string            `json:"text"`
}

func gateSaid(p *locale.Printer, r placement.GateResult) saidGate {
	said := saidGate{On: r.On, Outcome: r.Outcome, Sentence: plainSpaces.Replace(gateSentence(p, r)), NoSanction: r.NoSanction,
		ToConfirm: append([]placement.Code{}, r.ToConfirm()...)}
	for _, l := range r.Lines {
		said.Lines = append(said.Lines, saidGateLine{l.Code, l.Outcome, l.Reason, l.Act.Citation, l.Source, plainSpaces.Replace(p.Fault(l.Text()))})
	}
	return said
}

func gateSentence(p *locale.Printer, r placement.GateResult) string {
	return p.Text("calc.gate", "On", r.On) + " " + p.Code("placement.outcome.", r.Outcome)
}

func explainGate(p *locale.Printer, r placement.GateResult) layout.Explanation {
	top := layout.Explanation{Text: gateSentence(p, r)}
	if r.NoSanction {
		top.Steps = append(top.Steps, layout.Explanation{Text: p.Text("calc.gate.no_sanction")})
	}
	for _, l := range r.Lines {
		top.Steps = append(top.Steps, layout.Explanation{Text: p.Code("placement.line.", l.Code), Value: p.Code("placement.outcome.", l.Outcome),
			Source: p.Text("places.by_act", "Act", l.Act.Citation, "Source", l.Source),
			Steps:  []layout.Explanation{{Text: p.Fault(l.Text())}}})
	}
	return top
}
