package letter

import (
	"fotfaste/internal/appeal"
	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
)

// PaidTooMuch is what was found to be paid too much, with all that its statement says.
type PaidTooMuch struct {
	Frame
	Amount   money.Kronor
	Weeks    []PaidWeek
	AnswerBy period.Day
	By       string // who sends it
	Contact  string // the case manager's name, "" until there is one
}

// PaidWeek is a week of it: what was paid, what it is worth, and why.
type PaidWeek struct {
	Week        period.Week
	Paid, Worth money.Kronor
	Stands      money.Kronor // paid too much and not put right since
	Why         []recovery.Reason
}

// OfOverpayment is the statement to the participant before anybody decides: the
// reckoning, and by when to answer (FL (2017:900) 25 §). It decides nothing.
func OfOverpayment(words Words, p PaidTooMuch) Letter {
	b := New(Overpaid, words, p.Frame)
	b.Title("letter.overpaid.title", "Amount", p.Amount)
	b.Paragraph("letter.overpaid.not_decided")
	b.Heading("letter.overpaid.what").overpaidWeeks(p)
	b.Heading("letter.overpaid.answer").Paragraph("letter.overpaid.answer_by", "Day", p.AnswerBy)
	b.List(fault.T("letter.overpaid.ask.right"), fault.T("letter.overpaid.ask.why"), fault.T("letter.overpaid.ask.money"))
	b.Paragraph("letter.overpaid.how")
	b.Heading("letter.next").Paragraph("letter.overpaid.next")
	b.Heading("letter.overpaid.sender").add(Block{Kind: Signature, Items: []string{p.By, p.Unit + ", " + p.Municipality}})
	return b.contact(Signed{Unit: p.Unit, Contact: p.Contact}).Letter()
}

func (b *Builder) overpaidWeeks(p PaidTooMuch) {
	var why []fault.Text
	var lines []Line
	for _, w := range p.Weeks {
		for _, reason := range w.Why {
			why = append(why, reason.Text())
		}
		lines = append(lines, Line{fault.T("letter.overpaid.week", "Week", w.Week, "Days", w.Week.Span()), []any{w.Paid, w.Worth, w.Stands}})
	}
	b.List(why...)
	b.Table(fault.T("letter.overpaid.caption"), []fault.Text{fault.T("letter.overpaid.column.week"), fault.T("letter.overpaid.column.paid"),
		fault.T("letter.overpaid.column.worth"), fault.T("letter.overpaid.column.stands")}, false, lines...)
}

// RecoveryDecided is a decision on what was paid too much, with all that its letter says.
type RecoveryDecided struct {
	Frame
	Made    recovery.Decision
	Answers []appeal.Appeal // of an earlier decision, that waited for this one
	Account string          // the municipality's, as it is written; "" until it has one
	By      string          // who decided
	Contact string
	Appeal  Appeal
}

// OfRecovery is the letter of a decision on what was paid too much: what is to be paid
// back and when, why, and how to appeal.
func OfRecovery(words Words, d RecoveryDecided) Letter {
	b := New(Recovery, words, d.Frame)
	kind := "part"
	switch {
	case d.Made.Claim == 0:
		kind = "waive"
	case d.Made.Waive == 0:
		kind = "claim"
	}
	b.Title("letter.recovery.title."+kind, "Claim", d.Made.Claim)
	b.Heading("letter.decided")
	b.Paragraph("letter.recovery.decided."+kind, "Amount", d.Made.Amount, "Claim", d.Made.Claim, "Waive", d.Made.Waive)
	if d.Made.Number > 1 {
		b.Paragraph("letter.recovery.instead")
	}
	for _, a := range d.Answers {
		b.Paragraph("letter.recovery.answers."+string(a.Kind), "Received", a.ReceivedOn)
	}
	b.Heading("letter.reasons").Written(d.Made.Reason)
	b.Heading("letter.rules").List(fault.T("letter.recovery.rule.person"), fault.T("letter.recovery.rule.heard"))
	b.Heading("letter.next")
	if d.Made.Claim > 0 {
		b.instalments(d.Made)
		reference := recovery.Reference(d.Made.Recovery)
		if d.Account == "" {
			b.Paragraph("letter.recovery.how_later", "Reference", reference)
		} else {
			b.Paragraph("letter.recovery.how", "Account", d.Account, "Reference", reference)
		}
		b.Paragraph("letter.recovery.no_fee")
		b.Paragraph("letter.recovery.hard")
	}
	b.Paragraph("letter.recovery.not_netted")
	b.HowToAppeal(d.Appeal)
	return b.Sign(Signed{By: d.By, Unit: d.Unit, Contact: d.Contact}).Letter()
}

// instalments are when it is to be paid.
func (b *Builder) instalments(d recovery.Decision) {
	if !d.Plan.InInstalments() {
		b.Paragraph("letter.recovery.due", "Claim", d.Claim, "Day", d.Plan.Due)
		return
	}
	var lines []Line
	for _, part := range d.Plan.Instalments(d.Claim) {
		lines = append(lines, Line{fault.T("letter.value", "Value", part.Due), []any{part.Amount}})
	}
	lines = append(lines, Line{fault.T("letter.recovery.sum"), []any{d.Claim}})
	b.Table(fault.T("letter.recovery.plan"), []fault.Text{fault.T("letter.recovery.column.due"), fault.T("letter.recovery.column.amount")}, true, lines...)
}
