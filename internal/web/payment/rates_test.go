package payment_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/period"
)

func TestRates(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/payments/rates"
	year := []string{"once", "a", "year", "2027", "amount", "60300", "source", "förordning (2026:1)"}
	rules := []string{"once", "b", "year", "2027", "confirmed", "yes", "source", "beslut KS 2026/1"}

	t.Run("guards", func(t *testing.T) {
		for _, page := range []string{"", "/new/year", "/new/rules", "/new/correction", "/" + string(town.IDs.New(town.Clock.Now()))} {
			room.AsNobody().Get(t, address+page).Must(t, 303)
			room.As(town.CaseManager).Get(t, address+page).Must(t, 403)
		}
		room.AsNobody().Post(t, address+"/new/year", year...).Must(t, 401)
		room.As(town.Manager).Get(t, address+"/new/year").Must(t, 403)
		for _, kind := range []string{"year", "rules"} {
			fields := map[string][]string{"year": year, "rules": rules}[kind]
			room.As(town.Manager).Post(t, address+"/new/"+kind, fields...).Must(t, 403)
		}
		room.As(town.PaymentOfficer).Get(t, address+"/"+string(town.IDs.New(town.Clock.Now()))).Must(t, 404)
		room.As(town.PaymentOfficer).Get(t, address+"/nothing").Must(t, 404)
	})
	t.Run("as they are", func(t *testing.T) {
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 200).Says(t, "Beloppen är kända till och med 31 december 2026").Says(t, "59 200 kr").
			Says(t, "Inget är infört än").Says(t, "Rätta ett belopp")
		room.As(town.Manager).Get(t, address).Must(t, 200).Says(t, "Du kan godkänna")
		room.In("en").As(town.Manager).Get(t, address).Must(t, 200).Says(t, "The amounts are known until 31 December 2026")
		room.In("sv")
	})
	t.Run("invalid, and nothing typed is lost", func(t *testing.T) {
		wrong := room.As(town.PaymentOfficer).Post(t, address+"/new/year", "once", "c", "year", "2027", "amount", "60350", "source", "förordning (2026:1)").
			Must(t, 422).Says(t, "hela hundratal")
		if kept, _ := wrong.Doc.Find("#f-source").Attr("value"); kept != "förordning (2026:1)" || wrong.Doc.Find("#f-amount-error").Length() != 1 {
			t.Errorf("the source is %q", kept)
		}
		room.As(town.PaymentOfficer).Post(t, address+"/new/year", "once", "d", "year", "soon", "amount", "much", "source", "").Must(t, 422)
		room.As(town.PaymentOfficer).Post(t, address+"/new/year", "once", "e", "year", "2026", "amount", "59300", "source", "x").Must(t, 422).Says(t, "Beloppet är känt till och med")
		room.As(town.PaymentOfficer).Post(t, address+"/new/year", "once", "f", "year", "2027", "amount", "90000", "source", "x").Must(t, 422).Says(t, "mer än 30 procent från 59 200 kr")
		room.As(town.PaymentOfficer).Post(t, address+"/new/rules", "once", "g", "year", "2027", "source", "x").Must(t, 422).Says(t, "Kryssa för")
		room.As(town.PaymentOfficer).Post(t, address+"/new/correction", "once", "h", "from", "2026-03-01", "to", "2026-02-01", "amount", "59300", "source", "x").
			Must(t, 422).Says(t, "Sista dagen kommer före")
	})
	id, _, _ := town.Due()
	town.Days(int(period.MustDay("2027-01-18") - town.Today()))
	var amount string
	t.Run("entered by one", func(t *testing.T) {
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 200).Says(t, "Prisbasbelopp: värdet har tagit slut").Says(t, "Procentsatser och regler: värdet har tagit slut").Says(t, "veckor väntar på ett belopp")
		amount = room.As(town.PaymentOfficer).Post(t, address+"/new/year", year...).Must(t, 303).Header().Get("Location")
		if waits := room.As(town.PaymentOfficer).Get(t, address).Must(t, 200).Says(t, "Nästa värde är infört och väntar"); waits.Doc.Find(`main .ff-notice a[href="`+amount+`"]`).Length() != 1 {
			t.Error("the notice does not lead to what waits to be approved")
		}
		room.As(town.PaymentOfficer).Get(t, amount).Must(t, 200).Says(t, "Prisbasbelopp 60 300 kr").Says(t, "+52 kr").Says(t, "procentsatser och regler").
			Says(t, "Det väntar på att en annan godkänner").Says(t, town.Case(id).Number)
		room.As(town.PaymentOfficer).Get(t, amount+"?children=some").Must(t, 200).Says(t, "Inget ärende passar")
		room.As(town.PaymentOfficer).Get(t, amount+"?q=amina").Must(t, 200).Says(t, "Amina Exempel")
		file := room.As(town.PaymentOfficer).Get(t, amount+"/cases.csv").Must(t, 200)
		if text := file.Body.String(); !strings.Contains(text, "2812;2864;52") {
			t.Errorf("the file says %q", text)
		}
		manager := room.As(town.Manager).Get(t, amount).Must(t, 200).Says(t, "Vem som får vad ser de som betalar ut")
		if strings.Contains(manager.Body.String(), "Amina") {
			t.Error("the manager is told who is paid")
		}
		room.As(town.PaymentOfficer).Post(t, amount+"/approve", "once", "i").Must(t, 403)
	})
	t.Run("approved by another", func(t *testing.T) {
		room.As(town.Manager).Post(t, amount+"/approve", "once", "j").Must(t, 303)
		after := room.As(town.PaymentOfficer).Get(t, address).Must(t, 200).Says(t, "Procentsatser och regler: värdet har tagit slut")
		if strings.Contains(after.Text(), "Prisbasbelopp: värdet har tagit slut") || after.Doc.Find(`main .ff-notice a[href="/payments/rates/new/rules"]`).Length() != 1 {
			t.Error("what is approved is still asked for, or what is missing cannot be entered from the notice")
		}
		room.As(town.Manager).Post(t, amount+"/approve", "once", "k").Must(t, 422).Says(t, "väntar inte längre")
		other := room.As(town.PaymentOfficer).Post(t, address+"/new/rules", rules...).Must(t, 303).Header().Get("Location")
		room.As(town.Attester).Get(t, other).Must(t, 200).Says(t, "Stämmer det med källan?")
		room.As(town.Attester).Post(t, other+"/approve", "once", "l").Must(t, 303)
		room.As(town.PaymentOfficer).Get(t, amount).Must(t, 200).Says(t, "veckor kan föreslås nu").Says(t, "Godkänt av Gun Chef")
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 200).Says(t, "Beloppen är kända till och med 31 december 2027").Says(t, "förordning (2026:1)")
	})
	t.Run("a correction that is withdrawn", func(t *testing.T) {
		fix := room.As(town.PaymentOfficer).Post(t, address+"/new/correction", "once", "m", "from", "2026-01-01", "to", "2026-12-31", "amount", "59300",
			"source", "rättelse").Must(t, 303).Header().Get("Location")
		room.As(town.PaymentOfficer).Get(t, fix).Must(t, 200).Says(t, "Prisbasbeloppet rättas till 59 300 kr").Says(t, "nästa utbetalning")
		room.As(town.PaymentOfficer).Post(t, fix+"/withdraw", "once", "n").Must(t, 303)
		room.As(town.Manager).Get(t, fix).Must(t, 200).Says(t, "Återtaget")
		room.In("en").As(town.PaymentOfficer).Get(t, fix).Must(t, 200).Says(t, "Withdrawn")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 500)
		room.As(town.PaymentOfficer).Get(t, address+"/new/rules").Must(t, 500)
		room.As(town.PaymentOfficer).Post(t, address+"/new/rules", rules...).Must(t, 500)
		room.As(town.PaymentOfficer).Get(t, amount).Must(t, 500)
		room.As(town.PaymentOfficer).Get(t, amount+"/cases.csv").Must(t, 500)
		room.As(town.PaymentOfficer).Post(t, amount+"/approve", "once", "o").Must(t, 500)
	})
}
