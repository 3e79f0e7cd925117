package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/matching"
	"fotfaste/internal/period"
)

// NeedFigures is the need of places against the room, and what more room would bring.
type NeedFigures struct {
	Today  period.Day
	People int              // in the programme with hours that nothing fills
	Hours  int              // hours per week that nothing fills, of all together
	Placed int              // of them, so many something can be proposed to now
	Needs  []matching.Need  // by kind
	Worths []matching.Worth // where ten more places help most
	Closed []Closed         // why those have nothing to whom nothing can be proposed
}

// mostWorths is in how many interventions more places are tried, and morePlaces how many.
const (
	mostWorths = 5
	morePlaces = 10
)

// SeeNeed reads them for the whole municipality. Nobody is named.
func (o *Office) SeeNeed(ctx context.Context, actor access.Actor) (NeedFigures, error) {
	var v NeedFigures
	err := o.survey(ctx, actor, access.SeeFigures, "need", func(d *desk) error {
		v.Today = d.Today
		market, _, err := d.market(ctx)
		if err != nil {
			return err
		}
		waiting, err := d.waiting(ctx)
		if err != nil {
			return err
		}
		for _, c := range waiting {
			v.Hours += c.Hours
		}
		plan, err := market.Propose(waiting)
		if err != nil {
			return err
		}
		v.People, v.Placed, v.Needs = len(waiting), len(plan.Proposals), plan.Needs()
		v.Closed = reasons(plan.Left)
		v.Worths, err = plan.Worths(morePlaces, mostWorths)
		return err
	})
	return v, err
}

// Closed is so many people for whom the same closes most places: a criterion, an obstacle
// or, where both are empty, that others came first.
type Closed struct {
	matching.WhyNone
	People int
}

// reasons counts them, the most people first.
func reasons(left []matching.Left) []Closed {
	var all []Closed
	for _, l := range left {
		why := l.Why
		why.Count, why.Of = 0, 0
		at := slices.IndexFunc(all, func(c Closed) bool { return c.WhyNone == why })
		if at < 0 {
			at = len(all)
			all = append(all, Closed{WhyNone: why})
		}
		all[at].People++
	}
	slices.SortStableFunc(all, func(a, b Closed) int { return b.People - a.People })
	return all
}
