package casework

import (
	"context"
	"errors"

	"fotfaste/internal/access"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Rate is a value that the municipality has entered.
type Rate = store.Rate

// RateEnd is until when a parameter is known.
type RateEnd struct {
	Rule
	Last period.Day // the last day with a value
}

// Rates is what money is reckoned by, until when, and what has been entered.
type Rates struct {
	Today    period.Day
	Ends     []RateEnd
	Entered  []Rate        // the newest first
	Waiting  []period.Week // are over and could not be proposed: a rate is missing for a day
	Prepares bool          // the reader may enter
	Approves bool          // and approve what others have entered
}

// SeeRates reads them.
func (o *Office) SeeRates(ctx context.Context, actor access.Actor) (Rates, error) {
	return o.seeRates(ctx, actor, access.SeeRates)
}

// SeeRatesToEnter reads them for who may enter.
func (o *Office) SeeRatesToEnter(ctx context.Context, actor access.Actor) (Rates, error) {
	return o.seeRates(ctx, actor, access.PrepareRates)
}

func (o *Office) seeRates(ctx context.Context, actor access.Actor, act access.Act) (Rates, error) {
	var v Rates
	err := o.inOffice(ctx, actor, act, func(d *desk) error {
		book, err := d.law(ctx)
		if err != nil {
			return err
		}
		v.Today = d.Today
		v.Prepares = access.MayInOffice(actor, access.PrepareRates).Allowed
		v.Approves = access.MayInOffice(actor, access.ApproveRates).Allowed
		last := book.LastDays()
		amount, rules := last[law.PriceBaseAmount], last[law.CompensationRules]
		v.Ends = []RateEnd{
			{rule(law.PriceBaseAmount, book.PriceBaseAmount, min(d.Today, amount)), amount},
			{rule(law.CompensationRules, book.Compensation, min(d.Today, rules)), rules},
		}
		if v.Entered, err = d.Rates(ctx); err != nil {
			return err
		}
		v.Waiting, err = d.waitingWeeks(ctx, book)
		return err
	})
	return v, err
}

// waitingWeeks are the weeks that are over, in which somebody has a place, and for a day
// of which there is no rate, the oldest first. The last days known bound how far back to
// look.
func (d *desk) waitingWeeks(ctx context.Context, book *law.Book) ([]period.Week, error) {
	last := book.LastDays()
	var weeks []period.Week
	for week := min(last[law.PriceBaseAmount], last[law.CompensationRules]).Week(); isOver(week, d.Today); week++ {
		if known(book, week) {
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

// known tells whether every programme day of the week has its rates.
func known(book *law.Book, week period.Week) bool {
	for day := week.Monday(); day <= week.Sunday(); day++ {
		_, noAmount := book.PriceBaseAmount(day)
		_, noRules := book.Compensation(day)
		if missing := (*law.MissingError)(nil); day.IsProgrammeDay() && errors.As(errors.Join(noAmount, noRules), &missing) {
			return false
		}
	}
	return true
}
