package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/store"
)

// CaseQuery says which cases a list is of, and CaseRow is one of them.
type (
	CaseQuery = store.CaseQuery
	CaseRow   = store.CaseRow
)

// ListCases is the cases of the query that the actor may open, by name, and how
// many there are in all. Reading the list is journalled with its size.
func (o *Office) ListCases(ctx context.Context, actor access.Actor, q CaseQuery) (rows []CaseRow, total int, err error) {
	err = o.inOffice(ctx, actor, access.SearchPersons, func(d *desk) (err error) {
		rows, total, err = d.Tx.ListCases(ctx, actor, access.See(access.Overview), d.moment(), q)
		d.note("cases", len(rows))
		return err
	})
	return rows, total, err
}

// CaseManagers is every case manager with how many cases they have, for those who
// list cases by them.
func (o *Office) CaseManagers(ctx context.Context, actor access.Actor) ([]Load, error) {
	var all []Load
	err := o.survey(ctx, actor, access.SeeFigures, "case_managers", func(d *desk) (err error) {
		all, err = d.Loads(ctx)
		return err
	})
	return all, err
}
