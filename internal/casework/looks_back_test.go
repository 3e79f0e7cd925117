package casework_test

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/clock"
	"fotfaste/internal/decision"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// behind is the town's clock, showing less.
func behind(town *officetest.Town, by time.Duration) clock.Clock {
	return clock.NewTravelling(town.Clock, town.Clock.Now().Add(-by))
}

// wantCorrected proposes the week's run and wants it to carry the one week of the case,
// worth so much.
func wantCorrected(t *testing.T, town *officetest.Town, week period.Week, id ident.ID, corrected period.Week, total int) casework.PaymentRun {
	t.Helper()
	v := runOf(t, town, town.Proposed(week))
	if len(v.Lines) != 1 || v.Lines[0].Payee.Case != id || v.Lines[0].Week != corrected || int(v.Lines[0].Total) != total {
		t.Fatalf("the run carries %+v", v.Lines)
	}
	return v
}

// absent is that nobody came on the Monday.
func absent(at ident.ID, week period.Week) casework.Settlement {
	return casework.Settlement{DayWord: casework.DayWord{Placement: at, Day: week.Monday(), Status: attendance.AbsentUnapproved}}
}

// What becomes known after a run is found by the next one, also where the clock was set
// back meanwhile: the fact has an instant before the run it corrects.
func TestAClockBehindHidesNothing(t *testing.T) {
	for name, by := range map[string]time.Duration{"seconds": 10 * time.Second, "five minutes": 5 * time.Minute, "a day": 24 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, db *store.DB) {
				town := officetest.New(t, db)
				id, at, week := town.Due()
				town.Days(2) // what is said a day too early is still said after the week
				town.Attested(week)
				town.Office.Clock = behind(town, by)
				town.Confirms(at, week, attendance.AbsentUnapproved)
				must(t, town.SettleAttendance(context.Background(), town.CaseManager, id, absent(at, week)))
				town.Office.Clock = town.Clock
				town.Days(7)
				town.Attests(wantCorrected(t, town, week.AddWeeks(1), id, week, 2249).ID)
				_, err := town.ProposePayments(context.Background(), town.PaymentOfficer, casework.Proposal{Week: week.AddWeeks(1)})
				wantKey(t, err, "conflict", "payment.nothing_to_pay")
			})
		})
	}
}

// Two machines on one database, the clock of either behind: whoever proposes and whoever
// settles, the next run finds it.
func TestTwoMachinesWithDifferentClocks(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct{ proposes, settles, next int }{{0, 1, 0}, {0, 1, 1}, {1, 0, 1}, {1, 0, 0}, {1, 1, 0}} {
		storetest.Each(t, func(t *testing.T, db *store.DB) {
			town := officetest.New(t, db)
			id, at, week := town.Due()
			town.Days(1)
			machines := []*casework.Office{town.Office, {DB: db, Clock: behind(town, time.Hour), Law: law.Sweden(),
				Words: town.Words, IDs: ident.NewSource(rand.NewChaCha8([32]byte{7}))}}
			run, err := machines[c.proposes].ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week})
			must(t, err)
			must(t, machines[0].AttestPayments(ctx, town.Attester, run, casework.Form{}))
			must(t, machines[c.settles].ConfirmAttendance(ctx, town.Supervisor, casework.Confirmation{Week: week, Words: []casework.DayWord{absent(at, week).DayWord}}))
			must(t, machines[c.settles].SettleAttendance(ctx, town.CaseManager, id, absent(at, week)))
			town.Days(7)
			run, err = machines[c.next].ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week.AddWeeks(1)})
			must(t, err)
			if v := runOf(t, town, run); len(v.Lines) != 1 || v.Lines[0].Week != week || v.Lines[0].Total != 2249 {
				t.Errorf("%+v carries %+v", c, v.Lines)
			}
		})
	}
}

// The newest decision holds, and what has been approved is the law, whatever the clock
// said when they were made.
func TestTheNewestHoldsWithAClockBehind(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id, at, week := town.Due()
	attendedWeek(town, id, at, week)
	town.Days(1)
	fix, err := town.EnterAmountCorrection(ctx, town.PaymentOfficer, casework.AmountCorrection{
		Days: period.MustSpan("2026-01-01", "2026-12-31"), Amount: 59300, Source: ordinance})
	must(t, err)
	must(t, town.ApproveRate(ctx, town.Attester, fix, casework.Form{}))
	pause := town.Today()
	decided := func(kind decision.Kind, to period.Day) {
		t.Helper()
		must(t, town.ChangeDecision(ctx, town.DecisionMaker, id, casework.Change{Kind: kind, From: pause, To: to, Reason: officetest.Reason}))
	}
	decided(decision.Pause, pause.AddDays(20))
	town.Office.Clock = behind(town, time.Hour)
	decided(decision.Resume, pause.AddDays(20))
	if v := runOf(t, town, town.Proposed(week)); v.Total != 2816 {
		t.Errorf("by the amount as corrected: %s", v.Total)
	}
	must(t, town.DB.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
		made, err := tx.Decisions(ctx, id)
		var all []decision.Decision
		for _, d := range made {
			all = append(all, d.Decision)
		}
		if status, _ := decision.InForce(all).At(pause); status.State != decision.Granted {
			t.Errorf("the pause holds over what was decided after it: %+v", status)
		}
		return err
	}))
}

// knowsTheLaw gives the town the law of two more years.
func knowsTheLaw(t *testing.T, town *officetest.Town, amount string) {
	t.Helper()
	sweden := law.Sweden()
	rules, err := sweden.Compensation(period.MustDay("2026-12-31"))
	must(t, err)
	text, err := json.Marshal(rules.Value)
	must(t, err)
	years := period.MustSpan("2027-01-01", "2028-12-31")
	town.Law, err = sweden.With(
		law.Entered{Parameter: law.PriceBaseAmount, Days: years, Value: amount, Source: ordinance},
		law.Entered{Parameter: law.CompensationRules, Days: years, Value: string(text), Source: ordinance})
	must(t, err)
}

// What becomes known of a single case is found however old it is.
func TestAFactOfTwoYearsAgoIsFound(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		town := officetest.New(t, db)
		knowsTheLaw(t, town, "60000")
		id, at, week := town.Due()
		town.Paid(week, id)
		town.Days(7 * 100)
		town.Attested(town.Today().Week().AddWeeks(-1)) // the public holidays since
		town.Days(7 * 4)
		town.Confirms(at, week, attendance.AbsentUnapproved)
		must(t, town.SettleAttendance(context.Background(), town.CaseManager, id, absent(at, week)))
		v := wantCorrected(t, town, town.Today().Week().AddWeeks(-1), id, week, 2249)
		if v.UnheldFrom != nil {
			t.Errorf("unheld from %s", v.UnheldFrom)
		}
	})
}

// New amounts reach everybody from the first day that has another, for LooksBack weeks;
// what lies further back is told.
func TestNewAmountsReachAYear(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		knowsTheLaw(t, town, "60000")
		id, _, week := town.Due()
		town.Paid(week, id)
		corrected := func(from string, amount money.Kronor) {
			t.Helper()
			fix, err := town.EnterAmountCorrection(ctx, town.PaymentOfficer, casework.AmountCorrection{
				Days: period.MustSpan(from, "2026-12-31"), Amount: 59200 + 100*amount, Source: ordinance})
			must(t, err)
			must(t, town.ApproveRate(ctx, town.Attester, fix, casework.Form{}))
		}
		town.Days(7 * 3)
		corrected("2026-08-03", 1)
		next := town.Today().Week().AddWeeks(-1)
		if v := wantCorrected(t, town, next, id, week, 2816); v.UnheldFrom != nil {
			t.Errorf("unheld from %s", v.UnheldFrom)
		} else {
			town.Attests(v.ID)
		}
		// Whatever bears on later days is nothing to the weeks before them.
		town.Days(7 * 60)
		town.Attested(town.Today().Week().AddWeeks(-1))
		corrected("2026-12-21", 2)
		last := town.Today().Week().AddWeeks(-1)
		v := runOf(t, town, town.Proposed(last))
		if v.UnheldFrom != nil {
			t.Errorf("unheld from %s", v.UnheldFrom)
		}
		for _, l := range v.Lines {
			if l.Week < period.MustDay("2026-12-21").Week() {
				t.Errorf("%+v", l)
			}
		}
		town.Attests(v.ID)
		corrected("2026-08-03", 3)
		v = runOf(t, town, town.Proposed(last))
		if v.UnheldFrom == nil || *v.UnheldFrom != week || v.Unheld() != int(last)-casework.LooksBack-int(week) || v.Unheld() < 1 {
			t.Errorf("unheld from %v, %d weeks", v.UnheldFrom, v.Unheld())
		}
		for _, l := range v.Lines {
			if l.Week < last.AddWeeks(-casework.LooksBack) {
				t.Errorf("%+v", l)
			}
		}
	})
}

// A week that the municipality proposed no run of is everybody's in the next run.
func TestASkippedWeekIsCarried(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		town := officetest.New(t, db)
		id, at, week := town.Due()
		town.Days(28)
		for n := 1; n <= 3; n++ { // known before the first run: nothing of it is news after it
			town.Reports(id, at, week.AddWeeks(n), officetest.WholeWeek...)
		}
		town.Attested(week)
		v := runOf(t, town, town.Proposed(week.AddWeeks(3)))
		var carried []period.Week
		for _, l := range v.Lines {
			carried = append(carried, l.Week)
		}
		if len(carried) != 3 || carried[0] != week.AddWeeks(1) || carried[1] != week.AddWeeks(2) || carried[2] != week.AddWeeks(3) || v.Total != 3*2812 {
			t.Errorf("%s: %v", v.Total, carried)
		}
	})
}

// A later week's run before an earlier one's: the weeks between, be it one alone, are
// nobody's until the next run, and then everybody's, once.
func TestRunsOutOfOrder(t *testing.T) {
	for between := 1; between <= 2; between++ {
		storetest.Each(t, func(t *testing.T, db *store.DB) {
			town := officetest.New(t, db)
			id, at, week := town.Due()
			town.Days(35)
			for n := 1; n <= 4; n++ {
				town.Reports(id, at, week.AddWeeks(n), officetest.WholeWeek...)
			}
			wantCarries := func(of int, weeks ...int) {
				t.Helper()
				v := runOf(t, town, town.Proposed(week.AddWeeks(of)))
				var carried []int
				for _, l := range v.Lines {
					carried = append(carried, int((l.Week.Monday()-week.Monday())/7))
				}
				if !slices.Equal(carried, weeks) || int(v.Total) != 2812*len(weeks) {
					t.Fatalf("%d between: the run of week %d carries %v, %s", between, of, carried, v.Total)
				}
				town.Attests(v.ID)
			}
			later, next := between+1, between+2
			wantCarries(later, later)
			wantCarries(0, 0)
			wantCarries(next, append([]int{1, 2}[:between:between], next)...)
			_, err := town.ProposePayments(context.Background(), town.PaymentOfficer, casework.Proposal{Week: week.AddWeeks(next)})
			wantKey(t, err, "conflict", "payment.nothing_to_pay")
		})
	}
}
