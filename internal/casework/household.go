package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
)

// A household's picture is looked at again whenever something is said of it, and on the
// first day of each month: a child grows older, a row has run out.

// householdKnown is what the picture is made from.
type householdKnown struct {
	Rows     []household.Row
	Children []person.Child
	Book     *law.Book
}

// knownHousehold reads it for the desk's case.
func (d *desk) knownHousehold(ctx context.Context) (householdKnown, error) {
	entries, err := d.HouseholdEntries(ctx, d.Case.ID)
	if err != nil {
		return householdKnown{}, err
	}
	children, err := d.Children(ctx, d.Case.Person)
	if err != nil {
		return householdKnown{}, err
	}
	book, err := d.law(ctx)
	return householdKnown{household.Rows(entries, d.Now), children, book}, err
}

// in is the picture of a month.
func (k householdKnown) in(m period.Month) (household.Picture, error) {
	return household.Look(k.Book, k.Rows, k.Children, m)
}

// lookAgain finds the warnings of the month anew, tells in the journey where some are new
// and waits for the next month. With seen, all that stand now have been looked at.
func (d *desk) lookAgain(ctx context.Context, seen bool) error {
	known, err := d.knownHousehold(ctx)
	if err != nil || len(known.Rows) == 0 {
		return err
	}
	part := d.Act.Part
	defer func() { d.Act.Part = part }()
	d.Act.Part = access.Household // also where it is a child that changed
	picture, err := known.in(d.Today.Month())
	if err != nil {
		return err
	}
	before, err := d.HouseholdWatch(ctx, d.Case.ID)
	if err != nil {
		return err
	}
	now := store.HouseholdWatch{Month: picture.Month, Standing: household.NewKeys(picture.Warnings, nil), Seen: before.Seen, ChangedAt: d.Now}
	if seen {
		now.Seen = now.Standing
	}
	if fresh := household.NewKeys(picture.Warnings, now.Seen); len(fresh) > 0 {
		if now.NewSince = before.NewSince; now.NewSince == nil {
			now.NewSince = &d.Now
		}
		// Told once of each: not again of those that stood before.
		if added := household.NewKeys(picture.Warnings, append(before.Standing, now.Seen...)); len(added) > 0 {
			if err := d.tell(ctx, casefile.HouseholdWarned, map[string]any{"Count": len(added)}); err != nil {
				return err
			}
		}
	}
	if err := d.SaveHouseholdWatch(ctx, d.Case.ID, now); err != nil {
		return err
	}
	if err := d.DropJobs(ctx, HouseholdTurns, d.Case.ID, d.Now); err != nil {
		return err
	}
	if !d.Case.State.IsOpen() {
		return nil
	}
	return d.later(ctx, HouseholdTurns, d.Case.ID, clock.StartOf(d.Today.Month().AddMonths(1).First()))
}

// householdTurns looks at the household when a new month has begun.
func (d *desk) householdTurns(ctx context.Context, id ident.ID) error {
	var err error
	if d.Case, err = d.Tx.Case(ctx, id); err != nil {
		return err
	}
	d.Act = access.See(access.Household)
	return d.lookAgain(ctx, false)
}

// say keeps an entry about a row at the desk's instant.
func (d *desk) say(ctx context.Context, r household.Row, deed household.Deed) error {
	return d.AddHouseholdEntry(ctx, d.Case.ID, household.Entry{
		Row: r.ID, At: d.Now, Statement: r.Statement, Deed: deed, By: d.Actor.Account,
	})
}

// onHousehold does something with the household of the case, which must not be closed.
// Nothing changes that others have before them but the household: their forms stand.
func (o *Office) onHousehold(ctx context.Context, actor access.Actor, act access.Act, id ident.ID, form Form, work func(*desk, householdKnown) error) error {
	return o.act(ctx, actor, act, id, form, func(d *desk) error {
		d.quiet = true
		if !d.Case.State.IsOpen() {
			return fault.New(fault.Conflict, "household.closed")
		}
		known, err := d.knownHousehold(ctx)
		if err != nil {
			return err
		}
		return work(d, known)
	})
}

// ownOnly refuses a participant who would change what somebody else has said.
func (d *desk) ownOnly(p household.Provenance) error {
	if d.Actor.Role == access.Participant && p != household.OwnStatement {
		return fault.New(fault.NotAllowed, "household.not_yours")
	}
	return nil
}
