package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
)

// HouseholdRow is a row as it is stated. What a participant says is their own statement,
// whatever its Provenance.
type HouseholdRow struct {
	Form
	household.Statement
}

// EnterHouseholdRow states a row of the household. From its first month it takes the
// place of what the same provenance had said of the same thing, which is kept. The same
// again is a confirmation. Invalid with a message beside each field that is wrong: those
// of household.Statement.Check.
func (o *Office) EnterHouseholdRow(ctx context.Context, actor access.Actor, id ident.ID, in HouseholdRow) error {
	return o.onHousehold(ctx, actor, access.EnterHousehold, id, in.Form, func(d *desk, known householdKnown) error {
		s := in.Statement
		s.Source = household.Source{}
		if actor.Role == access.Participant {
			s.Provenance = household.OwnStatement
		}
		f := s.Check(d.Today.Month(), len(person.ChildrenOn(known.Children, d.Today)))
		f.Check(s.Provenance != household.RegisterFile, "provenance", "household.refused.provenance") // those come by file
		f.Check(len(known.Rows) < household.MostRows, "what", "household.refused.many", "Most", household.MostRows)
		if err := f.Err(); err != nil {
			return err
		}
		row, deed := household.Row{ID: d.newID(), Statement: s}, household.Entered
		if same, has := known.standing(s); has {
			row, deed = same, household.Confirmed
		}
		if err := d.say(ctx, row, deed); err != nil {
			return err
		}
		d.note("row", string(row.ID))
		d.note("what", string(s.What))
		d.note("provenance", string(s.Provenance))
		return d.lookAgain(ctx, false)
	})
}

// standing is the row that holds in the first month of the statement and says the same,
// from the same provenance and to the same month.
func (k householdKnown) standing(s household.Statement) (household.Row, bool) {
	for _, line := range household.Lines(k.Rows, s.From) {
		for _, r := range append([]household.Row{line.Counts}, line.Others...) {
			if r.Provenance == s.Provenance && r.Subject() == s.Subject() && r.To == s.To && r.Says(s) {
				return r, true
			}
		}
	}
	return household.Row{}, false
}

// rowOf is the row, for a participant of their own statements alone.
func (d *desk) rowOf(known householdKnown, id ident.ID) (household.Row, error) {
	i := slices.IndexFunc(known.Rows, func(r household.Row) bool { return r.ID == id && !r.TakenBack })
	if i < 0 {
		return household.Row{}, fault.New(fault.NotFound, "fault.not_found")
	}
	return known.Rows[i], d.ownOnly(known.Rows[i].Provenance)
}
