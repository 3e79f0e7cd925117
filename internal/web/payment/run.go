package payment

import (
	"net/http"
	"net/url"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type runBody struct {
	Run         runPage
	Corrections *layout.Table // the first of them, above all lines
	All         *layout.Action
	Heading     string
	Filter      layout.Tabs
	Lines       layout.Table
	Pages       *layout.Pages
	Export      layout.Action
	Next        *layout.Action
	Withdraw    *layout.Confirm
}

// correctionsFirst is how many corrections stand above the lines before the reader asks
// for all of them.
const correctionsFirst = 10

// run is the first step: every line of the proposal.
func (p *Pages) run(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	number, err := strconv.Atoi(r.FormValue("page"))
	if err != nil || number < 1 {
		number = 1
	}
	v, err := p.office.SeeRunLines(r.Context(), actor, id, casework.LineChoice(r.FormValue("show")), number)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "payment.run.title", "Week", v.Week)
	query := url.Values{}
	if v.Which != casework.LinesAll {
		query.Set("show", string(v.Which))
	}
	body := runBody{
		Run:     runPageOf(frame, v, stepProposal),
		Heading: frame.Text("payment.run.lines", "Count", v.Chosen),
		Filter:  lineFilter(frame, v),
		Lines:   chosenTable(frame, v),
		Pages:   layout.PagesOf(frame.Printer, runPath(id, ""), query, number, casework.LinesShown, v.Chosen),
		Export:  layout.Action{Text: frame.Text("payment.run.export"), Href: withQuery(runPath(id, "lines.csv"), query)},
	}
	if v.Which == casework.LinesAll && number == 1 && v.Sums.Corrected > 0 {
		corrected, err := p.office.SeeRunLines(r.Context(), actor, id, casework.LinesCorrected, 1)
		if err != nil {
			return err
		}
		first := correctionTable(frame, corrected.Lines[:min(correctionsFirst, len(corrected.Lines))])
		body.Corrections = &first
		if v.Sums.Corrected > correctionsFirst {
			body.All = &layout.Action{Text: frame.Text("payment.corrections.all", "Count", v.Sums.Corrected),
				Href: runPath(id, "") + "?show=" + string(casework.LinesCorrected)}
		}
	}
	if v.State == casework.RunProposed {
		body.Next = &layout.Action{Text: frame.Text("payment.run.next"), Href: runPath(id, stepDifferences), Main: true}
	}
	if v.Prepares {
		body.Withdraw = &layout.Confirm{
			Opens: frame.Text("payment.withdraw.opens"), Text: frame.Text("payment.withdraw.help"),
			Action: layout.Action{Text: frame.Text("payment.withdraw.send"), Href: runPath(id, "withdraw"), Post: true, Danger: true,
				Hidden: []layout.Hidden{{Name: "once", Value: layout.BlankForm(r).Once()}}},
		}
	}
	return layout.Render(w, r, "payment/run", layout.Page[runBody]{Frame: frame, Body: body})
}

// lineFilter is the choices among the lines, each with its count. A choice of nothing is
// left out, but for the one that is made.
func lineFilter(f layout.Frame, v casework.PaymentRun) layout.Tabs {
	tabs := layout.Tabs{Label: f.Text("payment.run.filter")}
	counts := v.Counts()
	for _, which := range []casework.LineChoice{casework.LinesAll, casework.LinesCorrected, casework.LinesFallen,
		casework.LinesProtected, casework.LinesUncertain, casework.LinesTakenBack} {
		name, href := "all", runPath(v.ID, "")
		if which != casework.LinesAll {
			name, href = string(which), href+"?show="+string(which)
		}
		if counts[which] > 0 || which == v.Which || which == casework.LinesAll {
			tabs.Links = append(tabs.Links, layout.Link{Text: f.Text("payment.show."+name, "Count", counts[which]), Href: href, Current: which == v.Which})
		}
	}
	return tabs
}

// chosenTable is the page's lines, corrections as corrections.
func chosenTable(f layout.Frame, v casework.PaymentRun) layout.Table {
	switch v.Which {
	case casework.LinesCorrected, casework.LinesFallen:
		return correctionTable(f, v.Lines)
	}
	return lineTable(f, v.Lines, v.Week)
}

func withQuery(path string, query url.Values) string {
	if len(query) == 0 {
		return path
	}
	return path + "?" + query.Encode()
}

func lineTable(f layout.Frame, lines []casework.RunLine, own period.Week) layout.Table {
	t := layout.Table{
		Caption: f.Text("payment.run.caption"), Hide: true, Compact: true,
		Columns: []layout.Column{{Text: f.Text("payment.column.who")}, {Text: f.Text("payment.column.week")},
			{Text: f.Text("payment.column.base"), Number: true}, {Text: f.Text("payment.column.child"), Number: true},
			{Text: f.Text("payment.column.worth"), Number: true, Place: layout.Roomy}, {Text: f.Text("payment.column.before"), Number: true, Place: layout.Roomy},
			{Text: f.Text("payment.column.pays"), Number: true, Place: layout.Lead}, {Text: f.Text("payment.column.look")}},
		Empty: &layout.Empty{Title: f.Text("payment.run.nobody"), Text: f.Text("payment.run.nobody_help")},
	}
	for _, l := range lines {
		t.Rows = append(t.Rows, layout.Row{Struck: l.TakenBack, Cells: []layout.Cell{
			payeeCell(f, l.Payee), weekCell(f, l, own), {Text: f.Kronor(l.Base)}, {Text: f.Kronor(l.Child)}, {Text: f.Kronor(l.Total)},
			{Text: before(f, l.WeekBefore)}, {Text: f.Kronor(l.Pays)}, uncertain(f, l.Conflicts, l.Unconfirmed, 0),
		}})
	}
	return layout.NewTable(t)
}

// weekCell is the line's week, and whether it comes late or is a correction.
func weekCell(f layout.Frame, l casework.RunLine, own period.Week) layout.Cell {
	cell := layout.Cell{Text: f.Week(l.Week)}
	switch {
	case l.TakenBack:
		return takenBackCell(f, l)
	case l.Kept > 0:
		cell.Detail = f.Text("payment.run.kept", "Amount", l.Kept)
	case l.Number > 1:
		cell.Detail = f.Text("payment.run.correction")
	case l.Week != own:
		cell.Detail = f.Text("payment.run.late")
	}
	return cell
}

// takenBackCell is the week of a line that the run no longer pays, leading to the run in
// which it came anew.
func takenBackCell(f layout.Frame, l casework.RunLine) layout.Cell {
	if l.Anew == nil {
		return layout.Cell{Text: f.Week(l.Week), Detail: f.Text("payment.run.line_taken_back")}
	}
	return layout.Cell{Text: f.Week(l.Week), Href: runPath(l.Anew.Run, ""), Detail: f.Text("payment.run.line_anew", "Week", l.Anew.Week)}
}

// before is what was paid for the week before.
func before(f layout.Frame, amount *money.Kronor) string {
	if amount == nil {
		return f.Text("payment.run.none_before")
	}
	return f.Kronor(*amount)
}

// withdraw withdraws the proposal.
func (p *Pages) withdraw(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	if err := p.office.WithdrawPayments(r.Context(), actor, id, casework.Form{Token: f.Once()}); err != nil {
		return layout.Onward(err, "/payments")
	}
	return layout.Done(w, r, "/payments", "payment.withdraw.done")
}
