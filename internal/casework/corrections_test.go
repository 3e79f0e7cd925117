package casework_test

import (
	"context"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// A week that has been paid is corrected by its difference in the next run: a fall is
// overpaid and takes nothing from the week beside it, a rise meets its own week's
// overpayment before it is paid.
func TestCorrections(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, at, first := town.Due()
		town.Pays()
		town.HasAccount(id, 0)
		paid := town.Attested(first)
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2812, ledger.Owed: -2812})
		town.Answers(town.Sent(paid), "")
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2812, ledger.Bank: -2812})
		settled := func(week period.Week, status attendance.Status) {
			town.WriteDays(id, []attendance.DayRecord{{Placement: at, Day: week.Monday(), Reported: attendance.Attended,
				Confirmed: attendance.Attended, Settled: status}})
		}

		second := first.AddWeeks(1)
		town.Days(7)
		town.Reports(id, at, second, officetest.WholeWeek...)
		settled(first, attendance.AbsentUnapproved)
		run := town.Proposed(second)
		v := runOf(t, town, run)
		if len(v.Lines) != 2 || v.Total != 2812 || v.Payments != 1 || v.Sums.Falls != 563 || v.Sums.Rises != 2812 || v.Sums.Lower != 1 {
			t.Fatalf("the fall of one week took from the other: %+v, %+v", v.Run, v.Sums)
		}
		if l := v.Lines[0]; l.Week != first || l.Number != 2 || l.Before.Total() != 2812 || l.Total != 2249 || l.Pays != 0 || l.Difference() != -563 {
			t.Errorf("%+v", l)
		}
		if d, err := town.SeeRunDifferences(ctx, town.Attester, run); err != nil || len(d.Corrected) != 1 || len(d.SinceLast) != 1 || len(d.Changed) != 0 {
			t.Errorf("%+v, %+v, %v", d.Corrected, d.Changed, err)
		}
		town.Attests(run)
		wantEvent(t, town, id, casefile.PaymentAttested)
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2249 + 2812, ledger.Owed: -2812, ledger.Bank: -2812, ledger.Overpaid: 563})
		town.Answers(town.Sent(run), "")

		third := second.AddWeeks(1)
		town.Days(7)
		settled(first, attendance.Attended)
		town.WriteDays(id, []attendance.DayRecord{{Placement: at, Day: second.Monday(), Reported: attendance.Attended, Settled: attendance.AbsentUnapproved}})
		run = town.Proposed(third)
		if v := runOf(t, town, run); len(v.Lines) != 2 || v.Total != 0 || v.Payments != 0 || v.Sums.TakenBack != 563 || v.Sums.Falls != 563 {
			t.Fatalf("%+v, %+v", v.Run, v.Sums)
		}
		town.Attests(run)
		wantLedger(t, town, map[ledger.Account]money.Kronor{ledger.CostBase: 2249 + 2812, ledger.Bank: -2812 * 2, ledger.Overpaid: 563})

		weeks, err := town.SeeCompensation(ctx, town.CaseManager, id)
		if err != nil || weeks.Weeks[2].Number != 2 || weeks.Weeks[2].Total != 2249 || weeks.Weeks[3].Number != 3 || weeks.Weeks[3].Total != 2812 {
			t.Errorf("%d weeks, %v", len(weeks.Weeks), err)
		}
		if _, err := town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: third}); fault.CodeOf(err) != fault.Conflict {
			t.Errorf("a correction was carried twice: %v", err)
		}
	})
}

// What came late for a week, when no run of the week itself was left to carry it, comes
// with the next.
func TestALateWeekComesWithTheNextRun(t *testing.T) {
	town := officetest.OnSQLite(t)
	_, _, first := town.Due()
	late := town.Active()
	town.Attested(first)
	second := first.AddWeeks(1)
	town.Days(14)
	at := town.PlacedOn(late, town.Provider, 30, second.Monday())
	town.Reports(late, at, second, officetest.WholeWeek...)
	v := runOf(t, town, town.Proposed(second.AddWeeks(1)))
	if len(v.Lines) != 1 || v.Lines[0].Week != second || v.Lines[0].Number != 1 || v.Total != 2812 {
		t.Errorf("%+v", v.Lines)
	}
}

// One proposal at a time: two could carry the same correction.
func TestASecondProposalWaits(t *testing.T) {
	town := officetest.OnSQLite(t)
	id, at, first := town.Due()
	run := town.Proposed(first)
	town.Days(7)
	town.Reports(id, at, first.AddWeeks(1), officetest.WholeWeek...)
	_, err := town.ProposePayments(context.Background(), town.PaymentOfficer, casework.Proposal{Week: first.AddWeeks(1)})
	wantCode(t, err, fault.Conflict)
	town.Attests(run)
	town.Proposed(first.AddWeeks(1))
}

// Whatever is reported, settled and attested in whatever order, children that come and
// go among it, the ledger's cost of each week is what the engine says of it at the last
// attestation, what is owed is what the payments add up to, and everything balances.
func TestTheSumOfPostingsIsTheNewestCalculation(t *testing.T) {
	statuses := rapid.SampledFrom(append(attendance.Statuses()[:6], ""))
	lives := 0
	rapid.Check(t, func(rt *rapid.T) {
		// Each life is a municipality of its own, and every run of the tests draws others.
		if lives++; lives > 30 {
			return
		}
		ctx := context.Background()
		town := officetest.OnSQLite(t)
		defer town.DB.Close()
		id, at, first := town.Due()
		other, _ := town.Started() // somebody beside, of whom nothing changes
		last, children := first, 0
		for range rapid.IntRange(1, 5).Draw(rt, "runs") {
			for range rapid.IntRange(0, 6).Draw(rt, "changes") {
				day := first.Monday().AddDays(rapid.IntRange(0, int(last.Sunday()-first.Monday())).Draw(rt, "day"))
				switch {
				case rapid.IntRange(0, 5).Draw(rt, "child") == 0:
					birth := period.MustDay("2019-05-01").AddDays(children)
					children++
					must(t, town.AddChild(ctx, town.CaseManager, id, born(birth.String(), day.String())))
				case day.IsProgrammeDay():
					town.WriteDays(id, []attendance.DayRecord{{Placement: at, Day: day, Reported: statuses.Draw(rt, "reported"),
						Settled: statuses.Draw(rt, "settled")}})
				}
			}
			week := last
			if rapid.IntRange(0, 4).Draw(rt, "an older week") == 0 {
				week = first
			}
			run, err := town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week})
			switch {
			case fault.CodeOf(err) == fault.Conflict: // nothing has changed
			case err != nil:
				rt.Fatal(err)
			case rapid.IntRange(0, 3).Draw(rt, "withdraw") == 0:
				town.Withdraws(run)
				continue
			default:
				town.Attests(run)
			}
			if week == last {
				wantCosts(rt, town, []ident.ID{id, other}, first, last)
			}
			if rapid.Bool().Draw(rt, "a week goes by") {
				town.Days(7)
				last = last.AddWeeks(1)
			}
		}
	})
}

func wantCosts(t *rapid.T, town *officetest.Town, cases []ident.ID, first, last period.Week) {
	var worth, paid money.Kronor
	for _, id := range cases {
		paid += town.Payments(id)
		for w := first; w <= last; w++ {
			now, err := town.ReckonKnownAt(context.Background(), town.CaseManager, id, w, town.Clock.Now().Add(time.Minute))
			if err != nil {
				t.Fatal(err)
			}
			worth += now.Total
		}
	}
	sums := town.Ledger()
	if sums[ledger.CostBase]+sums[ledger.CostChild] != worth || sums[ledger.Overpaid] < 0 {
		t.Fatalf("the ledger says %v, the engine %s", sums, worth)
	}
	var total money.Kronor
	for _, amount := range sums {
		total += amount
	}
	if total != 0 {
		t.Fatalf("the ledger is out of balance by %s: %v", total, sums)
	}
	if -sums[ledger.Owed] != paid {
		t.Fatalf("%s is owed, the payments are %s", -sums[ledger.Owed], paid)
	}
}

func wantLedger(t *testing.T, town *officetest.Town, want map[ledger.Account]money.Kronor) {
	t.Helper()
	got := town.Ledger()
	for _, a := range ledger.Accounts() {
		if got[a] != want[a] {
			t.Errorf("%s stands at %s, want %s", a, got[a], want[a])
		}
	}
}
