package casework_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/fault"
	"fotfaste/internal/ledger"
	"fotfaste/internal/payaccount"
	"fotfaste/internal/period"
	"fotfaste/internal/sie"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func TestPayAccount(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Active()
		me := town.ParticipantOf(id)
		if v, err := town.SeePayAccount(ctx, me, id); err != nil || v.Known || !v.Enters {
			t.Errorf("%+v, %v", v, err)
		}
		version := town.Case(id).Version
		town.HasAccount(id, 0)
		town.HasAccount(id, 0) // the same again
		v, err := town.SeePayAccount(ctx, me, id)
		if err != nil || !v.Known || v.Masked != "•••• 7466" || v.Bank != "SEB" || v.Own == nil || v.Own.Number != "8257466" {
			t.Errorf("%+v, %v", v, err)
		}
		if now := town.Case(id).Version; now != version {
			t.Errorf("the case went from version %d to %d: others' forms became stale", version, now)
		}
		if told := town.Told(id, casefile.PayAccountChanged); told != 1 {
			t.Errorf("told %d times", told)
		}

		// The case manager enters it for them, and sees no more of the earlier one.
		if v, err := town.SeePayAccount(ctx, town.CaseManager, id); err != nil || v.Own != nil || v.Masked != "•••• 7466" || !v.Enters {
			t.Errorf("%+v, %v", v, err)
		}
		iban := casework.PayAccount{Typed: payaccount.Typed{Kind: "iban", IBAN: "SE45 5000 0000 0583 9825 7466"}}
		if err := town.EnterPayAccount(ctx, town.CaseManager, id, iban); err != nil {
			t.Fatal(err)
		}
		if v, err := town.SeePayAccount(ctx, me, id); err != nil || v.Own != nil || v.Kind != payaccount.IBAN || v.EnteredBy != town.CaseManager.Name {
			t.Errorf("%+v, %v", v, err)
		}

		// Nobody in the payment room changes an account.
		for _, who := range []access.Actor{town.PaymentOfficer, town.Attester, town.Administrator, town.Second, town.Supervisor} {
			wantCode(t, town.EnterPayAccount(ctx, who, id, officetest.Account(2)), fault.NotAllowed)
		}
		both := town.BothRoles()
		town.Handed(id, both)
		err = town.EnterPayAccount(ctx, both, id, officetest.Account(2))
		wantKey(t, err, fault.NotAllowed, "pay.account.officer")
		if v, err := town.SeePayAccount(ctx, both, id); err != nil || v.Enters {
			t.Errorf("%+v, %v", v, err)
		}
		wrong := officetest.Account(2)
		wrong.Number = "8257467"
		err = town.EnterPayAccount(ctx, me, id, wrong)
		wantField(t, err, "number")
		if strings.Contains(err.Error(), "8257467") {
			t.Error("the account stands in the log")
		}
	})
}

func TestPayer(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		if v, err := town.SeePayer(ctx, town.PaymentOfficer); err != nil || v.Known || v.Sets || len(v.Missing) != len(ledger.Accounts()) {
			t.Errorf("%+v, %v", v, err)
		}
		wantCode(t, town.SetPayer(ctx, town.PaymentOfficer, town.PayerDetails()), fault.NotAllowed)
		wrong := casework.PayerDetails{OrganisationNumber: "212000-0143", IBAN: "SE45 5000 0000 0583 9825 7467", BIC: "x",
			Accounts: ledger.Chart{ledger.Bank: {Number: 1931, Name: "Bank"}, ledger.Overpaid: {Number: 1931}, ledger.Claims: {Number: -1, Name: strings.Repeat("x", 61)}}}
		err := town.SetPayer(ctx, town.Administrator, wrong)
		var fields *fault.Error
		if !errors.As(err, &fields) || len(fields.Fields) != 7 {
			t.Errorf("%v", err)
		}
		half := town.PayerDetails()
		delete(half.Accounts, ledger.Bank)
		for _, in := range []casework.PayerDetails{half, half, town.PayerDetails()} {
			if err := town.SetPayer(ctx, town.Administrator, in); err != nil {
				t.Fatal(err)
			}
			v, err := town.SeePayer(ctx, town.Administrator)
			if err != nil || !v.Known || !v.Sets || v.OrganisationNumber != "2120000142" || len(v.Missing) != len(ledger.Accounts())-len(in.Accounts) {
				t.Errorf("%+v, %v", v, err)
			}
		}
	})
}

// The ledger is read, and written as vouchers that balance and read back; no name and
// no case is in them.
func TestTheLedgerIsRead(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, _, week := town.Due()
		days := period.MustSpan("2026-08-01", "2026-08-31")
		text := func(k ledger.Kind) string { return string(k) }
		_, err := town.ExportVouchers(ctx, town.PaymentOfficer, days, text)
		wantKey(t, err, fault.Conflict, "pay.no_payer")
		town.Pays()
		town.HasAccount(id, 0)
		f := town.Sent(town.Attested(week))
		town.Answers(f, "")

		v, err := town.SeeLedger(ctx, town.Auditor, days, 1)
		if err != nil || v.Total != 3 || len(v.Entries) != 3 || v.Entries[0].Kind != ledger.PaymentPaid || v.Entries[2].Number != 1 {
			t.Fatalf("%+v, %v", v, err)
		}
		for _, a := range v.Accounts {
			if a.Account == ledger.Owed && (a.Debit != 281200 || a.Credit != 281200 || a.After() != 0) {
				t.Errorf("%+v", a)
			}
		}
		after, err := town.SeeLedger(ctx, town.Auditor, period.MustSpan("2026-09-01", "2026-09-30"), 1)
		if err != nil || after.Total != 0 || len(after.Accounts) != 4 {
			t.Errorf("%+v, %v", after, err)
		}
		for _, a := range after.Accounts {
			if a.Account == ledger.Bank && (a.Before != -281200 || a.After() != a.Before) {
				t.Errorf("%+v", a)
			}
		}
		file, err := town.ExportVouchers(ctx, town.PaymentOfficer, days, text)
		if err != nil {
			t.Fatal(err)
		}
		written, err := file.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(written), "Amina") || strings.Contains(string(written), town.Case(id).Number) {
			t.Error("a person is in the accounts")
		}
		if back, err := sie.Decode(written); err != nil || len(back.Vouchers) != 3 || back.Vouchers[1].Rows[0].Account != 1971 {
			t.Errorf("%+v, %v", back, err)
		}
		_, err = town.ExportVouchers(ctx, town.PaymentOfficer, period.MustSpan("2026-08-01", "2027-08-01"), text)
		wantField(t, err, "days")
		_, err = town.SeeLedger(ctx, town.Auditor, period.Span{From: days.To, To: days.From}, 1)
		wantField(t, err, "days")
		_, err = town.SeeLedger(ctx, town.CaseManager, days, 1)
		wantCode(t, err, fault.NotAllowed)
		wantWholeLedger(t, town)
	})
}
