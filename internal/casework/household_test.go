package casework_test

import (
	"context"
	"slices"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/followup"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func stated(what household.What, kronor int, by household.Provenance) casework.HouseholdRow {
	return casework.HouseholdRow{Statement: household.Statement{What: what, Amount: money.Ore(kronor * 100), From: period.MustMonth("2026-08"), Provenance: by}}
}

func TestHousehold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Active()
		me := town.ParticipantOf(id)
		enter := func(who access.Actor, in casework.HouseholdRow) {
			t.Helper()
			must(t, town.EnterHouseholdRow(ctx, who, id, in))
		}
		see := func(who access.Actor) casework.HouseholdView {
			t.Helper()
			v, err := town.SeeHousehold(ctx, who, id, 0)
			must(t, err)
			return v
		}
		if v := see(me); len(v.Rows) != 0 || len(v.Warnings) != 0 || v.ThisMonth != period.MustMonth("2026-08") || !v.Open {
			t.Errorf("%+v", v)
		}
		version := town.Case(id).Version

		// The participant states their own, whatever the form says of who says so.
		rent, work := household.CostOf(economy.Rent), household.IncomeOf(economy.Work)
		enter(me, stated(rent, 6500, household.CaseManager))
		enter(me, stated(work, 4000, household.OwnStatement))
		home := stated(household.Members, 0, household.CaseManager)
		home.Home = household.Home{Adults: 1}
		enter(town.CaseManager, home)
		v := see(town.CaseManager)
		if len(v.Rows) != 3 || v.Rows[1].Provenance != household.OwnStatement || v.Result == nil || v.Result.Assistance != 5220+6500-4000 {
			t.Fatalf("%+v, %+v", v.Rows, v.Result)
		}
		if now := town.Case(id).Version; now != version {
			t.Errorf("the case went from version %d to %d: others' forms became stale", version, now)
		}

		// The same again confirms it; nothing is doubled.
		enter(me, stated(work, 4000, household.OwnStatement))
		if v := see(me); len(v.Rows) != 3 || len(v.Rows[2].Entries) != 2 {
			t.Errorf("%+v", v.Rows)
		}

		// What a register says stands beside, and is something new to look at.
		told := town.Told(id, casefile.HouseholdWarned)
		file := casework.RegisterFile{Name: `C:\filer\register.csv`, Content: []byte("month,kind,amount\n2026-08,work,5000\n2026-07,work,5000\n")}
		preview, err := town.PreviewRegisterFile(ctx, town.CaseManager, id, file)
		if err != nil || len(preview.Rows) != 2 || preview.Fresh != 2 || preview.Again != nil || preview.Rows[0].Differ == nil || preview.Rows[1].Differ != nil {
			t.Fatalf("%+v, %v", preview, err)
		}
		if len(see(me).Rows) != 3 {
			t.Error("a preview kept something")
		}
		taken, err := town.TakeRegisterFile(ctx, town.CaseManager, id, file)
		if err != nil || taken != 2 {
			t.Fatalf("%d, %v", taken, err)
		}
		v = see(town.CaseManager)
		if i := slices.IndexFunc(v.Warnings, func(w household.Warning) bool { return w.Code == household.SourcesDiffer }); i < 0 ||
			v.Warnings[i].Counts != 500000 || v.Warnings[i].Other != 400000 || !v.IsNew(v.Warnings[i]) {
			t.Errorf("%+v", v.Warnings)
		}
		if town.Told(id, casefile.HouseholdWarned) != told+1 {
			t.Error("nothing was told of the difference")
		}
		if row := v.Rows[len(v.Rows)-1]; row.Source.File != "register.csv" || row.Source.Line == 0 {
			t.Errorf("%+v", row.Source)
		}
		_, err = town.TakeRegisterFile(ctx, town.CaseManager, id, file)
		wantKey(t, err, fault.Conflict, "register.again")
		more := casework.RegisterFile{Name: "b.csv", Content: []byte("2026-08,work,5000\n2026-06,work,5000\n")}
		if taken, err := town.TakeRegisterFile(ctx, town.CaseManager, id, more); err != nil || taken != 1 {
			t.Errorf("%d taken, %v: one row was known", taken, err)
		}
		half := casework.RegisterFile{Name: "c.csv", Content: []byte("2026-05,work,1\n2026-05,yacht,1\n")}
		_, err = town.TakeRegisterFile(ctx, town.CaseManager, id, half)
		wantField(t, err, "file")
		if rows := len(see(me).Rows); rows != 6 {
			t.Errorf("%d rows: a file was taken in half", rows)
		}
		needs := func() bool {
			t.Helper()
			day, err := town.SeeMyDay(ctx, town.CaseManager, 1)
			must(t, err)
			return len(day.Lines) == 1 && day.Lines[0].Asks(followup.HouseholdToSee)
		}
		if !needs() {
			t.Error("the case manager's day says nothing of it")
		}

		// The office looks at it, and it is not new any more.
		must(t, town.ConfirmHousehold(ctx, town.CaseManager, id, casework.HouseholdConfirmation{Rows: []ident.ID{v.Rows[0].ID, v.Rows[0].ID}}))
		if v = see(town.CaseManager); len(v.New) != 0 || v.NewSince != nil || v.Rows[0].ConfirmedBy != town.CaseManager.Name || needs() {
			t.Errorf("%+v", v.New)
		}

		// Ended, and a mistake taken back.
		mine := v.Rows[slices.IndexFunc(v.Rows, func(r household.Row) bool { return r.What == rent })]
		wantField(t, town.EndHouseholdRow(ctx, me, id, casework.HouseholdEnd{Row: mine.ID, Last: period.MustMonth("2026-07")}), "last")
		must(t, town.EndHouseholdRow(ctx, me, id, casework.HouseholdEnd{Row: mine.ID, Last: period.MustMonth("2026-08")}))
		must(t, town.EndHouseholdRow(ctx, town.CaseManager, id, casework.HouseholdEnd{Row: mine.ID, Mistake: true}))
		if v = see(me); v.Facts.Costs != nil {
			t.Errorf("%+v", v.Facts.Costs)
		}
		wantCode(t, town.EndHouseholdRow(ctx, town.CaseManager, id, casework.HouseholdEnd{Row: mine.ID, Mistake: true}), fault.NotFound)
		theirs := v.Rows[0]
		wantKey(t, town.EndHouseholdRow(ctx, me, id, casework.HouseholdEnd{Row: theirs.ID, Last: period.MustMonth("2026-08")}), fault.NotAllowed, "household.not_yours")

		// What is of a coming month is seen among the coming, and is taken back by itself: what
		// holds today goes on. When it has begun it is too late for that.
		enter(me, stated(rent, 6000, household.OwnStatement))
		october := stated(rent, 7000, household.OwnStatement)
		october.From = period.MustMonth("2026-10")
		enter(me, october)
		v = see(me)
		if len(v.Coming) != 1 || !v.Coming[0].Counts || v.Coming[0].Amount != 700000 || v.Coming[0].From != october.From {
			t.Fatalf("%+v", v.Coming)
		}
		holds := v.Rows[slices.IndexFunc(v.Rows, func(r household.Row) bool { return r.What == rent && r.Amount == 600000 && !r.TakenBack })]
		wantKey(t, town.EndHouseholdRow(ctx, me, id, casework.HouseholdEnd{Row: holds.ID, Coming: true}), fault.Conflict, "household.begun")
		must(t, town.EndHouseholdRow(ctx, me, id, casework.HouseholdEnd{Row: v.Coming[0].ID, Coming: true}))
		if v = see(me); len(v.Coming) != 0 || len(v.Facts.Costs) != 1 || v.Facts.Costs[0].Amount != 600000 {
			t.Errorf("%+v, %+v", v.Coming, v.Facts.Costs)
		}
		wantCode(t, town.EndHouseholdRow(ctx, me, id, casework.HouseholdEnd{Row: ident.ID("nobody"), Coming: true}), fault.NotFound)
		wantKey(t, town.EndHouseholdRow(ctx, me, id, casework.HouseholdEnd{Row: theirs.ID, Coming: true}), fault.NotAllowed, "household.not_yours")

		// What cannot be, and who may not.
		wantField(t, town.EnterHouseholdRow(ctx, town.CaseManager, id, stated(rent, -1, household.CaseManager)), "amount")
		wantField(t, town.EnterHouseholdRow(ctx, town.CaseManager, id, stated(rent, 1, household.RegisterFile)), "provenance")
		for _, who := range []access.Actor{town.Second, town.Supervisor, town.Partner, town.PaymentOfficer, town.Manager, town.Administrator} {
			_, err := town.SeeHousehold(ctx, who, id, 0)
			wantCode(t, err, fault.NotAllowed)
			wantCode(t, town.EnterHouseholdRow(ctx, who, id, stated(rent, 1, household.CaseManager)), fault.NotAllowed)
		}
		wantCode(t, town.ConfirmHousehold(ctx, me, id, casework.HouseholdConfirmation{}), fault.NotAllowed)
		_, err = town.TakeRegisterFile(ctx, me, id, more)
		wantCode(t, err, fault.NotAllowed)
	})
}

// A new month is looked at by itself: rows that nobody has confirmed come up then.
func TestTheHouseholdIsLookedAtEveryMonth(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Active()
	home := stated(household.Members, 0, household.CaseManager)
	home.Home = household.Home{Adults: 1}
	must(t, town.EnterHouseholdRow(ctx, town.CaseManager, id, home))
	must(t, town.ConfirmHousehold(ctx, town.CaseManager, id, casework.HouseholdConfirmation{}))
	told := town.Told(id, casefile.HouseholdWarned)
	for _, want := range []int{told, told, told + 1, told + 1} {
		town.Days(31)
		if _, err := town.RunDueJobs(ctx, town.Clock.Now(), town.CaseManager.Municipality); err != nil {
			t.Fatal(err)
		}
		if got := town.Told(id, casefile.HouseholdWarned); got != want {
			t.Errorf("on %s told %d times, want %d", town.Today(), got, want)
		}
	}
}

// A closed case takes no more.
func TestTheHouseholdOfAClosedCase(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Enquiry()
	must(t, town.EnterHouseholdRow(ctx, town.Assessor, id, stated("cost.rent", 1, household.OwnStatement)))
	must(t, town.CloseCase(ctx, town.Assessor, id, casework.Closing{Reason: "Personen har flyttat till en annan kommun."}))
	wantKey(t, town.EnterHouseholdRow(ctx, town.Assessor, id, stated("cost.rent", 2, household.OwnStatement)), fault.Conflict, "household.closed")
	if v, err := town.SeeHousehold(ctx, town.Assessor, id, 0); err != nil || len(v.Rows) != 1 || v.Open {
		t.Errorf("%+v, %v", v, err)
	}
}

// A child that is entered is looked at in the household too, and what is told of it
// belongs to the household.
func TestAChildIsOfTheHousehold(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Managed()
	must(t, town.AddChild(ctx, town.CaseManager, id, born("2010-08-10", "2010-08-10")))
	if n := town.Told(id, casefile.HouseholdWarned); n != 0 {
		t.Errorf("told %d times of a household that nobody has said anything of", n)
	}
	home := stated(household.Members, 0, household.CaseManager)
	home.Home = household.Home{Adults: 1}
	must(t, town.EnterHouseholdRow(ctx, town.CaseManager, id, home))
	v, err := town.SeeHousehold(ctx, town.CaseManager, id, 0)
	if err != nil || !slices.ContainsFunc(v.Warnings, func(w household.Warning) bool { return w.Code == household.ChildTurned && w.Age == 16 }) {
		t.Errorf("%+v, %v", v.Warnings, err)
	}
	must(t, town.ConfirmHousehold(ctx, town.CaseManager, id, casework.HouseholdConfirmation{}))
	told := town.Told(id, casefile.HouseholdWarned)
	must(t, town.AddChild(ctx, town.CaseManager, id, born("2018-01-01", "2018-01-01")))
	if n := town.Told(id, casefile.HouseholdWarned); n != told+1 {
		t.Errorf("told %d times, want %d", n, told+1)
	}
	for part, want := range map[access.Part]int{access.Household: told + 2, access.Identity: 2} { // one more that all was gone through
		events, err := town.SeeEvents(ctx, town.CaseManager, id, part, 1)
		if err != nil || events.Total != want {
			t.Errorf("%d lines of %s, want %d, %v", events.Total, part, want, err)
		}
	}
}
