package casework

import (
	"context"
	"slices"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/matching"
	"fotfaste/internal/store"
)

// PassedOver is a proposed place that was chosen away, and PassedAt why, without for whom.
type (
	PassedOver = store.PassedOver
	PassedAt   = store.PassedAt
)

// Passing is a place that is chosen away for a participant, and why.
type Passing struct {
	Form
	Intervention ident.ID
	Reason       matching.Passing
	Words        string
}

// PassOver chooses a place away: it is not proposed to the participant again until that is
// taken back. Invalid beside the reason or the words, NotFound for a place that there is
// not, Conflict where it has been chosen away already.
func (o *Office) PassOver(ctx context.Context, actor access.Actor, id ident.ID, in Passing) error {
	return o.act(ctx, actor, access.PassOver, id, in.Form, func(d *desk) error {
		d.quiet = true
		if err := matching.CheckPassing(in.Reason, in.Words).Err(); err != nil {
			return err
		}
		place, err := d.Intervention(ctx, in.Intervention)
		if err != nil {
			return err
		}
		before, err := d.PassedOvers(ctx, id)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(before, func(p PassedOver) bool { return p.Intervention == place.ID }) {
			return fault.New(fault.Conflict, "proposal.pass.already", "Name", place.Name)
		}
		d.note("intervention", place.ID)
		d.note("reason", in.Reason)
		err = d.AddPassedOver(ctx, PassedOver{ID: d.newID(), Case: id, Intervention: place.ID, Reason: in.Reason,
			Words: strings.TrimSpace(in.Words), By: d.Actor.Account, At: d.Now})
		if err != nil {
			return err
		}
		return d.tell(ctx, casefile.PlacePassedOver, map[string]any{"Place": place.Name})
	})
}

// TakeBackPassOver lets a place be proposed to the participant again. Conflict where it
// has not been chosen away.
func (o *Office) TakeBackPassOver(ctx context.Context, actor access.Actor, id ident.ID, form Form, intervention ident.ID) error {
	return o.act(ctx, actor, access.PassOver, id, form, func(d *desk) error {
		d.quiet = true
		done, err := d.TakeBackPassedOver(ctx, id, intervention, d.Now)
		if err == nil && !done {
			err = fault.New(fault.Conflict, "proposal.pass.not_passed")
		}
		d.note("intervention", intervention)
		d.note("taken_back", true)
		return err
	})
}

// passingsShown is how far back a provider is told, in days.
const passingsShown = 365

// PassingsView is why an intervention was chosen away in the last year.
type PassingsView struct {
	InterventionRow
	Passings []PassedAt
}

// SeePassings tells a provider why its intervention is chosen away. For whom is said to
// nobody there. NotFound for somebody else's intervention.
func (o *Office) SeePassings(ctx context.Context, actor access.Actor, id ident.ID) (PassingsView, error) {
	var v PassingsView
	err := o.inOffice(ctx, actor, access.SeeOwnPlaces, func(d *desk) error {
		if _, err := d.ownIntervention(ctx, id); err != nil {
			return err
		}
		var err error
		if v.InterventionRow, err = d.InterventionRow(ctx, id, d.Today, soon(d.Today)); err != nil {
			return err
		}
		v.Passings, err = d.PassedAt(ctx, id, d.Now.AddDate(0, 0, -passingsShown))
		return err
	})
	return v, err
}

// SeePassOver is the case and the place, for who may choose it away.
func (o *Office) SeePassOver(ctx context.Context, actor access.Actor, id, intervention ident.ID) (h Header, place InterventionRow, err error) {
	err = o.see(ctx, actor, access.Placements, id, func(d *desk) (err error) {
		if !d.may(access.PassOver) {
			return fault.New(fault.NotAllowed, "access.role")
		}
		if h, err = d.header(ctx); err != nil {
			return err
		}
		place, err = d.InterventionRow(ctx, intervention, d.Today, soon(d.Today))
		return err
	})
	return h, place, err
}
