package payment_test

import (
	"strings"
	"testing"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/recovery"
)

func TestRecoveries(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	officer := town.PaymentOfficer
	const address = "/payments/recoveries"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		room.As(town.CaseManager).Get(t, address+".csv").Must(t, 403)
	})
	t.Run("empty", func(t *testing.T) {
		room.As(officer).Get(t, address).Must(t, 200).Says(t, "0 ärenden om återbetalning är öppna").Says(t, "Inget här")
	})
	of, found := town.Overpaid()
	t.Run("invalid", func(t *testing.T) {
		room.As(officer).Get(t, address+"?state=lost&page=nine").Must(t, 200).Says(t, "Alla (1)")
	})
	t.Run("success", func(t *testing.T) {
		room.As(officer).Get(t, address).Must(t, 200).Says(t, "1 ärende om återbetalning är öppet").Says(t, "Amina Exempel").Says(t, "563 kr").
			Says(t, "vecka 32, 2026").Says(t, "i utbetalningen för vecka")
		room.As(officer).Get(t, address+"?state=claimed").Must(t, 200).Says(t, "Inget här")
		room.In("en").As(officer).Get(t, address+"?state=opened").Must(t, 200).Says(t, "Not told (1)").Says(t, "Found, not told")
		file := room.In("sv").As(officer).Get(t, address+".csv").Must(t, 200)
		if text := file.Body.String(); !strings.Contains(text, "Amina Exempel") || !strings.Contains(text, ";563;563;0;0;"+recovery.Reference(found.ID)) {
			t.Errorf("%s", text)
		}
		town.Protect(of)
		for _, page := range []string{address, address + ".csv"} {
			if text := room.As(officer).Get(t, page).Must(t, 200).Body.String(); strings.Contains(text, "Amina") || !strings.Contains(text, "Skyddad") {
				t.Errorf("%s names somebody protected", page)
			}
			room.As(officer).Get(t, page).Must(t, 200).Says(t, recovery.Reference(found.ID))
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(officer).Get(t, address).Must(t, 500)
		room.As(officer).Get(t, address+".csv").Must(t, 500)
	})
}

// Weeks that one run found are told by how many they are and from which to which.
func TestARecoveryOfTwoWeeks(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	of, at, first := town.Due()
	town.Pays()
	town.HasAccount(of, 0)
	for n := range 2 {
		town.Answers(town.Sent(town.Attested(first.AddWeeks(n))), "")
		town.Days(7)
		town.Reports(of, at, first.AddWeeks(n+1), officetest.WholeWeek...)
	}
	for n := range 2 {
		town.Settled(of, at, first.AddWeeks(n).Monday(), attendance.AbsentUnapproved)
	}
	town.Attested(first.AddWeeks(2))
	room.As(town.PaymentOfficer).Get(t, "/payments/recoveries").Must(t, 200).Says(t, "1 126 kr").Says(t, "2 veckor, från vecka 32, 2026 till vecka 33, 2026")
	file := room.As(town.PaymentOfficer).Get(t, "/payments/recoveries.csv").Must(t, 200)
	if text := file.Body.String(); !strings.Contains(text, ";2026-W32;2026-W33;2;") {
		t.Errorf("%s", text)
	}
}

func TestRepay(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	officer := town.PaymentOfficer
	of, found := town.Overpaid()
	address := "/payments/recoveries/" + string(found.ID)

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		room.As(town.CaseManager).Post(t, address, "once", "a", "day", "2026-08-17", "amount", "1").Must(t, 403)
		room.As(officer).Get(t, "/payments/recoveries/"+string(of)).Must(t, 404)
		self := officer
		self.Person = town.Case(of).Person
		room.As(self).Get(t, address).Must(t, 403)
	})
	t.Run("before the decision", func(t *testing.T) {
		room.As(officer).Get(t, address).Must(t, 200).Says(t, "563 kr väntar på en persons beslut")
		room.As(officer).Post(t, address, "once", "b", "version", "1", "day", "2026-08-17", "amount", "1").Must(t, 422).Says(t, "inget krav")
	})
	town.Heard(of, found.ID)
	town.Decided(of, found.ID, recovery.Draft{Choice: recovery.ClaimAll, Plan: town.AtOnce()})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(officer).Post(t, address, "once", "c", "version", "4", "day", "2026-08-01", "amount", "600").Must(t, 422).Says(t, "mellan 1 krona och 563 kr")
		if again.Doc.Find("#f-amount-error").Length() != 1 || again.Doc.Find("#f-day-error").Length() != 1 || again.Doc.Find("#f-amount").AttrOr("value", "") != "600" {
			t.Error("no message stands beside a field, or what was typed is lost")
		}
		room.As(officer).Post(t, address, "once", "d", "version", "3", "day", "2026-08-17", "amount", "1").Must(t, 409)
	})
	t.Run("success", func(t *testing.T) {
		page := room.As(officer).Get(t, address).Must(t, 200).Says(t, "563 kr är kvar att betala tillbaka").Says(t, "Amina Exempel")
		if strings.Contains(page.Text(), officetest.ReasonToDecide) || strings.Contains(page.Text(), "Jag trodde") {
			t.Error("the payment office reads why")
		}
		room.As(officer).Post(t, address, "once", "e", "version", "4", "day", town.Today().String(), "amount", "200").Must(t, 303)
		room.As(officer).Post(t, address, "once", "e", "version", "4", "day", town.Today().String(), "amount", "200").Must(t, 303) // sent twice
		room.In("en").As(officer).Get(t, address).Must(t, 200).Says(t, "363 kr is left to pay back").Says(t, "Eva Utbetalare")
		room.In("sv").As(officer).Post(t, address, "once", "f", "version", "5", "day", town.Today().String(), "amount", "363").Must(t, 303)
		room.As(officer).Get(t, address).Must(t, 200).Says(t, "Inget är kvar")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(officer).Get(t, address).Must(t, 500)
		room.As(officer).Post(t, address, "once", "z", "day", "2026-08-17", "amount", "1").Must(t, 500)
	})
}

// A claim whose week has risen is to be looked at again, and what the participant had in
// hand is said where the run is read.
func TestARaisedClaim(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	_, found, run := town.Raised()
	room.As(town.PaymentOfficer).Get(t, "/payments/recoveries").Must(t, 200).Says(t, "400 kr höjt sedan beslutet: se på det igen")
	room.As(town.PaymentOfficer).Get(t, "/payments/recoveries/"+string(found.ID)).Must(t, 200).
		Says(t, "Höjd sedan beslutet: se på det igen").Says(t, "kravet gäller tills en person beslutar igen").Says(t, "Visade sig rätt")
	room.As(town.PaymentOfficer).Get(t, "/payments/runs/"+string(run)).Must(t, 200).Says(t, "163 kr har deltagaren redan: pengarna krävdes inte tillbaka")
	room.In("en").As(town.PaymentOfficer).Get(t, "/payments/runs/"+string(run)).Must(t, 200).Says(t, "The participant has 163 kr already: the money was not claimed back")
}
