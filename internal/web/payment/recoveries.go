package payment

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/recovery"
	"fotfaste/internal/web/layout"
)

const recoveriesPath = "/payments/recoveries"

type recoveriesBody struct {
	Head   layout.Head
	Filter layout.Tabs
	List   layout.Table
	Pages  *layout.Pages
	Export layout.Action
}

// recoveries is what has been paid too much, by state, the longest open first.
func (p *Pages) recoveries(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	state := stateIn(r)
	number, err := strconv.Atoi(r.FormValue("page"))
	if err != nil || number < 1 {
		number = 1
	}
	v, err := p.office.SeeRecoveries(r.Context(), actor, state, number)
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "recovery.list.title")
	query := url.Values{}
	if state != "" {
		query.Set("state", string(state))
	}
	body := recoveriesBody{
		Head:   layout.Head{Title: f.Text("recovery.list.heading", "Count", openIn(v.Counts)), Lead: f.Text("recovery.list.lead")},
		Filter: recoveryFilter(f, v.Counts, state), List: recoveryTable(f, v.Rows),
		Pages:  layout.PagesOf(f.Printer, recoveriesPath, query, number, casework.RecoveriesAPage, v.Total),
		Export: layout.Action{Text: f.Text("recovery.list.export"), Href: withQuery(recoveriesPath+".csv", query)},
	}
	return layout.Render(w, r, "payment/recoveries", layout.Page[recoveriesBody]{Frame: f, Body: body})
}

// recoveryLines is the list as a file.
func (p *Pages) recoveryLines(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeRecoveries(r.Context(), actor, stateIn(r), 0)
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "recovery.list.title")
	sheet := layout.Sheet{Name: f.Text("recovery.list.file"), Columns: []string{f.Text("payment.column.number"), f.Text("payment.column.who"),
		f.Text("recovery.column.opened"), f.Text("recovery.column.run"), f.Text("recovery.column.first_week"), f.Text("recovery.column.last_week"),
		f.Text("recovery.column.week_count"), f.Text("recovery.column.state"), f.Text("recovery.column.fell"),
		f.Text("recovery.column.undecided"), f.Text("recovery.column.left"), f.Text("recovery.column.raised"), f.Text("recovery.column.reference")}}
	for _, row := range v.Rows {
		sheet.Rows = append(sheet.Rows, []any{row.Number, payeeCell(f, row.Payee).Text, clock.DayOf(row.Opened), row.RunWeek.String(),
			row.First.String(), row.Last.String(), row.WeekCount, layout.RecoveryState(f.Printer, row.State, row.Ending).Text, int(row.Fell), int(row.Undecided), int(row.Left), int(row.Raised), recovery.Reference(row.ID)})
	}
	return layout.File(w, f.Printer, sheet)
}

// stateIn is the state asked for; what is none is all of them.
func stateIn(r *http.Request) recovery.State {
	state := recovery.State(r.FormValue("state"))
	if !slices.Contains(recovery.States(), state) {
		return ""
	}
	return state
}

func openIn(counts map[recovery.State]int) int {
	n := 0
	for state, count := range counts {
		if state != recovery.Closed {
			n += count
		}
	}
	return n
}

func recoveryFilter(f layout.Frame, counts map[recovery.State]int, shown recovery.State) layout.Tabs {
	tabs := layout.Tabs{Label: f.Text("recovery.list.filter")}
	all := 0
	for _, n := range counts {
		all += n
	}
	tabs.Links = append(tabs.Links, layout.Link{Text: f.Text("recovery.show.all", "Count", all), Href: recoveriesPath, Current: shown == ""})
	for _, state := range recovery.States() {
		tabs.Links = append(tabs.Links, layout.Link{Text: f.Text("recovery.show."+string(state), "Count", counts[state]),
			Href: recoveriesPath + "?state=" + string(state), Current: shown == state})
	}
	return tabs
}

func recoveryTable(f layout.Frame, rows []casework.RecoveryRow) layout.Table {
	t := layout.Table{
		Caption: f.Text("recovery.list.title"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("payment.column.who")}, {Text: f.Text("recovery.column.reference")}, {Text: f.Text("recovery.column.opened")}, {Text: f.Text("recovery.column.state")},
			{Text: f.Text("recovery.column.fell"), Number: true}, {Text: f.Text("recovery.column.undecided"), Number: true},
			{Text: f.Text("recovery.column.left"), Number: true}},
		Empty: &layout.Empty{Title: f.Text("recovery.list.empty"), Text: f.Text("recovery.list.empty_help")},
	}
	for _, row := range rows {
		who := payeeCell(f, row.Payee)
		who.Href = recoveryPath(row.ID)
		tag := layout.RecoveryState(f.Printer, row.State, row.Ending)
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{who, {Text: recovery.Reference(row.ID)}, {Text: f.Day(clock.DayOf(row.Opened)), Detail: f.Text("recovery.list.run", "Week", f.WeekYear(row.RunWeek))},
			stateCell(f, tag, row), {Text: f.Kronor(row.Fell), Detail: layout.RecoveryWeeksIn(f.Printer, row)}, orNothing(f, row.Undecided), orNothing(f, row.Left)}})
	}
	return layout.NewTable(t)
}

// stateCell is where the recovery stands, and that its decision is to be looked at again.
func stateCell(f layout.Frame, tag layout.Tag, row casework.RecoveryRow) layout.Cell {
	if row.Raised == 0 {
		return layout.Cell{Text: tag.Text, Tone: tag.Tone}
	}
	return layout.Cell{Text: tag.Text, Tone: layout.Ask, Detail: f.Text("recovery.list.raised", "Amount", row.Raised)}
}

// orNothing is a dash for an amount of nothing, so that the others stand out.
func orNothing(f layout.Frame, amount money.Kronor) layout.Cell {
	if amount == 0 {
		return layout.Cell{Text: "–"}
	}
	return layout.Cell{Text: f.Kronor(amount)}
}

func recoveryPath(id ident.ID) string { return recoveriesPath + "/" + string(id) }
