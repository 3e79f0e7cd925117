package store_test

import (
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/household"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

func TestHouseholds(t *testing.T) {
	inHouse(t, func(h *house) {
		by := h.newAccount("Cia Resursperson", access.CaseManager)
		c := h.newCase(h.newPerson("Amina", "Exempel").ID, casefile.Active)
		other := h.newCase(h.newPerson("Bo", "Exempel").ID, casefile.Active)
		entries := []household.Entry{
			{Row: h.id(), At: h.now, Deed: household.Entered, By: by.ID, ByName: by.Name, Statement: household.Statement{What: household.Members,
				Home: household.Home{Adults: 2, Size: 5, Shared: true, Ages: []int{3, 17}}, From: period.MustMonth("2026-01"), Provenance: household.OwnStatement}},
			{Row: h.id(), At: h.now.Add(time.Second), Deed: household.Ended, By: by.ID, ByName: by.Name, Statement: household.Statement{What: "income.work", Name: "Åsas lön",
				Amount: 99_999_999, Stimulus: true, From: period.MustMonth("2026-02"), To: period.MustMonth("2026-03"), Provenance: household.RegisterFile,
				Source: household.Source{File: "år.csv", Line: 7, SHA256: "ab"}}},
		}
		h.write(func(tx *store.Tx) error {
			for _, e := range entries {
				if err := tx.AddHouseholdEntry(h.ctx, c.ID, e); err != nil {
					return err
				}
			}
			return nil
		})
		h.read(func(tx *store.Tx) error {
			got, err := tx.HouseholdEntries(h.ctx, c.ID)
			if len(got) == 2 && got[0].Deed != household.Entered {
				got[0], got[1] = got[1], got[0]
			}
			h.same("what was said", got, entries)
			if err != nil {
				return err
			}
			got, err = tx.HouseholdEntries(h.ctx, other.ID)
			h.same("of another case", len(got), 0)
			return err
		})
		for what, change := range map[string]func(*household.Entry){
			"an amount below nothing": func(e *household.Entry) { e.Amount = -1 },
			"an end before the first": func(e *household.Entry) { e.To = e.From - 1 },
			"an unknown deed":         func(e *household.Entry) { e.Deed = "thought" },
			"from nowhere":            func(e *household.Entry) { e.Provenance = "" },
			"by nobody":               func(e *household.Entry) { e.By = h.id() },
		} {
			e := entries[1]
			e.Row = h.id()
			change(&e)
			h.refused(what, func(tx *store.Tx) error { return tx.AddHouseholdEntry(h.ctx, c.ID, e) })
		}
		h.refused("two words of one instant", func(tx *store.Tx) error { return tx.AddHouseholdEntry(h.ctx, c.ID, entries[1]) })

		h.read(func(tx *store.Tx) error {
			w, err := tx.HouseholdWatch(h.ctx, c.ID)
			h.same("before anybody looked", w, store.HouseholdWatch{})
			return err
		})
		since := h.now
		for _, w := range []store.HouseholdWatch{
			{Month: period.MustMonth("2026-08"), Standing: []string{"a", "b"}, Seen: []string{"b"}, NewSince: &since, ChangedAt: h.now},
			{Month: period.MustMonth("2026-09"), Standing: []string{"å"}, Seen: []string{"å"}, ChangedAt: h.now.Add(time.Hour)},
		} {
			h.write(func(tx *store.Tx) error { return tx.SaveHouseholdWatch(h.ctx, c.ID, w) })
			h.read(func(tx *store.Tx) error {
				got, err := tx.HouseholdWatch(h.ctx, c.ID)
				h.same("the warnings", got, w)
				if err != nil {
					return err
				}
				flags, err := tx.CaseFlags(h.ctx, c.ID)
				h.same("the flag of the case", flags.Household, w.NewSince)
				return err
			})
		}
	})
}
