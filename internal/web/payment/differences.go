package payment

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/money"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type differencesBody struct {
	Run       runPage
	Control   *layout.Notice // of a proposal: whether it is still what comes out
	Changed   *layout.Table
	Loose     *layout.Table
	Zero      *layout.Table
	Corrected *layout.Table
	Since     layout.Table
	Next      *layout.Action
}

// differences is the second step: what has changed since the proposal, what is not
// certain, and what differs from the week before.
func (p *Pages) differences(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	v, err := p.office.SeeRunDifferences(r.Context(), actor, id)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "payment.differences.title", "Week", v.Week)
	body := differencesBody{Run: runPageOf(frame, v.PaymentRun, stepDifferences), Since: sinceTable(frame, v.SinceLast)}
	if len(v.Corrected) > 0 {
		corrected := correctionTable(frame, v.Corrected)
		corrected.Caption = frame.Text("payment.differences.corrected", "Count", len(v.Corrected))
		body.Corrected = &corrected
	}
	if v.State == casework.RunProposed {
		body.Control = controlNotice(frame, len(v.Changed))
		body.Next = &layout.Action{Text: frame.Text("payment.differences.next"), Href: runPath(id, stepAttest), Main: true}
		body.Changed = changedTable(frame, v.Changed)
		body.Loose = looseTable(frame, "payment.differences.loose", v.Loose)
		body.Zero = looseTable(frame, "payment.differences.zero", v.Zero)
	}
	return layout.Render(w, r, "payment/differences", layout.Page[differencesBody]{Frame: frame, Body: body})
}

func controlNotice(f layout.Frame, changed int) *layout.Notice {
	if changed > 0 {
		return &layout.Notice{Title: f.Text("payment.differences.changed", "Count", changed),
			Text: f.Text("payment.differences.changed_help"), Tone: layout.Wrong}
	}
	return &layout.Notice{Title: f.Text("payment.differences.same"), Text: f.Text("payment.differences.same_help"), Tone: layout.Good}
}

func changedTable(f layout.Frame, lines []casework.ChangedLine) *layout.Table {
	if len(lines) == 0 {
		return nil
	}
	t := layout.Table{Caption: f.Text("payment.differences.changed", "Count", len(lines)), Stack: true,
		Columns: []layout.Column{{Text: f.Text("payment.column.who")}, {Text: f.Text("payment.column.week")}, {Text: f.Text("payment.column.proposed"), Number: true},
			{Text: f.Text("payment.column.now"), Number: true}, {Text: f.Text("payment.column.difference"), Number: true}}}
	for _, l := range lines {
		t.Rows = append(t.Rows, layout.Row{Tone: layout.Ask, Cells: []layout.Cell{payeeCell(f, l.Payee), {Text: f.WeekYear(l.Week)}, {Text: f.Kronor(l.Stored.Total)},
			{Text: f.Kronor(l.Now.Total)}, {Text: difference(f, l.Now.Total-l.Stored.Total)}}})
	}
	t = layout.NewTable(t)
	return &t
}

func looseTable(f layout.Frame, caption string, lines []casework.LooseLine) *layout.Table {
	if len(lines) == 0 {
		return nil
	}
	t := layout.Table{Caption: f.Text(caption, "Count", len(lines)), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("payment.column.who")}, {Text: f.Text("payment.column.week")},
			{Text: f.Text("payment.column.worth"), Number: true}, {Text: f.Text("payment.column.look")}}}
	for _, l := range lines {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{payeeCell(f, l.Payee), {Text: f.WeekYear(l.Week)}, {Text: f.Kronor(l.Amounts.Total)},
			uncertain(f, l.Conflicts, l.Unconfirmed, l.Unreported)}})
	}
	t = layout.NewTable(t)
	return &t
}

func sinceTable(f layout.Frame, lines []casework.RunLine) layout.Table {
	t := layout.Table{Caption: f.Text("payment.differences.since", "Count", len(lines)), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("payment.column.who")}, {Text: f.Text("payment.column.before"), Number: true},
			{Text: f.Text("payment.column.worth"), Number: true}, {Text: f.Text("payment.column.difference"), Number: true}},
		Empty: &layout.Empty{Title: f.Text("payment.differences.none_since"), Text: f.Text("payment.differences.none_since_help")}}
	for _, l := range lines {
		was := money.Kronor(0)
		if l.WeekBefore != nil {
			was = *l.WeekBefore
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{payeeCell(f, l.Payee), {Text: before(f, l.WeekBefore)},
			{Text: f.Kronor(l.Total)}, {Text: difference(f, l.Total-was)}}})
	}
	return layout.NewTable(t)
}

// difference is an amount more or less, with its sign.
func difference(f layout.Frame, amount money.Kronor) string {
	switch {
	case amount > 0:
		return "+" + f.Kronor(amount)
	case amount < 0:
		return "−" + f.Kronor(-amount)
	}
	return f.Kronor(0)
}
