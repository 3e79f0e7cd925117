package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// overpaid is a town with a week that was paid whole and has fallen.
type overpaid struct {
	*officetest.Town
	t    *testing.T
	of   ident.ID
	id   ident.ID // of the recovery
	week period.Week
	last period.Week // of the latest run
}

func overpaidBy(t *testing.T, town *officetest.Town, days int) *overpaid {
	of, found := town.OverpaidBy(days)
	week := found.Weeks[0].Week
	return &overpaid{town, t, of, found.ID, week, week.AddWeeks(1)}
}

// decided tells, hears and decides on the recovery, or decides on it again.
func (o *overpaid) decided(choice recovery.Choice, part money.Kronor) {
	o.t.Helper()
	for _, r := range o.Recoveries(o.of) {
		if r.ID == o.id && r.State == recovery.Opened {
			o.Heard(o.of, o.id)
		}
	}
	o.Decided(o.of, o.id, recovery.Draft{Choice: choice, Part: part, Plan: o.AtOnce()})
}

// is gives a day of the week another status, from 0 for its Monday.
func (o *overpaid) is(day int, status attendance.Status) {
	o.t.Helper()
	o.Settled(o.of, o.PlacementOf(o.of), o.week.Monday().AddDays(day), status)
}

// runs attests what has changed in the run a week later, and wants of the week what it
// pays and what was in hand.
func (o *overpaid) runs(pays, kept money.Kronor) ident.ID {
	o.t.Helper()
	o.Days(7)
	o.last = o.last.AddWeeks(1)
	run := o.Proposed(o.last)
	if l := lineOf(o.t, o.Town, run, o.week); l.Pays != pays || l.Kept != kept {
		o.t.Errorf("the run pays %s, %s in hand; want %s and %s", l.Pays, l.Kept, pays, kept)
	}
	o.Attests(run)
	wantNothingTwice(o.t, o.Town, o.of, run)
	return run
}

// stands wants what the week stands at.
func (o *overpaid) stands(want weekMoney) {
	o.t.Helper()
	if got := weeksOf(o.t, o.Town, o.of)[o.week]; got != want {
		o.t.Errorf("the week stands at\n%+v, want\n%+v", got, want)
	}
}

// What somebody was let keep is in their hands: when the week rises again it is not paid
// a second time, and the decision stands as it was made.
func TestWhatWasWaivedIsNotPaidAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		o := overpaidBy(t, officetest.New(t, db), 1)
		o.decided(recovery.WaiveAll, 0)
		o.stands(weekMoney{worth: 2249, paid: 2812, kept: 563, writtenOff: 563})
		o.is(0, attendance.Ill)
		o.runs(0, 563)
		o.stands(weekMoney{worth: 2812, paid: 2812})
		if o.Payments(o.of) != 2*2812 {
			t.Errorf("payments of %s for two weeks worth 5624", o.Payments(o.of))
		}
		wantLedger(t, o.Town, map[ledger.Account]money.Kronor{ledger.CostBase: 2 * 2812, ledger.Owed: -2812, ledger.Bank: -2812})
		r := o.Recoveries(o.of)[0]
		if r.State != recovery.Closed || r.Ending != recovery.Waived || r.Waived != 563 || r.Weeks[0].Forgiven != 563 || r.Justified() != 563 {
			t.Errorf("%+v", r)
		}
		wantEvent(t, o.Town, o.of, casefile.RiseKept)
	})
}

func TestWhatWasWaivedRisesInTwoSteps(t *testing.T) {
	o := overpaidBy(t, officetest.OnSQLite(t), 2)
	o.decided(recovery.WaiveAll, 0)
	o.is(0, attendance.Ill)
	o.runs(0, 562)
	o.stands(weekMoney{worth: 2249, paid: 2812, kept: 563, writtenOff: 563})
	o.is(1, attendance.Ill)
	o.runs(0, 563)
	o.stands(weekMoney{worth: 2812, paid: 2812})
}

// A week that falls again opens a recovery of what is in the participant's hands, not
// of what was decided on before.
func TestWhatWasWaivedRisesAndFallsAgain(t *testing.T) {
	o := overpaidBy(t, officetest.OnSQLite(t), 1)
	o.decided(recovery.WaiveAll, 0)
	o.is(0, attendance.Ill)
	o.runs(0, 563)
	o.is(1, attendance.AbsentUnapproved)
	o.is(2, attendance.AbsentUnapproved)
	o.runs(0, 0)
	o.stands(weekMoney{worth: 1687, paid: 2812, undecided: 1125, overpaid: 1125})
	if all := o.Recoveries(o.of); len(all) != 2 || all[0].Undecided() != 1125 || all[0].State != recovery.Opened {
		t.Errorf("%+v", all)
	}
	o.is(1, attendance.Ill)
	o.runs(0, 0)
	o.stands(weekMoney{worth: 2249, paid: 2812, undecided: 563, overpaid: 563})
}

// What is claimed is not met by a rise: it is paid, the claim stands, and somebody is
// asked to look at it again. A part that was waived is met.
func TestAPartIsClaimedAndTheWeekRises(t *testing.T) {
	o := overpaidBy(t, officetest.OnSQLite(t), 1)
	o.decided(recovery.ClaimPart, 400)
	o.is(0, attendance.Ill)
	o.runs(400, 163)
	o.stands(weekMoney{worth: 2812, paid: 3212, claimed: 400, claims: 400})
	o.decided(recovery.WaiveAll, 0)
	o.stands(weekMoney{worth: 2812, paid: 3212, kept: 400, writtenOff: 400})
	o.is(0, attendance.AbsentUnapproved)
	o.runs(0, 0)
	o.is(0, attendance.Ill)
	o.runs(0, 0)
	o.stands(weekMoney{worth: 2812, paid: 3212, kept: 400, writtenOff: 400})
}

// What was repaid has gone back and is paid again; what was dropped is in hand.
func TestAClaimIsDroppedAndTheWeekRises(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		o := overpaidBy(t, officetest.New(t, db), 1)
		o.decided(recovery.ClaimAll, 0)
		if err := o.RecordRepayment(context.Background(), o.PaymentOfficer, o.id, casework.Repaid{Day: o.Today(), Amount: 200}); err != nil {
			t.Fatal(err)
		}
		o.stands(weekMoney{worth: 2249, paid: 2812, claimed: 363, claims: 363, repaid: 200, back: 200})
		o.decided(recovery.ClaimPart, 100)
		o.decided(recovery.WaiveAll, 0)
		o.stands(weekMoney{worth: 2249, paid: 2812, kept: 363, writtenOff: 363, repaid: 200, back: 200})
		o.is(0, attendance.Ill)
		o.runs(200, 363)
		o.stands(weekMoney{worth: 2812, paid: 3012, repaid: 200, back: 200})
		if r := o.Recoveries(o.of)[0]; r.Ending != recovery.Dropped || r.Dropped != 363 || r.Repaid != 200 || r.Justified() != 363 {
			t.Errorf("%+v", r)
		}
	})
}

// A rise that was proposed to take back what nobody had decided on is another one when
// somebody has, though it pays as much.
func TestAWaiverComesBeforeARise(t *testing.T) {
	o := overpaidBy(t, officetest.OnSQLite(t), 1)
	o.is(0, attendance.Ill)
	o.Days(7)
	run := o.Proposed(o.week.AddWeeks(2))
	o.decided(recovery.WaiveAll, 0)
	wantCode(t, o.AttestPayments(context.Background(), o.Attester, run, casework.Form{}), fault.Conflict)
	o.Withdraws(run)
	o.Attested(o.week.AddWeeks(2))
	o.stands(weekMoney{worth: 2812, paid: 2812})
}

// A payment of a rise that met what was in hand is not taken back before it is sent: the
// week would stand as neither before nor after it.
func TestARiseThatWasInHandIsNotTakenBack(t *testing.T) {
	o := overpaidBy(t, officetest.OnSQLite(t), 1)
	o.decided(recovery.ClaimPart, 400)
	o.is(0, attendance.Ill)
	run := o.runs(400, 163)
	o.is(0, attendance.AbsentUnapproved)
	o.runs(0, 0)
	if paid := o.InState(run, "due"); len(paid) != 1 || paid[0].Amount != 400 {
		t.Errorf("%+v", paid)
	}
	o.stands(weekMoney{worth: 2249, paid: 3212, undecided: 563, overpaid: 563, claimed: 400, claims: 400})
}

// A claim whose week is paid more of is to be looked at again, until a person decides
// again. What is only in hand asks nobody for anything.
func TestARaisedClaimIsLookedAtAgain(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		o := overpaidBy(t, officetest.New(t, db), 2)
		looks := func(want money.Kronor) casework.RecoveryStory {
			t.Helper()
			list, err := o.SeeRecoveries(ctx, o.PaymentOfficer, "", 1)
			if err != nil || len(list.Rows) != 1 || list.Rows[0].Raised != want {
				t.Errorf("the list: %+v, %v; want %s", list.Rows, err, want)
			}
			v, err := o.SeeMyRecovery(ctx, o.ParticipantOf(o.of), o.id)
			var sum money.Kronor
			for _, r := range v.Raised {
				sum += r.Pays
			}
			if err != nil || sum != want {
				t.Errorf("%+v, %v; want %s", v.Raised, err, want)
			}
			return v.RecoveryStory
		}
		o.decided(recovery.ClaimPart, 1000)
		looks(0)
		o.is(0, attendance.Ill)
		run := o.runs(437, 125)
		wantEvent(t, o.Town, o.of, casefile.ClaimRaised)
		v := looks(437)
		if len(v.KeptRises) != 1 || v.KeptRises[0].Kept != 125 || v.KeptRises[0].Run != run || len(v.Told) != 1 {
			t.Errorf("%+v, told %v", v.KeptRises, v.Told)
		}
		o.is(1, attendance.Ill)
		o.runs(563, 0)
		looks(1000)
		o.decided(recovery.ClaimPart, 100)
		looks(0)
		o.decided(recovery.WaiveAll, 0)
		if v := looks(0); v.ClosedAt() != v.Latest().At {
			t.Errorf("closed %s, decided %s", v.ClosedAt(), v.Latest().At)
		}
	})
}
