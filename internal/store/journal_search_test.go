package store_test

import (
	"context"
	"testing"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func TestSearchJournal(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		const anna, bo, about = ident.ID("anna"), ident.ID("bo"), ident.ID("00000000-0000-7000-8000-000000000001")
		start := time.Date(2026, 8, 3, 7, 0, 0, 0, time.UTC)
		err := db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			for i := range 10 {
				e := journal.Entry{At: start.Add(time.Duration(i) * time.Hour), Kind: journal.Read, Act: "see_plan", Account: string(anna), Detail: "{}"}
				if i%2 == 1 {
					e.Account, e.Kind = string(bo), journal.Refusal
				}
				if i >= 8 {
					e.Case = string(about)
				}
				if err := tx.Journal(ctx, e); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			name string
			q    store.JournalQuery
			want []int64
		}{
			{"the newest", store.JournalQuery{Limit: 3}, []int64{10, 9, 8}},
			{"older ones", store.JournalQuery{Limit: 3, Before: 8}, []int64{7, 6, 5}},
			{"of somebody", store.JournalQuery{Limit: 2, Accounts: []ident.ID{bo}}, []int64{10, 8}},
			{"of either", store.JournalQuery{Limit: 2, Accounts: []ident.ID{bo, anna}}, []int64{10, 9}},
			{"refused", store.JournalQuery{Limit: 9, Kind: journal.Refusal, Before: 5}, []int64{4, 2}},
			{"about a case", store.JournalQuery{Limit: 9, Case: about}, []int64{10, 9}},
			{"in a span, its end not in it", store.JournalQuery{Limit: 9, From: start.Add(2 * time.Hour), To: start.Add(4 * time.Hour)}, []int64{4, 3}},
			{"all at once", store.JournalQuery{Limit: 9, Case: about, Accounts: []ident.ID{anna}, Kind: journal.Read}, []int64{9}},
		} {
			t.Run(c.name, func(t *testing.T) {
				err := db.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
					lines, err := tx.SearchJournal(ctx, c.q)
					if err != nil {
						return err
					}
					if len(lines) != len(c.want) {
						t.Fatalf("%d lines, want %d", len(lines), len(c.want))
					}
					for i, l := range lines {
						if l.Seq != c.want[i] {
							t.Errorf("line %d is entry %d, want %d", i, l.Seq, c.want[i])
						}
					}
					return nil
				})
				if err != nil {
					t.Fatal(err)
				}
			})
		}
		if n, err := db.VerifyJournal(ctx, storetest.Municipality.Code); err != nil || n != 10 {
			t.Errorf("%d whole entries, %v", n, err)
		}
	})
}
