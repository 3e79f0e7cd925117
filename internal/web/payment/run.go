package payment

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/money"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type runBody struct {
	Run      runPage
	Lines    layout.Table
	Pages    *layout.Pages
	Export   layout.Action
	Next     *layout.Action
	Withdraw *layout.Confirm
}

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
	v, err := p.office.SeePaymentRun(r.Context(), actor, id, number)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "payment.run.title", "Week", v.Week)
	body := runBody{
		Run:    runPageOf(frame, v, stepProposal),
		Lines:  lineTable(frame, v.Lines),
		Pages:  layout.PagesOf(frame.Printer, runPath(id, ""), nil, number, casework.LinesShown, v.Run.Lines),
		Export: layout.Action{Text: frame.Text("payment.run.export"), Href: runPath(id, "lines.csv")},
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

func lineTable(f layout.Frame, lines []casework.RunLine) layout.Table {
	t := layout.Table{
		Caption: f.Text("payment.run.lines"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("payment.column.who")}, {Text: f.Text("payment.column.base"), Number: true},
			{Text: f.Text("payment.column.child"), Number: true}, {Text: f.Text("payment.column.total"), Number: true},
			{Text: f.Text("payment.column.before"), Number: true}, {Text: f.Text("payment.column.look")}},
	}
	for _, l := range lines {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			payeeCell(f, l.Payee), {Text: f.Kronor(l.Base)}, {Text: f.Kronor(l.Child)}, {Text: f.Kronor(l.Total)},
			{Text: before(f, l.WeekBefore)}, uncertain(f, l.Conflicts, l.Unconfirmed, 0),
		}})
	}
	return layout.NewTable(t)
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
