package worker

import (
	"net/http"
	"net/url"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

// journeyCard is lines of what has happened, with the parts to narrow them to.
type journeyCard struct {
	Filter layout.Tabs
	Events []layout.Event
	All    string // address of the whole journey, "" when it stands here
	Total  int
}

// journeyOf makes the card. Address is that of its page.
func journeyOf(f layout.Frame, h casework.Header, j casework.Journey, address string) journeyCard {
	card := journeyCard{Filter: layout.Tabs{Label: f.Text("worker_overview.journey_filter")}, Events: eventLines(f, j.Events), Total: j.Total}
	card.Filter.Links = []layout.Link{{Text: f.Text("worker_overview.journey_all"), Href: address, Current: j.Part == ""}}
	for _, tab := range tabs {
		if tab.part == access.Overview || !sees(h, tab.part) {
			continue
		}
		card.Filter.Links = append(card.Filter.Links, layout.Link{
			Text: f.Code("case_part.", tab.part), Href: address + "?" + url.Values{"part": {string(tab.part)}}.Encode(), Current: j.Part == tab.part,
		})
	}
	if j.Total > len(j.Events) {
		card.All = casePath(h.Case.ID, "events")
		if j.Part != "" {
			card.All += "?" + url.Values{"part": {string(j.Part)}}.Encode()
		}
	}
	return card
}

type journeyBody struct {
	Case    casePage
	Heading string
	Journey journeyCard
	Pages   *layout.Pages
}

// journey is everything that has happened in a case, a page at a time.
func (p *Pages) journey(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	page, _ := strconv.Atoi(r.FormValue("page")) // what is no number is the first page
	v, err := p.office.SeeEvents(r.Context(), actor, id, access.Part(r.FormValue("part")), page)
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "worker_overview.journey_title", "Name", v.Person.Name())
	address := casePath(id, "events")
	query := url.Values{}
	if v.Part != "" {
		query.Set("part", string(v.Part))
	}
	body := journeyBody{
		Case:    casePageOf(f, v.Header, "", clock.Today(p.office.Clock)),
		Heading: f.Text("worker_overview.journey_heading", "Count", v.Total),
		Journey: journeyOf(f, v.Header, v.Journey, address),
		Pages:   layout.PagesOf(f.Printer, address, query, page, casework.EventsAPage, v.Total),
	}
	body.Journey.All = ""
	return layout.Render(w, r, "worker/journey", layout.Page[journeyBody]{Frame: f, Body: body})
}
