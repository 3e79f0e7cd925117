package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/payment"
	"fotfaste/internal/recovery"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// The bank has been asked to pay what was found to be too much: the participant is asked
// about it when the bank has answered, here on a payment that is a repetition.
func TestARecoveryWaitsForTheBank(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		town.Pays()
		id, at, week := town.Due()
		town.HasAccount(id, 0)
		run := town.Attested(week)
		failed := town.PaymentsOf(run)[0].ID
		town.Answers(town.Sent(run), "AC04", failed)
		town.HasAccount(id, 1)
		must(t, town.RepeatPayment(ctx, town.PaymentOfficer, failed, casework.Form{}))
		file := town.Sent(town.Attested(week))
		town.Settled(id, at, week.Monday(), attendance.AbsentUnapproved)
		town.Attested(week)
		r := town.Recoveries(id)[0]
		from := payment.NextBankingDay(town.Today()).AddDays(payment.SilentDays)

		v, err := town.SeeRecovery(ctx, town.CaseManager, id, r.ID)
		if err != nil || v.Can(recovery.Communicate) || v.Waits() == nil || v.Waits().Args["Day"] != from {
			t.Fatalf("%+v, %v", v.Waits(), err)
		}
		tell := casework.Statement{AnswerBy: town.Today().AddDays(30)}
		wantKey(t, town.CommunicateRecovery(ctx, town.CaseManager, id, r.ID, tell), fault.Conflict, "recovery.refused.not_answered")
		town.Answers(file, "")
		must(t, town.CommunicateRecovery(ctx, town.CaseManager, id, r.ID, tell))
		if v, err := town.SeeRecovery(ctx, town.CaseManager, id, r.ID); err != nil || v.Waits() != nil {
			t.Errorf("%+v, %v", v.Waits(), err)
		}
	})
}

// A bank that never answers stops nobody; one that rejects in the end stops the decision.
func TestARecoveryDoesNotWaitForEver(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	town.Pays()
	id, at, week := town.Due()
	town.HasAccount(id, 0)
	run := town.Attested(week)
	file := town.Sent(run)
	town.Settled(id, at, week.Monday(), attendance.AbsentUnapproved)
	town.Attested(week)
	r := town.Recoveries(id)[0]
	from := payment.NextBankingDay(town.Today()).AddDays(payment.SilentDays)
	town.Days(int(from-town.Today()) - 1)
	wantKey(t, town.CommunicateRecovery(ctx, town.CaseManager, id, r.ID, casework.Statement{AnswerBy: town.Today().AddDays(30)}),
		fault.Conflict, "recovery.refused.not_answered")
	town.Days(1)
	town.Heard(id, r.ID)
	v, err := town.SeeRecovery(ctx, town.DecisionMaker, id, r.ID)
	must(t, err)
	if !v.Can(recovery.Decide) {
		t.Errorf("it waits: %+v", v.Waits())
	}
	town.Answers(file, "AC04", town.PaymentsOf(run)[0].ID)
	choice := casework.RecoveryChoice{Seen: town.Recoveries(id)[0].Version, Draft: recovery.Draft{Choice: recovery.ClaimAll, Reason: officetest.ReasonToDecide, Plan: town.AtOnce()}}
	wantCode(t, town.DecideRecovery(ctx, town.DecisionMaker, id, r.ID, choice), fault.Conflict)
}
