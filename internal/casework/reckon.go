package casework

import (
	"context"
	"errors"
	"slices"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// RunState is where a payment run stands.
type RunState = payment.RunState

// The states of a run.
const (
	RunProposed  = payment.RunProposed
	RunAttested  = payment.RunAttested
	RunWithdrawn = payment.RunWithdrawn
)

// factsOf is what the engine reckons a case from.
func factsOf(c store.PayCase) compensation.Facts {
	return compensation.Facts{
		Grants:     compensation.GrantsTaken(c.Decisions, c.Participation),
		Children:   compensation.DaysCounted(c.Children),
		Attendance: c.Attendance,
	}
}

// reckoned is a week of a case as the engine gives it now, and what of its attendance
// still waits.
type reckoned struct {
	store.PayCase
	compensation.Week
	loose
}

// loose is days whose attendance is not certain yet. They are warnings, not obstacles.
type loose struct {
	Conflicts   int // wait for the case manager
	Unconfirmed int // reported, wait for the provider
	Unreported  int // within a decision, and nobody has said anything
}

// looseIn counts the days of the week that are not certain.
func looseIn(week compensation.Week, records []attendance.DayRecord) loose {
	var l loose
	for _, day := range attendance.Summary(week.Week, records).Days {
		switch {
		case day.Conflict:
			l.Conflicts++
		case day.Status != "" && !day.Confirmed && day.Holiday == "":
			l.Unconfirmed++
		}
	}
	for _, step := range week.Explanation {
		if step.Code == compensation.DayUnreported {
			l.Unreported += step.Inputs.Count
		}
	}
	return l
}

// CompensationWeek is a week's compensation as it stands.
type CompensationWeek struct {
	compensation.Week
	Run          ident.ID // of the payment run that carries it; zero where none does yet
	State        RunState // of that run
	CalculatedAt time.Time
	Number       int          // of the calculation, from one; zero where no run carries it yet
	Before       ledger.Worth // by the calculation before it
	Pays         money.Kronor // of the difference
	Kept         money.Kronor // likewise: the participant had it already, written off by a decision
	Over         bool         // the week is over, so that it can be paid
	Conflicts    int
	Unconfirmed  int
	Unreported   int
	Missing      *fault.Error // why it cannot be reckoned, nil where it can
	Carried      WeekPayment  // the payment that carries its money; zero where none does
}

// WeekPayment is the payment that carries the money of a week.
type WeekPayment = store.WeekPayment

// CaseCompensation is the compensation of a case, newest week first.
type CaseCompensation struct {
	Header
	Weeks      []CompensationWeek
	Recoveries []Recovery // of what was paid too much, newest first
}

// SeeCompensation reads the compensation of a case, explained: weeks of a payment run
// as they were calculated for it, the others as they come out now.
func (o *Office) SeeCompensation(ctx context.Context, actor access.Actor, id ident.ID) (CaseCompensation, error) {
	var v CaseCompensation
	err := o.see(ctx, actor, access.Compensation, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		if v.Recoveries, err = d.RecoveriesOf(ctx, id); err != nil {
			return err
		}
		v.Weeks, err = d.compensationOf(ctx, id)
		return err
	})
	return v, err
}

// SeeMyMoney reads the participant's own compensation.
func (o *Office) SeeMyMoney(ctx context.Context, actor access.Actor) ([]CompensationWeek, error) {
	id, err := o.MyCase(ctx, actor)
	if err != nil {
		return nil, err
	}
	var weeks []CompensationWeek
	err = o.see(ctx, actor, access.Compensation, id, func(d *desk) (err error) {
		weeks, err = d.compensationOf(ctx, id)
		return err
	})
	return weeks, err
}

// compensationOf is this week and those before it in which the case had
// compensation, newest first.
func (d *desk) compensationOf(ctx context.Context, id ident.ID) ([]CompensationWeek, error) {
	this := d.Today.Week()
	first := this.AddWeeks(1 - WeeksShown)
	kept, err := d.CalculatedWeeks(ctx, id, WeeksShown)
	if err != nil {
		return nil, err
	}
	carried, err := d.WeekPayments(ctx, id)
	if err != nil {
		return nil, err
	}
	found, err := d.PayCase(ctx, id, period.Span{From: first.Monday(), To: this.Sunday()})
	if err != nil {
		return nil, err
	}
	book, err := d.law(ctx)
	if err != nil {
		return nil, err
	}
	// Older weeks are shown as they were kept: a case that has ended has those alone.
	var weeks []CompensationWeek
	for week := this; week >= first; week-- {
		if i := slices.IndexFunc(kept, func(w store.CalculatedWeek) bool { return w.Week.Week == week }); i >= 0 {
			weeks = append(weeks, asKept(kept[i], carried))
			kept = slices.Delete(kept, i, i+1)
			continue
		}
		for _, c := range found {
			now, any, err := d.asItStands(book, c, week)
			if err != nil {
				return nil, err
			}
			if any {
				weeks = append(weeks, now)
			}
		}
	}
	for _, w := range kept {
		if len(weeks) < WeeksShown {
			weeks = append(weeks, asKept(w, carried))
		}
	}
	return weeks, nil
}

func asKept(w store.CalculatedWeek, carried map[period.Week]WeekPayment) CompensationWeek {
	return CompensationWeek{Week: w.Week, Run: w.Run, State: w.RunState, CalculatedAt: w.At, Over: true,
		Number: w.Number, Before: w.Before, Pays: w.Pays, Kept: w.Kept, Conflicts: w.Conflicts, Unconfirmed: w.Unconfirmed,
		Carried: carried[w.Week.Week]}
}

// asItStands reckons the week now, false where the case has no compensation in it.
func (d *desk) asItStands(book *law.Book, c store.PayCase, week period.Week) (CompensationWeek, bool, error) {
	facts := factsOf(c)
	if !slices.ContainsFunc(facts.Grants, func(g compensation.Grant) bool { return g.Days.Overlaps(week.Span()) }) {
		return CompensationWeek{}, false, nil
	}
	v := CompensationWeek{Over: isOver(week, d.Today), CalculatedAt: d.Now}
	v.Week.Week = week
	weeks, err := compensation.Calculate(book, facts, week)
	switch {
	case errors.As(err, &v.Missing) && v.Missing.Code == fault.Conflict:
		return v, true, nil
	case err != nil:
		return v, false, err
	}
	l := looseIn(weeks[0], c.Attendance)
	v.Week, v.Conflicts, v.Unconfirmed, v.Unreported = weeks[0], l.Conflicts, l.Unconfirmed, l.Unreported
	return v, true, nil
}

// isOver: a week can be calculated for payment when its Sunday has passed.
func isOver(week period.Week, today period.Day) bool { return week.Sunday() < today }
