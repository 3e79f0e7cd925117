package chart

import (
	"slices"

	"fotfaste/internal/web/locale"
)

// Balance is amounts above and below nothing beside each other: what is gained to the
// right, what is lost to the left.
type Balance struct {
	ID      string
	Bars    []Bar  // without marks
	What    string // head of the first column
	Measure string // head of the amounts
	Less    string // words at the left end
	More    string // and at the right
}

// Figure draws the bars under the sentence that says what they show.
func (c Balance) Figure(p *locale.Printer, title string) Figure {
	table := Table{Columns: []string{c.What, c.Measure}}
	words := make([]string, 0, len(c.Bars))
	for _, b := range c.Bars {
		table.Rows = append(table.Rows, []string{b.Label, b.Text})
		words = append(words, b.Label+" "+b.Text)
	}
	return figure(p, c.ID, title, p.List(words), table, c.draw)
}

// widestLabel is the room that a label has at most; the table has it whole.
const widestLabel = 330

// room is where the bars begin and end: between the labels and the amounts, which stand
// outside the bars. A narrow picture has both above.
func (c Balance) room(pen *pen) (left, right float64) {
	if pen.narrow() {
		return 0, pen.width
	}
	labels, less, more := 0.0, 0.0, 0.0
	for _, b := range c.Bars {
		labels = max(labels, min(plain(b.Label, pen.size()), widestLabel))
		if words := long(b.Text, pen.size()) + 16; b.Value < 0 {
			less = max(less, words)
		} else {
			more = max(more, words)
		}
	}
	return labels + less, pen.width - more
}

// apart tells whether some label has no room beside its amount: all then have a line of
// their own, so that the picture is read the same way all down.
func (c Balance) apart(pen *pen) bool {
	return slices.ContainsFunc(c.Bars, func(b Bar) bool {
		return plain(b.Label, pen.size())+long(b.Text, pen.size())+12 > pen.width
	})
}

func (c Balance) draw(pen *pen) {
	size, most, least := pen.size(), 1e-9, 0.0
	for _, b := range c.Bars {
		most, least = max(most, b.Value), min(least, b.Value)
	}
	left, right := c.room(pen)
	zero := left - least/(most-least)*(right-left)
	top := size + 8
	if pen.narrow() {
		pen.text(0, size, size-1, start, "c-soft", cut("← "+c.Less, size-1, pen.width/2))
		pen.text(pen.width, size, size-1, end, "c-soft", cut(c.More+" →", size-1, pen.width/2))
	} else {
		pen.text(zero-8, size, size-1, end, "c-soft", cut("← "+c.Less, size-1, zero-8))
		pen.text(zero+8, size, size-1, start, "c-soft", cut(c.More+" →", size-1, pen.width-zero-8))
	}
	apart := c.apart(pen)
	y := top
	for _, b := range c.Bars {
		if pen.narrow() {
			pen.text(0, y+size, size, start, "", cut(b.Label, size, pen.width))
			if apart {
				y += size + 5
			}
			pen.text(pen.width, y+size, size, end, "c-strong c-n", b.Text)
			y += size + 8
		} else {
			pen.text(0, y+19, size, start, "", cut(b.Label, size, widestLabel))
		}
		width := b.Value / (most - least) * (right - left)
		at := zero
		if width < 0 {
			at, width = zero+width, -width
		}
		pen.rect(at, y+2, max(width, 2), 24, 6, "c-fill c-"+string(b.Tone))
		switch {
		case pen.narrow(): // the mark keeps to the bar, clear of the words between
			pen.line(zero, y-2, zero, y+30, "c-mark")
		case b.Value < 0:
			pen.text(at-8, y+19, size, end, "c-strong c-n c-halo", b.Text)
		default:
			pen.text(at+width+8, y+19, size, start, "c-strong c-n c-halo", b.Text)
		}
		y += 38
		if pen.narrow() {
			y += 6
		}
	}
	if !pen.narrow() {
		pen.line(zero, top, zero, y-6, "c-mark")
	}
	pen.down(y)
}
