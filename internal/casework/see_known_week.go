package casework

import (
	"context"
	"errors"
	"slices"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/decision"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Learnt is what came to be known at an instant.
type Learnt string

// What can come to be known of a week.
const (
	LearntDecision  Learnt = "decision"
	LearntReported  Learnt = "reported"
	LearntConfirmed Learnt = "confirmed"
	LearntSettled   Learnt = "settled"
	LearntChildren  Learnt = "children"
	LearntRate      Learnt = "rate"
)

// Moment is an instant at which something came to be known of a week, or at which it was
// calculated for a payment.
type Moment struct {
	At         time.Time
	What       []Learnt // each once
	Calculated bool
}

// WeekAsKnown is a week as it comes out by what is known, or why it does not.
type WeekAsKnown struct {
	compensation.Week
	Missing *fault.Error // nil where it can be reckoned
}

// KnownWeek is a week of a case as it was known at an instant and as it is known now.
type KnownWeek struct {
	Header
	Of        period.Week
	At        time.Time
	Then, Now WeekAsKnown
	Moments   []Moment // the newest first
}

// SeeKnownWeek reads a week as it was known at the instant; nil is the instant at which
// it was last calculated for a payment, or now where it never was.
func (o *Office) SeeKnownWeek(ctx context.Context, actor access.Actor, id ident.ID, week period.Week, at *time.Time) (KnownWeek, error) {
	v := KnownWeek{Of: week}
	err := o.see(ctx, actor, access.Compensation, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		h, err := d.historyOf(ctx, week)
		if err != nil {
			return err
		}
		calculated, err := d.Calculations(ctx, id, week)
		if err != nil {
			return err
		}
		v.At = d.Now
		if n := len(calculated); n > 0 {
			v.At = calculated[n-1].At
		}
		if at != nil {
			v.At = *at
		}
		d.note("week", week.String())
		d.note("known_at", v.At.UTC().Format(time.RFC3339Nano))
		if v.Then, err = d.asKnown(ctx, h, week, v.At); err != nil {
			return err
		}
		if v.Now, err = d.asKnown(ctx, h, week, always); err != nil {
			return err
		}
		var instants []time.Time
		for _, c := range calculated {
			instants = append(instants, c.At)
		}
		v.Moments, err = d.moments(ctx, h, week, instants)
		return err
	})
	return v, err
}

// asKnown is the week as known at the instant; a rate that was missing is told.
func (d *desk) asKnown(ctx context.Context, h history, week period.Week, at time.Time) (WeekAsKnown, error) {
	known, err := d.weekAt(ctx, h, week, at)
	var missing *fault.Error
	if errors.As(err, &missing) && missing.Code == fault.Conflict {
		return WeekAsKnown{Week: compensation.Week{Week: week}, Missing: missing}, nil
	}
	return WeekAsKnown{Week: known}, err
}

// moments are the instants at which something came to be known of the week, the newest
// first.
func (d *desk) moments(ctx context.Context, h history, week period.Week, calculated []time.Time) ([]Moment, error) {
	byInstant := map[time.Time]*Moment{}
	at := func(t time.Time) *Moment {
		m := byInstant[t.UTC()]
		if m == nil {
			m = &Moment{At: t.UTC()}
			byInstant[t.UTC()] = m
		}
		return m
	}
	learnt := func(t time.Time, what Learnt) {
		if m := at(t); !slices.Contains(m.What, what) {
			m.What = append(m.What, what)
		}
	}
	for _, made := range h.decisions {
		if made.Kind != decision.Refuse && made.Span.Overlaps(week.Span()) {
			learnt(made.At, LearntDecision)
		}
	}
	for _, w := range h.words {
		learnt(w.At, learntOf[w.Word])
	}
	for _, c := range h.children {
		learnt(c.At, LearntChildren)
	}
	rates, err := d.ApprovedRates(ctx, always)
	if err != nil {
		return nil, err
	}
	for _, r := range rates {
		if r.Days.Overlaps(week.Span()) {
			learnt(*r.ApprovedAt, LearntRate)
		}
	}
	for _, t := range calculated {
		at(t).Calculated = true
	}
	var all []Moment
	for _, m := range byInstant {
		all = append(all, *m)
	}
	slices.SortFunc(all, func(a, b Moment) int { return b.At.Compare(a.At) })
	return all, nil
}

var learntOf = map[attendance.Word]Learnt{
	attendance.ByParticipant: LearntReported, attendance.ByProvider: LearntConfirmed, attendance.ByManager: LearntSettled,
}
