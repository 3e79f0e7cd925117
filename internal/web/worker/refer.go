package worker

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type referBody struct {
	Case    casePage
	Best    bestBody
	Heading string
	Filter  catalogueFilter
	Choices layout.Table
}

// bestBody is the places that are proposed, or why there are none.
type bestBody struct {
	Heading, Lead string
	None          string
	Proposals     []proposalLine
	Passed        []layout.Todo // what has been chosen away, with the way back
}

// refer is which interventions the participant can be referred to: the best
// with the reasons for and against, then all: those whose criteria are met first, the
// others with what stands in the way.
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
		Best:   bestOf(frame, id, v, layout.BlankForm(r).Once()),
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
		cells := catalogueCells(frame, c.InterventionRow, referPath(id, c.ID))
		body.Choices.Rows = append(body.Choices.Rows, layout.Row{Cells: append(cells, fitCell(frame, c))})
	}
	body.Heading = frame.Text("worker_places.refer.heading", "Count", fits, "Of", len(v.Choices))
	body.Choices = layout.NewTable(body.Choices)
	return layout.Render(w, r, "worker/refer", layout.Page[referBody]{Frame: frame, Body: body})
}

func bestOf(f layout.Frame, id ident.ID, v casework.ChoicesView, once string) bestBody {
	body := bestBody{Lead: f.Text("proposal.best.lead", "Hours", f.Hours(v.Candidate.Hours))}
	if v.Candidate.Hours == 0 {
		body.Lead = f.Text("proposal.best.lead_full")
	}
	for _, c := range v.Best {
		line := proposalOf(f, c.InterventionRow, c.Pair, c.Hours)
		line.Line.Open = true
		line.Actions = []layout.Action{{Text: f.Text("proposal.best.refer"), About: c.Name, Href: referPath(id, c.ID)}}
		if v.Acts[access.PassOver] {
			line.Actions = append(line.Actions, layout.Action{Text: f.Text("proposal.pass.open"), About: c.Name, Href: passOverPath(id, c.ID)})
		}
		body.Proposals = append(body.Proposals, line)
	}
	body.Heading = f.Text("proposal.best.heading", "Count", len(v.Best))
	if len(v.Best) == 0 {
		body.Heading = f.Text("proposal.best.heading_none")
	}
	for _, p := range v.Passed {
		body.Passed = append(body.Passed, layout.Todo{Text: p.Name, Detail: passedDetail(f, p), Action: &layout.Action{
			Text: f.Text("proposal.pass.back"), About: p.Name, Post: true, Href: passOverPath(id, p.Intervention) + "/back", Hidden: []layout.Hidden{
				{Name: form.OnceField, Value: once}, {Name: "version", Value: strconv.Itoa(v.Case.Version)}}}})
	}
	if v.None != nil {
		body.None = whyNone(f, *v.None)
	}
	return body
}

// passedDetail is who chose the place away, when and why.
func passedDetail(f layout.Frame, p casework.PassedOver) string {
	said := f.Text("proposal.pass.said", "Reason", f.Code("matching.passing.", p.Reason), "Who", p.ByName, "Day", f.LongDay(clock.DayOf(p.At)))
	if p.Words == "" {
		return said
	}
	return said + " " + p.Words
}

func referPath(id, intervention ident.ID) string { return casePath(id, "refer/"+string(intervention)) }

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
