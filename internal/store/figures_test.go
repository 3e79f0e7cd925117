package store_test

import (
	"context"
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/period"
	"fotfaste/internal/simulate"
	"fotfaste/internal/steering"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// The figures of a made-up municipality are what its stories come to when they are
// counted one by one, on both engines.
func TestFiguresAreWhatTheStoriesComeTo(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		today := period.MustDay("2026-08-03")
		m, err := simulate.Make(simulate.Options{Seed: 7, Size: simulate.Small, Today: today})
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Load(ctx, db); err != nil {
			t.Fatal(err)
		}
		since := today.AddYears(-1)
		states, exits, standings := map[string]int{}, map[string]int{}, map[string]int{}
		women, moves, changes, opened := 0, 0, 0, 0
		var planned, full int
		assessed := map[string]bool{}
		for s, err := range m.Stories() {
			if err != nil {
				t.Fatal(err)
			}
			c := s.Case
			states[string(c.State)]++
			women += store.One(s.Adult.Person.Gender, 1).Women
			if c.OpenedOn >= since {
				opened++
			}
			if s.Exit != nil && s.Exit.On >= since {
				exits[string(s.Exit.Kind)]++
			}
			for _, o := range s.Outcomes {
				if o.Months == 3 && o.DueOn <= today {
					standings[string(o.Standing)]++
				}
			}
			if len(s.StepMoves) > 0 && c.LadderStep > 0 {
				moves++
			}
			for _, h := range s.Handovers {
				if h.IsChange() && h.On >= since {
					changes++
				}
			}
			if c.State == casefile.Active && c.IsAssessed() {
				planned += c.PlannedHours
				if c.IsFullyActive() {
					full++
				}
			}
			for _, a := range s.Assessments {
				if a.Instrument == assessment.JointAssessment && a.Completed != nil {
					assessed[string(c.Person)] = true
				}
			}
		}
		same := func(what string, got, want int) {
			t.Helper()
			if got != want {
				t.Errorf("%s: %d, the stories say %d", what, got, want)
			}
		}
		counted := func(what string, got []steering.Count, err error, want map[string]int) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range got {
				same(what+" "+c.Code, c.All(), want[c.Code])
			}
			all := 0
			for _, n := range want {
				all += n
			}
			same("all "+what, steering.Sum(got).All(), all)
		}
		err = db.Read(ctx, simulate.Code, func(tx *store.Tx) error {
			got, err := tx.CountStates(ctx)
			counted("states", got, err, states)
			same("women", steering.Sum(got).Women, women)
			got, err = tx.CountExits(ctx, since)
			counted("exits", got, err, exits)
			got, err = tx.CountOutcomes(ctx, 3, today)
			counted("outcomes", got, err, standings)
			times, err := tx.CaseTimes(ctx, since)
			if err != nil {
				return err
			}
			same("cases opened in the year", len(times), opened)
			coverage, err := tx.Coverages(ctx)
			if err != nil {
				return err
			}
			for _, c := range coverage {
				planned -= c.Planned
				full -= c.Full.All()
			}
			same("planned hours left over", planned, 0)
			same("full weeks left over", full, 0)
			ways, err := tx.Ways(ctx)
			if err != nil {
				return err
			}
			for _, w := range ways {
				moves -= w.Persons.All()
			}
			same("ways left over", moves, 0)
			n, err := tx.CountChanges(ctx, since)
			if err != nil {
				return err
			}
			same("changes", n, changes)
			profiles, err := tx.Profiles(ctx, assessment.JointAssessment)
			if err != nil {
				return err
			}
			same("assessed", len(profiles), len(assessed))
			rooms, err := tx.Rooms(ctx, m.Today.Week())
			if err != nil {
				return err
			}
			held, hours := 0, 0
			for _, i := range m.Interventions {
				held += i.HeldHours
				hours += i.Places * i.HoursPerPlace
			}
			for _, r := range rooms {
				held -= r.Held
				hours -= r.Hours
			}
			same("held hours left over", held, 0)
			same("hours left over", hours, 0)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

// Who may not see a case sees no change of its case manager either.
func TestChangesAreFilteredInTheQuery(t *testing.T) {
	db := storetest.OnSQLite(t)
	ctx := context.Background()
	today := period.MustDay("2026-08-03")
	m, err := simulate.Make(simulate.Options{Seed: 7, Size: simulate.Small, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Load(ctx, db); err != nil {
		t.Fatal(err)
	}
	err = db.Read(ctx, simulate.Code, func(tx *store.Tx) error {
		since, at := today.AddYears(-2), access.Moment{At: time.Date(2026, 8, 3, 9, 0, 0, 0, time.UTC), Day: today}
		list := func(role access.Role) []store.ManagerChange {
			changes, err := tx.Changes(ctx, access.Actor{Municipality: simulate.Code, Account: "00000000-0000-7000-8000-000000000001", Role: role}, at, since, 1000)
			if err != nil {
				t.Fatal(err)
			}
			return changes
		}
		all, err := tx.CountChanges(ctx, since)
		if err != nil {
			return err
		}
		if n := len(list(access.Manager)); n == 0 || n > all {
			t.Errorf("the manager sees %d of %d changes", n, all)
		}
		if n := len(list(access.Evaluator)); n != 0 {
			t.Errorf("the evaluator sees %d changes", n)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
