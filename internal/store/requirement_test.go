package store_test

import (
	"context"
	"reflect"
	"testing"

	"fotfaste/internal/casefile"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/plan"
	"fotfaste/internal/simulate"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// Who is in the programme in a month, the youngest child and the planned hours are what
// the stories of a made-up municipality say, on both engines.
func TestInProgrammeIsWhatTheStoriesSay(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		month := period.MustMonth("2026-11")
		m, err := simulate.Make(simulate.Options{Seed: 7, Size: simulate.Small, Today: month.Last()})
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Load(ctx, db); err != nil {
			t.Fatal(err)
		}
		type told struct {
			women, planned, hours, children int
		}
		var want, got told
		cases := map[string]bool{}
		for s, err := range m.Stories() {
			if err != nil {
				t.Fatal(err)
			}
			c := s.Case
			switch c.State {
			case casefile.Active, casefile.Exited, casefile.FollowUp, casefile.Closed:
			default:
				continue
			}
			if c.Programme == nil || !c.Programme.Overlaps(month.Span()) || c.State != casefile.Active && (s.Exit == nil || s.Exit.On < month.First()) {
				continue
			}
			cases[string(c.ID)] = true
			want.women += store.One(s.Adult.Person.Gender, 1).Women
			if len(person.ChildrenOn(s.Adult.Children, month.Last())) > 0 {
				want.children++
			}
			for i := len(s.Plans) - 1; i >= 0; i-- {
				p := s.Plans[i]
				if p.State != plan.Agreed && p.State != plan.Superseded {
					continue
				}
				for _, a := range p.Activities {
					if a.From == nil || a.To == nil || !(period.Span{From: *a.From, To: *a.To}).Overlaps(month.Span()) {
						continue
					}
					want.planned++
					want.hours += a.Hours
				}
				break
			}
		}
		err = db.Read(ctx, simulate.Code, func(tx *store.Tx) error {
			months, err := tx.InProgramme(ctx, month.AddMonths(-1), month)
			if err != nil {
				return err
			}
			before, err := tx.InProgramme(ctx, month.AddMonths(-1))
			if err != nil {
				return err
			}
			if len(before[0]) == 0 || !reflect.DeepEqual(before[0], months[0]) {
				t.Error("a month read with the next is not what it is alone")
			}
			all := months[1]
			for _, x := range all {
				if !cases[string(x.Case)] {
					t.Errorf("%s is not in the programme in %s", x.Case, month)
				}
				if x.Days.From < month.First() || x.Days.To > month.Last() || !x.Days.IsValid() {
					t.Errorf("%s is tried on %s", x.Case, x.Days)
				}
				got.women += store.One(x.Gender, 1).Women
				if x.Youngest != nil && *x.Youngest > month.First().AddYears(-18) {
					got.children++
				}
				for _, a := range x.Planned {
					got.planned++
					got.hours += a.Hours
				}
			}
			if len(all) != len(cases) || len(all) == 0 {
				t.Errorf("%d in the programme, the stories have %d", len(all), len(cases))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("read %+v, the stories say %+v", got, want)
		}
	})
}
