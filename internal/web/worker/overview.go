package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type overviewBody struct {
	Case   casePage
	Events []layout.Event
}

// overview is the first page of a case: what needs the reader, and the journey.
func (p *Pages) overview(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeeOverview(r.Context(), actor, id)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "worker.overview.title", "Name", v.Person.Name())
	body := overviewBody{
		Case:   casePageOf(frame, v.Header, access.Overview, clock.Today(p.office.Clock)),
		Events: eventLines(frame, v.Events),
	}
	return layout.Render(w, r, "worker/overview", layout.Page[overviewBody]{Frame: frame, Body: body})
}
