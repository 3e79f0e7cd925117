package layout

import (
	"slices"
	"strings"
	"time"

	"fotfaste/internal/appeal"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/web/locale"
)

// recoveryTones is the colour of each state.
var recoveryTones = map[recovery.State]Tone{
	recovery.Opened: Ask, recovery.Communicated: Ask, recovery.Heard: Ask, recovery.Claimed: Plain, recovery.Closed: Good,
}

// RecoveryState is where the recovery stands, in a few words and its tone.
func RecoveryState(p *locale.Printer, s recovery.State, e recovery.Ending) Tag {
	if s == recovery.Closed {
		return Tag{Text: p.Code("recovery.closed.", e), Tone: Good}
	}
	return Tag{Text: p.Code("recovery.state.", s), Tone: recoveryTones[s]}
}

// RecoveryWeeksIn are the weeks that fell, in a few words: the week, or how many and
// from which to which.
func RecoveryWeeksIn(p *locale.Printer, row casework.RecoveryRow) string {
	if row.WeekCount == 1 {
		return p.WeekYear(row.First)
	}
	return p.Text("recovery.list.weeks", "Count", row.WeekCount, "First", p.WeekYear(row.First), "Last", p.WeekYear(row.Last))
}

// RecoveryWeeks is the reckoning: what each week was paid, what it is worth, the
// difference and why. The last row is the sum.
func RecoveryWeeks(p *locale.Printer, r casework.Recovery) Table {
	t := Table{
		Caption: p.Text("recovery.weeks.caption"), Hide: true, Stack: true,
		Columns: []Column{{Text: p.Text("recovery.weeks.week")}, {Text: p.Text("recovery.weeks.why")},
			{Text: p.Text("recovery.weeks.paid"), Number: true}, {Text: p.Text("recovery.weeks.worth"), Number: true},
			{Text: p.Text("recovery.weeks.fell"), Number: true}},
	}
	back := r.TakenBack() > 0
	if back {
		t.Columns = append(t.Columns, Column{Text: p.Text("recovery.weeks.back"), Number: true})
	}
	justified := r.Justified() > 0
	if justified {
		t.Columns = append(t.Columns, Column{Text: p.Text("recovery.weeks.justified"), Number: true})
	}
	for i, w := range r.Weeks {
		found := r.Found[i]
		cells := []Cell{{Text: p.Week(w.Week), Detail: p.Dates(w.Week.Monday(), w.Week.Sunday())}, {Text: RecoveryWhy(p, w.Why)},
			{Text: p.Kronor(found.Before.Total())}, {Text: p.Kronor(found.After.Total())}, {Text: p.Kronor(w.Fell)}}
		if back {
			cells = append(cells, Cell{Text: p.Kronor(w.TakenBack)})
		}
		if justified {
			cells = append(cells, Cell{Text: p.Kronor(w.Justified)})
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	if len(r.Weeks) > 1 {
		sum := Cells(p.Text("recovery.weeks.sum"), "", "", "", p.Kronor(r.Fell()))
		if back {
			sum = append(sum, Cell{Text: p.Kronor(r.TakenBack())})
		}
		if justified {
			sum = append(sum, Cell{Text: p.Kronor(r.Justified())})
		}
		t.Rows = append(t.Rows, Row{Cells: sum, Sum: true})
	}
	return NewTable(t)
}

// RecoveryWhy is what has changed in a week, in sentences that name the weekday.
func RecoveryWhy(p *locale.Printer, why []recovery.Reason) string {
	said := make([]string, len(why))
	for i, reason := range why {
		text := reason.Text()
		if reason.Days.To == reason.Days.From && text.Args != nil {
			text.Args["Days"] = p.LongDay(reason.Days.From)
		}
		said[i] = p.Fault(text)
	}
	return strings.Join(said, ". ")
}

// RecoverySteps is what has been done and what comes, the first one first.
func RecoverySteps(p *locale.Printer, s casework.RecoveryStory) []Event {
	type step struct {
		at time.Time
		Event
	}
	var past []step
	var coming []Event
	done := func(at time.Time, text, detail string) {
		past = append(past, step{at, Event{When: p.Day(clock.DayOf(at)), Stamp: at.Format(time.RFC3339), Text: text, Detail: detail, Tone: Good}})
	}
	ahead := func(when, key string, pairs ...any) {
		coming = append(coming, Event{When: when, Text: p.Text(key, pairs...), Tone: Ask})
	}
	done(s.OpenedAt, p.Text("recovery.step.opened", "Amount", s.Fell()), p.Text("recovery.step.run", "Week", s.RunWeek))
	for _, at := range s.Told {
		done(at, p.Text("recovery.step.told"), "")
	}
	if s.AnswerBy != nil && len(s.Views) == 0 && s.State == recovery.Communicated {
		ahead(p.Day(*s.AnswerBy), "recovery.step.answer_by")
	}
	for _, v := range s.Views {
		detail := ""
		if v.Noted {
			detail = p.Text("recovery.step.noted", "Name", v.ByName)
		}
		done(v.At, p.Text("recovery.step.answered"), detail)
	}
	for _, d := range s.Decisions {
		key := "recovery.step.decided"
		switch {
		case d.Number > 1:
			key = "recovery.step.decided_again"
		case d.Claim == 0:
			key = "recovery.step.waived"
		}
		done(d.At, p.Text(key, "Claim", d.Claim, "Waive", d.Waive), d.ByName)
	}
	for _, a := range s.Appeals {
		at := a.RegisteredAt
		done(at, p.Text("appeal.heading."+string(a.Kind), "On", a.ReceivedOn), "")
		if a.JudgedAt != nil {
			at = *a.JudgedAt
			done(at, answerOf(p, a.Appeal), a.JudgedByName)
		}
		on := func(day *period.Day, state appeal.State, detail string) {
			if day == nil {
				return
			}
			if day.Time().After(at) {
				at = day.Time()
			}
			done(at, p.Code("appeal.state.", state), detail)
		}
		on(a.ForwardedOn, appeal.Forwarded, "")
		if a.Court != "" {
			on(a.CourtOn, appeal.CourtDecided, p.Code("appeal.court.", a.Court))
		}
		on(a.WithdrawnOn, appeal.Withdrawn, "")
		if a.AwaitsDecision() {
			ahead("", "recovery.step.promised")
		}
	}
	for _, back := range s.Repayments {
		past = append(past, step{back.At, Event{When: p.Day(back.Day), Text: p.Text("recovery.step.repaid", "Amount", back.Amount), Tone: Good}})
	}
	for _, r := range s.KeptRises {
		done(r.At, p.Text("recovery.step.justified", "Week", r.Week, "Amount", r.Kept), p.Text("recovery.step.run", "Week", r.RunWeek))
	}
	for _, r := range s.Raised {
		done(r.At, p.Text("recovery.step.raised", "Week", r.Week, "Amount", r.Pays), p.Text("recovery.step.run", "Week", r.RunWeek))
	}
	switch s.State {
	case recovery.Opened:
		ahead("", "recovery.step.to_tell")
	case recovery.Communicated, recovery.Heard:
		if s.CanBeDecided(s.Today) {
			ahead("", "recovery.step.to_decide")
		}
	case recovery.Claimed:
		for _, part := range s.Schedule {
			if part.Paid < part.Amount {
				ahead(p.Day(part.Due), "recovery.step.due", "Amount", part.Amount-part.Paid, "Left", s.Left())
				break
			}
		}
	case recovery.Closed:
		done(s.ClosedAt(), p.Code("recovery.closed.", s.Ending), "")
	}
	slices.SortStableFunc(past, func(a, b step) int { return a.at.Compare(b.at) })
	steps := make([]Event, 0, len(past)+len(coming))
	for _, s := range past {
		steps = append(steps, s.Event)
	}
	return append(steps, coming...)
}

// answerOf is what was said to an appeal.
func answerOf(p *locale.Printer, a appeal.Appeal) string {
	if a.Outcome == "" {
		return p.Code("appeal.state.", a.State)
	}
	return p.Code("letter.answered.title.", a.Outcome)
}

// RecoveryRaised says that weeks have risen since the decision by which money for them
// is to be paid back, and what that means to who decides; nil where none has.
func RecoveryRaised(p *locale.Printer, s casework.RecoveryStory) *Notice {
	return raisedNotice(p, s, "recovery.raised.help")
}

// RecoveryRaisedMine is RecoveryRaised to the participant.
func RecoveryRaisedMine(p *locale.Printer, s casework.RecoveryStory) *Notice {
	return raisedNotice(p, s, "recovery.mine.raised_help")
}

func raisedNotice(p *locale.Printer, s casework.RecoveryStory, help string) *Notice {
	if len(s.Raised) == 0 {
		return nil
	}
	var said []string
	for _, r := range s.Raised {
		said = append(said, p.Text("recovery.raised.week", "Week", r.Week, "Amount", r.Pays, "Run", r.RunWeek))
	}
	return &Notice{Title: p.Text("recovery.raised.title"), Text: strings.Join(append(said, p.Text(help)), " "), Tone: Ask}
}

// RecoveryPlan is the instalments of the latest decision, nil where nothing is claimed.
func RecoveryPlan(p *locale.Printer, s casework.RecoveryStory) *Table {
	if len(s.Schedule) == 0 {
		return nil
	}
	t := Table{Caption: p.Text("recovery.plan.caption"), Hide: true, Stack: true,
		Columns: []Column{{Text: p.Text("recovery.plan.due")}, {Text: p.Text("recovery.plan.amount"), Number: true}, {Text: p.Text("recovery.plan.paid"), Number: true}}}
	for _, part := range s.Schedule {
		row := Row{Cells: []Cell{{Text: p.Day(part.Due)}, {Text: p.Kronor(part.Amount)}, {Text: p.Kronor(part.Paid)}}}
		switch {
		case part.Late:
			row.Cells[0].Detail, row.Cells[0].Tone = p.Text("recovery.plan.late"), Ask
		case part.Paid == part.Amount:
			row.Cells[0].Detail = p.Text("recovery.plan.done")
		}
		t.Rows = append(t.Rows, row)
	}
	table := NewTable(t)
	return &table
}

// Words is what somebody wrote, with who and when or what it is.
type Words struct {
	Label string
	Text  string
}

// RecoveryViews are the participant's answers, as they were written.
func RecoveryViews(p *locale.Printer, views []casework.RecoveryView) []Words {
	var facts []Words
	for _, v := range views {
		label := p.Text("recovery.view.own", "At", v.At)
		if v.Noted {
			label = p.Text("recovery.view.noted", "At", v.At, "Name", v.ByName)
		}
		facts = append(facts, Words{Label: label, Text: v.Words})
	}
	return facts
}

// Ruling is a decision: what it comes to, and the reasons as they were written.
type Ruling struct {
	Facts  []Fact
	Reason Words
}

// RecoveryDecided is a decision on a recovery in its words.
func RecoveryDecided(p *locale.Printer, d casework.RecoveryDecision) *Ruling {
	facts := []Fact{{Label: p.Text("recovery.decided.claim"), Value: p.Kronor(d.Claim)}}
	if d.Waive > 0 {
		facts = append(facts, Fact{Label: p.Text("recovery.decided.waive"), Value: p.Kronor(d.Waive)})
	}
	facts = append(facts, Fact{Label: p.Text("recovery.decided.by"), Value: p.Text("recovery.decided.by_at", "Name", d.ByName, "At", d.At)})
	return &Ruling{Facts: facts, Reason: Words{Label: p.Text("recovery.decided.reason"), Text: d.Reason}}
}
