package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
)

// OpenedCase is a case of which something is open to the reader, and what.
type OpenedCase struct {
	Case   ident.ID
	Number string
	Name   string
	Parts  []access.Part // in the order of the pages; never only the name
}

// mostOpened bounds the list: what is open to one person at another authority.
const mostOpened = 1000

// SeeOpened is every case of which a part is open to the reader, by name: by consent,
// or by a task of their own in it. Of each it tells no more than whose it is and
// which parts are open; each part is asked for in the query, as when it is opened.
func (o *Office) SeeOpened(ctx context.Context, actor access.Actor) ([]OpenedCase, error) {
	var all []OpenedCase
	err := o.inOffice(ctx, actor, access.SearchPersons, func(d *desk) error {
		rows, _, err := d.Tx.ListCases(ctx, actor, access.See(access.Identity), d.moment(), store.CaseQuery{Limit: mostOpened})
		if err != nil {
			return err
		}
		at := make(map[ident.ID]int, len(rows))
		for i, row := range rows {
			all = append(all, OpenedCase{Case: row.Case.ID, Number: row.Case.Number, Name: row.Name})
			at[row.Case.ID] = i
		}
		for _, part := range access.Parts {
			if part == access.Identity || len(all) == 0 {
				continue
			}
			open, _, err := d.Tx.ListCases(ctx, actor, access.See(part), d.moment(), store.CaseQuery{Limit: mostOpened})
			if err != nil {
				return err
			}
			for _, row := range open {
				if i, known := at[row.Case.ID]; known {
					all[i].Parts = append(all[i].Parts, part)
				}
			}
		}
		all = slices.DeleteFunc(all, func(c OpenedCase) bool { return len(c.Parts) == 0 })
		d.note("cases", len(all))
		return nil
	})
	return all, err
}
