package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/web/layout"
)

type searchBody struct {
	Head  layout.Head
	Found layout.Table
}

// search answers the search field of the header.
func (p *Pages) search(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	text := r.FormValue("q")
	found, more, err := p.office.SearchCases(r.Context(), actor, text)
	if err != nil {
		return err
	}
	first, err := p.firstPages(r, actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "worker.search.title", "Text", text)
	if frame.Search != nil {
		frame.Search.Words = text
	}
	t := layout.Table{
		Caption: frame.Text("worker.search.caption"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: frame.Text("worker.column.name")}, {Text: frame.Text("worker.column.state")},
			{Text: frame.Text("worker.column.manager")}},
		Empty: &layout.Empty{Title: frame.Text("worker.search.none"), Text: frame.Text("worker.search.none_help")},
	}
	today := clock.Today(p.office.Clock)
	for _, hit := range found {
		href := casePath(hit.Case, "")
		if first != nil {
			href = first[hit.Number]
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			{Text: hit.Name, Href: href, Detail: frame.Text("worker.case.age_number",
				"Age", hit.Birth.YearsUntil(today), "Number", hit.Number)},
			{Text: frame.Code("casefile.state.", hit.State)}, {Text: hit.Manager},
		}})
	}
	body := searchBody{Head: layout.Head{Title: frame.Text("worker.search.heading", "Count", len(found), "Text", text)}, Found: layout.NewTable(t)}
	if more {
		body.Head.Lead = frame.Text("worker.search.more")
	}
	return layout.Render(w, r, "worker/search", layout.Page[searchBody]{Frame: frame, Body: body})
}
