package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/recovery"
	"fotfaste/internal/store"
)

// RecoveryRow is a line of the list of recoveries.
type RecoveryRow = store.RecoveryRow

// RecoveryList is a page of the recoveries and how many stand in each state.
type RecoveryList struct {
	Rows   []RecoveryRow
	Total  int // in the state asked for, whatever page is shown
	Counts map[recovery.State]int
}

// RecoveriesAPage is how many are shown at a time.
const RecoveriesAPage = 50

// mostRecoveries bounds the list as a file.
const mostRecoveries = 100_000

// SeeRecoveries reads the recoveries in the state, "" for all, by page from 1; page 0 is
// all of them, for export. Whom the reader may not know has no name.
func (o *Office) SeeRecoveries(ctx context.Context, actor access.Actor, state recovery.State, page int) (RecoveryList, error) {
	var v RecoveryList
	err := o.inOffice(ctx, actor, access.SeeRecoveries, func(d *desk) (err error) {
		q := store.RecoveryQuery{State: state, Act: access.See(access.Compensation), Limit: RecoveriesAPage, Page: page}
		if page < 1 {
			q.Limit = mostRecoveries
		}
		if v.Rows, v.Total, err = d.ListRecoveries(ctx, actor, d.moment(), q); err != nil {
			return err
		}
		d.note("recoveries", len(v.Rows))
		v.Counts, err = d.RecoveryCounts(ctx)
		return err
	})
	return v, err
}

// OfficeRecovery is a recovery as the payment office has it: the money and no reasons.
type OfficeRecovery struct {
	Payee
	RecoveryStory
	Records bool // the reader may note what has been paid back
}

// SeeOfficeRecovery reads a recovery in the office. Its reasons, views and explanations
// are left out: who takes in the money need not know why.
func (o *Office) SeeOfficeRecovery(ctx context.Context, actor access.Actor, id ident.ID) (OfficeRecovery, error) {
	var v OfficeRecovery
	err := o.inOffice(ctx, actor, access.SeeRecoveries, func(d *desk) error {
		found, err := d.handled(ctx, id)
		if err != nil {
			return err
		}
		if v.RecoveryStory, err = d.recoveryStory(ctx, found); err != nil {
			return err
		}
		v.Views = nil
		for i := range v.Decisions {
			v.Decisions[i].Reason = ""
		}
		for i := range v.Weeks {
			v.Weeks[i].Why = nil
		}
		payees, err := d.Payees(ctx, actor, d.moment(), []ident.ID{found.Case})
		v.Payee = payees[found.Case]
		v.Records = access.MayInOffice(actor, access.RecordRepayment).Allowed && v.Can(recovery.TakeInReturn)
		return err
	})
	return v, err
}

// toDecide are the recoveries that wait for a decision by the actor, the longest open
// first, and how many they are in all.
func (d *desk) toDecide(ctx context.Context) ([]RecoveryRow, int, error) {
	return d.ListRecoveries(ctx, d.Actor, d.moment(), store.RecoveryQuery{
		Ready: true, Act: access.DecideRecovery, Known: true, Limit: RecoveriesAPage,
	})
}
