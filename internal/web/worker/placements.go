package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type placementsBody struct {
	Case    casePage
	Heading string
	Actions []layout.Action
	Open    layout.Table
	Over    *layout.Table
}

// placements are the participant's places: those under way first.
func (p *Pages) placements(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeePlacements(r.Context(), actor, id)
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "worker_places.placements.title", "Name", v.Person.Name())
	body := placementsBody{
		Case: casePageOf(f, v.Header, access.Placements, clock.Today(p.office.Clock)),
		Open: placementTable(f, "worker_places.placements.open"), Actions: referAction(f, v.Header),
	}
	body.Open.Empty = &layout.Empty{Title: f.Text("worker_places.placements.none"), Text: f.Text("worker_places.placements.none_help")}
	over, hours := placementTable(f, "worker_places.placements.over"), 0
	for _, line := range v.Placements {
		row := placementLine(f, line)
		if line.State.IsOver() {
			over.Rows = append(over.Rows, row)
			continue
		}
		if line.State.HoldsHours() {
			hours += line.Hours
		}
		body.Open.Rows = append(body.Open.Rows, row)
	}
	body.Heading = f.Text("worker_places.placements.heading", "Count", len(body.Open.Rows), "Hours", hours)
	body.Open = layout.NewTable(body.Open)
	if len(over.Rows) > 0 {
		table := layout.NewTable(over)
		body.Over = &table
	}
	return layout.Render(w, r, "worker/placements", layout.Page[placementsBody]{Frame: f, Body: body})
}

func referAction(f layout.Frame, h casework.Header) []layout.Action {
	if !h.May(access.Refer, casefile.Refer) {
		return nil
	}
	return []layout.Action{{Text: f.Text("worker_places.refer"), Href: casePath(h.Case.ID, "refer"), Main: true}}
}

func placementTable(f layout.Frame, caption string) layout.Table {
	return layout.Table{
		Caption: f.Text(caption), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("places.place")}, {Text: f.Text("places.state")}, {Text: f.Text("places.hours"), Number: true},
			{Text: f.Text("places.when")}, {Text: f.Text("places.story")}},
	}
}

func placementLine(f layout.Frame, line casework.PlacementLine) layout.Row {
	state := layout.PlacementState(f, line.Placement)
	return layout.Row{Cells: []layout.Cell{
		{Text: line.InterventionName, Detail: line.ProviderName, Href: placementPath(line.Case, line.ID)}, {Text: state.Text, Tone: state.Tone},
		{Text: f.Hours(line.Hours)}, {Text: f.Dates(*line.From, *line.To)}, {Text: layout.PlacementStory(f, line.Placement, line.Position)},
	}}
}

func placementPath(of, id ident.ID) string { return casePath(of, "placements/"+string(id)) }
