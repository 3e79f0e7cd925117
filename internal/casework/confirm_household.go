package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
)

// HouseholdConfirmation says that somebody at the office has looked at the household.
type HouseholdConfirmation struct {
	Form
	Rows []ident.ID // that hold as they stand; none where only the warnings were looked at
}

// ConfirmHousehold confirms rows that hold as they stand, and notes that what there is to
// look at this month has been looked at. NotFound where a row is not of the case.
func (o *Office) ConfirmHousehold(ctx context.Context, actor access.Actor, id ident.ID, in HouseholdConfirmation) error {
	return o.onHousehold(ctx, actor, access.ConfirmHousehold, id, in.Form, func(d *desk, known householdKnown) error {
		done := map[ident.ID]bool{}
		for _, of := range in.Rows {
			if done[of] {
				continue
			}
			done[of] = true
			row, err := d.rowOf(known, of)
			if err != nil {
				return err
			}
			if err := d.say(ctx, row, household.Confirmed); err != nil {
				return err
			}
		}
		d.note("rows", len(done))
		if err := d.tell(ctx, casefile.HouseholdSeen, nil); err != nil {
			return err
		}
		return d.lookAgain(ctx, true)
	})
}
