package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/casefile"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// active is a case that takes part since today, with the case manager beside it.
func active(t *testing.T, town *officetest.Town) ident.ID {
	t.Helper()
	id := town.Enquiry()
	ctx := context.Background()
	today := period.MustDay("2026-08-03")
	err := town.DB.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
		c, err := tx.Case(ctx, id)
		if err != nil {
			return err
		}
		due := followup.Standard().Next(today, nil, today)
		c.State, c.Manager, c.AbilityHours, c.LadderStep = casefile.Active, town.CaseManager.Account, 30, 3
		c.Programme = &period.Span{From: today, To: today.AddYears(1) - 1}
		c.NextContactOn = &due.On
		if err := tx.SaveCase(ctx, c); err != nil {
			return err
		}
		return tx.AddMember(ctx, casefile.Member{
			ID: town.IDs.New(officetest.Start), Case: id, Account: town.CaseManager.Account, Task: casefile.CaseManaging, From: today,
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}
