package chart

import (
	"fotfaste/internal/period"
	"fotfaste/internal/web/locale"
)

// Tracks is what runs side by side over time: a row for each track, a bar for each
// thing on it, and where today stands.
type Tracks struct {
	ID    string // unique on the page
	Today period.Day
	Rows  []Track
}

// Track is one row. A track on which nothing is planned stands there empty.
type Track struct {
	Label string
	Tone  Tone
	Spans []Span
}

// Span is one thing from a day to a day, both included.
type Span struct {
	Label    string
	Detail   string // "20 h i veckan"
	From, To period.Day
}

// Figure draws the tracks under the sentence that says what they show.
//
//	tracks.Figure(p, "Tre spår löper sida vid sida till januari")
func (c Tracks) Figure(p *locale.Printer, title string) Figure {
	table := Table{Columns: []string{p.Text("chart.track"), p.Text("chart.what"), p.Text("chart.how_much"), p.Text("chart.when")}}
	var words []string
	for _, row := range c.Rows {
		for _, s := range row.Spans {
			table.Rows = append(table.Rows, []string{row.Label, s.Label, s.Detail, p.Dates(s.From, s.To)})
			words = append(words, row.Label+": "+s.Label+", "+p.Dates(s.From, s.To))
		}
	}
	return figure(p, c.ID, title, p.List(words), table, func(pen *pen) { c.draw(p, pen) })
}

// ends are the first and the last day of the picture: whole months, today always in it.
func (c Tracks) ends() (first, last period.Day) {
	first, last = c.Today, c.Today
	for _, row := range c.Rows {
		for _, s := range row.Spans {
			first, last = min(first, s.From), max(last, s.To)
		}
	}
	return first.Month().First(), last.Month().Last()
}

func (c Tracks) draw(p *locale.Printer, pen *pen) {
	const head, tall, gap, pad = 28.0, 34.0, 6.0, 10.0
	size := pen.size()
	left := 0.0
	if !pen.narrow() {
		for _, row := range c.Rows {
			left = min(max(left, long(row.Label, size)+16), 210)
		}
	}
	first, last := c.ends()
	x := func(d period.Day) float64 { return left + float64(d-first)/float64(last-first+1)*(pen.width-left) }
	y := head
	for _, row := range c.Rows {
		top := y
		if pen.narrow() {
			pen.text(0, y+size, size, start, "c-strong", cut(row.Label, size, pen.width))
			y += size + 8
		} else {
			pen.text(0, y+pad+tall/2+size*0.35, size, start, "c-strong", cut(row.Label, size, left-8))
		}
		lanes := laid(row.Spans)
		depth := 1
		for _, lane := range lanes {
			depth = max(depth, lane+1)
		}
		bottom := y + pad*2 + float64(depth)*(tall+gap) - gap
		pen.line(x(c.Today), y, x(c.Today), bottom, "c-mark") // behind the bars, whose words stand on them
		for i, s := range row.Spans {
			at := y + pad + float64(lanes[i])*(tall+gap)
			from, w := x(s.From), x(s.To+1)-x(s.From)
			pen.rect(from, at, max(w-2, 3), tall, 8, "c-fill c-"+string(row.Tone))
			c.name(pen, s, from, w, at+tall/2+size*0.35, size)
		}
		y = bottom
		if len(row.Spans) == 0 {
			text, from := p.Text("chart.not_planned"), left+6
			if from <= x(c.Today) && x(c.Today) <= from+long(text, size) {
				from = x(c.Today) + 8
			}
			pen.text(from, top+(y-top)/2+size*0.35, size-1, start, "c-soft", text)
		}
		pen.line(0, y, pen.width, y, "c-grid")
	}
	c.months(p, pen, x, first, last, left, y)
	text := p.Text("chart.today")
	half := long(text, size-1) / 2
	pen.line(x(c.Today), head-8, x(c.Today), head, "c-mark")
	pen.text(min(max(x(c.Today), left+half), pen.width-half), head-13, size-1, middle, "c-strong", text)
	pen.down(y + 24)
}

// name writes what the bar is, in it where there is room; the table has it whole.
func (c Tracks) name(pen *pen, s Span, from, w, at, size float64) {
	for _, text := range []string{s.Label + detail(s.Detail), s.Label, s.Detail} {
		if text != "" && fits(text, size, w-20) {
			pen.text(from+10, at, size, start, "c-on", text)
			return
		}
	}
	if short := cut(s.Label, size, w-20); len([]rune(short)) > 4 {
		pen.text(from+10, at, size, start, "c-on", short)
	}
}

// months writes the months under the tracks, as many as there is room for.
func (c Tracks) months(p *locale.Printer, pen *pen, x func(period.Day) float64, first, last period.Day, left, y float64) {
	free := left
	for d := first; d <= last; d = d.AddMonths(1) {
		text := p.ShortMonth(d)
		if at := x(d); at >= free && at+long(text, pen.size()-1) <= pen.width {
			pen.text(at, y+18, pen.size()-1, start, "c-soft", text)
			free = at + long(text, pen.size()-1) + 10
		}
	}
}

// laid gives each span a lane in which no other is at the same time.
func laid(spans []Span) []int {
	lanes := make([]int, len(spans))
	for i, s := range spans {
	lane:
		for {
			for j, earlier := range spans[:i] {
				if lanes[j] == lanes[i] && s.From <= earlier.To && earlier.From <= s.To {
					lanes[i]++
					continue lane
				}
			}
			break
		}
	}
	return lanes
}
