package casework_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/compensation"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func runOf(t *testing.T, town *officetest.Town, id ident.ID) casework.PaymentRun {
	t.Helper()
	run, err := town.SeePaymentRun(context.Background(), town.Attester, id, 0)
	if err != nil {
		t.Fatal(err)
	}
	return run
}

// wantEvent wants the newest event of the kind in the case.
func wantEvent(t *testing.T, town *officetest.Town, id ident.ID, kind casefile.EventKind) {
	t.Helper()
	v, err := town.SeeOverview(context.Background(), town.CaseManager, id, "")
	if err != nil {
		t.Fatal(err)
	}
	if v.Events[0].Kind != kind {
		t.Errorf("the newest event is %s", v.Events[0].Kind)
	}
}

func TestPaymentRun(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, at, week := town.Due()
		idle := town.Active() // takes part from the week after, and reports nothing

		t.Run("only a week that is over, and only by who may", func(t *testing.T) {
			_, err := town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week.AddWeeks(1)})
			wantField(t, err, "week")
			_, err = town.ProposePayments(ctx, town.CaseManager, casework.Proposal{Week: week})
			wantCode(t, err, fault.NotAllowed)
			wantRefusal(t, town, access.PreparePayments.Name, "role")
			_, err = town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week.AddWeeks(-1)})
			wantCode(t, err, fault.Conflict)
		})
		run := town.Proposed(week)
		t.Run("the proposal holds what the engine says, explained", func(t *testing.T) {
			v := runOf(t, town, run)
			if v.Total != 2812 || v.Sums.Total != 2812 || len(v.Lines) != 1 || v.Lines[0].Base != 2812 || v.Lines[0].WeekBefore != nil {
				t.Errorf("%+v", v)
			}
			wantEvent(t, town, id, casefile.WeekCalculated)
			weeks, err := town.SeeMyMoney(ctx, town.ParticipantOf(id))
			if err != nil {
				t.Fatal(err)
			}
			if w := weeks[1]; w.State != casework.RunProposed || w.Total != 2812 || len(w.Explanation) == 0 {
				t.Errorf("%+v", w)
			}
			if w := weeks[0]; w.Over || w.State != "" || w.Unreported != 5 {
				t.Errorf("this week: %+v", w)
			}
		})
		t.Run("proposing again gives the same", func(t *testing.T) {
			again, err := town.ProposePayments(ctx, town.Attester, casework.Proposal{Week: week})
			if err != nil || again != run {
				t.Errorf("%s, %v", again, err)
			}
		})
		t.Run("nobody attests their own", func(t *testing.T) {
			wantCode(t, town.AttestPayments(ctx, town.PaymentOfficer, run, casework.Form{}), fault.NotAllowed)
			wantRefusal(t, town, access.AttestPayments.Name, "payment.own_proposal")
			wantCode(t, town.AttestPayments(ctx, town.CaseManager, run, casework.Form{}), fault.NotAllowed)
			self := town.Attester
			self.Person = town.Case(id).Person
			wantCode(t, town.AttestPayments(ctx, self, run, casework.Form{}), fault.NotAllowed)
			err := db.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
				_, err := tx.AttestRun(ctx, run, town.PaymentOfficer.Account, town.Clock.Now())
				return err
			})
			if err == nil {
				t.Error("the database takes an attestation by the preparer")
			}
		})
		t.Run("what has changed since is not attested", func(t *testing.T) {
			town.Confirms(at, week, attendance.AbsentUnapproved)
			wantCode(t, town.AttestPayments(ctx, town.Attester, run, casework.Form{}), fault.Conflict)
			v, err := town.SeeRunDifferences(ctx, town.Attester, run)
			if err != nil || len(v.Changed) != 1 || v.Changed[0].Now.Total != 2249 || v.Changed[0].Case != id {
				t.Fatalf("%+v, %v", v.Changed, err)
			}
		})
		t.Run("withdrawn, it can be proposed again", func(t *testing.T) {
			if err := town.WithdrawPayments(ctx, town.PaymentOfficer, run, casework.Form{}); err != nil {
				t.Fatal(err)
			}
			wantCode(t, town.WithdrawPayments(ctx, town.PaymentOfficer, run, casework.Form{}), fault.Conflict)
			wantCode(t, town.AttestPayments(ctx, town.Attester, run, casework.Form{}), fault.Conflict)
			if v := runOf(t, town, run); v.State != casework.RunWithdrawn || len(v.Lines) != 1 {
				t.Errorf("what was withdrawn is not kept: %+v", v)
			}
			run = town.Proposed(week)
		})
		t.Run("attested by another", func(t *testing.T) {
			town.Clock.Forward(time.Minute)
			if err := town.AttestPayments(ctx, town.Attester, run, casework.Form{}); err != nil {
				t.Fatal(err)
			}
			if v := runOf(t, town, run); v.State != casework.RunAttested || v.AttestedByName != town.Attester.Name || v.Total != 2249 {
				t.Errorf("%+v", v)
			}
			wantEvent(t, town, id, casefile.PaymentAttested)
			wantCode(t, town.AttestPayments(ctx, town.Attester, run, casework.Form{}), fault.Conflict)
			_, err := town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week})
			wantCode(t, err, fault.Conflict)
		})
		t.Run("a week that pays nothing waits for its attendance and is then paid by itself", func(t *testing.T) {
			later := week.AddWeeks(1)
			town.Days(7)
			town.Reports(id, at, later, officetest.WholeWeek...)
			first := town.Proposed(later)
			v, err := town.SeeRunDifferences(ctx, town.Attester, first)
			if err != nil || len(v.Zero) != 1 || v.Zero[0].Case != idle || v.Zero[0].Unreported != 5 {
				t.Fatalf("%+v, %v", v.Zero, err)
			}
			if len(v.Loose) != 1 || v.Loose[0].Unconfirmed != 5 || len(v.SinceLast) != 1 || *v.SinceLast[0].WeekBefore != 2249 {
				t.Errorf("%+v, %+v", v.Loose, v.SinceLast)
			}
			if err := town.AttestPayments(ctx, town.Attester, first, casework.Form{}); err != nil {
				t.Fatal(err)
			}
			late := town.PlacedOn(idle, town.Provider, 30, later.Monday())
			town.Reports(idle, late, later, attendance.Attended)
			if v := runOf(t, town, town.Proposed(later)); len(v.Lines) != 1 || v.Lines[0].Case != idle || v.Total != 562 {
				t.Errorf("%+v", v)
			}
		})
		if _, err := db.VerifyJournals(ctx); err != nil {
			t.Error(err)
		}
	})
}

// A rate that the law book lacks stops the whole proposal.
func TestNothingIsProposedWithoutTheLaw(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id, _ := town.Started()
	week := period.MustWeek("2027-W01")
	town.Days(int(week.Monday().AddDays(7) - town.Today()))
	_, err := town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week})
	wantCode(t, err, fault.Conflict)
	v, err := town.SeePayments(ctx, town.PaymentOfficer)
	if err != nil || len(v.Runs) != 0 {
		t.Errorf("%+v, %v", v.Runs, err)
	}
	weeks, err := town.SeeMyMoney(ctx, town.ParticipantOf(id))
	if err != nil || weeks[1].Missing == nil {
		t.Errorf("%+v, %v", weeks, err)
	}
}

// A protected identity is paid, and its name stays where it is.
func TestProtectedIdentityInARun(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		town := officetest.New(t, db)
		id, at, week := town.Due()
		town.Protect(id)
		run := town.Proposed(week)
		v := runOf(t, town, run)
		if len(v.Lines) != 1 || v.Total != 2812 {
			t.Fatalf("%+v", v)
		}
		if l := v.Lines[0]; l.Payee != (casework.Payee{Protected: true}) || l.Total != 2812 {
			t.Errorf("the payment officer is told %+v", l.Payee)
		}
		town.WriteDays(id, []attendance.DayRecord{{Placement: at, Day: week.Monday(), Settled: attendance.AbsentUnapproved}})
		d, err := town.SeeRunDifferences(context.Background(), town.Attester, run)
		if err != nil || len(d.Changed) != 1 || d.Changed[0].Payee != (casework.Payee{Protected: true}) {
			t.Errorf("%+v, %v", d.Changed, err)
		}
	})
}

// Whatever the attendance, what is stored is what the engine says, and a run is the
// sum of its lines.
func TestARunIsTheSumOfWhatTheEngineSays(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	type someone struct{ id, at ident.ID }
	var people []someone
	for range 3 {
		id, at := town.Started()
		people = append(people, someone{id, at})
	}
	week := town.Today().Week()
	town.Days(7)
	statuses := rapid.SampledFrom(append(attendance.Statuses()[:6], ""))
	rapid.Check(t, func(t *rapid.T) {
		want := map[ident.ID]money.Kronor{}
		for _, p := range people {
			facts := compensation.Facts{Grants: []compensation.Grant{{Days: week.Span()}}}
			records := make([]attendance.DayRecord, 5)
			for i := range records {
				records[i] = attendance.DayRecord{Placement: p.at, Day: week.Monday().AddDays(i),
					Reported: statuses.Draw(t, "reported"), Confirmed: statuses.Draw(t, "confirmed"), Settled: statuses.Draw(t, "settled")}
			}
			town.WriteDays(p.id, records)
			facts.Attendance = records
			weeks, err := compensation.Calculate(town.Law, facts, week)
			if err != nil {
				t.Fatal(err)
			}
			if weeks[0].Total > 0 {
				want[p.id] = weeks[0].Total
			}
		}
		run, err := town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week})
		if len(want) == 0 {
			if fault.CodeOf(err) != fault.Conflict {
				t.Fatalf("a run of nothing: %v", err)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		v, err := town.SeePaymentRun(ctx, town.Attester, run, 0)
		if err != nil {
			t.Fatal(err)
		}
		sum := money.Kronor(0)
		for _, l := range v.Lines {
			if l.Total != want[l.Case] || l.Base+l.Child != l.Total {
				t.Fatalf("a line of %s, the engine says %s", l.Total, want[l.Case])
			}
			sum += l.Total
		}
		if len(v.Lines) != len(want) || v.Total != sum || v.Sums.Total != sum {
			t.Fatalf("a run of %s with lines of %s", v.Total, sum)
		}
		if err := town.WithdrawPayments(ctx, town.PaymentOfficer, run, casework.Form{}); err != nil {
			t.Fatal(err)
		}
	})
}

// Two officers at once: one run, one attestation.
func TestTwoOfficersAtOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		_, _, week := town.Due()

		var runs [8]ident.ID
		together(len(runs), func(i int) {
			by := town.PaymentOfficer
			if i%2 == 1 {
				by = town.Second
				by.Role = access.PaymentOfficer
			}
			run, err := town.ProposePayments(ctx, by, casework.Proposal{Week: week})
			if err != nil {
				t.Error(err)
			}
			runs[i] = run
		})
		for _, r := range runs {
			if r != runs[0] {
				t.Fatalf("two runs for one week: %v", runs)
			}
		}
		var done, refused int
		var mu sync.Mutex
		together(8, func(int) {
			err := town.AttestPayments(ctx, town.Attester, runs[0], casework.Form{})
			mu.Lock()
			defer mu.Unlock()
			switch fault.CodeOf(err) {
			case "":
				done++
			case fault.Conflict:
				refused++
			default:
				t.Error(err)
			}
		})
		if done != 1 || refused != 7 {
			t.Errorf("attested %d times, refused %d", done, refused)
		}
		v, err := town.SeePayments(ctx, town.Attester)
		if err != nil || len(v.Runs) != 1 {
			t.Errorf("%d runs, %v", len(v.Runs), err)
		}
	})
}

// together runs work n times at once.
func together(n int, work func(int)) {
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { work(i) })
	}
	all.Wait()
}
