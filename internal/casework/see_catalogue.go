package casework

import (
	"context"
	"slices"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/placement"
	"fotfaste/internal/store"
	"fotfaste/internal/throughput"
)

// InterventionRow is an intervention as a line of the catalogue.
type InterventionRow = store.InterventionRow

// CatalogueQuery is what somebody looks for. What is empty is not asked.
type CatalogueQuery struct {
	Text     string // in the name, the provider's or the purpose
	Kind     catalogue.Kind
	Theme    catalogue.Theme
	Locality string
	Step     int // of the function ladder
	FreeNow  bool
}

// soonWeeks is how far ahead hours that come free are counted, and forecasts reach.
const soonWeeks = 12

// Forecast is the coming weeks of the intervention as they are planned now, this one
// first.
func Forecast(row InterventionRow) []catalogue.WeekRoom {
	return row.Ledger.Forecast(row.Week, soonWeeks)
}

// SeeCatalogue is the interventions of the query by name, with free hours and queue,
// and the localities there are to choose among.
func (o *Office) SeeCatalogue(ctx context.Context, actor access.Actor, q CatalogueQuery) (rows []InterventionRow, localities []string, err error) {
	err = o.inOffice(ctx, actor, access.SeeCatalogue, func(d *desk) (err error) {
		rows, localities, err = d.catalogueRows(ctx, q)
		return err
	})
	return rows, localities, err
}

// catalogueRows is what the query holds, and the localities of the whole catalogue.
func (d *desk) catalogueRows(ctx context.Context, q CatalogueQuery) (rows []InterventionRow, in []string, err error) {
	all, err := d.Interventions(ctx, d.Today, soon(d.Today))
	for _, row := range all {
		if q.holds(row) {
			rows = append(rows, row)
		}
	}
	return rows, localities(all), err
}

// localities are where the interventions are, each once.
func localities(rows []InterventionRow) []string {
	var in []string
	for _, row := range rows {
		if row.Locality != "" {
			in = append(in, row.Locality)
		}
	}
	slices.Sort(in)
	return slices.Compact(in)
}

func soon(today period.Day) period.Day { return today.AddDays(7 * soonWeeks) }

func (q CatalogueQuery) holds(row InterventionRow) bool {
	folded := strings.Join(person.Fold(row.Name+" "+row.ProviderName+" "+row.Purpose), " ")
	for _, word := range person.Fold(q.Text) {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return (q.Kind == "" || q.Kind == row.Kind) && (q.Theme == "" || q.Theme == row.Theme) &&
		(q.Locality == "" || q.Locality == row.Locality) && (q.Step == 0 || row.Serves(q.Step)) &&
		(!q.FreeNow || row.Open && row.FreeHours() > 0)
}

// InterventionView is the page of an intervention: its room and its queue, which
// nobody is named in.
type InterventionView struct {
	InterventionRow
	Queue    []placement.Position
	NotWith  []string // names of what it cannot be combined with
	Provider Organisation
	History  []EntryRow          // the latest first
	Names    map[ident.ID]string // of providers and interventions that the history names
	Changes  bool                // the reader may change the entry
	Year     throughput.Year
	Flow     throughput.Flow // of the year
}

// SeeIntervention reads one intervention.
func (o *Office) SeeIntervention(ctx context.Context, actor access.Actor, id ident.ID) (InterventionView, error) {
	var v InterventionView
	err := o.inOffice(ctx, actor, access.SeeCatalogue, func(d *desk) (err error) {
		if v.InterventionRow, err = d.InterventionRow(ctx, id, d.Today, soon(d.Today)); err != nil {
			return err
		}
		if v.Provider, err = d.Organisation(ctx, v.Intervention.Provider); err != nil {
			return err
		}
		waiting, err := d.Waiting(ctx, id, d.Today)
		if err != nil {
			return err
		}
		v.Queue = placement.Expecting(placement.Queue(waiting), v.Intervention, v.Ledger, d.Today)
		v.Year = throughput.YearTo(d.Today)
		spells, err := d.Spells(ctx, id, v.Year)
		if err != nil {
			return err
		}
		v.Flow = throughput.Reckon(spells, v.Year)
		for _, other := range v.Criteria.NotWith {
			in, err := d.Intervention(ctx, other)
			if err != nil {
				return err
			}
			v.NotWith = append(v.NotWith, in.Name)
		}
		_, err = d.entryToChange(ctx, id)
		v.Changes = err == nil && access.MayInOffice(actor, access.ChangeEntry).Allowed
		if v.History, err = d.CatalogueEntries(ctx, id); err != nil {
			return err
		}
		v.Names, err = d.namesInHistory(ctx, v.History)
		return err
	})
	return v, err
}

// namesInHistory are the names of the providers and interventions that entries point to.
func (d *desk) namesInHistory(ctx context.Context, history []EntryRow) (map[ident.ID]string, error) {
	names := map[ident.ID]string{}
	if len(history) == 0 {
		return names, nil
	}
	organisations, err := d.Organisations(ctx)
	if err != nil {
		return nil, err
	}
	for _, o := range organisations {
		names[o.ID] = o.Name
	}
	all, err := d.Interventions(ctx, d.Today, d.Today)
	for _, in := range all {
		names[in.ID] = in.Name
	}
	return names, err
}
