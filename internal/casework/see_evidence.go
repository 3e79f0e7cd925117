package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/catalogue"
)

// CardRow is an evidence card with the interventions of the catalogue that are like it.
type CardRow struct {
	catalogue.Card
	Like []InterventionRow // by name
	Free int               // hours per week that nobody holds, in those that take new people
}

// Evidence is what is known of interventions, and where there are such here.
type Evidence struct {
	Cards         []CardRow // in the order of 002
	SeesCatalogue bool      // the reader may open what the cards point to
}

// SeeEvidence reads the cards. They are about nobody, and so is what they point to.
func (o *Office) SeeEvidence(ctx context.Context, actor access.Actor) (Evidence, error) {
	v := Evidence{SeesCatalogue: access.MayInOffice(actor, access.SeeCatalogue).Allowed}
	err := o.inOffice(ctx, actor, access.SeeEvidence, func(d *desk) error {
		all, err := d.Interventions(ctx, d.Today, soon(d.Today))
		for _, card := range catalogue.Cards() {
			row := CardRow{Card: card}
			for _, in := range all {
				if in.Evidence != card.Code {
					continue
				}
				row.Like = append(row.Like, in)
				if in.Open {
					row.Free += in.FreeHours()
				}
			}
			v.Cards = append(v.Cards, row)
		}
		return err
	})
	return v, err
}
