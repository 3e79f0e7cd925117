package worker

import (
	"net/http"
	"net/url"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/followup"
	"fotfaste/internal/web/layout"
)

type homeBody struct {
	Head       layout.Head
	Stats      []layout.Stat
	Filter     *layout.Tabs
	Recoveries *layout.Table // that wait for a decision
	Cases      layout.Table
	Appeals    *layout.Table // that wait for a decision maker
	AppealHelp string
	Pages      *layout.Pages
	File       string // address of the same list as a file, "" for none
}

// home is where the day begins: for a case manager those who need them today first,
// each with the reason; for the others the queue, the longest wait first.
func (p *Pages) home(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	if actor.Role == access.Partner {
		return p.opened(w, r, actor)
	}
	page, _ := strconv.Atoi(r.FormValue("page")) // what is no number is the first page
	v, err := p.office.SeeMyDay(r.Context(), actor, page)
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "worker.home.title")
	body := homeBody{Head: layout.Head{
		Title: f.Text("worker.home.heading."+string(actor.Role), "Count", v.Total), Lead: f.Code("worker.home.lead.", actor.Role),
	}}
	if access.MayInOffice(actor, access.RegisterEnquiry).Allowed {
		body.Head.Actions = []layout.Action{{Text: f.Text("worker.home.new"), Href: "/work/enquiries/new"}}
	}
	lines := v.Lines
	if actor.Role == access.CaseManager {
		body.Head.Title = f.Text("worker_home.heading", "Count", v.Pressing)
		if v.Pressing == 0 {
			body.Head.Title = f.Text("worker_home.nobody")
		}
		body.Stats = homeStats(f, v)
		shown := r.FormValue("show")
		body.Filter = homeFilter(f, v, shown)
		lines = filtered(v.Lines, shown)
		body.File = "/work/participants.csv?" + url.Values{"show": {shown}}.Encode()
	} else {
		body.Pages = layout.PagesOf(f.Printer, "/work", url.Values{}, page, casework.LinesAPage, v.Total)
	}
	if len(v.Recoveries) > 0 {
		body.Recoveries = recoveriesToDecide(f, v.Recoveries, v.ToDecide)
	}
	if len(v.Appeals) > 0 {
		appeals := appealTable(f, v.Appeals)
		body.Appeals, body.AppealHelp = &appeals, f.Text("appeals.list_help")
		if actor.Role == access.CaseManager {
			body.AppealHelp = f.Text("appeals.list_own")
		}
	}
	body.Cases = homeTable(f, actor.Role, lines)
	return layout.Render(w, r, "worker/home", layout.Page[homeBody]{Frame: f, Body: body})
}

func homeStats(f layout.Frame, v casework.MyDay) []layout.Stat {
	load := layout.Stat{Value: strconv.Itoa(v.Caseload), Text: f.Text("worker_home.caseload")}
	if v.Limit > 0 {
		load.Value = f.Text("worker_home.of_limit", "Cases", v.Caseload, "Limit", v.Limit)
		load.Detail = f.Text("worker_home.room", "Count", max(0, v.Limit-v.Caseload))
		if v.Caseload >= v.Limit {
			load.Tone = layout.Ask
		}
	}
	late, hours := 0, 0
	for _, line := range v.Lines {
		for _, n := range line.Needs {
			switch {
			case n.Kind == followup.ContactDue && n.Late > 0:
				late++
			case n.Kind == followup.HoursToFill:
				hours += n.Count
			}
		}
	}
	overdue := layout.Stat{Value: strconv.Itoa(late), Text: f.Text("worker_home.overdue"), Detail: f.Text("worker_home.overdue_detail"), Href: "/work?show=late"}
	if late > 0 {
		overdue.Tone = layout.Ask
	}
	return []layout.Stat{load, overdue,
		{Value: f.Hours(hours), Text: f.Text("worker_home.unfilled"), Detail: f.Text("worker_home.unfilled_detail"), Href: "/work?show=hours"}}
}

// shows are the ways to look at the list.
var shows = []struct {
	name string
	has  func(casework.CaseLine) bool
}{
	{"", func(casework.CaseLine) bool { return true }},
	{"now", casework.CaseLine.Pressing},
	{"late", func(l casework.CaseLine) bool { return l.Asks(followup.ContactDue) && l.Pressing() }},
	{"hours", func(l casework.CaseLine) bool { return l.Asks(followup.HoursToFill) }},
	{"taking_part", func(l casework.CaseLine) bool { return l.Case.State.CountsTowardCaseload() }},
	{"after", func(l casework.CaseLine) bool {
		return l.Case.State == casefile.Exited || l.Case.State == casefile.FollowUp
	}},
}

// filtered are the lines that the way of looking shows; all for one that is not known.
func filtered(lines []casework.CaseLine, show string) []casework.CaseLine {
	for _, s := range shows {
		if s.name != show || show == "" {
			continue
		}
		var kept []casework.CaseLine
		for _, line := range lines {
			if s.has(line) {
				kept = append(kept, line)
			}
		}
		return kept
	}
	return lines
}

func homeFilter(f layout.Frame, v casework.MyDay, shown string) *layout.Tabs {
	tabs := &layout.Tabs{Label: f.Text("worker_home.filter")}
	for _, s := range shows {
		href, text := "/work", f.Text("worker_home.show.all", "Count", len(v.Lines))
		if s.name != "" {
			href += "?show=" + s.name
			text = f.Text("worker_home.show."+s.name, "Count", len(filtered(v.Lines, s.name)))
		}
		tabs.Links = append(tabs.Links, layout.Link{Text: text, Href: href, Current: s.name == shown})
	}
	return tabs
}
