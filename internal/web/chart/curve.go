package chart

import (
	"cmp"
	"math"
	"slices"

	"fotfaste/internal/web/locale"
)

// Curve is amounts against a number: money left against hours of work, years against
// what a cost turns out to be. What changes along the way is named on the picture.
type Curve struct {
	ID     string
	Lines  []CurveLine
	Levels []Level     // amounts to hold the lines against
	Marks  []CurveMark // places along the way
	Ticks  []Tick      // under the picture; the first and last are its ends
	Amount func(float64) string
	Table  Table
}

// CurveLine is a line with the name that stands at its end. Its points are in order.
type CurveLine struct {
	Label  string
	Tone   Tone
	Points [][2]float64 // along, and amount
}

// Level is an amount that is the same all the way.
type Level struct {
	Label  string
	Tone   Tone
	Amount float64
}

// CurveMark is a place along the way where something changes.
type CurveMark struct {
	Label string
	At    float64
}

// Tick is a place under the picture with its words.
type Tick struct {
	At    float64
	Label string
}

// Figure draws the lines under the sentence that says what they show.
func (c Curve) Figure(p *locale.Printer, title string) Figure {
	var words []string
	for _, m := range c.Marks {
		words = append(words, m.Label)
	}
	for _, l := range c.ends() {
		words = append(words, l.text)
	}
	return figure(p, c.ID, title, p.List(words), c.Table, c.draw)
}

// ends are the names that stand at the right side, with the amount each is at there.
func (c Curve) ends() []endLabel {
	var labels []endLabel
	for _, l := range c.Lines {
		if k := len(l.Points); k > 0 {
			labels = append(labels, endLabel{l.Label + " " + c.Amount(l.Points[k-1][1]), l.Tone, l.Points[k-1][1], "c-line"})
		}
	}
	for _, l := range c.Levels {
		labels = append(labels, endLabel{l.Label + " " + c.Amount(l.Amount), l.Tone, l.Amount, "c-dash"})
	}
	return labels
}

func (c Curve) most() float64 {
	most := 0.0
	for _, l := range c.Lines {
		for _, point := range l.Points {
			most = max(most, point[1])
		}
	}
	for _, l := range c.Levels {
		most = max(most, l.Amount)
	}
	return most
}

// roundStep is a round distance between grid lines, so that there are three to five.
func roundStep(most float64) float64 {
	if most <= 0 {
		return 1
	}
	ten := math.Pow(10, math.Floor(math.Log10(most/5)))
	for _, times := range []float64{1, 2, 2.5, 5} {
		if most/(ten*times) <= 5 {
			return ten * times
		}
	}
	return ten * 10
}

const markLine = 22 // between the names of marks, above the picture

func (c Curve) draw(pen *pen) {
	if len(c.Ticks) < 2 {
		return
	}
	size, most := pen.size(), c.most()
	step := roundStep(most)
	most = max(math.Ceil(most/step-1e-9)*step, step)
	top := 16 + markLine*float64(len(c.Marks))
	left, right, bottom := 74.0, pen.width-198, top+230
	if pen.narrow() {
		left, right, bottom = 60, pen.width-4, top+200
	}
	first, last := c.Ticks[0].At, c.Ticks[len(c.Ticks)-1].At
	x := func(at float64) float64 { return left + (at-first)/(last-first)*(right-left) }
	y := func(amount float64) float64 { return bottom - amount/most*(bottom-top) }
	for amount := 0.0; amount <= most+1e-9; amount += step {
		pen.line(left, y(amount), right, y(amount), "c-grid")
		pen.text(left-8, y(amount)+5, size-1, end, "c-soft c-n", c.Amount(amount))
	}
	for _, t := range c.Ticks {
		half := long(t.Label, size) / 2
		pen.text(min(max(x(t.At), half), pen.width-half), bottom+24, size, middle, "c-soft", t.Label)
	}
	pen.down(bottom + 32)
	for i, m := range c.Marks {
		c.drawMark(pen, m, x(m.At), 14+markLine*float64(i), bottom)
	}
	for _, l := range c.Levels {
		pen.line(left, y(l.Amount), right, y(l.Amount), "c-dash c-"+string(l.Tone))
	}
	for _, l := range slices.Backward(c.Lines) { // the first lies on top
		d := ""
		for i, point := range l.Points {
			letter := "L"
			if i == 0 {
				letter = "M"
			}
			d += letter + n(x(point[0])) + " " + n(y(point[1]))
		}
		pen.path(d, "c-line c-"+string(l.Tone))
	}
	c.drawEnds(pen, right, top, bottom, y)
}

// drawMark is a line down through the picture with its name above.
func (c Curve) drawMark(pen *pen, m CurveMark, x, y, bottom float64) {
	size := pen.size()
	words := cut(m.Label, size, pen.width)
	pen.line(x, y+6, x, bottom, "c-mark c-thin")
	half := plain(words, size)/2 + 4
	pen.text(min(max(x, half), pen.width-half), y, size, middle, "c-strong c-halo", words)
}

// drawEnds writes the names beside the ends, moved apart so that none lies on another;
// under the picture where there is no room beside, each with a piece of its line.
func (c Curve) drawEnds(pen *pen, right, top, bottom float64, y func(float64) float64) {
	labels := c.ends()
	size := pen.size()
	if pen.narrow() {
		for i, l := range labels {
			at := bottom + 54 + markLine*float64(i)
			pen.line(4, at-5, 30, at-5, l.stroke+" c-"+string(l.tone))
			pen.text(40, at, size, start, "c-text c-"+string(l.tone), cut(l.text, size, pen.width-44))
		}
		return
	}
	for i := range labels {
		labels[i].y = y(labels[i].y)
	}
	slices.SortStableFunc(labels, func(a, b endLabel) int { return cmp.Compare(a.y, b.y) })
	gap := size + 5
	// Down from the top, then up from the bottom, so that all stay inside.
	for i := range labels {
		labels[i].y = max(labels[i].y, top)
		if i > 0 {
			labels[i].y = max(labels[i].y, labels[i-1].y+gap)
		}
	}
	limit := bottom
	for i := len(labels) - 1; i >= 0; i-- {
		labels[i].y = min(labels[i].y, limit)
		limit = labels[i].y - gap
	}
	for _, l := range labels {
		pen.text(right+12, l.y+5, size, start, "c-text c-halo c-"+string(l.tone), cut(l.text, size, pen.width-right-12))
	}
}
