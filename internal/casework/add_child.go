package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// MostChildren can be entered for one person.
const MostChildren = 20

// SeeChildren reads the children. They stand in the overview, and not among what a
// supervisor needs to know to reach somebody.
func (o *Office) SeeChildren(ctx context.Context, actor access.Actor, id ident.ID) (Header, error) {
	var h Header
	err := o.see(ctx, actor, access.Overview, id, func(d *desk) (err error) {
		if err := d.byConsentAlone(); err != nil {
			return err
		}
		h, err = d.header(ctx)
		return err
	})
	return h, err
}

// NewChild is a child as it is entered.
type NewChild struct {
	Form
	Birth   period.Day
	From    period.Day  // of custody
	To      *period.Day // nil for the day before the eighteenth birthday
	Sibling bool        // another child than the one born the same day
}

// AddChild enters a child that the participant has custody of. Weeks that are not yet
// calculated for payment count it at once. It tells and journals nothing of which child.
func (o *Office) AddChild(ctx context.Context, actor access.Actor, id ident.ID, in NewChild) error {
	return o.act(ctx, actor, access.CorrectPerson, id, in.Form, func(d *desk) error {
		parent, err := d.Person(ctx, d.Case.Person)
		if err != nil {
			return err
		}
		children, err := d.Children(ctx, parent.ID)
		if err != nil {
			return err
		}
		child := person.Child{ID: d.newID(), Birth: in.Birth, Custody: period.Span{From: in.From}}
		if child.Custody.To = child.LastDayAsMinor(); in.To != nil {
			child.Custody.To = *in.To
		} else if in.From > child.Custody.To { // one message, beside the first day
			child.Custody.To = in.From
		}
		f := child.Check(d.Today)
		f.Check(len(children) < MostChildren, "birth", "intake.child.most", "Most", MostChildren)
		f.Check(child.Birth > parent.Birth, "birth", "intake.child.older_than_parent")
		f.Check(in.Sibling || !slices.ContainsFunc(children, child.MayBeTwice), "birth", "intake.child.twice")
		if err := f.Err(); err != nil {
			return err
		}
		if err := d.AddChild(ctx, parent.ID, child, d.Actor.Account, d.Now); err != nil {
			return err
		}
		d.note("child", string(child.ID))
		if err := d.tell(ctx, casefile.ChildAdded, nil); err != nil {
			return err
		}
		return d.lookAgain(ctx, false)
	})
}

// childOf is a child of the desk's case, and the other children. NotFound where it is
// nobody's, or somebody else's.
func (d *desk) childOf(ctx context.Context, id ident.ID) (person.Child, []person.Child, error) {
	children, err := d.Children(ctx, d.Case.Person)
	if err != nil {
		return person.Child{}, nil, err
	}
	i := slices.IndexFunc(children, func(c person.Child) bool { return c.ID == id })
	if i < 0 {
		return person.Child{}, nil, fault.New(fault.NotFound, "fault.not_found")
	}
	return children[i], slices.Delete(slices.Clone(children), i, i+1), nil
}
