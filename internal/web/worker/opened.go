package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/web/layout"
)

type openedBody struct {
	Head  layout.Head
	Cases []openedCase
	Empty layout.Empty
}

// openedCase is a case with a link to each part that is open, and no more of it.
type openedCase struct {
	Name   string
	Number string
	Parts  []layout.Link
}

// opened is where the day begins at another authority: the cases of which something
// is open, and just what.
func (p *Pages) opened(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	cases, err := p.office.SeeOpened(r.Context(), actor)
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "worker.home.title")
	body := openedBody{
		Head:  layout.Head{Title: f.Text("worker.home.heading.partner", "Count", len(cases)), Lead: f.Text("worker.home.lead.partner")},
		Empty: layout.Empty{Title: f.Text("worker.home.empty"), Text: f.Text("worker.home.empty_help")},
	}
	for _, c := range cases {
		line := openedCase{Name: c.Name, Number: c.Number}
		for _, tab := range tabs {
			for _, part := range c.Parts {
				if part == tab.part {
					line.Parts = append(line.Parts, layout.Link{Text: f.Code("case_part.", part), Href: casePath(c.Case, tab.page)})
				}
			}
		}
		body.Cases = append(body.Cases, line)
	}
	return layout.Render(w, r, "worker/opened", layout.Page[openedBody]{Frame: f, Body: body})
}

// firstPages are, for somebody at another authority, the page of each case that a
// search may lead to: the first part that is open. It is nil for other roles, whom
// the first page of a case lets in.
func (p *Pages) firstPages(r *http.Request, actor access.Actor) (map[string]string, error) {
	if actor.Role != access.Partner {
		return nil, nil
	}
	cases, err := p.office.SeeOpened(r.Context(), actor)
	first := make(map[string]string, len(cases))
	for _, c := range cases {
		first[c.Number] = firstPage(c)
	}
	return first, err
}

func firstPage(c casework.OpenedCase) string {
	for _, tab := range tabs {
		for _, part := range c.Parts {
			if part == tab.part {
				return casePath(c.Case, tab.page)
			}
		}
	}
	return casePath(c.Case, "")
}
