package store_test

import (
	"context"
	"testing"
	"time"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/economy"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// What has been said is only ever added to: the database itself refuses to change it.
func TestWhatWasKnownIsNeverChanged(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, at := town.Started()
		now, parent := town.Clock.Now(), town.Case(id).Person
		write := func(work func(tx *store.Tx) error) error { return db.Write(ctx, storetest.Municipality.Code, work) }
		err := write(func(tx *store.Tx) error {
			child := person.Child{ID: town.IDs.New(now), Birth: period.MustDay("2019-05-01"), Custody: period.MustSpan("2019-05-01", "2037-04-30")}
			if err := tx.AddChild(ctx, parent, child, "", now); err != nil {
				return err
			}
			rate := store.Rate{ID: town.IDs.New(now), EnteredBy: town.PaymentOfficer.Account, EnteredAt: now, Entered: law.Entered{
				Parameter: law.PriceBaseAmount, Days: period.MustSpan("2027-01-01", "2027-12-31"), Value: "60300", Source: "x"}}
			if err := tx.AddRate(ctx, rate); err != nil {
				return err
			}
			if _, err := tx.ApproveRate(ctx, rate.ID, town.Attester.Account, now); err != nil {
				return err
			}
			rate.ID = town.IDs.New(now)
			if err := tx.AddRate(ctx, rate); err != nil {
				return err
			}
			if err := tx.AddHouseholdEntry(ctx, id, household.Entry{Row: town.IDs.New(now), At: now, Deed: household.Entered, By: town.CaseManager.Account,
				Statement: household.Statement{What: household.CostOf(economy.Rent), Amount: 650000, From: period.MustMonth("2026-08"), Provenance: household.CaseManager}}); err != nil {
				return err
			}
			if err := addEntry(ctx, tx, catalogue.Confirmed, town.Placement(at).Intervention, town.CaseManager.Account, now); err != nil {
				return err
			}
			return tx.WriteDay(ctx, store.Reported, store.Attending{Placement: at, Case: id}, town.Today(), attendance.Ill, town.CaseManager.Account, now)
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, statement := range []string{
			`UPDATE attendance_entry SET status = 'attended'`,
			`DELETE FROM attendance_entry`,
			`UPDATE child_entry SET removed = removed`,
			`DELETE FROM child_entry`,
			`UPDATE catalogue_entry SET deed = deed`,
			`DELETE FROM catalogue_entry`,
			`UPDATE household_entry SET amount = amount`,
			`DELETE FROM household_entry`,
			`DELETE FROM rate`,
			`UPDATE rate SET withdrawn_at = approved_at WHERE approved_at IS NOT NULL`, // answered once
			`UPDATE rate SET value = '1'`,
			`UPDATE rate SET approved_by = entered_by, approved_at = entered_at WHERE approved_at IS NULL`, // two pairs of eyes
		} {
			if err := write(func(tx *store.Tx) error { _, err := tx.Exec(ctx, statement); return err }); err == nil {
				t.Errorf("%s was done", statement)
			}
		}
	})
}

// sameEntries: two children were entered, one's custody changed and the other taken
// away an hour later, and all of it is kept.
func sameEntries(h *house, tx *store.Tx, parent ident.ID, children []person.Child, when time.Time) {
	entries, err := tx.ChildEntries(h.ctx, parent)
	h.same("the entries can be read", err, nil)
	h.same("how many entries are kept", len(entries), 4)
	h.same("the children known later", person.ChildrenKnownAt(entries, when.Add(time.Hour)), children[:1])
	h.same("how many were known before", len(person.ChildrenKnownAt(entries, when)), 2)
}
