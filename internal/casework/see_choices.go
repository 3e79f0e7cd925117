package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/matching"
)

// Choice is an intervention with how it suits one participant.
type Choice struct {
	InterventionRow
	matching.Pair
}

// ChoicesView is what a participant can be referred to.
type ChoicesView struct {
	Header
	Candidate  matching.Candidate
	Best       []Choice          // at most five, whatever the filter
	None       *matching.WhyNone // what closes the places, where nothing can be proposed
	Passed     []PassedOver      // what has been chosen away
	Choices    []Choice          // of the filter: those whose criteria are met first, each group by name
	Localities []string          // where there are interventions
}

// mostBest is how many places are proposed to one participant at once.
const mostBest = 5

// SeeChoices holds the participant against every intervention that takes new people and
// is in the filter, and says which suit best.
func (o *Office) SeeChoices(ctx context.Context, actor access.Actor, id ident.ID, q CatalogueQuery) (ChoicesView, error) {
	var v ChoicesView
	err := o.see(ctx, actor, access.Placements, id, func(d *desk) (err error) {
		if err := d.mayRefer(); err != nil {
			return err
		}
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		if v.Candidate, err = d.candidate(ctx); err != nil {
			return err
		}
		market, rows, err := d.market(ctx)
		if err != nil {
			return err
		}
		found := byID(rows)
		for _, pair := range market.Best(v.Candidate, mostBest) {
			v.Best = append(v.Best, Choice{found[pair.ID], pair})
		}
		if why, none := market.Why(v.Candidate); none {
			v.None = &why
		}
		if v.Passed, err = d.PassedOvers(ctx, id); err != nil {
			return err
		}
		v.Localities = localities(rows)
		pairs := market.Pairs(v.Candidate)
		for _, outcome := range []catalogue.Outcome{catalogue.Met, catalogue.Unknown, catalogue.NotMet} {
			for i, row := range rows {
				if row.Open && pairs[i].Outcome == outcome && q.holds(row) {
					v.Choices = append(v.Choices, Choice{row, pairs[i]})
				}
			}
		}
		return nil
	})
	return v, err
}
