package casework_test

import (
	"context"
	"slices"
	"strings"
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
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// From the attested run to the last krona: told, heard, decided, repaid and decided
// again, with the ledger beside it all the way.
func TestRecoveryFromEndToEnd(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		of, found := town.Overpaid()
		me := town.ParticipantOf(of)
		base := map[ledger.Account]money.Kronor{ledger.CostBase: 2249 + 2812, ledger.Owed: -2812, ledger.Bank: -2812}
		want := func(more map[ledger.Account]money.Kronor) {
			t.Helper()
			all := map[ledger.Account]money.Kronor{}
			for _, some := range []map[ledger.Account]money.Kronor{base, more} {
				for a, amount := range some {
					all[a] += amount
				}
			}
			wantLedger(t, town, all)
		}

		t.Run("opened with its week, amount and why", func(t *testing.T) {
			monday := found.Weeks[0].Week.Monday()
			why := recovery.Reason{Kind: recovery.DayDiffers, Days: period.Span{From: monday, To: monday},
				WasDay: compensation.DayAttended, IsDay: compensation.DayAbsentUnapproved}
			if found.State != recovery.Opened || found.Undecided() != 563 || len(found.Weeks) != 1 || len(found.Weeks[0].Why) != 1 ||
				found.Weeks[0].Why[0] != why || found.Found[0].Before.Total() != 2812 || found.Found[0].After.Total() != 2249 {
				t.Errorf("%+v", found)
			}
			want(map[ledger.Account]money.Kronor{ledger.Overpaid: 563})
			v, err := town.SeeMyDay(ctx, town.CaseManager, 1)
			if err != nil || !v.Lines[0].Asks("recovery_to_tell") {
				t.Errorf("the case manager is not asked to tell: %+v, %v", v.Lines, err)
			}
		})
		t.Run("nothing is decided before the participant is heard", func(t *testing.T) {
			claim := casework.RecoveryChoice{Seen: 1, Draft: recovery.Draft{Choice: recovery.ClaimAll, Reason: officetest.ReasonToDecide, Plan: town.AtOnce()}}
			wantCode(t, town.DecideRecovery(ctx, town.DecisionMaker, of, found.ID, claim), fault.Conflict)
			wantCode(t, town.GiveMyView(ctx, me, found.ID, casework.OwnView{Words: "Jag"}), fault.Conflict)
			wantCode(t, town.CommunicateRecovery(ctx, town.PaymentOfficer, of, found.ID, casework.Statement{}), fault.NotAllowed)
			wantField(t, town.CommunicateRecovery(ctx, town.CaseManager, of, found.ID, casework.Statement{AnswerBy: town.Today().AddDays(13)}), "answer_by")
			town.Stated(of, found.ID)
			wantEvent(t, town, of, casefile.RecoveryTold)
			claim.Seen = 2
			wantCode(t, town.DecideRecovery(ctx, town.DecisionMaker, of, found.ID, claim), fault.Conflict)
			if v, err := town.SeeMyDay(ctx, town.DecisionMaker, 1); err != nil || v.ToDecide != 0 {
				t.Errorf("%+v, %v", v.Recoveries, err)
			}
		})
		t.Run("the participant says their view", func(t *testing.T) {
			wantField(t, town.GiveMyView(ctx, me, found.ID, casework.OwnView{Words: " \n"}), "words")
			wantCode(t, town.GiveMyView(ctx, town.ParticipantOf(town.Active()), found.ID, casework.OwnView{Words: "Jag"}), fault.NotFound)
			if err := town.GiveMyView(ctx, me, found.ID, casework.OwnView{Words: "Jag trodde att jag var ledig."}); err != nil {
				t.Fatal(err)
			}
			town.Clock.Forward(time.Minute)
			if err := town.GiveView(ctx, town.CaseManager, of, found.ID, casework.OwnView{Words: "Sagt på telefon: samma sak."}); err != nil {
				t.Fatal(err)
			}
			wantEvent(t, town, of, casefile.RecoveryAnswered)
			v, err := town.SeeMyRecovery(ctx, me, found.ID)
			if err != nil || len(v.Views) != 2 || v.Views[0].Noted || !v.Views[1].Noted || v.State != recovery.Heard {
				t.Errorf("%+v, %v", v.Views, err)
			}
			way, err := town.SeeMyWay(ctx, me)
			if err != nil || len(way.Overpaid) != 1 {
				t.Errorf("%+v, %v", way.Overpaid, err)
			}
		})
		decide := func(seen int, draft recovery.Draft) error {
			draft.Reason = officetest.ReasonToDecide
			return town.DecideRecovery(ctx, town.DecisionMaker, of, found.ID, casework.RecoveryChoice{Seen: seen, Draft: draft})
		}
		t.Run("a person decides, on what they have seen", func(t *testing.T) {
			v, err := town.SeeMyDay(ctx, town.DecisionMaker, 1)
			if err != nil || v.ToDecide != 1 || v.Recoveries[0].ID != found.ID || v.Recoveries[0].Undecided != 563 || v.Recoveries[0].Name == "" {
				t.Fatalf("%+v, %v", v.Recoveries, err)
			}
			part := recovery.Draft{Choice: recovery.ClaimPart, Part: 400, Plan: recovery.Plan{First: town.Today().Month().AddMonths(2), Monthly: 150}}
			wantCode(t, decide(3, part), fault.Stale)
			wantCode(t, decide(0, part), fault.Stale)
			wantCode(t, town.DecideRecovery(ctx, town.CaseManager, of, found.ID, casework.RecoveryChoice{Seen: 4, Draft: part}), fault.NotAllowed)
			wantField(t, decide(4, recovery.Draft{Choice: recovery.ClaimPart, Part: 563, Plan: part.Plan}), "part")
			wantField(t, town.DecideRecovery(ctx, town.DecisionMaker, of, found.ID, casework.RecoveryChoice{Seen: 4, Draft: part}), "reason")
			both := town.DecisionMaker
			both.Account = town.Attester.Account
			wantCode(t, town.DecideRecovery(ctx, both, of, found.ID, casework.RecoveryChoice{Seen: 4, Draft: part}), fault.NotAllowed)
			wantRefusal(t, town, access.DecideRecovery.Name, "recovery.own_run")
			if err := decide(4, part); err != nil {
				t.Fatal(err)
			}
			wantCode(t, decide(4, part), fault.Stale)
			want(map[ledger.Account]money.Kronor{ledger.Claims: 400, ledger.WrittenOff: 163})
			story, err := town.SeeMyRecovery(ctx, me, found.ID)
			if len(story.Letters) != 2 || story.Letters[0].LastAppeal == nil || story.Letters[1].LastAppeal != nil ||
				!strings.Contains(says(story.Letters[0].Letter.Letter), officetest.ReasonToDecide) || !strings.Contains(says(story.Letters[1].Letter.Letter), "563") {
				t.Errorf("%d letters", len(story.Letters))
			}
			if err != nil || len(story.Schedule) != 3 || story.Schedule[2].Amount != 100 || story.Latest().Reason != officetest.ReasonToDecide {
				t.Errorf("%+v, %v", story.Schedule, err)
			}
		})
		t.Run("money comes back", func(t *testing.T) {
			repaid := casework.Repaid{Day: town.Today(), Amount: 200}
			wantCode(t, town.RecordRepayment(ctx, town.CaseManager, found.ID, repaid), fault.NotAllowed)
			self := town.PaymentOfficer
			self.Person = town.Case(of).Person
			wantCode(t, town.RecordRepayment(ctx, self, found.ID, repaid), fault.NotAllowed)
			wantField(t, town.RecordRepayment(ctx, town.PaymentOfficer, found.ID, casework.Repaid{Day: town.Today(), Amount: 401}), "amount")
			wantField(t, town.RecordRepayment(ctx, town.PaymentOfficer, found.ID, casework.Repaid{Day: town.Today().AddDays(1), Amount: 1}), "day")
			if err := town.RecordRepayment(ctx, town.PaymentOfficer, found.ID, repaid); err != nil {
				t.Fatal(err)
			}
			want(map[ledger.Account]money.Kronor{ledger.Claims: 200, ledger.Bank: 200, ledger.WrittenOff: 163})
			v, err := town.SeeOfficeRecovery(ctx, town.PaymentOfficer, found.ID)
			if err != nil || v.Left() != 200 || !v.Records || v.Decisions[0].Reason != "" || v.Views != nil || v.Name == "" {
				t.Errorf("%+v, %v", v, err)
			}
			if v.Schedule[0].Paid != 150 || v.Schedule[1].Paid != 50 {
				t.Errorf("%+v", v.Schedule)
			}
		})
		t.Run("a new decision lowers what is left, and the last krona closes it", func(t *testing.T) {
			town.Clock.Forward(time.Minute)
			if err := decide(6, recovery.Draft{Choice: recovery.ClaimPart, Part: 50, Plan: town.AtOnce()}); err != nil {
				t.Fatal(err)
			}
			wantEvent(t, town, of, casefile.RecoveryRedecided)
			want(map[ledger.Account]money.Kronor{ledger.Claims: 50, ledger.Bank: 200, ledger.WrittenOff: 313})
			town.Clock.Forward(time.Minute)
			if err := town.RecordRepayment(ctx, town.PaymentOfficer, found.ID, casework.Repaid{Day: town.Today(), Amount: 50}); err != nil {
				t.Fatal(err)
			}
			wantEvent(t, town, of, casefile.RecoveryClosed)
			want(map[ledger.Account]money.Kronor{ledger.Bank: 250, ledger.WrittenOff: 313})
			if r := town.Recoveries(of)[0]; r.State != recovery.Closed || r.Ending != recovery.Repaid {
				t.Errorf("%+v", r)
			}
			wantCode(t, town.RecordRepayment(ctx, town.PaymentOfficer, found.ID, casework.Repaid{Day: town.Today(), Amount: 1}), fault.Conflict)
			v, err := town.SeeRecoveries(ctx, town.PaymentOfficer, recovery.Closed, 1)
			if err != nil || v.Total != 1 || v.Rows[0].Left != 0 || v.Counts[recovery.Closed] != 1 {
				t.Errorf("%+v, %v", v, err)
			}
		})
	})
}

// The last day to answer passes without a word, and it can be decided; not a day before.
func TestSilenceIsNoAnswerAndNoObstacle(t *testing.T) {
	town := officetest.OnSQLite(t)
	of, found := town.Overpaid()
	town.Stated(of, found.ID)
	waive := casework.RecoveryChoice{Seen: 2, Draft: recovery.Draft{Choice: recovery.WaiveAll, Reason: officetest.ReasonToDecide}}
	town.Days(recovery.LeastDays)
	wantCode(t, town.DecideRecovery(context.Background(), town.DecisionMaker, of, found.ID, waive), fault.Conflict)
	town.Days(1)
	if err := town.DecideRecovery(context.Background(), town.DecisionMaker, of, found.ID, waive); err != nil {
		t.Fatal(err)
	}
	wantEvent(t, town, of, casefile.RecoveryClosed)
	if got := town.Ledger(); got[ledger.WrittenOff] != 563 || got[ledger.Overpaid] != 0 || got[ledger.Claims] != 0 {
		t.Errorf("%v", got)
	}
}

// A rise of the same week before the decision takes back: the recovery closes itself,
// and a decision on the amount as it was is refused.
func TestARiseClosesTheRecovery(t *testing.T) {
	town := officetest.OnSQLite(t)
	of, found := town.Overpaid()
	town.Heard(of, found.ID)
	week := found.Weeks[0].Week
	town.Settled(of, town.PlacementOf(of), week.Monday(), attendance.Ill)
	town.Days(7)
	town.Attested(week.AddWeeks(2))
	r := town.Recoveries(of)[0]
	if r.State != recovery.Closed || r.Ending != recovery.Corrected || r.TakenBack() != 563 || r.Undecided() != 0 {
		t.Errorf("%+v", r)
	}
	wantEvent(t, town, of, casefile.RecoveryClosed)
	wantCode(t, town.DecideRecovery(context.Background(), town.DecisionMaker, of, found.ID,
		casework.RecoveryChoice{Seen: 3, Draft: recovery.Draft{Choice: recovery.WaiveAll, Reason: officetest.ReasonToDecide}}), fault.Stale)
}

// A rise that has been proposed and not attested when somebody decides is not what was
// proposed any longer: it is paid in full, and the claim stands.
func TestADecisionComesBeforeARise(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	of, found := town.Overpaid()
	town.Heard(of, found.ID)
	week := found.Weeks[0].Week
	town.Settled(of, town.PlacementOf(of), week.Monday(), attendance.Ill)
	town.Days(7)
	run := town.Proposed(week.AddWeeks(2))
	town.Decided(of, found.ID, recovery.Draft{Choice: recovery.ClaimAll, Plan: town.AtOnce()})
	wantCode(t, town.AttestPayments(ctx, town.Attester, run, casework.Form{}), fault.Conflict)
	town.Withdraws(run)
	town.Attested(week.AddWeeks(2))
	if got := town.Ledger(); got[ledger.Claims] != 563 || got[ledger.Owed] != -2812-563 || got[ledger.Overpaid] != 0 {
		t.Errorf("%v", got)
	}
}

// Two who decide at once make one decision.
func TestTwoDecidersMakeOneDecision(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		of, found := town.Overpaid()
		town.Heard(of, found.ID)
		plan := town.AtOnce()
		errs := make([]error, 4)
		var all sync.WaitGroup
		for i := range errs {
			all.Go(func() {
				errs[i] = town.DecideRecovery(ctx, town.DecisionMaker, of, found.ID, casework.RecoveryChoice{Seen: 3,
					Draft: recovery.Draft{Choice: recovery.ClaimAll, Reason: officetest.ReasonToDecide, Plan: plan}})
			})
		}
		all.Wait()
		made := 0
		for _, err := range errs {
			if err == nil {
				made++
			} else {
				wantCode(t, err, fault.Stale)
			}
		}
		v, err := town.SeeRecovery(ctx, town.DecisionMaker, of, found.ID)
		if err != nil || made != 1 || len(v.Decisions) != 1 || town.Ledger()[ledger.Claims] != 563 {
			t.Errorf("%d were made, %d are kept, %v: %v", made, len(v.Decisions), err, town.Ledger())
		}
	})
}

// A protected identity has no name in the office, and its money can be taken in.
func TestAProtectedRecovery(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	of, found := town.Overpaid()
	town.Heard(of, found.ID)
	town.Decided(of, found.ID, recovery.Draft{Choice: recovery.ClaimAll, Plan: town.AtOnce()})
	town.Protect(of)
	v, err := town.SeeRecoveries(ctx, town.PaymentOfficer, "", 1)
	if err != nil || v.Total != 1 || v.Rows[0].Name != "" || !v.Rows[0].Protected || v.Rows[0].Case != "" || v.Rows[0].Left != 563 {
		t.Errorf("%+v, %v", v.Rows, err)
	}
	one, err := town.SeeOfficeRecovery(ctx, town.PaymentOfficer, found.ID)
	if err != nil || one.Name != "" || one.Number != "" || one.Left() != 563 {
		t.Errorf("%+v, %v", one.Payee, err)
	}
	if err := town.RecordRepayment(ctx, town.PaymentOfficer, found.ID, casework.Repaid{Day: town.Today(), Amount: 563}); err != nil {
		t.Error(err)
	}
	_, err = town.SeeRecovery(ctx, town.Second, of, found.ID)
	wantCode(t, err, fault.NotAllowed)
}

// Whatever is corrected, attested, decided and repaid in whatever order: for each week
// what the recoveries have undecided is what stands as overpaid in the ledger, what is
// left is what is claimed, what was let be kept and has not been shown to be right is
// what is written off; nothing is negative; and of a week that has just been paid the
// participant has exactly what it is worth, beside what is to be paid back.
func TestRecoveriesFollowTheLedger(t *testing.T) {
	statuses := []attendance.Status{attendance.Attended, attendance.AbsentUnapproved}
	lives := 0
	rapid.Check(t, func(rt *rapid.T) {
		// Each life is a municipality of its own, and every run of the tests draws others.
		if lives++; lives > 25 {
			return
		}
		ctx := context.Background()
		town := officetest.OnSQLite(t)
		defer town.DB.Close()
		of, found := town.OverpaidBy(rapid.IntRange(1, 3).Draw(rt, "days too much"))
		at, first := town.PlacementOf(of), found.Weeks[0].Week
		last := first.AddWeeks(1)
		for range rapid.IntRange(2, 10).Draw(rt, "steps") {
			all := town.Recoveries(of)
			step := rapid.SampledFrom([]string{"run", "run", "rise", "settle", "decide", "decide", "repay"}).Draw(rt, "step")
			switch step {
			case "run", "rise":
				for range rapid.IntRange(1, 4).Draw(rt, "changes") {
					day := first.Monday().AddDays(7*rapid.IntRange(0, int(last-first)).Draw(rt, "week") + rapid.IntRange(0, 4).Draw(rt, "day"))
					town.Settled(of, at, day, rapid.SampledFrom(statuses).Draw(rt, "status"))
				}
				if step == "rise" && len(all) > 0 { // a week that fell comes to be worth more again
					back := rapid.SampledFrom(rapid.SampledFrom(all).Draw(rt, "of").Weeks).Draw(rt, "rises")
					for day := range rapid.IntRange(1, 5).Draw(rt, "days back") {
						town.Settled(of, at, back.Week.Monday().AddDays(day), attendance.Attended)
					}
				}
				town.Days(7)
				last = last.AddWeeks(1)
				town.Reports(of, at, last, officetest.WholeWeek...)
				town.Days(7)
				last = last.AddWeeks(1)
				run, err := town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: last})
				if fault.CodeOf(err) == fault.Conflict {
					continue
				} else if err != nil {
					rt.Fatal(err)
				}
				town.Attests(run)
				wantNothingTwice(rt, town, of, run)
				if len(town.InState(run, payment.Due)) > 0 && rapid.Bool().Draw(rt, "paid") {
					town.Answers(town.Sent(run), "")
				}
			default:
				if len(all) > 0 {
					v := rapid.SampledFrom(all).Draw(rt, "recovery")
					stepRecovery(rt, town, of, v)
					if step == "settle" && v.State == recovery.Opened {
						stepRecovery(rt, town, of, town.Recoveries(of)[slices.IndexFunc(all, func(r casework.Recovery) bool { return r.ID == v.ID })])
					}
				}
			}
			wantFollowed(rt, town, of)
		}
	})
}

// stepRecovery takes the next step of a recovery, whichever that is.
func stepRecovery(rt *rapid.T, town *officetest.Town, of ident.ID, v casework.Recovery) {
	ctx := context.Background()
	shown, err := town.SeeRecovery(ctx, town.CaseManager, of, v.ID)
	if err != nil {
		rt.Fatal(err)
	}
	switch {
	case shown.Waits() != nil: // a payment of its weeks is not with the participant
		err = town.CommunicateRecovery(ctx, town.CaseManager, of, v.ID, casework.Statement{AnswerBy: town.Today().AddDays(60)})
		if fault.CodeOf(err) != fault.Conflict {
			rt.Fatal(err)
		}
		return
	case v.State == recovery.Opened:
		town.Heard(of, v.ID)
	case v.State == recovery.Closed:
	case v.State == recovery.Claimed && rapid.Bool().Draw(rt, "repay"):
		amount := money.Kronor(rapid.IntRange(1, int(v.Left())).Draw(rt, "repaid"))
		err = town.RecordRepayment(ctx, town.PaymentOfficer, v.ID, casework.Repaid{Day: town.Today(), Amount: amount})
	default:
		amount := v.Undecided() + v.Left()
		draft := recovery.Draft{Choice: rapid.SampledFrom(recovery.Choices()).Draw(rt, "choice"), Plan: town.AtOnce()}
		if draft.Choice == recovery.ClaimPart && amount == 1 {
			draft.Choice = recovery.WaiveAll
		}
		if draft.Choice == recovery.ClaimPart {
			draft.Part = money.Kronor(rapid.IntRange(1, int(amount)-1).Draw(rt, "part"))
		}
		town.Decided(of, v.ID, draft)
	}
	if err != nil {
		rt.Fatal(err)
	}
}
