package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"fotfaste/internal/letter"
)

// Measures in millimetres, sizes in points.
const (
	side, top, bottom = 25, 20, 25
	width             = 210 - 2*side
	line              = 5.4 // from one line to the next
	body, small       = 11, 9
	// lastPlace is where on the page a heading must begin to have some of its text
	// with it.
	lastPlace = 297 - bottom - 4*line
)

// Write is the letter as a PDF document, made at the instant that it says. The error
// tells of the typeface or of a size beyond what a document holds, never of a text.
func Write(l letter.Letter, madeAt time.Time) (document []byte, err error) {
	defer func() {
		if broken := recover(); broken != nil { // the library's own, on something it did not foresee
			document, err = nil, fmt.Errorf("pdf: %v", broken)
		}
	}()
	f, err := typeface()
	if err != nil {
		return nil, err
	}
	// Once to count the pages, since every page says how many they are.
	first := newSheet(f, l, madeAt, 0)
	first.letter(l)
	second := newSheet(f, l, madeAt, first.PageCount())
	second.letter(l)
	var out bytes.Buffer
	if err := second.Output(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// sheet is a document under way.
type sheet struct {
	*fpdf.Fpdf
	fonts
}

func newSheet(f fonts, l letter.Letter, madeAt time.Time, pages int) *sheet {
	s := &sheet{fpdf.New("P", "mm", "A4", ""), f}
	s.AddUTF8FontFromBytes(family, "", f.regular)
	s.AddUTF8FontFromBytes(family, "B", f.bold)
	s.SetCatalogSort(true)
	s.SetCreationDate(madeAt.UTC())
	s.SetModificationDate(madeAt.UTC())
	s.SetProducer("Fotfäste", true)
	s.SetTitle(f.set(l.Title), true)
	s.SetAuthor(f.set(l.Municipality), true)
	s.SetLang(l.Language)
	s.SetMargins(side, top, side)
	s.SetAutoPageBreak(true, bottom)
	s.SetFooterFunc(func() {
		s.SetY(-bottom + 8)
		s.SetFont(family, "", small)
		s.CellFormat(width/2, line, f.set(l.Municipality+" · "+l.Number), "", 0, "L", false, 0, "")
		s.CellFormat(width/2, line, fmt.Sprintf("%d (%d)", s.PageNo(), pages), "", 0, "R", false, 0, "")
	})
	s.AddPage()
	return s
}

// letter sets the whole of it.
func (s *sheet) letter(l letter.Letter) {
	s.head(l)
	s.font("B", 16)
	s.MultiCell(width, 7.5, s.set(l.Title), "", "L", false)
	s.Ln(line / 2)
	for _, block := range l.Blocks {
		s.block(block)
	}
}

// head is who writes, the facts beside it, and to whom.
func (s *sheet) head(l letter.Letter) {
	s.font("B", body)
	s.MultiCell(width/2, line, s.set(l.Municipality), "", "L", false)
	s.font("", body)
	s.MultiCell(width/2, line, s.set(l.Unit), "", "L", false)
	under := s.GetY()
	s.SetY(top)
	for _, fact := range l.Facts {
		s.SetX(side + width/2)
		s.MultiCell(width/2, line, s.set(fact.Label+": "+fact.Value), "", "R", false)
	}
	s.SetY(max(under, s.GetY()) + 3*line)
	for _, to := range l.To {
		s.MultiCell(width, line, s.set(to), "", "L", false)
	}
	s.Ln(3 * line)
}

func (s *sheet) block(b letter.Block) {
	switch b.Kind {
	case letter.Heading:
		if s.GetY() > lastPlace {
			s.AddPage()
		}
		s.Ln(line * 0.7)
		s.font("B", body)
		s.MultiCell(width, line+0.4, s.set(b.Text), "", "L", false)
	case letter.List:
		for _, item := range b.Items {
			s.item(item)
		}
	case letter.Table:
		s.table(b)
	case letter.Signature:
		s.lines(b.Items)
	case letter.Written:
		s.lines(strings.Split(strings.ReplaceAll(b.Text, "\r", ""), "\n"))
	default:
		s.lines([]string{b.Text})
		s.Ln(line * 0.3)
	}
}

// lines are set one under another, each as long as it needs to be.
func (s *sheet) lines(lines []string) {
	s.font("", body)
	for _, text := range lines {
		if strings.TrimSpace(text) == "" {
			s.Ln(line * 0.6)
			continue
		}
		s.MultiCell(width, line, s.set(text), "", "L", false)
	}
}

// item is a line of a list, with its mark beside it.
func (s *sheet) item(text string) {
	const indent = 5
	s.font("", body)
	if s.GetY()+line > 297-bottom {
		s.AddPage()
	}
	s.CellFormat(indent, line, "–", "", 0, "L", false, 0, "")
	s.SetLeftMargin(side + indent)
	s.SetX(side + indent)
	s.MultiCell(width-indent, line, s.set(text), "", "L", false)
	s.SetLeftMargin(side)
	s.SetX(side)
	s.Ln(line * 0.15)
}

// table has the first column wide and the others to the end.
func (s *sheet) table(b letter.Block) {
	s.lines([]string{b.Text})
	columns := max(1, len(b.Columns))
	narrow := 32.0
	wide := width - narrow*float64(columns-1)
	row := func(style, border string, cells []string) {
		s.font(style, body)
		for i, cell := range cells {
			if i == 0 {
				s.CellFormat(wide, line+1, s.set(cell), border, 0, "L", false, 0, "")
			} else {
				s.CellFormat(narrow, line+1, s.set(cell), border, 0, "R", false, 0, "")
			}
		}
		s.Ln(line + 1)
	}
	row("B", "B", b.Columns)
	for i, cells := range b.Rows {
		if b.Sum && i == len(b.Rows)-1 {
			row("B", "T", cells)
		} else {
			row("", "", cells)
		}
	}
	s.Ln(line * 0.5)
}

func (s *sheet) font(style string, size float64) { s.SetFont(family, style, size) }
