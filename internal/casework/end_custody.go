package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// EndCustody changes the last day of custody of a child. Weeks already calculated stay
// as they were calculated.
func (o *Office) EndCustody(ctx context.Context, actor access.Actor, id ident.ID, form Form, child ident.ID, last period.Day) error {
	return o.act(ctx, actor, access.CorrectPerson, id, form, func(d *desk) error {
		was, others, err := d.childOf(ctx, child)
		if err != nil {
			return err
		}
		now := was
		now.Custody.To = last
		f := now.Check(d.Today)
		for _, other := range others { // twins overlapped before too
			f.Check(!now.MayBeTwice(other) || was.MayBeTwice(other), "to", "intake.child.overlaps")
		}
		if err := f.Err(); err != nil {
			return err
		}
		if now == was {
			d.quiet = true
			return nil
		}
		if err := d.EndCustody(ctx, d.Case.Person, child, last, d.Actor.Account, d.Now); err != nil {
			return err
		}
		d.note("child", string(child))
		if err := d.tell(ctx, casefile.ChildChanged, nil); err != nil {
			return err
		}
		return d.lookAgain(ctx, false)
	})
}

// RemoveChild takes away a child entered by mistake. Once a week has been calculated
// for a day of the custody the child has been counted, and then its time is shortened
// with EndCustody instead: a Conflict.
func (o *Office) RemoveChild(ctx context.Context, actor access.Actor, id ident.ID, form Form, child ident.ID) error {
	return o.act(ctx, actor, access.CorrectPerson, id, form, func(d *desk) error {
		was, _, err := d.childOf(ctx, child)
		if err != nil {
			return err
		}
		counted, err := d.CalculatedWithin(ctx, d.Case.Person, was.Custody)
		if err != nil {
			return err
		}
		if counted {
			return fault.New(fault.Conflict, "intake.child.calculated")
		}
		if err := d.RemoveChild(ctx, d.Case.Person, child, d.Actor.Account, d.Now); err != nil {
			return err
		}
		d.note("child", string(child))
		if err := d.tell(ctx, casefile.ChildRemoved, nil); err != nil {
			return err
		}
		return d.lookAgain(ctx, false)
	})
}
