package chart

import (
	"fotfaste/internal/web/locale"
)

// WeekHours is the week of planned hours against what the person is able to.
type WeekHours struct {
	ID       string // unique on the page
	Ability  int    // hours a week, 0 when not assessed
	Segments []Segment
}

// Segment is the planned hours of one kind.
type Segment struct {
	Label  string // "Arbete"
	Detail string // "Köksspåret"
	Hours  int
	Tone   Tone
}

func (s Segment) long(p *locale.Printer) string {
	if s.Detail == "" {
		return s.short(p)
	}
	return s.short(p) + " · " + s.Detail
}

func (s Segment) short(p *locale.Printer) string { return s.Label + " " + p.Hours(s.Hours) }

// Planned is the sum of the segments.
func (c WeekHours) Planned() int {
	sum := 0
	for _, s := range c.Segments {
		sum += s.Hours
	}
	return sum
}

// Figure draws the week under the sentence that says what it shows.
//
//	week.Figure(p, "Veckan: 22 av 30 möjliga timmar är fyllda, mest arbete och språk")
func (c WeekHours) Figure(p *locale.Printer, title string) Figure {
	table := Table{Columns: []string{p.Text("chart.what"), p.Text("chart.hours_a_week")}}
	var words []string
	for _, s := range c.Segments {
		table.Rows = append(table.Rows, []string{s.Label + detail(s.Detail), p.Hours(s.Hours)})
		words = append(words, s.short(p))
	}
	if left := c.Ability - c.Planned(); left > 0 {
		table.Rows = append(table.Rows, []string{p.Text("chart.not_planned"), p.Hours(left)})
		words = append(words, p.Text("chart.to_fill", "Hours", p.Hours(left)))
	}
	if c.Ability > 0 {
		table.Rows = append(table.Rows, []string{p.Text("chart.able"), p.Hours(c.Ability)})
		words = append(words, p.Text("chart.ability", "Hours", p.Hours(c.Ability)))
	}
	return figure(p, c.ID, title, p.List(words), table, func(pen *pen) { c.draw(p, pen) })
}

func detail(text string) string {
	if text == "" {
		return ""
	}
	return " · " + text
}

func (c WeekHours) draw(p *locale.Printer, pen *pen) {
	const top, tall, gap = 26, 46, 4
	size := pen.size()
	planned := c.Planned()
	scale := (pen.width - 2) / float64(max(c.Ability, planned, 1))
	x := 1.0
	var under []Segment
	for _, s := range c.Segments {
		if s.Hours <= 0 {
			continue
		}
		w := float64(s.Hours) * scale
		pen.rect(x, top, w-gap, tall, 9, "c-fill c-"+string(s.Tone))
		switch text := s.long(p); {
		case fits(text, size, w-gap-24):
			pen.text(x+12, top+tall/2+size*0.35, size, start, "c-on", text)
		case fits(s.short(p), size, w-gap-20):
			pen.text(x+10, top+tall/2+size*0.35, size, start, "c-on", s.short(p))
			if s.Detail != "" {
				under = append(under, s)
			}
		default:
			if number := p.Number(int64(s.Hours)); fits(number, size, w-gap-4) {
				pen.text(x+(w-gap)/2, top+tall/2+size*0.35, size, middle, "c-on", number)
			}
			under = append(under, s)
		}
		x += w
	}
	if left := c.Ability - planned; left > 0 {
		w := float64(left) * scale
		pen.rect(x+1, top+1, w-gap-1, tall-2, 9, "c-dash c-ask")
		text := p.Text("chart.to_fill", "Hours", p.Hours(left))
		if !fits(text, size, w-gap-16) {
			text = p.Hours(left)
		}
		if fits(text, size, w-gap-4) {
			pen.text(x+(w-gap)/2, top+tall/2+size*0.35, size, middle, "c-text c-ask", text)
		}
	}
	y := float64(top + tall)
	if c.Ability > 0 {
		at := 1 + float64(c.Ability)*scale - gap/2
		pen.line(at, top-10, at, top+tall+10, "c-mark")
		pen.text(min(at, pen.width), 11, size-1, end, "c-soft", p.Text("chart.ability", "Hours", p.Hours(c.Ability)))
	}
	for i, s := range under {
		row := y + 26 + float64(i)*24
		pen.rect(1, row-11, 13, 13, 4, "c-fill c-"+string(s.Tone))
		pen.text(22, row, size, start, "", cut(s.long(p), size, pen.width-26))
	}
	pen.down(y + 12)
}
