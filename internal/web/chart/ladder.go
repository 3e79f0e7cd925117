package chart

import (
	"fotfaste/internal/period"
	"fotfaste/internal/web/locale"
)

// Ladder is one person's way on the function ladder (004): a line that goes up and
// down in steps over time.
type Ladder struct {
	ID     string
	Names  [7]string // of steps 1 to 6; Names[0] is not used
	Points []LadderPoint
	Until  period.Day // the line goes on to here: today, or the exit
	Goal   *LadderGoal
}

// LadderPoint is a step that was assessed on a day.
type LadderPoint struct {
	On   period.Day
	Step int
}

// LadderGoal is where the person is going and when.
type LadderGoal struct {
	Step int
	On   period.Day
}

// Figure draws the way under the sentence that says what it shows.
//
//	ladder.Figure(p, "Vägen hittills: två steg upp på elva månader")
func (c Ladder) Figure(p *locale.Printer, title string) Figure {
	table := Table{Columns: []string{p.Text("chart.day"), p.Text("chart.step")}}
	var words []string
	for _, point := range c.Points {
		step := c.name(p, point.Step)
		table.Rows = append(table.Rows, []string{p.Day(point.On), step})
		words = append(words, p.MonthYear(point.On)+": "+step)
	}
	if c.Goal != nil {
		goal := p.Text("chart.goal", "When", p.MonthYear(c.Goal.On))
		table.Rows = append(table.Rows, []string{goal, c.name(p, c.Goal.Step)})
		words = append(words, goal+": "+c.name(p, c.Goal.Step))
	}
	return figure(p, c.ID, title, p.List(words), table, func(pen *pen) { c.draw(p, pen) })
}

func (c Ladder) name(p *locale.Printer, step int) string {
	if step < 1 || step >= len(c.Names) {
		return p.Number(int64(step))
	}
	return p.Number(int64(step)) + " " + c.Names[step]
}

// span is the steps to show: those stood on and the goal, and one more on each side.
func (c Ladder) span() (low, high int) {
	low, high = 6, 1
	for _, point := range c.Points {
		low, high = min(low, point.Step), max(high, point.Step)
	}
	if c.Goal != nil {
		low, high = min(low, c.Goal.Step), max(high, c.Goal.Step)
	}
	if low > high {
		return 1, 6
	}
	return max(low-1, 1), min(high+1, 6)
}

func (c Ladder) draw(p *locale.Printer, pen *pen) {
	size := pen.size()
	low, high := c.span()
	left, right, top, rung := 120.0, pen.width-14, 30.0, 44.0
	for step := low; step <= high; step++ {
		left = min(max(left, plain(c.name(p, step), size)+24), 280)
	}
	if pen.narrow() {
		left, rung = 16, 52
	}
	y := func(step int) float64 { return top + float64(high-step)*rung }
	for step := low; step <= high; step++ {
		if pen.narrow() {
			pen.line(0, y(step), pen.width, y(step), "c-grid")
			continue
		}
		pen.line(left-10, y(step), pen.width, y(step), "c-grid")
		pen.text(left-22, y(step)+5, size, end, "c-soft", cut(c.name(p, step), size, left-24))
	}
	pen.down(y(low) + 34)
	if pen.narrow() { // the names stand on the rungs, and over the line that passes them
		defer func() {
			for step := low; step <= high; step++ {
				pen.text(0, y(step)-7, size-1, start, "c-soft c-halo", cut(c.name(p, step), size-1, pen.width))
			}
		}()
	}
	if len(c.Points) == 0 {
		return
	}
	first, last := c.Points[0].On, max(c.Until, c.Points[len(c.Points)-1].On)
	if c.Goal != nil {
		last = max(last, c.Goal.On)
	}
	x := func(on period.Day) float64 {
		return left + 6 + float64(on-first)/float64(max(last-first, 1))*(right-left-6)
	}
	now := max(c.Until, c.Points[len(c.Points)-1].On)
	d := "M" + n(x(first)) + " " + n(y(c.Points[0].Step))
	for _, point := range c.Points[1:] {
		d += "H" + n(x(point.On)) + "V" + n(y(point.Step))
	}
	at := c.Points[len(c.Points)-1].Step
	pen.path(d+"H"+n(x(now)), "c-line c-work")
	if c.Goal != nil {
		pen.path("M"+n(x(now))+" "+n(y(at))+"H"+n(x(c.Goal.On))+"V"+n(y(c.Goal.Step)), "c-dash c-work")
		pen.dot(x(c.Goal.On), y(c.Goal.Step), 6, "c-goal c-work")
		pen.text(min(x(c.Goal.On)+4, pen.width), y(c.Goal.Step)-13, size, end, "c-text c-work",
			p.Text("chart.goal", "When", p.ShortMonth(c.Goal.On)))
	}
	free := -100.0
	for _, point := range c.Points {
		pen.dot(x(point.On), y(point.Step), 7, "c-dot c-work")
		free = c.tick(p, pen, x(point.On), y(low)+28, free, point.On)
	}
	pen.dot(x(now), y(at), 7, "c-dot c-work")
	c.tick(p, pen, x(now), y(low)+28, free, now)
}

// tick writes the month under a point unless the one before stands in its way.
func (c Ladder) tick(p *locale.Printer, pen *pen, x, y, free float64, on period.Day) float64 {
	text := p.ShortMonth(on)
	half := long(text, pen.size()) / 2
	middleX := min(max(x, half), pen.width-half)
	if middleX-half < free+6 {
		return free
	}
	pen.text(middleX, y, pen.size(), middle, "c-soft", text)
	return middleX + half
}
