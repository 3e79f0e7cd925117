package chart

import (
	"math"
	"strings"

	"fotfaste/internal/web/locale"
)

// Line is a share over time, month by month, with its interval as a band.
type Line struct {
	ID     string
	Series []Series
	When   string // head of the first column: "Månad efter start"
}

// Series is one line with the name that stands at its end.
type Series struct {
	Label  string
	Tone   Tone
	Points []Point
}

// Point is a share (0 to 1) with its interval at a place on the time axis. Low and
// High are both 0 where there is no interval.
type Point struct {
	At        int    // months from the start of the axis
	When      string // as people read it: "mars", "6"
	Share     float64
	Low, High float64
}

// Figure draws the lines under the sentence that says what they show.
//
//	line.Figure(p, "Efter ett år är 34 procent i arbete, mot 21 i jämförelsegruppen")
func (c Line) Figure(p *locale.Printer, title string) Figure {
	table := Table{Columns: []string{c.When}}
	at := map[string][]string{}
	var order, words []string
	for i, s := range c.Series {
		table.Columns = append(table.Columns, s.Label, p.Text("chart.interval"))
		for _, point := range s.Points {
			if at[point.When] == nil {
				at[point.When] = make([]string, 2*len(c.Series))
				order = append(order, point.When)
			}
			at[point.When][2*i] = p.Percent(point.Share)
			if point.High > 0 {
				at[point.When][2*i+1] = p.Percent(point.Low) + "–" + p.Percent(point.High)
			}
		}
		if k := len(s.Points); k > 0 {
			words = append(words, s.Label+" "+p.Percent(s.Points[k-1].Share))
		}
	}
	for _, when := range order {
		table.Rows = append(table.Rows, append([]string{when}, at[when]...))
	}
	return figure(p, c.ID, title, p.List(words), table, func(pen *pen) { c.draw(p, pen) })
}

func (c Line) draw(p *locale.Printer, pen *pen) {
	size := pen.size()
	last, most := 1, 0.0
	for _, s := range c.Series {
		for _, point := range s.Points {
			last, most = max(last, point.At), max(most, point.Share, point.High)
		}
	}
	step := stepFor(most)
	most = max(math.Ceil(most/step-1e-9)*step, step)
	left, right, top, bottom := 48.0, pen.width-168, 14.0, 236.0
	if pen.narrow() {
		left, right, bottom = 42, pen.width-12, 206
	}
	x := func(at int) float64 { return left + float64(at)/float64(last)*(right-left) }
	y := func(share float64) float64 { return bottom - share/most*(bottom-top) }
	for share := 0.0; share <= most+1e-9; share += step {
		pen.line(left, y(share), right, y(share), "c-grid")
		pen.text(left-8, y(share)+5, size-1, end, "c-soft c-n", p.Percent(share))
	}
	var labels []endLabel
	for _, s := range c.Series {
		c.drawSeries(pen, s, x, y)
		if k := len(s.Points); k > 0 {
			labels = append(labels, endLabel{s.Label + " " + p.Percent(s.Points[k-1].Share), s.Tone, y(s.Points[k-1].Share), "c-line"})
		}
	}
	c.ticks(pen, x, bottom)
	c.ends(pen, labels, right, bottom)
}

// stepFor is the distance between grid lines, so that there are two to five of them.
func stepFor(most float64) float64 {
	for _, step := range []float64{0.01, 0.02, 0.05, 0.1, 0.2} {
		if most/step <= 5 {
			return step
		}
	}
	return 0.25
}

func (c Line) drawSeries(pen *pen, s Series, x func(int) float64, y func(float64) float64) {
	var line, upper, lower strings.Builder
	for i, point := range s.Points {
		letter := "L"
		if i == 0 {
			letter = "M"
		}
		line.WriteString(letter + n(x(point.At)) + " " + n(y(point.Share)))
		upper.WriteString(letter + n(x(point.At)) + " " + n(y(point.High)))
		back := s.Points[len(s.Points)-1-i]
		lower.WriteString("L" + n(x(back.At)) + " " + n(y(back.Low)))
	}
	if len(s.Points) > 0 && s.Points[len(s.Points)-1].High > 0 {
		pen.path(upper.String()+lower.String()+"Z", "c-band c-"+string(s.Tone))
	}
	pen.path(line.String(), "c-line c-"+string(s.Tone))
	if k := len(s.Points); k > 0 {
		pen.dot(x(s.Points[k-1].At), y(s.Points[k-1].Share), 5.5, "c-dot c-"+string(s.Tone))
	}
}

func (c Line) ticks(pen *pen, x func(int) float64, bottom float64) {
	size, free := pen.size(), -100.0
	if len(c.Series) == 0 {
		return
	}
	for _, point := range c.Series[0].Points {
		half := long(point.When, size) / 2
		at := min(x(point.At), pen.width-half)
		if at-half < free+10 {
			continue
		}
		pen.text(at, bottom+24, size, middle, "c-soft", point.When)
		free = at + half
	}
	pen.down(bottom + 32)
}

type endLabel struct {
	text   string
	tone   Tone
	y      float64
	stroke string // of the line that it names
}

// ends writes the name of each line: at its end where there is room beside the
// picture, otherwise as lines under it. Names that would collide are moved apart.
func (c Line) ends(pen *pen, labels []endLabel, right, bottom float64) {
	size := pen.size()
	if pen.narrow() {
		for i, l := range labels {
			y := bottom + 54 + float64(i)*24
			pen.rect(0, y-10, 18, 5, 2, "c-fill c-"+string(l.tone))
			pen.text(26, y-3, size, start, "c-text c-"+string(l.tone), l.text)
		}
		return
	}
	for i := range labels {
		for j := range labels[:i] {
			if gap := labels[i].y - labels[j].y; math.Abs(gap) < size+4 {
				if gap >= 0 {
					labels[i].y = labels[j].y + size + 4
				} else {
					labels[i].y = labels[j].y - size - 4
				}
			}
		}
		pen.text(right+12, labels[i].y+5, size, start, "c-text c-"+string(labels[i].tone), cut(labels[i].text, size, pen.width-right-12))
	}
}
