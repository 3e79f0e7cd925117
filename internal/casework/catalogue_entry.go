package casework

import (
	"context"
	"slices"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// EntryDraft is what somebody says of an intervention. Seen is the print of what they saw
// when they began.
type EntryDraft struct {
	Form
	Seen  string
	Entry catalogue.Intervention
}

// EntryView is what a page needs to change an intervention's entry, or to add one.
type EntryView struct {
	Entry     catalogue.Intervention
	All       bool           // the reader may change everything; else what its provider may
	Providers []Organisation // that it can be given to, where All
	Others    []Named        // interventions that it may not be combined with
}

// Named is something with its name.
type Named struct {
	ID   ident.ID
	Name string
}

// SeeEntry reads the entry for somebody who may change it. NotFound at another provider.
func (o *Office) SeeEntry(ctx context.Context, actor access.Actor, id ident.ID) (EntryView, error) {
	var v EntryView
	err := o.inOffice(ctx, actor, access.ChangeEntry, func(d *desk) (err error) {
		if v.Entry, err = d.entryToChange(ctx, id); err != nil {
			return err
		}
		return d.choicesOf(ctx, &v)
	})
	return v, err
}

// SeeNewEntry is what can be chosen among for a new one.
func (o *Office) SeeNewEntry(ctx context.Context, actor access.Actor) (EntryView, error) {
	var v EntryView
	err := o.inOffice(ctx, actor, access.AddEntry, func(d *desk) error { return d.choicesOf(ctx, &v) })
	return v, err
}

func (d *desk) choicesOf(ctx context.Context, v *EntryView) error {
	v.All = d.mayAddEntries()
	all, err := d.Interventions(ctx, d.Today, d.Today)
	for _, in := range all {
		if in.ID != v.Entry.ID {
			v.Others = append(v.Others, Named{in.ID, in.Name})
		}
	}
	if err != nil || !v.All {
		return err
	}
	organisations, err := d.Organisations(ctx)
	v.Providers = slices.DeleteFunc(organisations, func(o Organisation) bool { return !runsInterventions(o) })
	return err
}

// runsInterventions tells whether an intervention can be given to the organisation.
func runsInterventions(o Organisation) bool {
	return o.Kind == store.ProviderKind || o.Kind == store.LabourMarketUnit || o.Kind == store.AdultEducation
}

func (d *desk) mayAddEntries() bool { return access.MayInOffice(d.Actor, access.AddEntry).Allowed }

// entryToChange is any intervention for who may change everything, and for a provider one
// of its own.
func (d *desk) entryToChange(ctx context.Context, id ident.ID) (catalogue.Intervention, error) {
	if d.mayAddEntries() {
		return d.Intervention(ctx, id)
	}
	return d.ownIntervention(ctx, id)
}

// AddEntry adds an intervention and gives it to a provider. Invalid with messages beside
// fields.
func (o *Office) AddEntry(ctx context.Context, actor access.Actor, in EntryDraft) (ident.ID, error) {
	var added ident.ID
	err := o.inOffice(ctx, actor, access.AddEntry, func(d *desk) error {
		if err := d.takeForm(ctx, in.Form); err != nil {
			return err
		}
		i := in.Entry
		i.ID = d.newID()
		if err := d.checkEntry(ctx, i, catalogue.Intervention{}); err != nil {
			return err
		}
		if err := d.AddIntervention(ctx, i); err != nil {
			return err
		}
		added = i.ID
		d.note("intervention", i.ID)
		return d.enter(ctx, catalogue.Entry{Intervention: i.ID, Deed: catalogue.Added, Became: i})
	})
	return added, err
}

// ChangeEntry changes what is said of an intervention: everything for who may, and for a
// provider its own part. Nobody loses a place or a turn by it: criteria that somebody no
// longer meets are told to the case manager. One that is opened again goes at once to
// those who wait. Invalid with messages beside fields, Stale where somebody else has
// changed it since.
func (o *Office) ChangeEntry(ctx context.Context, actor access.Actor, id ident.ID, in EntryDraft) error {
	return o.inOffice(ctx, actor, access.ChangeEntry, func(d *desk) error {
		if err := d.takeForm(ctx, in.Form); err != nil {
			return err
		}
		was, err := d.entryToChange(ctx, id)
		if err != nil {
			return err
		}
		if in.Seen != was.Print() {
			return fault.New(fault.Stale, "fault.stale")
		}
		is := in.Entry.WithRoomOf(was)
		if !d.mayAddEntries() {
			is = was.KeptByProvider(in.Entry)
		}
		if err := d.checkEntry(ctx, is, was); err != nil {
			return err
		}
		differ := catalogue.Differences(was, is)
		d.note("intervention", id)
		if len(differ) == 0 { // saved as it was: it is right
			return d.enter(ctx, catalogue.Entry{Intervention: id, Deed: catalogue.Confirmed, Was: &was, Became: was})
		}
		d.note("changed", differ)
		if err := d.SaveIntervention(ctx, is); err != nil {
			return err
		}
		if err := d.enter(ctx, catalogue.Entry{Intervention: id, Deed: catalogue.Changed, Was: &was, Became: is}); err != nil {
			return err
		}
		if is.Open && !was.Open {
			return d.passOn(ctx, id)
		}
		return nil
	})
}

// ConfirmEntry says that everything that stands of an intervention is right.
func (o *Office) ConfirmEntry(ctx context.Context, actor access.Actor, id ident.ID, form Form) error {
	return o.inOffice(ctx, actor, access.ChangeEntry, func(d *desk) error {
		if err := d.takeForm(ctx, form); err != nil {
			return err
		}
		i, err := d.entryToChange(ctx, id)
		if err != nil {
			return err
		}
		d.note("intervention", id)
		return d.enter(ctx, catalogue.Entry{Intervention: id, Deed: catalogue.Confirmed, Was: &i, Became: i})
	})
}

// checkEntry is what is wrong with the intervention: in itself, or with what it points to.
// A start day may have been when it was written, and none that is new may have.
func (d *desk) checkEntry(ctx context.Context, i, was catalogue.Intervention) error {
	f := catalogue.Validate(i)
	if !i.Provider.IsZero() && i.Provider != was.Provider {
		o, err := d.Organisation(ctx, i.Provider)
		switch {
		case fault.CodeOf(err) == fault.NotFound:
			f.Add("provider", "catalogue.choose_one")
		case err != nil:
			return err
		default:
			f.Check(runsInterventions(o), "provider", "catalogue.choose_one")
		}
	}
	if i.Start == catalogue.Cohort {
		for _, day := range i.StartDays {
			if day < d.Today && !slices.Contains(was.StartDays, day) {
				f.Add("start_days", "entry.start_day_past", "Day", day)
			}
		}
	}
	return f.Err()
}

// enter adds a line to the history, a moment after the last.
func (d *desk) enter(ctx context.Context, e catalogue.Entry) error {
	earlier, err := d.CatalogueEntries(ctx, e.Intervention)
	if err != nil {
		return err
	}
	e.At, e.By = d.Now, d.Actor.Account
	if len(earlier) > 0 && !earlier[0].At.Before(e.At) {
		e.At = earlier[0].At.Add(time.Microsecond)
	}
	return d.AddCatalogueEntry(ctx, e)
}

// EntryRow is a line of an intervention's history.
type EntryRow = store.CatalogueEntry

// Said is when an entry was last added, changed or confirmed, nil for never.
type Said map[ident.ID]time.Time

// On is the day, false for never.
func (s Said) On(id ident.ID) (period.Day, bool) {
	at, found := s[id]
	return clock.DayOf(at), found
}

// IsOld tells whether nobody has said for long, or ever, that the entry is right.
func (s Said) IsOld(id ident.ID, today period.Day) bool {
	on, found := s.On(id)
	return !found || catalogue.IsStale(on, today)
}

// SeeSaid reads when each intervention was last said to be right, for the lists.
func (o *Office) SeeSaid(ctx context.Context, actor access.Actor) (Said, error) {
	var said Said
	err := o.inOffice(ctx, actor, access.SeeCatalogue, func(d *desk) error {
		last, err := d.CatalogueSaid(ctx)
		said = last
		return err
	})
	return said, err
}
