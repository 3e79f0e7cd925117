package casework

import (
	"context"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/matching"
	"fotfaste/internal/period"
)

// proposedMonths is how long a place is proposed for, where the intervention does not end
// before: hours that are free today and taken next month are not free.
const proposedMonths = suggestedMonths

// market is the catalogue as it stands now, by name: each intervention with the hours
// that can be proposed, free in every week of the time. Where somebody waits, what is free
// is theirs.
func (d *desk) market(ctx context.Context) (*matching.Market, []InterventionRow, error) {
	rows, err := d.Interventions(ctx, d.Today, soon(d.Today))
	if err != nil {
		return nil, nil, err
	}
	openings := make([]matching.Opening, len(rows))
	for i, row := range rows {
		openings[i] = matching.Opening{Intervention: row.Intervention}
		if row.InQueue == 0 {
			openings[i].Free = row.Ledger.FreeThrough(proposedWeeks(row.Intervention, d.Today))
		}
	}
	return matching.NewMarket(d.Today, openings, matching.Standard()), rows, nil
}

// proposedWeeks are the weeks of a place that began on the day.
func proposedWeeks(i catalogue.Intervention, from period.Day) catalogue.Weeks {
	to := from.AddMonths(proposedMonths).AddDays(-1)
	if i.MaxWeeks > 0 {
		to = min(to, from.AddDays(7*i.MaxWeeks-1))
	}
	return catalogue.WeeksOf(from, to)
}

// candidate is the desk's participant as matching sees them.
func (d *desk) candidate(ctx context.Context) (matching.Candidate, error) {
	one, err := d.Candidates(ctx, d.Today, d.Case.ID)
	if err == nil && len(one) != 1 {
		err = fault.New(fault.NotFound, "fault.not_found")
	}
	if err != nil {
		return matching.Candidate{}, err
	}
	return one[0], nil
}

// byID finds the rows of a catalogue.
func byID(rows []InterventionRow) map[ident.ID]InterventionRow {
	found := make(map[ident.ID]InterventionRow, len(rows))
	for _, row := range rows {
		found[row.ID] = row
	}
	return found
}
