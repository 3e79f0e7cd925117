package casework_test

import (
	"context"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/payment"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// What is sent is what comes out now. A payment whose week has changed since it was
// attested waits for its correction to be attested; nobody else waits with it.
func TestWhatHasChangedSinceItWasAttestedIsNotSent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		town.Pays()
		id, at, week := town.Due()
		other, there := town.Started()
		next := week.AddWeeks(1)
		town.Days(7)
		town.Reports(other, there, next, officetest.WholeWeek...)
		town.Reports(id, at, next, officetest.WholeWeek...)
		town.HasAccount(id, 1)
		town.HasAccount(other, 2)
		town.Attested(week)
		run := town.Attested(next)

		town.WriteDays(id, []attendance.DayRecord{{Placement: at, Day: next.Monday(), Settled: attendance.AbsentUnapproved}})
		file, err := town.MakePaymentFile(ctx, town.PaymentOfficer, run, casework.Form{})
		if err != nil {
			t.Fatal(err)
		}
		sent, err := town.SeePaymentFile(ctx, town.PaymentOfficer, file)
		if err != nil || sent.Payments != 1 || sent.Total != 2812 {
			t.Fatalf("%d payments of %s, %v", sent.Payments, sent.Total, err)
		}
		if err := town.MarkFileSent(ctx, town.PaymentOfficer, file, casework.Form{}); err != nil {
			t.Fatal(err)
		}
		_, err = town.MakePaymentFile(ctx, town.PaymentOfficer, run, casework.Form{})
		wantCode(t, err, fault.Conflict)

		correction := town.Proposed(next)
		_, err = town.MakePaymentFile(ctx, town.PaymentOfficer, run, casework.Form{})
		wantCode(t, err, fault.Conflict) // a proposal is nobody's word yet
		town.Attests(correction)
		if _, err = town.MakePaymentFile(ctx, town.PaymentOfficer, run, casework.Form{}); err != nil {
			t.Fatal(err)
		}
		if filed := town.InState(run, payment.Filed); len(filed) != 1 {
			t.Errorf("%v", filed)
		}
	})
}
