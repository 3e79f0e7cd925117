package layout

import (
	"encoding/csv"
	"net/http"
	"strconv"
	"strings"

	"fotfaste/internal/period"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/locale"
)

// Sheet is a table of plain values, to be shown on a page and to be taken away as a
// file with the same numbers. A value is a text, an int, a Share, a day or Withheld.
type Sheet struct {
	Name    string // of the file, without its ending
	Columns []string
	Rows    [][]any
}

// Share is a part of a whole, 0 to 1.
type Share float64

// Withheld stands for a number of which a small group could be read.
type Withheld struct{}

// Table is the sheet as the table of a figure.
func (s Sheet) Table(p *locale.Printer) chart.Table {
	t := chart.Table{Columns: s.Columns}
	for _, values := range s.Rows {
		row := make([]string, len(values))
		for i, value := range values {
			switch v := value.(type) {
			case int:
				row[i] = p.Number(int64(v))
			case Share:
				row[i] = p.Percent(float64(v))
			case Withheld:
				row[i] = p.Text("layout.withheld")
			default:
				row[i] = p.Value(v)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// File answers with the sheet as CSV, as a spreadsheet in Sweden opens it: UTF-8 with
// its mark, and semicolons between.
func File(w http.ResponseWriter, p *locale.Printer, s Sheet) error {
	var b strings.Builder
	b.WriteString("\uFEFF")
	out := csv.NewWriter(&b)
	out.Comma, out.UseCRLF = ';', true
	_ = out.Write(s.Columns) // a strings.Builder takes everything
	for _, values := range s.Rows {
		row := make([]string, len(values))
		for i, value := range values {
			row[i] = inFile(p, value)
		}
		_ = out.Write(row)
	}
	out.Flush()
	h := w.Header()
	h.Set("Content-Type", "text/csv; charset=utf-8")
	h.Set("Content-Disposition", `attachment; filename="`+s.Name+`.csv"`)
	_, _ = w.Write([]byte(b.String())) // the reader went away
	return nil
}

func inFile(p *locale.Printer, value any) string {
	switch v := value.(type) {
	case int:
		return strconv.Itoa(v)
	case Share:
		return p.Decimal(float64(v), 4)
	case period.Day:
		return v.String()
	case Withheld:
		return p.Text("layout.withheld")
	case string:
		// A spreadsheet would reckon what begins like a formula.
		if v != "" && strings.ContainsRune("=+-@\t\r", rune(v[0])) {
			return "'" + v
		}
		return v
	}
	return p.Value(value)
}
