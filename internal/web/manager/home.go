package manager

import (
	"net/http"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/law"
	"fotfaste/internal/steering"
	"fotfaste/internal/web/layout"
)

type homeBody struct {
	Head    layout.Head
	Tabs    layout.Tabs
	Stats   []layout.Stat
	Cards   []card
	Fullest layout.Table // the case managers with most cases
	Loads   layout.Table // all of them
	Rest    string       // the words that open all of them, "" where there are no more
	Changed layout.Table
	Titles  homeTitles
	NoLimit *layout.Notice // nobody has decided how many cases a case manager has at most
	NoTimes *layout.Notice // likewise the clocks
}

// homeTitles are the statements above the tables.
type homeTitles struct{ Loads, Changed string }

// home is how the programme stands: what is counted, each with a picture and a file.
func (p *Pages) home(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeFigures(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "manager.home.title")
	cards, err := cardsOf(frame, v)
	if err != nil {
		return err
	}
	persons, full := coverage(v.Coverage)
	fullest := slices.SortedStableFunc(slices.Values(v.Loads), func(a, b casework.Load) int { return b.Cases - a.Cases })
	body := homeBody{
		Tabs: tabsAt(frame, homePath),
		Head: layout.Head{
			Eyebrow: frame.Text("manager.home.eyebrow", "Day", v.Today),
			Title:   frame.Text("manager.home.heading", "Count", countOf(v.States, casefile.Active), "Full", full.All()),
			Lead:    frame.Text("manager.home.lead"),
			Actions: []layout.Action{{Text: frame.Text("manager.home.all_cases"), Href: "/manager/cases"}},
		},
		Stats:   statsOf(frame, v, persons, full),
		Cards:   cards,
		Fullest: loadsTable(frame, fullest[:min(len(fullest), mostFullest)], v),
		Changed: changedTable(frame, v.Changed),
		Titles: homeTitles{
			Loads: frame.Text("manager.loads.heading", "Count", len(v.Loads), "Mean", frame.Decimal(meanLoad(v.Loads), 1),
				"Full", fullLoads(v), "Limit", v.Limit),
			Changed: frame.Text("manager.changed.heading", "Count", v.Changes),
		},
	}
	if v.Unknown.Has(law.CaseloadLimit) {
		body.Titles.Loads = frame.Text("manager.loads.heading_no_limit", "Count", len(v.Loads), "Mean", frame.Decimal(meanLoad(v.Loads), 1))
		body.NoLimit = &layout.Notice{Text: frame.Text("manager.loads.no_limit", "Day", v.Today), Tone: layout.Ask}
	}
	if v.Unknown.Has(law.Clocks) {
		body.NoTimes = &layout.Notice{Text: frame.Text("manager.clocks.none", "Day", v.Today), Tone: layout.Ask}
	}
	if len(fullest) > mostFullest {
		body.Loads, body.Rest = loadsTable(frame, v.Loads, v), frame.Text("manager.loads.rest", "Count", len(v.Loads))
	}
	return layout.Render(w, r, "manager/home", layout.Page[homeBody]{Frame: frame, Body: body})
}

// mostFullest is how many case managers stand on the page before all are opened.
const mostFullest = 8

func meanLoad(loads []casework.Load) float64 {
	cases := 0
	for _, l := range loads {
		cases += l.Cases
	}
	return steering.Share(cases, len(loads))
}

// countOf is everybody in the states.
func countOf(states []steering.Count, of ...casefile.State) int {
	n := 0
	for _, c := range steering.InOrder(states, of) {
		n += c.All()
	}
	return n
}

func coverage(all []casework.Coverage) (persons, full steering.Count) {
	for _, c := range all {
		persons = steering.Sum([]steering.Count{persons, c.Persons})
		full = steering.Sum([]steering.Count{full, c.Full})
	}
	return persons, full
}

func fullLoads(v casework.Figures) int {
	n := 0
	for _, l := range v.Loads {
		if l.Cases >= v.Limit {
			n++
		}
	}
	return n
}

func statsOf(f layout.Frame, v casework.Figures, persons, full steering.Count) []layout.Stat {
	free, waiting := 0, 0
	for _, room := range v.Rooms {
		free += room.Free()
		waiting += room.Waiting
	}
	known, work := outcomes(v.Outcomes)
	return []layout.Stat{
		{Value: f.Number(int64(countOf(v.States, casefile.Enquiry, casefile.Assessing))), Text: f.Text("manager.stat.coming"),
			Detail: f.Text("manager.stat.coming_detail", "Granted", countOf(v.States, casefile.Granted)), Href: "/manager/cases?state=assessing"},
		{Value: f.Percent(steering.Share(full.All(), persons.All())), Text: f.Text("manager.stat.full"),
			Detail: f.Text("manager.stat.full_detail", "Full", full.All(), "All", persons.All()), Href: "/manager/cases?state=active&below=yes"},
		{Value: f.Hours(free), Text: f.Text("manager.stat.free"), Detail: f.Text("manager.stat.free_detail", "Count", waiting)},
		{Value: f.Percent(steering.Share(work.All(), known.All())), Text: f.Text("manager.stat.outcome"),
			Detail: f.Text("manager.stat.outcome_detail", "Known", known.All())},
	}
}

// loadsTable is the cases of each, against the limit where there is one.
func loadsTable(f layout.Frame, loads []casework.Load, v casework.Figures) layout.Table {
	limited := !v.Unknown.Has(law.CaseloadLimit)
	t := layout.Table{
		Caption: f.Text("manager.loads.caption"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("manager.loads.who")}, {Text: f.Text("manager.loads.cases"), Number: true}},
		Empty:   &layout.Empty{Title: f.Text("manager.loads.none"), Text: f.Text("manager.loads.none_help")},
	}
	if limited {
		t.Columns = append(t.Columns, layout.Column{Text: f.Text("manager.loads.room"), Number: true})
	}
	for _, l := range loads {
		cells := []layout.Cell{{Text: l.Name, Href: "/manager/cases?manager=" + string(l.Account)}, {Text: f.Number(int64(l.Cases))}}
		if limited {
			cells[1].Text = f.Text("manager.loads.of", "Cases", l.Cases, "Limit", v.Limit)
			if l.Cases >= v.Limit {
				cells[1].Tone = layout.Ask
			}
			cells = append(cells, layout.Cell{Text: f.Number(int64(max(0, v.Limit-l.Cases)))})
		}
		t.Rows = append(t.Rows, layout.Row{Cells: cells})
	}
	return layout.NewTable(t)
}

func changedTable(f layout.Frame, changed []casework.ManagerChange) layout.Table {
	t := layout.Table{
		Caption: f.Text("manager.changed.caption"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("manager.changed.who")}, {Text: f.Text("manager.changed.day")},
			{Text: f.Text("manager.changed.from")}, {Text: f.Text("manager.changed.to")}, {Text: f.Text("manager.changed.reason")}},
		Empty: &layout.Empty{Title: f.Text("manager.changed.none"), Text: f.Text("manager.changed.none_help")},
	}
	for _, c := range changed {
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			{Text: c.Name, Detail: c.Number, Href: "/work/cases/" + string(c.Case)}, {Text: f.ShortDay(c.On)}, {Text: c.From}, {Text: c.To}, {Text: c.Reason},
		}})
	}
	return layout.NewTable(t)
}
