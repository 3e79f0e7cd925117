package casework_test

import (
	"context"
	"testing"
	"time"

	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/compensation"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

const ordinance = "förordning (2026:1)"

// attendedWeek is a week reported as attended, day by day.
func attendedWeek(town *officetest.Town, id, at ident.ID, week period.Week) {
	town.Reports(id, at, week, officetest.WholeWeek...)
}

// A new year: refused until amount and rules have been entered by one and approved by
// another, then paid by the amount, whose source stands in the explanation.
func TestANewYear(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, at := town.Started()
		week := period.MustWeek("2027-W01")
		town.Days(int(week.Monday().AddDays(7) - town.Today()))
		attendedWeek(town, id, at, week)
		propose := func() (ident.ID, error) {
			return town.ProposePayments(ctx, town.PaymentOfficer, casework.Proposal{Week: week})
		}
		seen := func() casework.Rates {
			v, err := town.SeeRates(ctx, town.PaymentOfficer)
			must(t, err)
			return v
		}
		_, err := propose()
		wantCode(t, err, fault.Conflict)
		// The week over New Year has days in 2027 too.
		if v := seen(); len(v.Waiting) != 2 || v.Waiting[1] != week || v.Ends[0].Last != period.MustDay("2026-12-31") {
			t.Errorf("%+v", v)
		}

		amount, err := town.EnterYearAmount(ctx, town.PaymentOfficer, casework.YearAmount{Year: 2027, Amount: 60300, Source: ordinance})
		must(t, err)
		rules, err := town.EnterRulesGoOn(ctx, town.Attester, casework.RulesGoOn{Year: 2027, Confirmed: true, Source: "beslut KS 2026/1"})
		must(t, err)
		_, err = propose()
		wantCode(t, err, fault.Conflict) // entered is not approved
		wantCode(t, town.ApproveRate(ctx, town.PaymentOfficer, amount, casework.Form{}), fault.NotAllowed)
		wantRefusal(t, town, "approve_rates", "rates.own_entry")
		wantCode(t, town.ApproveRate(ctx, town.CaseManager, amount, casework.Form{}), fault.NotAllowed)
		must(t, town.ApproveRate(ctx, town.Manager, amount, casework.Form{}))
		_, err = propose()
		wantCode(t, err, fault.Conflict) // the rules are not confirmed
		must(t, town.ApproveRate(ctx, town.PaymentOfficer, rules, casework.Form{}))
		wantCode(t, town.ApproveRate(ctx, town.Attester, amount, casework.Form{}), fault.Conflict)
		wantCode(t, town.WithdrawRate(ctx, town.PaymentOfficer, amount, casework.Form{}), fault.Conflict)

		if v := seen(); len(v.Waiting) != 0 || v.Ends[0].Last != period.MustDay("2027-12-31") || v.Entered[0].ApprovedByName == "" {
			t.Errorf("%+v", v)
		}
		if p, err := town.PreviewRate(ctx, town.PaymentOfficer, amount); err != nil || len(p.Unpaid) != 2 || len(p.Assumed) != 0 {
			t.Errorf("%+v, %v", p, err)
		}
		run, err := propose()
		must(t, err)
		v := runOf(t, town, run)
		// 4.75 % of 60 300 is 2 864.25, and the week over New Year is not reported.
		if v.Total != 2864 {
			t.Errorf("%s", v.Total)
		}
		weeks, err := town.SeeMyMoney(ctx, town.ParticipantOf(id))
		must(t, err)
		stated := false
		for _, step := range weeks[1].Explanation {
			stated = stated || step.Code == compensation.PriceBase && step.Source == ordinance && step.Inputs.PriceBase == 60300
		}
		if !stated {
			t.Errorf("the source is not in the explanation: %+v", weeks[1].Explanation)
		}
		wantReproduced(t, town, run)
	})
}

// A correction of an amount reaches the weeks that were paid: the next run carries the
// difference. What was known before it stays as it was.
func TestACorrectedAmountReachesEarlierWeeks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id, at, first := town.Due()
		run := town.Attested(first)
		town.Days(7)
		second := first.AddWeeks(1)
		attendedWeek(town, id, at, second)
		before := town.Clock.Now()
		town.Days(1)

		fix, err := town.EnterAmountCorrection(ctx, town.PaymentOfficer, casework.AmountCorrection{
			Days: period.MustSpan("2026-01-01", "2026-12-31"), Amount: 59300, Source: ordinance})
		must(t, err)
		p, err := town.PreviewRate(ctx, town.Attester, fix)
		if err != nil || p.Count != 1 || p.Before != 2812 || p.After != 2816 || p.MonthAfter != 12068 || p.Cases[0].Number == "" || !p.Approves {
			t.Errorf("%+v, %v", p, err)
		}
		must(t, town.ApproveRate(ctx, town.Attester, fix, casework.Form{}))

		next := town.Proposed(second)
		v := runOf(t, town, next)
		if len(v.Lines) != 2 || v.Total != 2816+4 {
			t.Fatalf("%s, %+v", v.Total, v.Lines)
		}
		wantReproduced(t, town, run, next)
		for at, want := range map[bool]money.Kronor{false: 2812, true: 2816} {
			then := before
			if at {
				then = town.Clock.Now().Add(time.Second)
			}
			if known, err := town.ReckonKnownAt(ctx, town.PaymentOfficer, id, first, then); err != nil || known.Total != want {
				t.Errorf("known %s: %s, %v", then, known.Total, err)
			}
		}
		// What has been approved is seen with what it did then.
		if p, err := town.PreviewRate(ctx, town.Attester, fix); err != nil || p.Before != 2812 || p.After != 2816 {
			t.Errorf("%+v, %v", p, err)
		}
	})
}

func TestRatesThatAreRefused(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	year := func(year int, amount money.Kronor, source string) error {
		_, err := town.EnterYearAmount(ctx, town.PaymentOfficer, casework.YearAmount{Year: year, Amount: amount, Source: source})
		return err
	}
	for _, c := range []struct {
		name, field string
		err         error
	}{
		{"a year already there", "year", year(2026, 59200, ordinance)},
		{"a year left out", "year", year(2028, 60300, ordinance)},
		{"not a whole hundred", "amount", year(2027, 60350, ordinance)},
		{"nothing", "amount", year(2027, 0, ordinance)},
		{"less than nothing", "amount", year(2027, -60300, ordinance)},
		{"far more", "amount", year(2027, 77000, ordinance)},
		{"far less", "amount", year(2027, 41400, ordinance)},
		{"a figure too many", "amount", year(2027, 603000, ordinance)},
		{"no source", "source", year(2027, 60300, " ")},
	} {
		t.Run(c.name, func(t *testing.T) { wantField(t, c.err, c.field) })
	}
	t.Run("the most and the least that is believed", func(t *testing.T) {
		for _, amount := range []money.Kronor{76900, 41500} {
			id, err := town.EnterYearAmount(ctx, town.PaymentOfficer, casework.YearAmount{Year: 2027, Amount: amount, Source: ordinance})
			must(t, err)
			must(t, town.WithdrawRate(ctx, town.Attester, id, casework.Form{}))
			wantCode(t, town.ApproveRate(ctx, town.Attester, id, casework.Form{}), fault.Conflict)
		}
	})
	t.Run("a second one while the first waits", func(t *testing.T) {
		must(t, year(2027, 60300, ordinance))
		wantField(t, year(2027, 60400, ordinance), "year")
	})
	t.Run("rules", func(t *testing.T) {
		rules := func(in casework.RulesGoOn) error {
			_, err := town.EnterRulesGoOn(ctx, town.PaymentOfficer, in)
			return err
		}
		wantField(t, rules(casework.RulesGoOn{Year: 2027, Source: "x"}), "confirmed")
		wantField(t, rules(casework.RulesGoOn{Year: 2026, Source: "x", Confirmed: true}), "year")
		wantField(t, rules(casework.RulesGoOn{Year: 2028, Source: "x", Confirmed: true}), "year")
		wantField(t, rules(casework.RulesGoOn{Year: 2027, Confirmed: true}), "source")
	})
	t.Run("a correction", func(t *testing.T) {
		fix := func(from, to string, amount money.Kronor) error {
			_, err := town.EnterAmountCorrection(ctx, town.PaymentOfficer, casework.AmountCorrection{
				Days: period.Span{From: period.MustDay(from), To: period.MustDay(to)}, Amount: amount, Source: ordinance})
			return err
		}
		wantField(t, fix("2026-03-01", "2026-02-01", 59300), "to")
		wantField(t, fix("2026-03-01", "2027-02-01", 59300), "to")
		wantField(t, fix("2027-03-01", "2027-04-01", 59300), "from")
		wantField(t, fix("2026-03-01", "2026-04-01", 59200), "amount")
		wantField(t, fix("2026-03-01", "2026-04-01", 59250), "amount")
		must(t, fix("2026-03-01", "2026-04-01", 59300))
		wantField(t, fix("2026-04-01", "2026-05-01", 59300), "from")
	})
	t.Run("by others", func(t *testing.T) {
		_, err := town.EnterYearAmount(ctx, town.Manager, casework.YearAmount{Year: 2027, Amount: 60300, Source: ordinance})
		wantCode(t, err, fault.NotAllowed)
		_, err = town.SeeRates(ctx, town.CaseManager)
		wantCode(t, err, fault.NotAllowed)
		wantCode(t, town.ApproveRate(ctx, town.Attester, town.IDs.New(town.Clock.Now()), casework.Form{}), fault.NotFound)
		wantCode(t, town.WithdrawRate(ctx, town.Attester, town.IDs.New(town.Clock.Now()), casework.Form{}), fault.NotFound)
	})
}

// A year whose days get a value while it waits is not approved over it.
func TestAYearThatCameMeanwhile(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id, err := town.EnterYearAmount(ctx, town.PaymentOfficer, casework.YearAmount{Year: 2027, Amount: 60300, Source: ordinance})
	must(t, err)
	town.Law, err = town.Law.With(law.Entered{Parameter: law.PriceBaseAmount, Days: period.MustSpan("2027-01-01", "2027-12-31"), Value: "60400", Source: ordinance})
	must(t, err)
	wantCode(t, town.ApproveRate(ctx, town.Attester, id, casework.Form{}), fault.Conflict)
	must(t, town.WithdrawRate(ctx, town.PaymentOfficer, id, casework.Form{}))
}

// The manager approves without seeing who is paid what, and nobody's protected name is
// told.
func TestAPreviewTellsNoMoreThanARun(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	hidden, _, _ := town.Due()
	town.Active()
	town.Protect(hidden)
	fix, err := town.EnterAmountCorrection(ctx, town.PaymentOfficer, casework.AmountCorrection{
		Days: period.MustSpan("2026-01-01", "2026-12-31"), Amount: 59300, Source: ordinance})
	must(t, err)
	p, err := town.PreviewRate(ctx, town.Manager, fix)
	if err != nil || len(p.Cases) != 0 || p.Count != 2 || p.After != 2*2816 {
		t.Errorf("%+v, %v", p, err)
	}
	p, err = town.PreviewRate(ctx, town.Attester, fix)
	must(t, err)
	protected := 0
	for _, e := range p.Cases {
		if e.Payee == (casework.Payee{Protected: true}) {
			protected++
		}
	}
	if protected != 1 || len(p.Cases) != 2 {
		t.Errorf("%+v", p.Cases)
	}
}
