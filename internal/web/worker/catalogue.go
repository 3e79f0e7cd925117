package worker

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type catalogueBody struct {
	Head   layout.Head
	Filter catalogueFilter
	Rows   layout.Table
	Pages  *layout.Pages
}

// catalogueFilter is the fields that narrow the catalogue.
type catalogueFilter struct {
	Text, Kind, Theme, Locality, Step, Free form.Field
	Action, Show, Name                      string
}

// pageSize is how many interventions are shown at a time.
const pageSize = 50

// catalogue is the interventions that there are, with free hours now and soon, the
// queue, and what is known of whether they work.
func (p *Pages) catalogue(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	q, page := readCatalogueQuery(f), pageOf(f)
	rows, localities, err := p.office.SeeCatalogue(r.Context(), actor, q)
	if err != nil {
		return err
	}
	said, err := p.office.SeeSaid(r.Context(), actor)
	if err != nil {
		return err
	}
	today := clock.Today(p.office.Clock)
	frame := layout.FrameOf(r, "worker_places.catalogue.title").With(f)
	free := 0
	for _, row := range rows {
		if row.Open {
			free += row.FreeHours()
		}
	}
	body := catalogueBody{
		Head: layout.Head{
			Title:   frame.Text("worker_places.catalogue.heading", "Count", len(rows), "Free", free),
			Lead:    frame.Text("worker_places.catalogue.lead"),
			Actions: []layout.Action{{Text: frame.Text("evidence.open"), Href: "/evidence"}},
		},
		Filter: filterOf(frame, f, localities, "/work/catalogue"),
		Pages:  layout.PagesOf(frame.Printer, "/work/catalogue", f.Query(), page, pageSize, len(rows)),
		Rows: layout.Table{
			Caption: frame.Text("worker_places.catalogue.title"), Hide: true, Stack: true, Columns: catalogueColumns(frame),
			Empty: &layout.Empty{Title: frame.Text("worker_places.catalogue.none"), Text: frame.Text("worker_places.catalogue.none_help"),
				Action: &layout.Action{Text: frame.Text("worker_places.catalogue.all"), Href: "/work/catalogue"}},
		},
	}
	if access.MayInOffice(actor, access.AddEntry).Allowed {
		body.Head.Actions = append(body.Head.Actions, layout.Action{Text: frame.Text("entry.new"), Href: newInterventionPath, Main: true})
	}
	first := min((page-1)*pageSize, len(rows))
	for _, row := range rows[first:min(first+pageSize, len(rows))] {
		cells := catalogueCells(frame, row, interventionPath(row.ID))
		if said.IsOld(row.ID, today) {
			cells[0].Detail += " · " + saidTag(frame, said, row.ID, today).Text
		}
		body.Rows.Rows = append(body.Rows.Rows, layout.Row{Cells: cells})
	}
	body.Rows = layout.NewTable(body.Rows)
	return layout.Render(w, r, "worker/catalogue", layout.Page[catalogueBody]{Frame: frame, Body: body})
}

const cataloguePath = "/work/catalogue"

func interventionPath(id ident.ID) string { return cataloguePath + "/" + string(id) }

func pageOf(f *form.Form) int {
	n, err := strconv.Atoi(f.Raw("page"))
	if err != nil || n < 1 || n > 10_000 {
		return 1
	}
	return n
}

// readCatalogueQuery reads the filter from an address. A value that there is no such
// code for is as if it were not there: an old link still leads to the list.
func readCatalogueQuery(f *form.Form) casework.CatalogueQuery {
	q := casework.CatalogueQuery{Text: f.Raw("q"), Locality: f.Raw("locality"), FreeNow: f.Raw("free") != ""}
	for _, k := range catalogue.Kinds() {
		if string(k) == f.Raw("kind") {
			q.Kind = k
		}
	}
	for _, t := range catalogue.Themes() {
		if string(t) == f.Raw("theme") {
			q.Theme = t
		}
	}
	if step, err := strconv.Atoi(f.Raw("step")); err == nil && assessment.FirstStep <= step && step <= assessment.LastStep {
		q.Step = step
	}
	return q
}

func filterOf(frame layout.Frame, f *form.Form, localities []string, action string) catalogueFilter {
	var steps []form.Option
	for step := assessment.FirstStep; step <= assessment.LastStep; step++ {
		steps = append(steps, form.Option{Value: strconv.Itoa(step), Text: frame.Text("worker.case.step", "Step", step)})
	}
	return catalogueFilter{
		Action: action, Show: frame.Text("worker_places.catalogue.show"), Name: frame.Text("worker_places.catalogue.search"),
		Text: f.SearchField("q", "worker_places.catalogue.search").Optional(),
		Kind: f.SelectField("kind", "worker_places.catalogue.kind", form.Options(catalogue.Kinds(), func(k catalogue.Kind) string {
			return frame.Code("catalogue.kind.", k)
		})).Optional(),
		Theme: f.SelectField("theme", "worker_places.catalogue.theme", form.Options(catalogue.Themes(), func(t catalogue.Theme) string {
			return frame.Code("catalogue.theme.", t)
		})).Optional(),
		Locality: f.SelectField("locality", "worker_places.catalogue.locality", form.Options(localities, func(l string) string { return l })).Optional(),
		Step:     f.SelectField("step", "worker_places.catalogue.step", steps).Optional(),
		Free:     f.CheckboxField("free", "worker_places.catalogue.free_now"),
	}
}

func catalogueColumns(f layout.Frame) []layout.Column {
	return []layout.Column{
		{Text: f.Text("places.place")}, {Text: f.Text("worker_places.catalogue.kind")}, {Text: f.Text("worker_places.catalogue.steps")},
		{Text: f.Text("places.free"), Number: true}, {Text: f.Text("places.queue"), Number: true}, {Text: f.Text("worker_places.catalogue.evidence")},
	}
}

func catalogueCells(f layout.Frame, row casework.InterventionRow, href string) []layout.Cell {
	free := layout.Cell{Text: f.Text("places.free_hours", "Free", row.FreeHours(), "All", row.Capacity()), Tone: layout.Good}
	switch {
	case !row.Open:
		free = layout.Cell{Text: f.Text("places.closed"), Tone: layout.Wrong}
	case row.FreeHours() == 0:
		free.Tone = layout.Ask
	}
	free.Detail = layout.RoomSoon(f, casework.Forecast(row))
	evidence := layout.Cell{Text: f.Text("worker_places.catalogue.no_card")}
	if card, found := catalogue.CardOf(row.Evidence); found {
		evidence = layout.Cell{Text: f.Code("catalogue.grade.", card.Grade), Detail: f.Fault(card.Name()), Href: "/evidence/" + string(card.Code), Tone: layout.GradeTone(card.Grade)}
	}
	return []layout.Cell{
		{Text: row.Name, Href: href, Detail: f.Text("worker_places.catalogue.by", "Provider", row.ProviderName, "Locality", row.Locality)},
		{Text: f.Code("catalogue.kind.", row.Kind)},
		{Text: rangeText(row.StepFrom, row.StepTo)},
		free, {Text: f.Number(int64(row.InQueue))}, evidence,
	}
}
