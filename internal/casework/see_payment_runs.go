package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
)

// RunStanding is a run in the list of runs, with how far its money has come.
type RunStanding struct {
	Run
	States []PaymentCount // its payments by state, those without any left out
}

// PaymentCount is how many payments stand in a state, and their sum.
type PaymentCount = store.PaymentCount

// PaymentRuns are a page of the runs.
type PaymentRuns struct {
	Runs  []RunStanding // newest week first
	Total int           // on every page
}

// RunsShown is how many runs a page has.
const RunsShown = 30

// SeePaymentRuns reads a page of the runs, counted from 1.
func (o *Office) SeePaymentRuns(ctx context.Context, actor access.Actor, page int) (PaymentRuns, error) {
	var v PaymentRuns
	err := o.inOffice(ctx, actor, access.SeePayments, func(d *desk) (err error) {
		if v.Total, err = d.CountRuns(ctx); err != nil {
			return err
		}
		runs, err := d.RunsFrom(ctx, RunsShown, (max(page, 1)-1)*RunsShown)
		if err != nil {
			return err
		}
		ids := make([]ident.ID, len(runs))
		for i, run := range runs {
			ids[i] = run.ID
		}
		counts, err := d.PaymentCountsOf(ctx, ids)
		for _, run := range runs {
			v.Runs = append(v.Runs, RunStanding{run, counts[run.ID]})
		}
		return err
	})
	return v, err
}
