package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// HouseholdEnd says that a row holds no more, or that it was a mistake from the first.
type HouseholdEnd struct {
	Form
	Row     ident.ID
	Last    period.Month // that it held in; of no matter for a mistake
	Mistake bool
}

// EndHouseholdRow ends a row of the household, which is kept. NotFound where there is no
// such row in the case, NotAllowed for a participant and a row of somebody else's,
// Invalid beside last where the month cannot be.
func (o *Office) EndHouseholdRow(ctx context.Context, actor access.Actor, id ident.ID, in HouseholdEnd) error {
	return o.onHousehold(ctx, actor, access.EndHousehold, id, in.Form, func(d *desk, known householdKnown) error {
		row, err := d.rowOf(known, in.Row)
		if err != nil {
			return err
		}
		deed := household.TakenBack
		if !in.Mistake {
			deed, row.To = household.Ended, in.Last
			if err := row.CheckEnd(d.Today.Month()).Err(); err != nil {
				return err
			}
		}
		if err := d.say(ctx, row, deed); err != nil {
			return err
		}
		d.note("row", string(row.ID))
		d.note("what", string(row.What))
		d.note("mistake", in.Mistake)
		return d.lookAgain(ctx, false)
	})
}
