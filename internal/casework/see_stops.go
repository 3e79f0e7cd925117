package casework

import (
	"cmp"
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/matching"
	"fotfaste/internal/throughput"
)

// Stops are the lists of where the way through the catalogue has stopped.
type Stops struct {
	Year   throughput.Year
	Stuck  []StuckRow
	Unused []UnusedRow
	Unmet  []matching.Need // what is wanted passes what is free
	Flows  []FlowRow       // every intervention that anybody was referred to in the year
	Weeks  int             // back, and to come, that hours have to be free in
}

// StuckRow is an intervention where people come in and do not come out.
type StuckRow struct {
	InterventionRow
	throughput.Stuck
}

// UnusedRow is an intervention with hours that nobody uses.
type UnusedRow struct {
	InterventionRow
	Hours     int // a week, free in all the weeks
	Elsewhere int // who wait for others of the same kind
	Waits     throughput.Waits
}

// FlowRow is what a year of one intervention came to.
type FlowRow struct {
	InterventionRow
	throughput.Flow
}

// SeeStops reads them for the whole municipality. Nobody is named.
func (o *Office) SeeStops(ctx context.Context, actor access.Actor) (Stops, error) {
	var v Stops
	err := o.survey(ctx, actor, access.SeeFigures, "stops", func(d *desk) error {
		v.Year, v.Weeks = throughput.YearTo(d.Today), throughput.UnusedWeeks
		market, rows, err := d.market(ctx)
		if err != nil {
			return err
		}
		spells, err := d.Spells(ctx, "", v.Year)
		if err != nil {
			return err
		}
		by := throughput.ByIntervention(spells)
		for _, row := range rows {
			if s := throughput.StuckIn(row.Intervention, by[row.ID], v.Year); s.IsStop() {
				v.Stuck = append(v.Stuck, StuckRow{row, s})
			}
			if f := throughput.Reckon(by[row.ID], v.Year); f.All() > 0 {
				v.Flows = append(v.Flows, FlowRow{row, f})
			}
		}
		slices.SortStableFunc(v.Stuck, func(a, b StuckRow) int {
			return cmp.Or(cmp.Compare(b.OverTime, a.OverTime), cmp.Compare(b.Long, a.Long))
		})
		ledgers, err := d.Ledgers(ctx, d.Today.Week().AddWeeks(-throughput.UnusedWeeks))
		if err != nil {
			return err
		}
		v.Unused = d.unused(rows, ledgers)
		waiting, err := d.waiting(ctx)
		v.Unmet = slices.DeleteFunc(market.Needs(waiting), func(n matching.Need) bool { return n.Wanted <= n.Free })
		slices.SortStableFunc(v.Unmet, func(a, b matching.Need) int { return cmp.Compare(b.Wanted-b.Free, a.Wanted-a.Free) })
		return err
	})
	return v, err
}

// unused are the rows with hours that nobody uses, those that somebody waits for first.
func (d *desk) unused(rows []InterventionRow, ledgers map[ident.ID]catalogue.Ledger) []UnusedRow {
	queued := map[catalogue.Kind]int{}
	for _, row := range rows {
		queued[row.Kind] += row.InQueue
	}
	var all []UnusedRow
	for _, row := range rows {
		if hours := throughput.UnusedIn(row.Intervention, ledgers[row.ID], d.Today); hours > 0 {
			elsewhere := queued[row.Kind] - row.InQueue
			all = append(all, UnusedRow{row, hours, elsewhere, throughput.WaitsFor(row.InQueue, elsewhere)})
		}
	}
	first := []throughput.Waits{throughput.WaitsHere, throughput.WaitsElsewhere, throughput.NobodyWaits}
	slices.SortStableFunc(all, func(a, b UnusedRow) int {
		return cmp.Or(cmp.Compare(slices.Index(first, a.Waits), slices.Index(first, b.Waits)), cmp.Compare(b.Hours, a.Hours))
	})
	return all
}
