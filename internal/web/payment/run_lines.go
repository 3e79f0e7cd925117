package payment

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/money"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// runLines is the chosen lines of the run as a file that a spreadsheet opens: semicolons
// and a byte order mark, as a Swedish one expects.
func (p *Pages) runLines(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	v, err := p.office.SeeRunLines(r.Context(), actor, id, casework.LineChoice(r.FormValue("show")), 0)
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "payment.run.title", "Week", v.Week)
	sheet := layout.Sheet{Name: v.Week.String(), Columns: []string{f.Text("payment.column.number"), f.Text("payment.column.who"),
		f.Text("payment.column.week"), f.Text("payment.column.calculation"), f.Text("payment.column.base"), f.Text("payment.column.child"),
		f.Text("payment.column.worth"), f.Text("payment.column.was"), f.Text("payment.column.difference"), f.Text("payment.column.pays"), f.Text("payment.column.kept"),
		f.Text("payment.column.conflicts"), f.Text("payment.column.unconfirmed"), f.Text("payment.column.taken_back")}}
	var base, child, worth, was, difference, pays, kept money.Kronor
	for _, l := range v.Lines {
		back := ""
		if l.TakenBack {
			back = f.Text("payment.standing.taken_back")
		}
		sheet.Rows = append(sheet.Rows, []any{l.Payee.Number, payeeCell(f, l.Payee).Text, l.Week.String(), l.Number, int(l.Base), int(l.Child),
			int(l.Total), int(l.Before.Total()), int(l.Difference()), int(l.Pays), int(l.Kept), l.Conflicts, l.Unconfirmed, back})
		base, child, worth, was = base+l.Base, child+l.Child, worth+l.Total, was+l.Before.Total()
		difference, pays, kept = difference+l.Difference(), pays+l.Pays, kept+l.Kept
	}
	sheet.Rows = append(sheet.Rows, []any{"", f.Text("payment.column.sum"), "", "", int(base), int(child), int(worth), int(was),
		int(difference), int(pays), int(kept), "", "", ""})
	return layout.File(w, f.Printer, sheet)
}
