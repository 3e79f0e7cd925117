package worker

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type overviewBody struct {
	Case     casePage
	Todo     []layout.Todo
	Week     *chart.Figure
	Ladder   *chart.Figure
	Progress string // address of how it is going
	Journey  journeyCard
	Around   []layout.Person
	Reach    []layout.Fact // name and contact
	Reveal   *layout.Action
	Children string // address of the children
	Targets  []layout.Fact
	Paid     *paidCard
	Next     []layout.Action // what can be done with the case as a whole
}

// overview is the first page of a case: what needs the reader, where the participant
// stands, who is around, and the journey.
func (p *Pages) overview(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeeOverview(r.Context(), actor, id, access.Part(r.FormValue("part")))
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "worker.overview.title", "Name", v.Person.Name())
	today := clock.Today(p.office.Clock)
	body := overviewBody{
		Case: casePageOf(f, v.Header, access.Overview, today), Todo: todo(f, v.Header, v.Needs),
		Week: weekFigure(f, v, today), Ladder: ladderFigure(f, v.Moves, today), Around: aroundLines(f, v.Around), Targets: targetFacts(f, v.Targets),
		Journey: journeyOf(f, v.Header, v.Journey, casePath(id, "")),
	}
	if slices.Contains(v.Parts, access.Assessment) {
		body.Progress = casePath(id, "progress")
	}
	if v.Paid != nil {
		body.Paid = paidOf(f, v)
	}
	if v.Case.Programme != nil {
		body.Targets = append(body.Targets, layout.Fact{Label: f.Text("worker_overview.granted_until"), Value: f.Day(v.Case.Programme.To)})
	}
	if sees(v.Header, access.Identity) && !v.NameOnly {
		shown := v.Person.Number.String()
		if r.FormValue("identity") == "shown" {
			whole, err := p.office.SeeIdentity(r.Context(), actor, id)
			if err != nil {
				return err
			}
			shown = whole.Number.Full()
		} else {
			body.Reveal = &layout.Action{Text: f.Text("worker_overview.reveal"), Href: casePath(id, "") + "?" + url.Values{"identity": {"shown"}}.Encode()}
		}
		body.Reach, body.Children = reachFacts(f, v.Header, shown), casePath(id, "children")
	}
	if v.May(access.RecordExit, casefile.Exit) {
		body.Next = append(body.Next, layout.Action{Text: f.Text("worker_followup.exit.open"), Href: casePath(id, "exit")})
	}
	if mayClose(v.Header) {
		body.Next = append(body.Next, layout.Action{Text: f.Text("worker_followup.close.open"), Href: casePath(id, "close")})
	}
	return layout.Render(w, r, "worker/overview", layout.Page[overviewBody]{Frame: f, Body: body})
}

// paidCard is the newest week of compensation.
type paidCard struct {
	Heading string
	Facts   []layout.Fact
	Why     layout.Action
}

func paidOf(f layout.Frame, v casework.Overview) *paidCard {
	w := v.Paid
	card := &paidCard{
		Heading: f.Text("worker_overview.paid", "Week", w.Week.Week),
		Facts:   []layout.Fact{{Label: f.Text("worker_overview.base"), Value: f.Kronor(w.Base)}},
		Why:     layout.Action{Text: f.Text("worker_overview.paid_why"), Href: casePath(v.Case.ID, "compensation")},
	}
	if w.Child > 0 {
		card.Facts = append(card.Facts, layout.Fact{Label: f.Text("worker_overview.child"), Value: f.Kronor(w.Child)})
	}
	total := layout.Fact{Label: f.Text("worker_overview.total"), Value: f.Kronor(w.Total), Note: f.Text("worker_overview.proposed"), Tone: layout.Plain}
	if w.RunState == casework.RunAttested {
		total.Note, total.Tone = f.Text("worker_overview.attested"), layout.Good
	}
	card.Facts = append(card.Facts, total)
	return card
}

// sees tells whether the reader may open the part.
func sees(h casework.Header, part access.Part) bool {
	for _, p := range h.Parts {
		if p == part {
			return true
		}
	}
	return false
}

func reachFacts(f layout.Frame, h casework.Header, number string) []layout.Fact {
	facts := []layout.Fact{{Label: f.Text("worker_overview.number"), Value: number}}
	add := func(key, value string) {
		if value != "" {
			facts = append(facts, layout.Fact{Label: f.Text(key), Value: value})
		}
	}
	add("worker_overview.phone", h.Person.Phone)
	add("worker_overview.email", h.Person.Email)
	add("worker_overview.language", f.Code("language.", h.Person.Language))
	// Where somebody protected lives is on no page.
	if !h.Person.Protection.Hides() {
		add("worker_overview.locality", h.Person.Locality)
	}
	if h.Case.MainObstacle != "" {
		add("worker_overview.obstacle", f.Code("casefile.obstacle.", h.Case.MainObstacle))
	}
	return facts
}

// aroundLines are the people and organisations around the participant.
func aroundLines(f layout.Frame, near []casework.Near) []layout.Person {
	lines := make([]layout.Person, len(near))
	for i, n := range near {
		line := layout.Person{Initials: initials(n.Name), Name: n.Name}
		switch {
		case n.Task != "":
			line.Detail = f.Text("worker_overview.task", "Task", f.Code("intake.task.", n.Task), "From", f.MonthYear(*n.From), "Organisation", n.Organisation)
		case len(n.Opened) > 0:
			opened := make([]string, len(n.Opened))
			for k, part := range n.Opened {
				opened[k] = f.Code("case_part.", part)
			}
			line.Detail = f.Text("worker_overview.consent", "Parts", f.List(opened), "Until", *n.Until)
		case n.Hosts:
			line.Detail = f.Text("worker_overview.host")
		}
		lines[i] = line
	}
	return lines
}

// initials are the first letters of the first and the last word.
func initials(name string) string {
	var first, last rune
	begins := true
	for _, r := range strings.ToUpper(name) {
		if begins && r != ' ' {
			if first == 0 {
				first = r
			} else {
				last = r
			}
		}
		begins = r == ' '
	}
	if last == 0 {
		return string(first)
	}
	return string(first) + string(last)
}
