package payment

import (
	"strings"

	"fotfaste/internal/casework"
	"fotfaste/internal/web/layout"
)

// correctionTable is weeks that had been calculated before: what each was worth, what
// it is worth now and what becomes of the difference.
func correctionTable(f layout.Frame, lines []casework.RunLine) layout.Table {
	t := layout.Table{
		Caption: f.Text("payment.corrections.caption"), Hide: true, Compact: true,
		Columns: []layout.Column{{Text: f.Text("payment.column.who")}, {Text: f.Text("payment.column.week")},
			{Text: f.Text("payment.column.was"), Number: true, Place: layout.Roomy}, {Text: f.Text("payment.column.now"), Number: true, Place: layout.Roomy},
			{Text: f.Text("payment.column.difference"), Number: true}, {Text: f.Text("payment.column.pays"), Number: true, Place: layout.Lead},
			{Text: f.Text("payment.column.becomes")}},
		Empty: &layout.Empty{Title: f.Text("payment.run.nobody"), Text: f.Text("payment.run.nobody_help")},
	}
	for _, l := range lines {
		week := layout.Cell{Text: f.WeekYear(l.Week)}
		if l.TakenBack {
			week = takenBackCell(f, l)
		}
		t.Rows = append(t.Rows, layout.Row{Struck: l.TakenBack, Cells: []layout.Cell{
			payeeCell(f, l.Payee), week, {Text: f.Kronor(l.Before.Total())}, {Text: f.Kronor(l.Total)},
			{Text: difference(f, l.Difference())}, {Text: f.Kronor(l.Pays)}, becomes(f, l),
		}})
	}
	return layout.NewTable(t)
}

// becomes is what happens to the difference of a corrected week.
func becomes(f layout.Frame, l casework.RunLine) layout.Cell {
	switch difference := l.Difference(); {
	case difference < 0:
		return layout.Cell{Text: f.Text("payment.corrections.overpaid"), Tone: layout.Ask}
	case l.Pays < difference:
		var parts []string
		if back := difference - l.Pays - l.Kept; back > 0 {
			parts = append(parts, f.Text("payment.corrections.taken_back", "Amount", back))
		}
		if l.Kept > 0 {
			parts = append(parts, f.Text("payment.corrections.kept", "Amount", l.Kept))
		}
		return layout.Cell{Text: strings.Join(parts, ". ")}
	case difference == 0:
		return layout.Cell{Text: f.Text("payment.corrections.moved")}
	}
	return layout.Cell{Text: f.Text("payment.corrections.paid")}
}
