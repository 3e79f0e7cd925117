package casework

import (
	"context"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/decision"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// history is everything that was ever known of a week of a case, each with when it
// became known.
type history struct {
	decisions []decision.Decision
	part      compensation.Participation
	words     []attendance.Entry
	children  []person.ChildEntry
}

// historyOf is the history of a week of the desk's case.
func (d *desk) historyOf(ctx context.Context, week period.Week) (h history, err error) {
	made, err := d.Decisions(ctx, d.Case.ID)
	if err != nil {
		return h, err
	}
	for _, m := range made {
		h.decisions = append(h.decisions, m.Decision)
	}
	if h.part, err = d.Participation(ctx, d.Case.ID); err != nil {
		return h, err
	}
	if h.words, err = d.AttendanceEntries(ctx, d.Case.ID, week.Span()); err != nil {
		return h, err
	}
	h.children, err = d.ChildEntries(ctx, d.Case.Person)
	return h, err
}

// factsAt is what the engine reckoned from at the instant.
func (h history) factsAt(at time.Time) compensation.Facts {
	return compensation.Facts{
		Grants:     compensation.GrantsTaken(decision.KnownAt(h.decisions, at), h.part.KnownAt(at)),
		Children:   compensation.DaysCounted(person.ChildrenKnownAt(h.children, at)),
		Attendance: attendance.KnownAt(h.words, at),
	}
}

// weekAt is the week by the facts and the law as they were known at the instant.
func (d *desk) weekAt(ctx context.Context, h history, week period.Week, at time.Time) (compensation.Week, error) {
	book, err := d.lawAt(ctx, at)
	if err != nil {
		return compensation.Week{}, err
	}
	weeks, err := compensation.Calculate(book, h.factsAt(at), week)
	if err != nil {
		return compensation.Week{}, err
	}
	return weeks[0], nil
}

// ReckonKnownAt is the week of the case as it came out at the instant: by the decisions,
// the children, the attendance and the law as they were known then. At the instant of a
// calculation it is that calculation, bit for bit. A *law.MissingError where a rate was
// not known then for a day within a decision.
func (o *Office) ReckonKnownAt(ctx context.Context, actor access.Actor, id ident.ID, week period.Week, at time.Time) (compensation.Week, error) {
	var known compensation.Week
	err := o.see(ctx, actor, access.Compensation, id, func(d *desk) error {
		h, err := d.historyOf(ctx, week)
		if err != nil {
			return err
		}
		d.note("week", week.String())
		d.note("known_at", at.UTC().Format(time.RFC3339Nano))
		known, err = d.weekAt(ctx, h, week, at)
		return err
	})
	return known, err
}
