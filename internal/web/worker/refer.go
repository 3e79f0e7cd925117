package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/clock"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type referBody struct {
	Case    casePage
	Heading string
	Filter  catalogueFilter
	Choices layout.Table
}

// refer is which interventions the participant can be referred to: those whose
// criteria are met first, the others with what stands in the way.
func (p *Pages) refer(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	v, err := p.office.SeeChoices(r.Context(), actor, id, readCatalogueQuery(f))
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "worker_places.refer.title", "Name", v.Person.Name()).With(f)
	body := referBody{
		Case:   casePageOf(frame, v.Header, access.Placements, clock.Today(p.office.Clock)),
		Filter: filterOf(frame, f, v.Localities, casePath(id, "refer")),
		Choices: layout.Table{
			Caption: frame.Text("worker_places.refer.choices"), Hide: true, Stack: true,
			Columns: append(catalogueColumns(frame), layout.Column{Text: frame.Text("worker_places.refer.criteria")}),
			Empty:   &layout.Empty{Title: frame.Text("worker_places.catalogue.none"), Text: frame.Text("worker_places.catalogue.none_help")},
		},
	}
	fits := 0
	for _, c := range v.Choices {
		if c.Outcome == catalogue.Met {
			fits++
		}
		cells := catalogueCells(frame, c.InterventionRow, casePath(id, "refer/"+string(c.ID)))
		body.Choices.Rows = append(body.Choices.Rows, layout.Row{Cells: append(cells, fitCell(frame, c))})
	}
	body.Heading = frame.Text("worker_places.refer.heading", "Count", fits, "Of", len(v.Choices))
	body.Choices = layout.NewTable(body.Choices)
	return layout.Render(w, r, "worker/refer", layout.Page[referBody]{Frame: frame, Body: body})
}

// fitCell says how the criteria come out, with the first that is not met or not known.
func fitCell(f layout.Frame, c casework.Choice) layout.Cell {
	cell := layout.Cell{Text: f.Code("catalogue.outcome.", c.Outcome), Tone: layout.Good}
	for _, result := range c.Criteria {
		if c.Outcome != catalogue.Met && result.Outcome == c.Outcome {
			cell.Tone, cell.Detail = layout.Ask, f.Fault(result.Text())
			break
		}
	}
	return cell
}
