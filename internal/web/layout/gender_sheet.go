package layout

import (
	"fotfaste/internal/steering"
	"fotfaste/internal/web/locale"
)

// GenderSheet is counts as a sheet with women and men beside each other and a row of
// sums, small groups withheld. It also tells whether anything is. The reader has the sums
// of the known rows elsewhere.
//
//	sheet, withheld, err := layout.GenderSheet(p, "exits", p.Text("manager.exits.what"), counts, label, steering.SumsKnown)
func GenderSheet(p *locale.Printer, name, what string, counts []steering.Count, label func(code string) string,
	sums steering.Sums, known ...int) (Sheet, bool, error) {
	table, unstated, err := steering.ByGender(counts, sums, known...)
	if err != nil {
		return Sheet{}, false, err
	}
	s := Sheet{Name: name, Columns: []string{what, p.Text("layout.women"), p.Text("layout.men")}}
	if unstated {
		s.Columns = append(s.Columns, p.Text("layout.gender_unstated"))
	}
	s.Columns = append(s.Columns, p.Text("layout.all"))
	row := func(text string, cells []steering.Cell, sum steering.Cell) {
		values := []any{text}
		for _, c := range append(append([]steering.Cell{}, cells...), sum) {
			values = append(values, CellValue(c))
		}
		s.Rows = append(s.Rows, values)
	}
	for i, c := range counts {
		row(label(c.Code), table.Cells[i], table.RowSums[i])
	}
	row(p.Text("layout.sum"), table.ColumnSums, table.Sum)
	return s, table.AnyWithheld(), nil
}

// CellValue is a number of a cross table as a value of a sheet.
func CellValue(c steering.Cell) any {
	if c.Withheld {
		return Withheld{}
	}
	return c.Persons
}
