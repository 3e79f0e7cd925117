package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// HouseholdEnd says that a row holds no more, or that it was a mistake from the first.
type HouseholdEnd struct {
	Form
	Row     ident.ID
	Last    period.Month // that it held in; of no matter for a mistake or with NoLonger
	Mistake bool
	// Coming says that the row, which is of a coming month, never shall hold. What was said
	// before it then goes on.
	Coming bool
	// NoLonger says that what the row is about holds no more from this month on, whichever
	// rows by the same hand say so: one from this month is taken back, and the one that
	// would then stand again ends with the month before.
	NoLonger bool
}

// EndHouseholdRow ends a row of the household, which is kept. NotFound where there is no
// such row in the case, NotAllowed for a participant and a row of somebody else's,
// Invalid beside last where the month cannot be, and Conflict for a Coming row that has
// begun.
func (o *Office) EndHouseholdRow(ctx context.Context, actor access.Actor, id ident.ID, in HouseholdEnd) error {
	return o.onHousehold(ctx, actor, access.EndHousehold, id, in.Form, func(d *desk, known householdKnown) error {
		row, err := d.rowOf(known, in.Row)
		if err != nil {
			return err
		}
		switch {
		case in.NoLonger:
			err = d.sayNoLonger(ctx, known, row)
		case in.Coming && row.From <= d.Today.Month():
			return fault.New(fault.Conflict, "household.begun")
		case in.Mistake || in.Coming:
			err = d.say(ctx, row, household.TakenBack)
		default:
			row.To = in.Last
			if err := row.CheckEnd(d.Today.Month()).Err(); err != nil {
				return err
			}
			err = d.say(ctx, row, household.Ended)
		}
		if err != nil {
			return err
		}
		d.note("row", string(row.ID))
		d.note("what", string(row.What))
		d.note("mistake", in.Mistake)
		d.note("coming", in.Coming)
		return d.lookAgain(ctx, false)
	})
}

// sayNoLonger ends every row by the same hand about the same thing that says anything of
// this month or of a later one.
func (d *desk) sayNoLonger(ctx context.Context, known householdKnown, about household.Row) error {
	now := d.Today.Month()
	for _, row := range known.Rows {
		if row.TakenBack || row.Subject() != about.Subject() || row.Provenance != about.Provenance || row.To != 0 && row.To < now {
			continue
		}
		deed := household.TakenBack
		if row.From < now {
			deed, row.To = household.Ended, now-1
		}
		if err := d.say(ctx, row, deed); err != nil {
			return err
		}
	}
	return nil
}
