package store_test

import (
	"context"
	"reflect"
	"testing"

	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/simulate"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
	"fotfaste/internal/throughput"
)

// The flow of a made-up municipality, as the query reads it, is what every placement of
// its stories comes to, on both engines: what the query leaves out counts for nothing.
func TestSpellsAreWhatTheStoriesComeTo(t *testing.T) {
	today := period.MustDay("2026-08-03")
	year := throughput.YearTo(today)
	m, err := simulate.Make(simulate.Options{Seed: 7, Size: simulate.Small, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	told := map[ident.ID][]throughput.Spell{}
	var all []throughput.Spell
	for s, err := range m.Stories() {
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range s.Placements {
			spell := throughput.Spell{Intervention: p.Intervention, One: store.One(s.Adult.Person.Gender, 1), State: p.State, DeclinedBy: p.DeclinedBy,
				Referred: clock.DayOf(p.ReferredAt), To: *p.To, Started: p.StartedOn, Ended: p.EndedOn}
			if p.StartedOn != nil {
				for _, move := range s.StepMoves {
					if move.From > 0 && move.To > move.From && move.On > *p.StartedOn && (spell.Up == nil || move.On < *spell.Up) {
						spell.Up = &move.On
					}
				}
				if s.Exit != nil && s.Exit.Kind.IsWorkOrStudies() && s.Exit.On >= *p.StartedOn {
					spell.Left = &s.Exit.On
				}
			}
			told[p.Intervention] = append(told[p.Intervention], spell)
			all = append(all, spell)
		}
	}
	want := throughput.Reckon(all, year)
	if want.All() == 0 || want.Of(throughput.Completed) == 0 || want.Up.Yes.All() == 0 || want.Left.Yes.All() == 0 {
		t.Fatalf("the stories say too little to tell anything: %+v", want)
	}
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		if err := m.Load(ctx, db); err != nil {
			t.Fatal(err)
		}
		err := db.Read(ctx, simulate.Code, func(tx *store.Tx) error {
			spells, err := tx.Spells(ctx, "", year)
			if err != nil {
				return err
			}
			if got := throughput.Reckon(spells, year); !reflect.DeepEqual(got, want) {
				t.Errorf("the whole catalogue: %+v, the stories say %+v", got, want)
			}
			for _, i := range m.Interventions {
				one, err := tx.Spells(ctx, i.ID, year)
				if err != nil {
					return err
				}
				if got, want := throughput.Reckon(one, year), throughput.Reckon(told[i.ID], year); !reflect.DeepEqual(got, want) {
					t.Errorf("%s: %+v, the stories say %+v", i.Name, got, want)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
