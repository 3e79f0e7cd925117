package layout

import (
	"strings"

	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/compensation"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/web/locale"
)

// ExplainWeek is a week's compensation that opens to its steps, down to the price
// base amount: what happened on the days, the amounts of a whole week, and the two
// lines. It is the same to the participant, the case manager and who pays.
//
//	{{template "explanation" .Body.Why}}
func ExplainWeek(p *locale.Printer, w compensation.Week) Explanation {
	why := Explanation{Text: p.Text("week.explained.week", "Week", w.Week, "Days", w.Week.Span()), Value: p.Kronor(w.Total)}
	why.Steps = appendSome(why.Steps, Explanation{Text: p.Text("week.explained.days"), Open: true, Steps: StepsOf(p, w.Explanation, "day.")})
	why.Steps = appendSome(why.Steps, Explanation{Text: p.Text("week.explained.rates"), Open: true, Steps: StepsOf(p, w.Explanation, "price_base", "rate.")})
	why.Steps = appendSome(why.Steps, lineOf(p, w, "week.explained.base", w.Base, compensation.PartBase, compensation.LineBase))
	why.Steps = appendSome(why.Steps, lineOf(p, w, "week.explained.child", w.Child, compensation.PartChild, compensation.LineChild))
	why.Steps = append(why.Steps, StepsOf(p, w.Explanation, string(compensation.Total))...)
	return why
}

func appendSome(all []Explanation, one Explanation) []Explanation {
	if len(one.Steps) == 0 {
		return all
	}
	return append(all, one)
}

func lineOf(p *locale.Printer, w compensation.Week, key string, amount money.Kronor, codes ...compensation.Code) Explanation {
	line := Explanation{Text: p.Text(key), Value: p.Kronor(amount), Open: true}
	for _, code := range codes {
		line.Steps = append(line.Steps, StepsOf(p, w.Explanation, string(code))...)
	}
	return line
}

// StepsOf are the steps whose code begins with one of the beginnings, as sentences
// with their source. The command line says them too.
func StepsOf(p *locale.Printer, all []compensation.Step, beginnings ...string) []Explanation {
	var steps []Explanation
	for _, s := range all {
		for _, b := range beginnings {
			if strings.HasPrefix(string(s.Code), b) {
				steps = append(steps, Explanation{Text: p.Fault(s.Text()), Source: p.Text("week.explained.source", "Source", p.Source(s.Source))})
			}
		}
	}
	return steps
}

// PaidTags are the words above a week of compensation. Of a week that has been attested
// they say how far its money has come, whatever was uncertain in it: that two persons
// have approved it is the office's word and not the receiver's.
func PaidTags(p *locale.Printer, w casework.CompensationWeek) []Tag {
	var tags []Tag
	switch {
	case w.State == casework.RunAttested:
		return []Tag{carriedTag(p, w)}
	case w.State != "":
		tags = append(tags, Tag{Text: p.Code("week.run.", w.State), Tone: Sky})
	case w.Over:
		tags = append(tags, Tag{Text: p.Text("week.not_in_run")})
	default:
		tags = append(tags, Tag{Text: p.Text("week.not_over")})
	}
	for _, wait := range []struct {
		key  string
		days int
	}{{"week.conflicts", w.Conflicts}, {"week.unconfirmed", w.Unconfirmed}, {"week.unreported", w.Unreported}} {
		if wait.days > 0 {
			tags = append(tags, Tag{Text: p.Text(wait.key, "Count", wait.days), Tone: Ask})
		}
	}
	return tags
}

// carriedTag is how far the money of an attested week has come.
func carriedTag(p *locale.Printer, w casework.CompensationWeek) Tag {
	pay := w.Carried
	switch pay.State {
	case "":
		if w.Number > 0 && w.Pays == 0 {
			return Tag{Text: p.Text("week.paid.nothing")}
		}
		return Tag{Text: p.Code("week.run.", w.State), Tone: Sky}
	case payment.Paid:
		return Tag{Text: p.Text("week.paid.paid", "Day", clock.DayOf(pay.ChangedAt), "Account", pay.Masked), Tone: Good}
	case payment.Failed:
		return Tag{Text: p.Text("week.paid.failed"), Tone: Ask}
	case payment.Proposed: // of an attested week it is a repetition
		return Tag{Text: p.Text("week.paid.again"), Tone: Sky}
	}
	return Tag{Text: p.Code("week.paid.", pay.State), Tone: Sky}
}

// PaymentFailed says what the bank's no asks for, with the page on which another account
// is entered; nil where the week's money has not failed.
func PaymentFailed(p *locale.Printer, w casework.CompensationWeek, account string) *Notice {
	if w.State != casework.RunAttested || w.Carried.State != payment.Failed {
		return nil
	}
	n := &Notice{Title: p.Text("week.failed.title"), Tone: Ask}
	switch {
	case !payment.AsksForAccount(w.Carried.Reason):
		n.Text = p.Text("week.failed.looked_into")
	case w.Carried.Changed:
		n.Text = p.Text("week.failed.changed")
	default:
		n.Text = p.Text("week.failed.account", "Account", w.Carried.Masked)
		n.Links = []Link{{Text: p.Text("week.failed.choose"), Href: account}}
	}
	return n
}

// Corrected says in plain words that a week has been calculated again: what it was worth
// before, and what becomes of the difference. Nil for a week that has been calculated
// once. It is the same to the participant and the case manager.
func Corrected(p *locale.Printer, w casework.CompensationWeek) *Notice {
	if w.Number < 2 {
		return nil
	}
	n := &Notice{Title: p.Text("week.corrected", "Before", w.Before.Total(), "Now", w.Total)}
	difference := w.Total - w.Before.Total()
	switch back := difference - w.Pays - w.Kept; {
	case difference < 0:
		n.Tone, n.Text = Ask, p.Text("week.corrected.overpaid", "Amount", -difference)
	case w.Kept > 0:
		parts := []string{p.Text("week.corrected.kept", "Amount", w.Kept)}
		if back > 0 {
			parts = append(parts, p.Text("week.corrected.kept_back", "Amount", back))
		}
		if w.Pays > 0 {
			parts = append(parts, p.Text("week.corrected.kept_rest", "Amount", w.Pays))
		}
		n.Text = strings.Join(parts, " ")
	case back > 0 && w.Pays > 0:
		n.Text = p.Text("week.corrected.partly", "Amount", w.Pays, "Back", back)
	case back > 0:
		n.Text = p.Text("week.corrected.taken_back", "Amount", difference)
	case difference == 0:
		n.Text = p.Text("week.corrected.moved")
	default:
		n.Text = p.Text("week.corrected.rise", "Amount", difference)
	}
	return n
}
