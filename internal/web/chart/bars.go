package chart

import "fotfaste/internal/web/locale"

// Bars are amounts beside each other, one line each, with the words and the number
// on the line.
type Bars struct {
	ID      string
	Bars    []Bar
	Most    float64 // the end of the scale; 0 takes the largest
	What    string  // head of the first column: "Insats"
	Measure string  // head of the numbers: "Lediga timmar"
	Against string  // head of the marks, when bars have them: "Behov"
}

// Bar is one amount. Mark is what it is held against, drawn as a line across.
type Bar struct {
	Label    string
	Value    float64
	Text     string // the amount as people read it: "430 platser"
	Tone     Tone
	Mark     float64
	MarkText string // "" for none
}

// Figure draws the bars under the sentence that says what they show.
//
//	bars.Figure(p, "Arbete med handledare räcker inte: 430 platser mot 610 behövda")
func (c Bars) Figure(p *locale.Printer, title string) Figure {
	table := Table{Columns: []string{c.What, c.Measure}}
	if c.Against != "" {
		table.Columns = append(table.Columns, c.Against)
	}
	var words []string
	for _, b := range c.Bars {
		row := []string{b.Label, b.Text}
		if c.Against != "" {
			row = append(row, b.MarkText)
		}
		table.Rows = append(table.Rows, row)
		words = append(words, b.Label+" "+b.Text)
	}
	return figure(p, c.ID, title, p.List(words), table, c.draw)
}

func (c Bars) draw(pen *pen) {
	size, most := pen.size(), c.Most
	for _, b := range c.Bars {
		if c.Most == 0 {
			most = max(most, b.Value, b.Mark)
		}
	}
	most = max(most, 1e-9)
	y := 4.0
	for _, b := range c.Bars {
		words := b.Text
		if b.MarkText != "" {
			words += " / " + b.MarkText
		}
		left, room := 0.0, pen.width
		if pen.narrow() {
			pen.text(0, y+size, size, start, "", cut(b.Label, size, pen.width-long(words, size)-12))
			pen.text(pen.width, y+size, size, end, "c-strong c-n", words)
			y += size + 8
		} else {
			left, room = 210, pen.width-210-long(c.widest(), size)-14
			pen.text(left-14, y+19, size, end, "", cut(b.Label, size, left-16))
		}
		w := b.Value / most * room
		pen.rect(left, y+2, room, 24, 6, "c-track")
		if b.Value > 0 {
			pen.rect(left, y+2, max(w, 3), 24, 6, "c-fill c-"+string(b.Tone))
		}
		if b.MarkText != "" {
			at := left + b.Mark/most*room
			pen.line(at, y-2, at, y+30, "c-mark")
		}
		if !pen.narrow() {
			pen.text(left+room+12, y+19, size, start, "c-strong c-n", words)
		}
		y += 38
		if pen.narrow() {
			y += 6
		}
	}
	pen.down(y)
}

func (c Bars) widest() string {
	longest := ""
	for _, b := range c.Bars {
		words := b.Text
		if b.MarkText != "" {
			words += " / " + b.MarkText
		}
		if len([]rune(words)) > len([]rune(longest)) {
			longest = words
		}
	}
	return longest
}
