package casework

import (
	"context"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
)

// RateEffect is what a rate does to a full week of one case.
type RateEffect struct {
	Payee
	From          period.Day   // the first day with a place that the rate is for
	Children      int          // who count on it
	Before, After money.Kronor // of a full week
}

// Difference is by how much a full week changes.
func (e RateEffect) Difference() money.Kronor { return e.After - e.Before }

// RatePreview is a rate and what it does to everybody who has a place on its days.
type RatePreview struct {
	Rate
	Cases       []RateEffect // by number; nobody to a reader who does not see payments
	Names       bool         // the reader sees them
	Count       int          // cases
	Before      money.Kronor // a full week of all of them
	After       money.Kronor
	MonthBefore money.Kronor // the same as a month
	MonthAfter  money.Kronor
	Assumed     []law.Name    // not entered for all the days: taken to stay as on the last day known
	Unpaid      []period.Week // of the days, that are over and that no run carries yet; of an approved rate
	Mine        bool          // the reader entered it
	Withdraws   bool
	Approves    bool
}

// PreviewRate reads a rate with its effect. What else waits is taken to be approved with
// it.
func (o *Office) PreviewRate(ctx context.Context, actor access.Actor, id ident.ID) (RatePreview, error) {
	var v RatePreview
	err := o.inOffice(ctx, actor, access.SeeRates, func(d *desk) (err error) {
		if v.Rate, err = d.Rate(ctx, id); err != nil {
			return err
		}
		d.note("rate", string(id))
		v.Mine = v.EnteredBy == actor.Account
		v.Withdraws = v.Waits() && access.MayInOffice(actor, access.PrepareRates).Allowed
		v.Approves = v.Waits() && !v.Mine && access.MayInOffice(actor, access.ApproveRates).Allowed
		v.Names = access.MayInOffice(actor, access.SeePayments).Allowed
		if err := d.effects(ctx, &v); err != nil || v.ApprovedAt == nil {
			return err
		}
		v.Unpaid, err = d.unpaidWeeks(ctx, v.Days)
		return err
	})
	return v, err
}

// effects fills in what the rate does. A withdrawn one does nothing.
func (d *desk) effects(ctx context.Context, v *RatePreview) error {
	if v.WithdrawnAt != nil {
		return nil
	}
	before, after, err := d.beforeAndAfter(ctx, v)
	if err != nil {
		return err
	}
	cases, err := d.PayCases(ctx, v.Days)
	if err != nil {
		return err
	}
	var ids []ident.ID
	for _, c := range cases {
		e, has, err := effectOn(c, v.Rate, before, after)
		if err != nil {
			return err
		}
		if !has {
			continue
		}
		ids = append(ids, c.Case)
		v.Cases = append(v.Cases, e)
		if err := v.add(e, after); err != nil {
			return err
		}
	}
	v.Count = len(v.Cases)
	if !v.Names {
		v.Cases = nil
		return nil
	}
	payees, err := d.Payees(ctx, d.Actor, d.moment(), ids)
	for i, id := range ids {
		v.Cases[i].Payee = payees[id]
	}
	return err
}

// add adds a case to the sums of all.
func (v *RatePreview) add(e RateEffect, after *law.Book) error {
	rules, err := after.Compensation(min(e.From, after.LastDays()[law.CompensationRules]))
	if err != nil {
		return err
	}
	for _, s := range []struct {
		sum    *money.Kronor
		weekly money.Kronor
		month  bool
	}{
		{&v.Before, e.Before, false}, {&v.After, e.After, false}, {&v.MonthBefore, e.Before, true}, {&v.MonthAfter, e.After, true},
	} {
		amount := s.weekly
		if s.month {
			if amount, err = compensation.PerMonth(s.weekly, rules.Value); err != nil {
				return err
			}
		}
		if *s.sum, err = money.Sum(*s.sum, amount); err != nil {
			return err
		}
	}
	return nil
}

// beforeAndAfter are the law without the rate and with it.
func (d *desk) beforeAndAfter(ctx context.Context, v *RatePreview) (before, after *law.Book, err error) {
	at := always
	if v.ApprovedAt != nil {
		at = v.ApprovedAt.Add(-time.Microsecond)
	}
	if before, err = d.lawAt(ctx, at); err != nil {
		return nil, nil, err
	}
	own := v.Entered
	own.Replaces = true // as it was asked when it was entered, and is again when it is approved
	rows := []law.Entered{own}
	all, err := d.Rates(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, r := range all {
		if r.Parameter != v.Parameter && (r.Waits() || r.ApprovedAt != nil && r.ApprovedAt.After(at)) {
			other := r.Entered
			other.Replaces = true
			rows = append(rows, other)
		}
	}
	if after, err = before.With(rows...); err != nil {
		return nil, nil, err
	}
	for _, name := range law.Enterable() {
		if after.LastDays()[name] < v.Days.To {
			v.Assumed = append(v.Assumed, name)
		}
	}
	return before, after, nil
}

// effectOn is what the rate does to a full week of the case, false where the case has no
// place on its days.
func effectOn(c store.PayCase, r Rate, before, after *law.Book) (RateEffect, bool, error) {
	var e RateEffect
	for _, g := range factsOf(c).Grants {
		if days, shared := g.Days.Intersect(r.Days); shared && (e.From == 0 || days.From < e.From) {
			e.From = days.From
		}
	}
	if e.From == 0 {
		return e, false, nil
	}
	e.Children = len(person.ChildrenOn(c.Children, e.From))
	was := e.From
	if !r.Replaces {
		was = r.Days.From - 1 // the last day by the old amount
	}
	var err error
	if e.Before, err = weeklyOn(before, was, e.Children); err != nil {
		return e, false, err
	}
	e.After, err = weeklyOn(after, e.From, e.Children)
	return e, err == nil, err
}

// weeklyOn is what a full week pays by the rates of the day, or of the last day known
// before it: a preview says what it takes for granted. Nothing is paid by it.
func weeklyOn(book *law.Book, on period.Day, children int) (money.Kronor, error) {
	last := book.LastDays()
	amount, err := book.PriceBaseAmount(min(on, last[law.PriceBaseAmount]))
	if err != nil {
		return 0, err
	}
	rules, err := book.Compensation(min(on, last[law.CompensationRules]))
	if err != nil {
		return 0, err
	}
	weekly, err := compensation.WeeklyAmounts(amount.Value, rules.Value)
	if err != nil {
		return 0, err
	}
	return money.Sum(weekly.Base, weekly.Supplement(children))
}

// unpaidWeeks are the weeks of the days that are over, in which somebody has a place, and
// that no run that stands is about.
func (d *desk) unpaidWeeks(ctx context.Context, days period.Span) ([]period.Week, error) {
	var weeks []period.Week
	has, err := d.WeeksWithRun(ctx, period.Span{From: days.From.Week().Monday(), To: days.To})
	if err != nil {
		return nil, err
	}
	for week := days.From.Week(); week <= days.To.Week() && isOver(week, d.Today); week++ {
		if has[week] {
			continue
		}
		any, err := d.AnyGranted(ctx, week.Span())
		if err != nil {
			return nil, err
		}
		if any {
			weeks = append(weeks, week)
		}
	}
	return weeks, nil
}
