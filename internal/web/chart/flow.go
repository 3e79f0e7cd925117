package chart

import (
	"fmt"

	"fotfaste/internal/web/locale"
)

// Flow is how many moved from which step to which: the ladder then to the left and
// now to the right, with bands between. Green goes up, orange down, grey stays.
type Flow struct {
	ID        string
	Names     []string // of the steps, the lowest first
	Moves     []Move
	Then, Now string // "För ett år sedan", "I dag"
}

// Move is a number of persons between two steps, counted from 0 in Names.
type Move struct{ From, To, Persons int }

// Figure draws the moves under the sentence that says what they show.
//
//	flow.Figure(p, "Var tredje har gått upp minst ett steg på ett år")
func (c Flow) Figure(p *locale.Printer, title string) Figure {
	table := Table{Columns: []string{c.Then + " → " + c.Now, p.Text("chart.persons")}}
	up, down, same := 0, 0, 0
	for _, m := range c.Moves {
		table.Rows = append(table.Rows, []string{c.Names[m.From] + " → " + c.Names[m.To], p.Number(int64(m.Persons))})
		switch {
		case m.To > m.From:
			up += m.Persons
		case m.To < m.From:
			down += m.Persons
		default:
			same += m.Persons
		}
	}
	description := p.Text("chart.flow", "Up", up, "Same", same, "Down", down)
	return figure(p, c.ID, title, description, table, func(pen *pen) { c.draw(p, pen) })
}

func (c Flow) draw(p *locale.Printer, pen *pen) {
	size, gutter := pen.size(), 208.0
	if pen.narrow() {
		gutter = 64
	}
	const top, gap, tall, thick = 34.0, 14.0, 300.0, 10.0
	total := 0
	left, right := make([]int, len(c.Names)), make([]int, len(c.Names))
	for _, m := range c.Moves {
		total += m.Persons
		left[m.From] += m.Persons
		right[m.To] += m.Persons
	}
	scale := (tall - gap*float64(max(len(c.Names)-1, 0))) / float64(max(total, 1))
	xl, xr := gutter, pen.width-gutter
	if pen.narrow() {
		pen.text(0, top-14, size, start, "c-soft", cut(c.Then, size, pen.width/2-6))
		pen.text(pen.width, top-14, size, end, "c-soft", cut(c.Now, size, pen.width/2-6))
	} else {
		pen.text(xl+thick, top-14, size, end, "c-soft", cut(c.Then, size, xl+thick))
		pen.text(xr-thick, top-14, size, start, "c-soft", cut(c.Now, size, gutter+thick))
	}
	yl, yr := c.columns(left, top, gap, scale), c.columns(right, top, gap, scale)
	for step := len(c.Names) - 1; step >= 0; step-- {
		c.node(p, pen, step, left[step], xl, yl[step], scale, thick, end)
		c.node(p, pen, step, right[step], xr-thick, yr[step], scale, thick, start)
	}
	for from := len(c.Names) - 1; from >= 0; from-- {
		for to := len(c.Names) - 1; to >= 0; to-- {
			for _, m := range c.Moves {
				if m.From != from || m.To != to || m.Persons == 0 {
					continue
				}
				h := float64(m.Persons) * scale
				c.band(pen, m, xl+thick, yl[from], xr-thick, yr[to], h)
				yl[from] += h
				yr[to] += h
			}
		}
	}
	pen.down(top + tall + 8)
}

// columns is the upper edge of each step in one column, the highest step on top.
func (c Flow) columns(persons []int, top, gap, scale float64) []float64 {
	out := make([]float64, len(persons))
	y := top
	for step := len(persons) - 1; step >= 0; step-- {
		out[step] = y
		y += float64(persons[step])*scale + gap
	}
	return out
}

func (c Flow) node(p *locale.Printer, pen *pen, step, persons int, x, y, scale, thick float64, side anchor) {
	size := pen.size()
	pen.rect(x, y, thick, max(float64(persons)*scale, 2), 3, "c-fill c-quiet")
	name := c.Names[step]
	if pen.narrow() {
		name = p.Number(int64(step + 1))
	}
	at := x - 10
	if side == start {
		at = x + thick + 10
	}
	text := cut(name, size, 208-12-plain(p.Number(int64(persons))+" · ", size)) + " · " + p.Number(int64(persons))
	pen.text(at, y+max(float64(persons)*scale/2, 0)+5, size, side, "", text)
}

func (c Flow) band(pen *pen, m Move, x1, y1, x2, y2, h float64) {
	tone := Quiet
	switch {
	case m.To > m.From:
		tone = Work
	case m.To < m.From:
		tone = Ask
	}
	mid := (x1 + x2) / 2
	d := fmt.Sprintf("M%s %sC%s %s %s %s %s %sV%sC%s %s %s %s %s %sZ", n(x1), n(y1), n(mid), n(y1), n(mid), n(y2), n(x2), n(y2),
		n(y2+h), n(mid), n(y2+h), n(mid), n(y1+h), n(x1), n(y1+h))
	pen.path(d, "c-flow c-"+string(tone))
}
