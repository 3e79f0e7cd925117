package casework

import (
	"cmp"
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// HostWeek is a provider's week of attendance: everyone who comes, in name order.
type HostWeek struct {
	Week       period.Week
	Placements []PlacementWeek
}

// SeeHostWeek reads the week of those at the actor's provider whose attendance they
// may confirm.
func (o *Office) SeeHostWeek(ctx context.Context, actor access.Actor, week period.Week) (HostWeek, error) {
	host := HostWeek{Week: week}
	err := o.inOffice(ctx, actor, access.SeeOwnPlaces, func(d *desk) error {
		at, err := d.AttendingAt(ctx, actor, d.moment(), week.Span())
		if err != nil {
			return err
		}
		records, err := d.AttendanceOf(ctx, actor.Organisation, week.Span())
		host.Placements = placementWeeks(at, records, week, d.Today)
		d.note("week", week.String())
		d.note("placements", len(at))
		return err
	})
	return host, err
}

// Confirmation is a provider's word of a week, for as many people as it is about.
type Confirmation struct {
	Form
	Week  period.Week
	Words []DayWord
}

// ConfirmAttendance writes the provider's word of the days. All of it is checked
// before anything is written; then each case is written by itself, with its own
// access and its own lines in journal and journey. Invalid with a message beside each
// day that may not be confirmed.
func (o *Office) ConfirmAttendance(ctx context.Context, actor access.Actor, in Confirmation) error {
	var mine []Attending
	err := o.inOffice(ctx, actor, access.SeeOwnPlaces, func(d *desk) (err error) {
		if mine, err = d.placementsOf(ctx, in.Words); err != nil {
			return err
		}
		if len(in.Words) == 0 {
			var faults fault.Fields
			faults.Add("week", "week.nothing_said")
			return faults.Err()
		}
		records, err := d.AttendanceOf(ctx, actor.Organisation, in.Week.Span())
		if err != nil {
			return err
		}
		_, err = d.written(mine, records, ownWords(actor, mine, in.Words), store.Confirmed)
		return err
	})
	if err != nil {
		return err
	}
	fresh := false
	for _, id := range casesOf(actor, mine) {
		once := in.Form
		if once.Token != "" {
			// A form that stopped halfway goes on where it stopped when it is sent again.
			once.Token += "/" + string(id)
		}
		switch err := o.confirmIn(ctx, actor, id, once, in); {
		case fault.CodeOf(err) == fault.Repeated:
		case err != nil:
			return err
		default:
			fresh = true
		}
	}
	if !fresh {
		return fault.New(fault.Repeated, "fault.repeated")
	}
	return nil
}

// confirmIn writes the words that are about the case.
func (o *Office) confirmIn(ctx context.Context, actor access.Actor, id ident.ID, once Form, in Confirmation) error {
	return o.act(ctx, actor, access.ConfirmAttendance, id, once, func(d *desk) error {
		placements, err := d.weekOfCase(ctx, in.Week)
		if err != nil {
			return err
		}
		at, records := spread(placements)
		at = slices.DeleteFunc(at, func(a Attending) bool { return a.Provider != actor.Organisation })
		words := slices.DeleteFunc(slices.Clone(in.Words), func(w DayWord) bool {
			return !slices.ContainsFunc(at, func(a Attending) bool { return a.Placement == w.Placement })
		})
		changed, err := d.written(at, records, words, store.Confirmed)
		if err != nil || len(changed) == 0 {
			return err
		}
		if err := d.write(ctx, store.Confirmed, changed); err != nil {
			return err
		}
		return d.tell(ctx, casefile.AttendanceConfirmed, map[string]any{"Week": in.Week.String()})
	})
}

// placementsOf are the placements that the words are about, wherever they are. Those
// that do not exist are left out.
func (d *desk) placementsOf(ctx context.Context, words []DayWord) ([]Attending, error) {
	var at []Attending
	asked := map[ident.ID]bool{}
	for _, w := range words {
		if asked[w.Placement] {
			continue
		}
		asked[w.Placement] = true
		a, err := d.AttendingOne(ctx, w.Placement)
		if fault.CodeOf(err) == fault.NotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		at = append(at, a)
	}
	return at, nil
}

// ownWords leaves out words about placements at other providers: what is wrong with
// those is not for the actor to read, and access refuses them when it comes to them.
func ownWords(actor access.Actor, at []Attending, words []DayWord) []DayWord {
	return slices.DeleteFunc(slices.Clone(words), func(w DayWord) bool {
		return slices.ContainsFunc(at, func(a Attending) bool {
			return a.Placement == w.Placement && a.Provider != actor.Organisation
		})
	})
}

// casesOf are the cases of the placements, those at other providers first, so that
// they are refused before anything is written.
func casesOf(actor access.Actor, at []Attending) []ident.ID {
	sorted := slices.Clone(at)
	slices.SortStableFunc(sorted, func(a, b Attending) int {
		return cmp.Compare(foreign(actor, b), foreign(actor, a))
	})
	var ids []ident.ID
	for _, a := range sorted {
		if !slices.Contains(ids, a.Case) {
			ids = append(ids, a.Case)
		}
	}
	return ids
}

func foreign(actor access.Actor, a Attending) int {
	if a.Provider != actor.Organisation {
		return 1
	}
	return 0
}
