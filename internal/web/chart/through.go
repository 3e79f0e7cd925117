package chart

import (
	"fmt"
	"strings"

	"fotfaste/internal/web/locale"
)

// Through is how many came in, where they went, and how it ended for those who went
// through: bands from left to right that are as wide as they are many.
type Through struct {
	ID   string
	In   Part
	Ways []Part // of those who came in; the first went through, and comes out
	Out  []Part // of the first of the ways
}

// Part is so many persons, with the words for what they are.
type Part struct {
	Label   string
	Persons int
	Tone    Tone
}

func (c Part) words(p *locale.Printer) string { return c.Label + " · " + p.Number(int64(c.Persons)) }

// Figure draws the bands under the sentence that says what they show. On a narrow
// screen they are bars below each other, those that come out set in.
//
//	through.Figure(p, "25 av 40 anvisade började, och 10 fullföljde")
func (c Through) Figure(p *locale.Printer, title string) Figure {
	table := Table{Columns: []string{p.Text("chart.what"), p.Text("chart.persons")}}
	var words []string
	for _, part := range append(append([]Part{c.In}, c.Ways...), c.Out...) {
		table.Rows = append(table.Rows, []string{part.Label, p.Number(int64(part.Persons))})
		words = append(words, strings.ToLower(part.Label)+" "+p.Number(int64(part.Persons)))
	}
	return figure(p, c.ID, title, p.List(words), table, func(pen *pen) {
		if pen.narrow() {
			c.bars(p, pen)
		} else {
			c.bands(p, pen)
		}
	})
}

// The bands: three columns of nodes, each with its words above it.
const (
	throughTall = 220.0 // of everybody
	throughGap  = 34.0  // above each node, for its words
	throughNode = 10.0
)

func (c Through) bands(p *locale.Printer, pen *pen) {
	scale := throughTall / float64(max(c.In.Persons, 1))
	columns := [3]float64{0, 245, 490}
	in := c.column(pen, columns[0], scale, []Part{c.In})
	ways := c.column(pen, columns[1], scale, c.Ways)
	out := c.column(pen, columns[2], scale, c.Out)
	c.joined(pen, columns[0], in[0], columns[1], ways, scale, c.Ways)
	if len(ways) > 0 {
		c.joined(pen, columns[1], ways[0], columns[2], out, scale, c.Out)
	}
	// The words last, so that no band lies over them.
	for i, parts := range [3][]Part{{c.In}, c.Ways, c.Out} {
		for n, part := range parts {
			at := [3][]float64{in, ways, out}[i][n]
			size := pen.size()
			pen.text(columns[i], at-8, size, start, "c-strong c-halo", cut(part.words(p), size, 226))
		}
	}
}

// column draws the nodes below each other and tells where the upper edge of each is.
func (c Through) column(pen *pen, x, scale float64, parts []Part) []float64 {
	edges := make([]float64, len(parts))
	y := 24.0
	for i, part := range parts {
		edges[i] = y
		h := max(float64(part.Persons)*scale, 2)
		pen.rect(x, y, throughNode, h, 3, "c-fill c-"+string(part.Tone))
		y += h + throughGap
	}
	return edges
}

// joined draws the bands from one node to those it parts into.
func (c Through) joined(pen *pen, x1, y1, x2 float64, edges []float64, scale float64, parts []Part) {
	x1 += throughNode
	mid := (x1 + x2) / 2
	for i, part := range parts {
		h, y2 := float64(part.Persons)*scale, edges[i]
		d := fmt.Sprintf("M%s %sC%s %s %s %s %s %sV%sC%s %s %s %s %s %sZ", n(x1), n(y1), n(mid), n(y1), n(mid), n(y2), n(x2), n(y2),
			n(y2+h), n(mid), n(y2+h), n(mid), n(y1+h), n(x1), n(y1+h))
		pen.path(d, "c-flow c-"+string(part.Tone))
		y1 += h
	}
}

func (c Through) bars(p *locale.Printer, pen *pen) {
	size, y := pen.size(), 4.0
	bar := func(part Part, left float64) {
		room := pen.width - left
		number := p.Number(int64(part.Persons))
		pen.text(left, y+size, size, start, "", cut(part.Label, size, room-long(number, size)-12))
		pen.text(pen.width, y+size, size, end, "c-strong c-n", number)
		w := float64(part.Persons) / float64(max(c.In.Persons, 1)) * pen.width
		pen.rect(left, y+size+7, room, 14, 4, "c-track")
		pen.rect(left, y+size+7, min(max(w, 3), room), 14, 4, "c-fill c-"+string(part.Tone))
		y += size + 36
	}
	bar(c.In, 0)
	for i, way := range c.Ways {
		bar(way, 18)
		if i > 0 {
			continue
		}
		for _, out := range c.Out {
			bar(out, 36)
		}
	}
	pen.down(y - 10)
}
