package manager

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/throughput"
	"fotfaste/internal/web/layout"
)

type stopsBody struct {
	Head  layout.Head
	Tabs  layout.Tabs
	Stats []layout.Stat
	Lists []stopList
}

// stopList is one list to act on, with the sentence that says what stands in it.
type stopList struct {
	Title string
	Help  string
	Table layout.Table
	More  string // how many rows stand in the file alone
	File  string
}

// mostUnused is how many rows of unused places the page shows; the file has all.
const mostUnused = 15

// stops is where the way through the catalogue has stopped, as lists to act on.
func (p *Pages) stops(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeStops(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "stops.title")
	body := stopsBody{Tabs: tabsAt(frame, stopsPath),
		Head: layout.Head{Title: frame.Text("stops.none"), Lead: frame.Text("stops.lead")},
		Stats: []layout.Stat{
			stopStat(frame, len(v.Stuck), "stops.stuck_count"), stopStat(frame, len(v.Unmet), "stops.unmet_count"), stopStat(frame, len(v.Unused), "stops.unused_count"),
		},
		Lists: []stopList{
			{Title: frame.Text("stops.stuck"), Help: frame.Text("stops.stuck_help", "Months", throughput.LongMonths), Table: stuckTable(frame, v), File: stopsPath + "/stuck.csv"},
			{Title: frame.Text("stops.unmet"), Help: frame.Text("stops.unmet_help"), Table: unmetTable(frame, v), File: stopsPath + "/unmet.csv"},
			{Title: frame.Text("stops.unused"), Help: frame.Text("stops.unused_help", "Weeks", v.Weeks), Table: unusedTable(frame, v), File: stopsPath + "/unused.csv"},
		}}
	if more := len(v.Unused) - mostUnused; more > 0 {
		body.Lists[2].More = frame.Text("stops.more", "Count", more)
	}
	if all := len(v.Stuck) + len(v.Unused) + len(v.Unmet); all > 0 {
		body.Head.Title = frame.Text("stops.heading", "Count", all)
	}
	return layout.Render(w, r, "manager/stops", layout.Page[stopsBody]{Frame: frame, Body: body})
}

func stopStat(f layout.Frame, n int, key string) layout.Stat {
	s := layout.Stat{Value: f.Number(int64(n)), Text: f.Text(key), Tone: layout.Good}
	if n > 0 {
		s.Tone = layout.Ask
	}
	return s
}

func interventionCell(i casework.InterventionRow) layout.Cell {
	return layout.Cell{Text: i.Name, Detail: i.ProviderName, Href: "/work/catalogue/" + string(i.ID)}
}

func stuckTable(f layout.Frame, v casework.Stops) layout.Table {
	t := layout.Table{Caption: f.Text("stops.stuck"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("stops.intervention")}, {Text: f.Text("stops.why")}, {Text: f.Text("stops.there"), Number: true},
			{Text: f.Text("stops.longest"), Number: true}, {Text: f.Text("stops.next")}},
		Empty: &layout.Empty{Title: f.Text("stops.stuck_none")}}
	for _, row := range v.Stuck {
		why, next := stuckWords(f, row)
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{interventionCell(row.InterventionRow), {Text: why},
			{Text: f.Number(int64(row.GoingOn))}, {Text: f.Text("stops.weeks", "Count", row.Longest)}, {Text: next}}})
	}
	return layout.NewTable(t)
}

// stuckWords are why nobody comes out, and what to do about it.
func stuckWords(f layout.Frame, row casework.StuckRow) (why, next string) {
	long := f.Text("stops.nobody_out", "Count", row.Long, "Months", throughput.LongMonths)
	if row.OverTime == 0 {
		return long, f.Text("stops.next_nobody_out")
	}
	why, next = f.Text("stops.over_time", "Count", row.OverTime, "Weeks", row.MaxWeeks), f.Text("stops.next_over_time", "Count", row.OverTime)
	if row.NobodyOut() {
		why += " " + long
	}
	return why, next
}

func unusedTable(f layout.Frame, v casework.Stops) layout.Table {
	t := layout.Table{Caption: f.Text("stops.unused"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("stops.intervention")}, {Text: f.Text("stops.kind")}, {Text: f.Text("stops.hours"), Number: true},
			{Text: f.Text("stops.waits")}, {Text: f.Text("stops.next")}},
		Empty: &layout.Empty{Title: f.Text("stops.unused_none")}}
	for _, row := range v.Unused[:min(len(v.Unused), mostUnused)] {
		next := layout.Cell{Text: f.Code("throughput.next.", row.Waits)}
		switch row.Waits {
		case throughput.WaitsHere:
			next.Href = "/work/catalogue/" + string(row.ID)
		case throughput.WaitsElsewhere:
			next.Href = kindHref(row.Kind)
		case throughput.NobodyWaits:
			next.Href = needPath
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{interventionCell(row.InterventionRow), {Text: f.Code("catalogue.kind.", row.Kind)},
			{Text: f.Hours(row.Hours)}, {Text: waitsWords(f, row)}, next}})
	}
	return layout.NewTable(t)
}

func waitsWords(f layout.Frame, row casework.UnusedRow) string {
	switch row.Waits {
	case throughput.WaitsHere:
		return f.Text("stops.wait_here", "Count", row.InQueue)
	case throughput.WaitsElsewhere:
		return f.Text("stops.wait_elsewhere", "Count", row.Elsewhere)
	}
	return f.Text("stops.wait_nobody")
}

func kindHref(kind catalogue.Kind) string { return "/work/catalogue?kind=" + string(kind) }

func unmetTable(f layout.Frame, v casework.Stops) layout.Table {
	t := layout.Table{Caption: f.Text("stops.unmet"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("stops.kind")}, {Text: f.Text("need.who"), Number: true}, {Text: f.Text("stops.missing"), Number: true},
			{Text: f.Text("stops.wanted_free")}, {Text: f.Text("stops.next")}},
		Empty: &layout.Empty{Title: f.Text("need.enough")}}
	for _, n := range v.Unmet {
		missing := f.Hours(n.Wanted - n.Free)
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{{Text: f.Code("catalogue.kind.", n.Kind)}, {Text: f.Number(int64(n.People))}, {Text: missing},
			{Text: f.Text("stops.of_hours", "Wanted", f.Hours(n.Wanted), "Free", f.Hours(n.Free))},
			{Text: f.Text("stops.next_unmet", "Hours", missing), Href: kindHref(n.Kind)}}})
	}
	return layout.NewTable(t)
}

// stopsFile is one of the lists as a file.
func (p *Pages) stopsFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeStops(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "stops.title")
	flows, err := flowsSheet(frame, v)
	if err != nil {
		return err
	}
	for _, s := range []layout.Sheet{stuckSheet(frame, v), unusedSheet(frame, v), unmetSheet(frame, v), flows} {
		if r.PathValue("file") == s.Name+".csv" {
			return layout.File(w, frame.Printer, s)
		}
	}
	return fault.New(fault.NotFound, "fault.not_found")
}
