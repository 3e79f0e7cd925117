package payment

import (
	"net/http"
	"net/url"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type paymentsBody struct {
	Head     layout.Head
	Filter   layout.Tabs
	Payments layout.Table
	Pages    *layout.Pages
	Export   layout.Action
	Back     layout.Action
}

// payments is a run's payments, by state.
func (p *Pages) payments(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	number, err := strconv.Atoi(r.FormValue("page"))
	if err != nil || number < 1 {
		number = 1
	}
	run, err := p.office.SeePaymentRun(r.Context(), actor, id, 1)
	if err != nil {
		return err
	}
	state := payState(r)
	v, err := p.office.SeeRunPayments(r.Context(), actor, id, state, number)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "payment.payments.title", "Week", v.Run.Week)
	query := url.Values{}
	if state != "" {
		query.Set("state", string(state))
	}
	path := runPath(id, "payments")
	body := paymentsBody{
		Head:     layout.Head{Title: frame.Text("payment.payments.heading", "Count", v.Total, "Week", v.Run.Week), Lead: frame.Text("payment.payments.lead")},
		Filter:   stateFilter(frame, run, state),
		Payments: paymentTable(frame, v.Lines),
		Pages:    layout.PagesOf(frame.Printer, path, query, number, casework.PaymentsShown, v.Total),
		Export:   layout.Action{Text: frame.Text("payment.run.export"), Href: withQuery(path+".csv", query)},
		Back:     layout.Action{Text: frame.Text("payment.payments.back"), Href: runPath(id, "")},
	}
	return layout.Render(w, r, "payment/payments", layout.Page[paymentsBody]{Frame: frame, Body: body})
}

// payState is the state that is asked for, every one where it is not known.
func payState(r *http.Request) payment.State {
	for _, s := range payment.States() {
		if string(s) == r.FormValue("state") {
			return s
		}
	}
	return ""
}

func stateFilter(f layout.Frame, run casework.PaymentRun, chosen payment.State) layout.Tabs {
	path := runPath(run.ID, "payments")
	tabs := layout.Tabs{Label: f.Text("payment.payments.filter"), Links: []layout.Link{
		{Text: f.Text("payment.show.all", "Count", run.Payments), Href: path, Current: chosen == ""}}}
	counts := map[payment.State]int{}
	for _, s := range run.States {
		counts[s.State] = s.Payments
	}
	for _, s := range payment.States() {
		if counts[s] > 0 || s == chosen {
			tabs.Links = append(tabs.Links, layout.Link{Href: path + "?state=" + string(s), Current: s == chosen,
				Text: f.Text("payment.payments.state", "State", f.Code("pay.state.", s), "Count", counts[s])})
		}
	}
	return tabs
}

func paymentTable(f layout.Frame, lines []casework.PaymentLine) layout.Table {
	t := layout.Table{Caption: f.Text("payment.payments.caption"), Hide: true, Compact: true,
		Columns: []layout.Column{{Text: f.Text("payment.column.who")}, {Text: f.Text("payment.column.amount"), Number: true, Place: layout.Lead},
			{Text: f.Text("payment.column.state")}, {Text: f.Text("payment.column.account")}, {Text: f.Text("payment.column.since")}},
		Empty: &layout.Empty{Title: f.Text("payment.payments.empty"), Text: f.Text("payment.payments.empty_help")}}
	for _, l := range lines {
		state := layout.Cell{Text: f.Code("pay.state.", l.State), Tone: payTone(l.State), Detail: why(f, l)}
		amount := layout.Cell{Text: f.Kronor(l.Amount)}
		if l.Repeats {
			amount.Detail = f.Text("payment.run.again")
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{payeeCell(f, l.Payee), amount, state, {Text: accountWords(f, l)}, {Text: f.Instant(l.Since)}}})
	}
	return layout.NewTable(t)
}

// why is why a payment failed, in words; "" for one that did not.
func why(f layout.Frame, l casework.PaymentLine) string {
	if l.Reason.Key == "" {
		return ""
	}
	return f.Fault(l.Reason)
}

// accountWords is where a payment goes, as far as the reader may know.
func accountWords(f layout.Frame, l casework.PaymentLine) string {
	switch {
	case l.NoAccount:
		return f.Text("payment.payments.no_account")
	case l.Account == "":
		return f.Text("payment.not_shown")
	}
	return l.Account
}

func payTone(s payment.State) layout.Tone {
	switch s {
	case payment.Paid:
		return layout.Good
	case payment.Failed:
		return layout.Ask
	case payment.Sent, payment.Filed:
		return layout.Sky
	}
	return layout.Plain
}

// paymentsFile is the same payments as a file.
func (p *Pages) paymentsFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	v, err := p.office.SeeRunPayments(r.Context(), actor, id, payState(r), 0)
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "payment.payments.title", "Week", v.Run.Week)
	sheet := layout.Sheet{Name: v.Run.Week.String() + "-payments", Columns: []string{f.Text("payment.column.number"), f.Text("payment.column.who"),
		f.Text("payment.column.amount"), f.Text("payment.column.state"), f.Text("payment.column.why"), f.Text("payment.column.account")}}
	var sum money.Kronor
	for _, l := range v.Lines {
		sum += l.Amount
		sheet.Rows = append(sheet.Rows, []any{l.Payee.Number, payeeCell(f, l.Payee).Text, int(l.Amount), f.Code("pay.state.", l.State), why(f, l), accountWords(f, l)})
	}
	sheet.Rows = append(sheet.Rows, []any{"", f.Text("payment.column.sum"), int(sum), "", "", ""})
	return layout.File(w, f.Printer, sheet)
}
