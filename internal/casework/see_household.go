package casework

import (
	"context"
	"slices"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// HouseholdView is a household in a month as it is known now.
type HouseholdView struct {
	Header
	household.Picture
	Rows      []household.Row    // all there have been, also ended and taken back
	Coming    []household.Coming // those that begin to hold after this month
	ThisMonth period.Month
	New       []household.Warning // those of this month that nobody at the office has looked at
	NewSince  *time.Time
	Open      bool // the case takes more
}

// IsNew tells whether nobody has looked at the warning.
func (v HouseholdView) IsNew(w household.Warning) bool {
	return slices.ContainsFunc(v.New, func(n household.Warning) bool { return n.Key() == w.Key() })
}

// SeeHousehold reads it for the month, or for this month with 0. A month far from this is
// the nearest that the pages go to.
func (o *Office) SeeHousehold(ctx context.Context, actor access.Actor, id ident.ID, month period.Month) (HouseholdView, error) {
	var v HouseholdView
	err := o.see(ctx, actor, access.Household, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		v.ThisMonth, v.Open = d.Today.Month(), d.Case.State.IsOpen()
		if month == 0 {
			month = v.ThisMonth
		}
		month = min(max(month, household.EarliestMonth), v.ThisMonth.AddMonths(household.MonthsAhead))
		known, err := d.knownHousehold(ctx)
		if err != nil {
			return err
		}
		v.Rows, v.Coming = known.Rows, household.ComingRows(known.Rows, v.ThisMonth)
		if v.Picture, err = known.in(month); err != nil {
			return err
		}
		watch, err := d.HouseholdWatch(ctx, id)
		if err != nil {
			return err
		}
		v.NewSince = watch.NewSince
		if month == v.ThisMonth {
			fresh := household.NewKeys(v.Warnings, watch.Seen)
			for _, w := range v.Warnings {
				if slices.Contains(fresh, w.Key()) {
					v.New = append(v.New, w)
				}
			}
		}
		return nil
	})
	return v, err
}
