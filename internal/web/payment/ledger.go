package payment

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type ledgerBody struct {
	Head     layout.Head
	From, To form.Field
	Accounts layout.Table
	Heading  string
	Entries  layout.Table
	Pages    *layout.Pages
	Vouchers []layout.Action // a file for each year: vouchers belong to one
	Export   layout.Action
}

// ledgerMonths is how many months the ledger shows before the reader says which days.
const ledgerMonths = 2

// ledger is what stands on each account and every entry of the days.
func (p *Pages) ledger(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showLedger(w, r, actor, layout.ReadForm(r))
}

// daysOf are the days that are asked for; the last two months where none are.
func (p *Pages) daysOf(f *form.Form) (period.Span, error) {
	today := clock.Today(p.office.Clock)
	days := period.Span{From: today.AddMonths(-ledgerMonths).Month().First(), To: today}
	if from, ok := f.DayIfAny("from"); ok {
		days.From = from
	}
	if to, ok := f.DayIfAny("to"); ok {
		days.To = to
	}
	return days, f.Err()
}

// besideDays puts what is wrong with the days beside the last of them.
func besideDays(err error) error {
	var refusal *fault.Error
	if !errors.As(err, &refusal) {
		return err
	}
	beside := *refusal
	beside.Fields = nil
	for _, field := range refusal.Fields {
		if field.Name == "days" {
			field.Name = "to"
		}
		beside.Fields = append(beside.Fields, field)
	}
	return &beside
}

func (p *Pages) showLedger(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	number, given := f.IntIfAny("page", 1, 100_000)
	if !given {
		number = 1
	}
	days, err := p.daysOf(f)
	var v casework.LedgerView
	if err == nil {
		v, err = p.office.SeeLedger(r.Context(), actor, days, number)
	}
	if f.Take(besideDays(err)) {
		// What was asked for cannot be shown: the page still says what stands today.
		today := clock.Today(p.office.Clock)
		days = period.Span{From: today, To: today}
		v, err = p.office.SeeLedger(r.Context(), actor, days, 1)
	}
	if err != nil {
		return err
	}
	if f.OK() {
		f.Fill("from", days.From.String()).Fill("to", days.To.String())
	}
	frame := layout.FrameOf(r, "payment.ledger.title").With(f)
	query := url.Values{"from": {days.From.String()}, "to": {days.To.String()}}
	body := ledgerBody{
		Head: layout.Head{Title: ledgerHeading(frame, v), Lead: frame.Text("payment.ledger.lead")},
		From: f.DayField("from", "payment.ledger.from"), To: f.DayField("to", "payment.ledger.to"),
		Accounts: balanceTable(frame, v.Accounts),
		Heading:  frame.Text("payment.ledger.entries", "Count", v.Total, "Days", frame.Dates(days.From, days.To)),
		Entries:  entryTable(frame, v.Entries),
		Pages:    layout.PagesOf(frame.Printer, "/payments/ledger", query, number, casework.EntriesShown, v.Total),
		Vouchers: voucherActions(frame, days),
		Export:   layout.Action{Text: frame.Text("payment.ledger.file"), Href: "/payments/ledger/entries.csv?" + query.Encode()},
	}
	return layout.Render(w, r, "payment/ledger", layout.Page[ledgerBody]{Frame: frame, Body: body})
}

// mostYears is how many years have a file of their own to fetch. Who asks for more is told
// to choose days of one.
const mostYears = 3

// voucherActions fetch the days for the accounting system, year by year.
func voucherActions(f layout.Frame, days period.Span) (actions []layout.Action) {
	to := func(text string, days period.Span) layout.Action {
		query := url.Values{"from": {days.From.String()}, "to": {days.To.String()}}
		return layout.Action{Text: text, Href: "/payments/ledger/vouchers?" + query.Encode()}
	}
	first, last := days.From.Year(), days.To.Year()
	if first >= last || last-first >= mostYears {
		return []layout.Action{to(f.Text("payment.ledger.vouchers"), days)}
	}
	for year := first; year <= last; year++ {
		within := period.Span{From: max(days.From, period.Date(year, 1, 1)), To: min(days.To, period.Date(year, 12, 31))}
		actions = append(actions, to(f.Text("payment.ledger.vouchers_of", "Year", strconv.Itoa(year)), within))
	}
	return actions
}

// ledgerHeading is what is owed to participants now.
func ledgerHeading(f layout.Frame, v casework.LedgerView) string {
	for _, a := range v.Accounts {
		if a.Account == ledger.Owed && a.After() != 0 {
			return f.Text("payment.ledger.heading", "Total", f.Ore(-a.After()), "Day", v.Days.To)
		}
	}
	return f.Text("payment.ledger.heading_none", "Day", v.Days.To)
}

func balanceTable(f layout.Frame, accounts []casework.AccountTurnover) layout.Table {
	t := layout.Table{Caption: f.Text("payment.ledger.accounts"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("payment.ledger.account")}, {Text: f.Text("payment.ledger.before"), Number: true},
			{Text: f.Text("payment.ledger.debit"), Number: true}, {Text: f.Text("payment.ledger.credit"), Number: true},
			{Text: f.Text("payment.ledger.after"), Number: true}},
		Empty: &layout.Empty{Title: f.Text("payment.ledger.empty"), Text: f.Text("payment.ledger.empty_help")}}
	found := map[ledger.Account]casework.AccountTurnover{}
	for _, a := range accounts {
		found[a.Account] = a
	}
	for _, account := range ledger.Accounts() {
		if a, any := found[account]; any {
			t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
				{Text: f.Code("pay.chart.", account), Detail: f.Code("payment.ledger.means.", account)},
				{Text: ore(f, a.Before)}, {Text: ore(f, a.Debit)}, {Text: ore(f, a.Credit)}, {Text: ore(f, a.After())}}})
		}
	}
	return layout.NewTable(t)
}

// ore is an amount with its sign; nothing is a dash.
func ore(f layout.Frame, amount money.Ore) string {
	switch {
	case amount == 0:
		return "–"
	case amount < 0:
		return "−" + f.Ore(-amount)
	}
	return f.Ore(amount)
}

func entryTable(f layout.Frame, entries []casework.LedgerLine) layout.Table {
	t := layout.Table{Caption: f.Text("payment.ledger.caption"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("payment.ledger.number")}, {Text: f.Text("payment.ledger.day")}, {Text: f.Text("payment.ledger.kind")},
			{Text: f.Text("payment.ledger.debited")}, {Text: f.Text("payment.ledger.credited")}, {Text: f.Text("payment.column.amount"), Number: true}},
		Empty: &layout.Empty{Title: f.Text("payment.ledger.none"), Text: f.Text("payment.ledger.none_help")}}
	for _, e := range entries {
		var debited, credited []string
		var sum money.Ore
		for _, move := range e.Accounts {
			if move.Debit > 0 {
				debited, sum = append(debited, f.Code("pay.chart.", move.Account)), sum+move.Debit
			}
			if move.Credit > 0 {
				credited = append(credited, f.Code("pay.chart.", move.Account))
			}
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{{Text: entryNumber(e)}, {Text: f.Day(e.Day)},
			{Text: f.Code("pay.kind.", e.Kind), Detail: e.ByName}, {Text: f.List(debited)}, {Text: f.List(credited)}, {Text: f.Ore(sum)}}})
	}
	return layout.NewTable(t)
}

// entryNumber is the entry's number within its year, with the year.
func entryNumber(e casework.LedgerLine) string {
	return strconv.Itoa(e.Year) + "/" + strconv.Itoa(e.Number)
}

// entriesFile is every entry of the days, a row for each account that it moves.
func (p *Pages) entriesFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	days, err := p.daysOf(f)
	if err != nil {
		return p.showLedger(w, r, actor, f)
	}
	frame := layout.FrameOf(r, "payment.ledger.title")
	sheet := layout.Sheet{Name: "ledger-" + days.From.String() + "-" + days.To.String(), Columns: []string{frame.Text("payment.ledger.number"),
		frame.Text("payment.ledger.day"), frame.Text("payment.ledger.kind"), frame.Text("payment.ledger.account"), frame.Text("payment.ledger.debit"), frame.Text("payment.ledger.credit")}}
	for page, left := 1, 1; left > 0; page++ {
		v, err := p.office.SeeLedger(r.Context(), actor, days, page)
		if f.Take(besideDays(err)) {
			return p.showLedger(w, r, actor, f)
		}
		if err != nil {
			return err
		}
		for _, e := range v.Entries {
			for _, move := range e.Accounts {
				sheet.Rows = append(sheet.Rows, []any{entryNumber(e), e.Day, frame.Code("pay.kind.", e.Kind), frame.Code("pay.chart.", move.Account),
					inFile(frame, move.Debit), inFile(frame, move.Credit)})
			}
		}
		left = v.Total - page*casework.EntriesShown
	}
	return layout.File(w, frame.Printer, sheet)
}

// inFile is an amount as a spreadsheet in the reader's language reads it.
func inFile(f layout.Frame, amount money.Ore) string {
	mark := "."
	if f.Tag() == "sv" {
		mark = ","
	}
	return fmt.Sprintf("%d%s%02d", amount/100, mark, amount%100)
}

// vouchers is the same days as a file for the accounting system.
func (p *Pages) vouchers(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	days, err := p.daysOf(f)
	if err != nil {
		return p.showLedger(w, r, actor, f)
	}
	printer := layout.PrinterOf(r)
	file, err := p.office.ExportVouchers(r.Context(), actor, days, func(k ledger.Kind) string { return printer.Code("pay.kind.", k) })
	var content []byte
	if err == nil {
		content, err = file.Encode()
	}
	switch {
	case f.Take(besideDays(err)):
		return p.showLedger(w, r, actor, f)
	case err != nil:
		return err
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", `attachment; filename="`+days.From.String()+"-"+days.To.String()+`.si"`)
	_, _ = w.Write(content) // the reader went away
	return nil
}
