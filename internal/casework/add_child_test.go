package casework_test

import (
	"context"
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func childrenOf(t *testing.T, town *officetest.Town, id ident.ID) []person.Child {
	t.Helper()
	h, err := town.SeeChildren(context.Background(), town.CaseManager, id)
	must(t, err)
	return h.Children
}

func born(birth, from string, to ...string) casework.NewChild {
	in := casework.NewChild{Birth: period.MustDay(birth), From: period.MustDay(from)}
	for _, last := range to {
		in.To = new(period.MustDay(last))
	}
	return in
}

func TestAddChild(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Managed()
	tomorrow := (town.Today() + 1).String()

	t.Run("what cannot be right stands beside its field", func(t *testing.T) {
		for _, c := range []struct {
			field string
			in    casework.NewChild
		}{
			{"birth", born(tomorrow, tomorrow)},
			{"birth", born("1970-01-01", "1970-01-01")}, // before the parent
			{"from", born("2016-05-04", "2016-05-03")},
			{"from", born("2000-05-04", "2018-05-04")},
			{"to", born("2016-05-04", "2016-05-04", "2034-05-04")},
			{"to", born("2016-05-04", "2016-05-04", "2016-05-03")},
		} {
			wantField(t, town.AddChild(ctx, town.CaseManager, id, c.in), c.field)
		}
		if n := len(childrenOf(t, town, id)); n != 0 {
			t.Errorf("%d children", n)
		}
	})
	t.Run("only the team", func(t *testing.T) {
		wantCode(t, town.AddChild(ctx, town.Second, id, born("2016-05-04", "2016-05-04")), fault.NotAllowed)
		wantRefusal(t, town, access.CorrectPerson.Name, "no_ground")
	})
	t.Run("counted to the day before the eighteenth birthday", func(t *testing.T) {
		town.Clock.Forward(time.Minute) // what happens at one instant has no order to be seen in
		must(t, town.AddChild(ctx, town.CaseManager, id, born("2016-02-29", "2020-01-01")))
		if got := childrenOf(t, town, id)[0].Custody; got != period.MustSpan("2020-01-01", "2034-02-28") {
			t.Errorf("%s", got)
		}
		wantEvent(t, town, id, casefile.ChildAdded)
	})
	t.Run("the same child twice is asked about, twins are two", func(t *testing.T) {
		twin := born("2016-02-29", "2020-01-01")
		wantField(t, town.AddChild(ctx, town.CaseManager, id, twin), "birth")
		twin.Sibling = true
		must(t, town.AddChild(ctx, town.CaseManager, id, twin))
		if n := len(childrenOf(t, town, id)); n != 2 {
			t.Errorf("%d children", n)
		}
	})
	t.Run("no more than twenty", func(t *testing.T) {
		for n := len(childrenOf(t, town, id)); n < casework.MostChildren; n++ {
			day := period.MustDay("2008-01-01").AddDays(300 * n).String()
			must(t, town.AddChild(ctx, town.CaseManager, id, born(day, day)))
		}
		wantField(t, town.AddChild(ctx, town.CaseManager, id, born("2006-01-01", "2006-01-01")), "birth")
	})
}

func TestEndCustody(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Managed()
	must(t, town.AddChild(ctx, town.CaseManager, id, born("2016-05-04", "2016-05-04", "2020-12-31")))
	must(t, town.AddChild(ctx, town.CaseManager, id, born("2016-05-04", "2022-01-01"))) // the same child, home again
	first := childrenOf(t, town, id)[0]
	end := func(child ident.ID, last string) error {
		return town.EndCustody(ctx, town.CaseManager, id, casework.Form{}, child, period.MustDay(last))
	}

	wantField(t, end(first.ID, "2022-01-01"), "to")
	wantField(t, end(first.ID, "2016-05-03"), "to")
	wantField(t, end(first.ID, "2034-05-04"), "to")
	town.Clock.Forward(time.Minute) // what happens at one instant has no order to be seen in
	must(t, end(first.ID, "2021-12-31"))
	wantEvent(t, town, id, casefile.ChildChanged)
	if got := childrenOf(t, town, id)[0].Custody.To.String(); got != "2021-12-31" {
		t.Errorf("the last day is %s", got)
	}
	version := town.Case(id).Version
	must(t, end(first.ID, "2021-12-31"))
	if town.Case(id).Version != version {
		t.Error("the same day again is told as a change")
	}
	other := town.Managed()
	wantCode(t, town.EndCustody(ctx, town.CaseManager, other, casework.Form{}, first.ID, first.Custody.To), fault.NotFound)
	wantCode(t, town.RemoveChild(ctx, town.CaseManager, other, casework.Form{}, first.ID), fault.NotFound)
}

// What is not yet calculated for payment follows the children; what is calculated
// keeps the child from being removed as if it had never been there.
func TestChildrenDecideTheSupplement(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, at, week := town.Due()
		run := town.Proposed(week)
		if sums := runOf(t, town, run).Sums; sums.Child != 0 {
			t.Fatalf("%+v", sums)
		}
		must(t, town.AddChild(ctx, town.CaseManager, id, born("2019-05-01", "2019-05-01")))
		child := childrenOf(t, town, id)[0]
		wantCode(t, town.RemoveChild(ctx, town.CaseManager, id, casework.Form{}, child.ID), fault.Conflict)
		wantCode(t, town.AttestPayments(ctx, town.Attester, run, casework.Form{}), fault.Conflict)

		must(t, town.WithdrawPayments(ctx, town.PaymentOfficer, run, casework.Form{}))
		with := runOf(t, town, town.Attested(week)).Sums
		if with.Child <= 0 || with.Total != with.Base+with.Child {
			t.Fatalf("%+v", with)
		}

		// Custody that ended before the next week: no supplement in it.
		town.Days(7)
		next := week.AddWeeks(1)
		town.Reports(id, at, next, officetest.WholeWeek...)
		town.Confirms(at, next, officetest.WholeWeek...)
		must(t, town.EndCustody(ctx, town.CaseManager, id, casework.Form{}, child.ID, week.Sunday()))
		if sums := runOf(t, town, town.Proposed(next)).Sums; sums.Child != 0 || sums.Base == 0 {
			t.Errorf("%+v", sums)
		}

		// One that was never counted can be taken away.
		must(t, town.AddChild(ctx, town.CaseManager, id, born("2018-05-01", town.Today().String())))
		wrong := childrenOf(t, town, id)[0]
		town.Clock.Forward(time.Minute)
		must(t, town.RemoveChild(ctx, town.CaseManager, id, casework.Form{}, wrong.ID))
		wantEvent(t, town, id, casefile.ChildRemoved)
		if left := childrenOf(t, town, id); len(left) != 1 || left[0].ID != child.ID {
			t.Errorf("%+v", left)
		}
	})
}
