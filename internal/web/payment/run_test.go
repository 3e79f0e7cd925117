package payment_test

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

func TestRun(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, at, week := town.Due()
	town.Active() // has a place, and reports nothing
	hidden, _ := town.Started()
	town.Protect(hidden)
	run := town.Proposed(week)
	address := "/payments/runs/" + string(run)

	t.Run("guards", func(t *testing.T) {
		for _, page := range []string{"", "/differences", "/attest", "/lines.csv"} {
			room.AsNobody().Get(t, address+page).Must(t, 303)
			room.As(town.CaseManager).Get(t, address+page).Must(t, 403)
			room.As(town.PaymentOfficer).Get(t, "/payments/runs/0197a1b2-0000-7000-8000-000000000000"+page).Must(t, 404)
			room.As(town.PaymentOfficer).Get(t, "/payments/runs/none"+page).Must(t, 404)
		}
		for _, page := range []string{"/attest", "/withdraw"} {
			room.AsNobody().Post(t, address+page, "once", "a").Must(t, 401)
			room.As(town.CaseManager).Post(t, address+page, "once", "a").Must(t, 403)
			room.As(town.PaymentOfficer).Post(t, "/payments/runs/none"+page, "once", "a").Must(t, 404)
		}
		room.As(town.PaymentOfficer).Post(t, address+"/attest", "once", "a").Must(t, 403).Says(t, "Den som har tagit fram förslaget")
	})
	t.Run("the proposal, line by line", func(t *testing.T) {
		page := room.As(town.PaymentOfficer).Get(t, address).Must(t, 200).Says(t, "2 812 kr till 1 deltagare för vecka 32").Says(t, "Amina Exempel")
		if page.Doc.Find(`a[href="/work/cases/`+string(id)+`/compensation"]`).Length() != 1 {
			t.Error("the line does not lead to its explanation")
		}
		room.In("en").As(town.PaymentOfficer).Get(t, address).Must(t, 200).Says(t, "2 812 kr to 1 participant for week 32")
		room.In("sv")
	})
	t.Run("the lines as a file", func(t *testing.T) {
		file := room.As(town.PaymentOfficer).Get(t, address+"/lines.csv").Must(t, 200)
		read := csv.NewReader(strings.NewReader(strings.TrimPrefix(file.Body.String(), "\ufeff")))
		read.Comma = ';'
		rows, err := read.ReadAll()
		if err != nil || len(rows) != 3 || rows[1][1] != "Amina Exempel" || rows[1][9] != "2812" || rows[2][9] != "2812" {
			t.Errorf("%v, %v", rows, err)
		}
	})
	t.Run("differences", func(t *testing.T) {
		room.As(town.Attester).Get(t, address+"/differences").Must(t, 200).Says(t, "Förslaget är det som räknas fram nu").
			Says(t, "1 rad skiljer sig från veckan innan")
		town.Confirms(at, week, attendance.AbsentUnapproved)
		room.As(town.Attester).Get(t, address+"/differences").Must(t, 200).Says(t, "1 rad har ändrats sedan förslaget").Says(t, "−563 kr")
		room.As(town.Attester).Post(t, address+"/attest", "once", "b").Must(t, 422).Says(t, town.Case(id).Number)
	})
	t.Run("withdraw, propose, attest", func(t *testing.T) {
		if room.As(town.PaymentOfficer).Get(t, address+"/attest").Must(t, 200).Doc.Find("main form").Length() != 0 {
			t.Error("the preparer is shown the button to attest")
		}
		room.As(town.PaymentOfficer).Post(t, address+"/withdraw", "once", "c").Must(t, 303)
		room.As(town.PaymentOfficer).Post(t, address+"/withdraw", "once", "d").Must(t, 409)
		room.As(town.Attester).Get(t, address).Must(t, 200).Says(t, "Förslaget är tillbakadraget")
		room.As(town.Attester).Get(t, address+"/attest").Must(t, 200).Says(t, "Veckan kan föreslås på nytt")
		address = "/payments/runs/" + string(town.Proposed(week))
		room.As(town.Attester).Get(t, address+"/attest").Must(t, 200).Says(t, "Attestera 2 249 kr till 1 deltagare")
		room.As(town.Attester).Post(t, address+"/attest", "once", "e").Must(t, 303)
		room.As(town.Attester).Post(t, address+"/attest", "once", "e").Must(t, 303) // sent twice
		room.As(town.Attester).Post(t, address+"/attest", "once", "f").Must(t, 422)
		room.As(town.PaymentOfficer).Get(t, address+"/attest").Must(t, 200).Says(t, "Attesterad av Filip Attestant").Says(t, "har ingenstans att ta vägen")
		room.In("en").As(town.PaymentOfficer).Get(t, address+"/differences").Must(t, 200).Says(t, "1 payment has nowhere to go")
		room.In("sv")
	})
	t.Run("a protected identity is paid without a name, and a week of nothing is told", func(t *testing.T) {
		next := week.AddWeeks(1)
		placed, err := town.SeeMyWeek(t.Context(), town.ParticipantOf(hidden), next)
		if err != nil {
			t.Fatal(err)
		}
		town.Days(7)
		town.Reports(hidden, placed.Placements[0].Placement, next, officetest.WholeWeek...)
		address = "/payments/runs/" + string(town.Proposed(next))
		page := room.As(town.Attester).Get(t, address).Must(t, 200).Says(t, "Skyddad").Says(t, "5 dagar är inte bekräftade")
		if page.Doc.Find("main td a, main th a[href*='/work/cases/']").Length() != 0 {
			t.Error("a link leads to a protected identity")
		}
		room.As(town.Attester).Get(t, address+"/differences").Must(t, 200).Says(t, "2 deltagare får inget för veckan")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		for _, page := range []string{"", "/differences", "/attest", "/lines.csv"} {
			room.As(town.PaymentOfficer).Get(t, address+page).Must(t, 500)
		}
		room.As(town.PaymentOfficer).Post(t, address+"/withdraw", "once", "z").Must(t, 500)
		room.As(town.PaymentOfficer).Post(t, address+"/attest", "once", "z").Must(t, 500)
	})
}

// Where the amounts are others than when the run before was prepared, the page says which
// weeks lie too far back to be reckoned anew for everybody.
func TestRunSaysWhatNewAmountsDoNotReach(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	_, _, week := town.Due()
	town.Attested(week)
	rules, err := town.Law.Compensation(week.Sunday())
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(rules.Value)
	if err != nil {
		t.Fatal(err)
	}
	years := period.MustSpan("2027-01-01", "2027-12-31")
	town.Law, err = town.Law.With(law.Entered{Parameter: law.PriceBaseAmount, Days: years, Value: "60000", Source: "SFS"},
		law.Entered{Parameter: law.CompensationRules, Days: years, Value: string(text), Source: "SFS"})
	if err != nil {
		t.Fatal(err)
	}
	town.Days(7 * 60)
	address := "/payments/runs/" + string(town.Proposed(town.Today().Week().AddWeeks(-1)))
	for _, page := range []string{"", "/differences", "/attest"} {
		room.In("sv").As(town.Attester).Get(t, address+page).Must(t, 200).Says(t, "8 veckor från vecka 32, 2026 ligger mer än 52 veckor före")
		room.In("en").As(town.Attester).Get(t, address+page).Must(t, 200).Says(t, "8 weeks from week 32, 2026 lie more than 52 weeks before")
	}
}
