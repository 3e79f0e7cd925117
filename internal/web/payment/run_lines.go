package payment

import (
	"encoding/csv"
	"net/http"
	"strconv"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// runLines is every line of the run as a file that a spreadsheet opens: semicolons
// and a byte order mark, as a Swedish one expects.
func (p *Pages) runLines(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "run")
	if err != nil {
		return err
	}
	v, err := p.office.SeePaymentRun(r.Context(), actor, id, 0)
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "payment.run.title", "Week", v.Week)
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="`+v.Week.String()+`.csv"`)
	if _, err := w.Write([]byte("\ufeff")); err != nil {
		return nil // the reader went away
	}
	file := csv.NewWriter(w)
	file.Comma = ';'
	rows := [][]string{{f.Text("payment.column.number"), f.Text("payment.column.who"), f.Text("payment.column.week"),
		f.Text("payment.column.base"), f.Text("payment.column.child"), f.Text("payment.column.total"),
		f.Text("payment.column.conflicts"), f.Text("payment.column.unconfirmed")}}
	for _, l := range v.Lines {
		rows = append(rows, []string{l.Payee.Number, harmless(payeeCell(f, l.Payee).Text), v.Week.String(), l.Base.String(), l.Child.String(),
			l.Total.String(), strconv.Itoa(l.Conflicts), strconv.Itoa(l.Unconfirmed)})
	}
	rows = append(rows, []string{"", f.Text("payment.column.sum"), v.Week.String(), v.Sums.Base.String(), v.Sums.Child.String(), v.Sums.Total.String(), "", ""})
	_ = file.WriteAll(rows) // the reader went away
	return nil
}

// harmless keeps a spreadsheet from taking a name for a formula.
func harmless(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
