package letter

import (
	"fotfaste/internal/decision"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Decided is a decision on a place in the programme, with all that its letter says.
type Decided struct {
	Frame
	Made      decision.Decision
	By        string // who decided
	Contact   string // the case manager's name, "" until there is one
	Advice    []fault.Text
	FullTime  int        // hours per week, of a place on full time
	Amounts   *Amounts   // of a grant; nil where the rates of its first day are not known yet
	Rules     []law.Act  // the acts it rests on, on the day
	Programme string     // the source of the programme's own rule
	Ends      period.Day // last day of the place, after the decision
	Appeal    Appeal
}

// Amounts is what a full week pays on the first day of a grant.
type Amounts struct {
	Base, Child money.Kronor
	Children    int
	Day         period.Day
}

// OfDecision is the letter of the decision. In order: what is decided, why, the
// rules, what it means in money, what happens next, how to appeal, who decided.
func OfDecision(words Words, d Decided) Letter {
	b := New(Decision, words, d.Frame)
	kind := string(d.Made.Kind)
	span := d.Made.Span
	b.Title("letter.decision.title." + kind)
	b.Heading("letter.decided")
	b.Paragraph("letter.decision.decided."+kind, "From", span.From, "To", span.To, "Last", span.From-1, "Ends", d.Ends, "Hours", d.FullTime)
	b.Heading("letter.reasons").Written(d.Made.Reason)
	b.rules(d)
	if d.Made.Kind == decision.Grant {
		b.amounts(d)
	}
	b.Heading("letter.next")
	if len(d.Advice) > 0 {
		b.Paragraph("letter.decision.advice").List(d.Advice...)
	}
	b.Paragraph("letter.decision.next."+kind, "From", span.From, "To", span.To, "Ends", d.Ends)
	b.HowToAppeal(d.Appeal)
	return b.Sign(Signed{By: d.By, Unit: d.Unit, Contact: d.Contact}).Letter()
}

// rules are the programme's own, and the acts that it builds on.
func (b *Builder) rules(d Decided) {
	lines := []fault.Text{fault.T("letter.rule." + d.Programme)}
	for _, act := range d.Rules {
		lines = append(lines, fault.T("letter.rule."+string(act.Subject), "Citation", act.Citation))
	}
	b.Heading("letter.rules").List(lines...)
}

// amounts are what a full week pays, and what decides whether it does.
func (b *Builder) amounts(d Decided) {
	b.Heading("letter.money")
	if d.Amounts == nil {
		b.Paragraph("letter.money.not_set", "Year", d.Made.Span.From.Year())
	} else {
		a := *d.Amounts
		lines := []Line{{fault.T("letter.money.base"), []any{a.Base}}}
		if a.Children > 0 {
			lines = append(lines, Line{fault.T("letter.money.child", "Count", a.Children), []any{a.Child}},
				Line{fault.T("letter.money.total"), []any{a.Base + a.Child}})
		}
		b.Table(fault.T("letter.money.caption", "Day", a.Day), []fault.Text{fault.T("letter.money.what"), fault.T("letter.money.week")},
			a.Children > 0, lines...)
	}
	b.Paragraph("letter.money.attendance")
}
