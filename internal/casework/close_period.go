package casework

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/access"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/store"
)

// ClosedPeriod is days on which nobody can begin in an intervention, a summer say.
type ClosedPeriod struct {
	Form
	From, To *period.Day // the last is part of it
	Reason   string
}

// The reason of a closed period is short; it stands in tables. In characters.
const (
	shortestClosing = 3
	longestClosing  = 200
)

// ClosePeriod closes one of the provider's own interventions for a time. Those who are
// placed keep their hours; nobody else begins. It answers with the starts that are
// planned then. Invalid beside "closed_from", "closed_to" and "closed_reason".
func (o *Office) ClosePeriod(ctx context.Context, actor access.Actor, id ident.ID, in ClosedPeriod) (ClosedStarts, error) {
	var starts ClosedStarts
	err := o.atOwnRoom(ctx, actor, id, in.Form, func(d *desk, l catalogue.Ledger) error {
		reason := strings.TrimSpace(in.Reason)
		if err := d.checkClosing(in, reason, l).Err(); err != nil {
			return err
		}
		closed := store.ClosedPeriod{
			ID: d.newID(), Intervention: id, Closing: catalogue.Closing{From: *in.From, To: *in.To, Reason: reason},
			EnteredAt: d.Now, EnteredBy: d.Actor.Account,
		}
		d.note("closed", closed.ID)
		d.note("from", closed.From)
		d.note("to", closed.To)
		if err := d.AddClosedPeriod(ctx, closed); err != nil {
			return err
		}
		i, err := d.ownIntervention(ctx, id)
		if err != nil {
			return err
		}
		coming, err := d.comingTo(ctx, id)
		l.Closed = append(slices.Clone(l.Closed), closed.Closing)
		starts = startsIn(coming, i, l, closed.Closing)
		return err
	})
	return starts, err
}

// ClosedStarts are the starts that are planned in a closed period. Their days stay as they
// are planned, and nobody begins before Next.
type ClosedStarts struct {
	Count int
	Next  *period.Day // the first weekday after on which somebody can begin; nil where no day is left
}

func startsIn(coming []placement.Placement, i catalogue.Intervention, l catalogue.Ledger, c catalogue.Closing) ClosedStarts {
	starts := ClosedStarts{Count: placement.StartsIn(coming, c.From, c.To)}
	if next, found := placement.StartAfter(c, i, l); found {
		starts.Next = &next
	}
	return starts
}

// comingTo is those who have not begun in the intervention, as far as the provider may see
// them: somebody whose identity is protected is not told by a number either.
func (d *desk) comingTo(ctx context.Context, id ident.ID) ([]placement.Placement, error) {
	rows, err := d.Hosted(ctx, d.Actor, d.moment(), d.Actor.Organisation, []placement.State{placement.Offered, placement.Accepted})
	var coming []placement.Placement
	for _, row := range rows {
		if row.Intervention == id {
			coming = append(coming, row.Placement)
		}
	}
	return coming, err
}

func (d *desk) checkClosing(in ClosedPeriod, reason string, l catalogue.Ledger) fault.Fields {
	var f fault.Fields
	f.Check(in.From != nil, "closed_from", "capacity.day_missing")
	f.Check(in.To != nil, "closed_to", "capacity.day_missing")
	n := utf8.RuneCountInString(reason)
	f.Check(n >= shortestClosing, "closed_reason", "capacity.reason_missing")
	f.Check(n <= longestClosing, "closed_reason", "placement.text_too_long", "Most", longestClosing)
	if in.From == nil || in.To == nil {
		return f
	}
	latest := d.Today.AddYears(roomAheadYears)
	f.Check(*in.From <= *in.To, "closed_to", "capacity.to_before_from", "From", *in.From)
	f.Check(*in.To >= d.Today, "closed_to", "capacity.closed_past", "Today", d.Today)
	f.Check(*in.To <= latest, "closed_to", "capacity.from_far", "Latest", latest)
	for _, c := range l.Closed {
		if c.From <= *in.To && *in.From <= c.To {
			f.Add("closed_from", "capacity.closed_already", "From", c.From, "To", c.To)
			break
		}
	}
	return f
}

// OpenPeriod takes a closed period back. Those who wait have their turn at once.
func (o *Office) OpenPeriod(ctx context.Context, actor access.Actor, id ident.ID, form Form, closed ident.ID) error {
	return o.atOwnRoom(ctx, actor, id, form, func(d *desk, _ catalogue.Ledger) error {
		done, err := d.TakeBackClosedPeriod(ctx, id, closed, d.Actor.Account, d.Now)
		if err != nil {
			return err
		}
		if !done {
			return fault.New(fault.NotFound, "fault.not_found")
		}
		d.note("opened", closed)
		return d.passOn(ctx, id)
	})
}
