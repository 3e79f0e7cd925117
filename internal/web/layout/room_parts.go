package layout

import (
	"fotfaste/internal/catalogue"
	"fotfaste/internal/web/chart"
)

// RoomAhead is the hours that are free in the coming weeks, a bar each, under the
// sentence that says when the most are. Weeks in which nobody can begin say so.
func RoomAhead(f Frame, weeks []catalogue.WeekRoom) chart.Figure {
	bars := chart.Bars{ID: "ahead", What: f.Text("capacity.ahead.week"), Measure: f.Text("places.free")}
	var best catalogue.WeekRoom
	for _, w := range weeks {
		bar := chart.Bar{
			Label: f.Week(w.Week),
			Value: float64(w.Free), Text: f.Text("places.free_hours", "Free", w.Free, "All", w.Capacity), Tone: chart.Work,
		}
		switch {
		case w.IsClosed():
			bar.Text, bar.Tone = f.Text("capacity.ahead.closed", "Hours", bar.Text), chart.Quiet
		case w.ClosedDays > 0:
			bar.Text = f.Text("capacity.ahead.closed_days", "Hours", bar.Text, "Count", w.ClosedDays)
		}
		if !w.IsClosed() && w.Free > best.Free {
			best = w
		}
		bars.Most = max(bars.Most, float64(w.Capacity))
		bars.Bars = append(bars.Bars, bar)
	}
	title := f.Text("capacity.ahead.none", "Count", len(weeks))
	if best.Free > 0 {
		title = f.Text("capacity.ahead.most", "Free", best.Free, "Week", f.WeekYear(best.Week))
	}
	return bars.Figure(f.Printer, title).With(f.Text("capacity.ahead.note"))
}

// RoomSoon tells of the first of the weeks with more free hours than the first has, ""
// where none has.
func RoomSoon(f Frame, weeks []catalogue.WeekRoom) string {
	for _, w := range weeks {
		if w.Free > weeks[0].Free && !w.IsClosed() {
			return f.Text("capacity.soon", "Free", w.Free, "Week", f.Week(w.Week))
		}
	}
	return ""
}
