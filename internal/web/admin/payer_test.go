package admin_test

import (
	"strconv"
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestPayer(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/admin/payer"
	details := town.PayerDetails()
	pairs := func(once, number string) []string {
		fields := []string{"once", once, "name", details.Name, "organisation_number", number, "iban", details.IBAN, "bic", details.BIC}
		for account, in := range details.Accounts {
			fields = append(fields, "number_"+string(account), strconv.Itoa(in.Number), "name_"+string(account), in.Name)
		}
		return fields
	}
	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		room.AsNobody().Post(t, address, pairs("a", "1")...).Must(t, 401)
		room.As(town.PaymentOfficer).Post(t, address, pairs("b", details.OrganisationNumber)...).Must(t, 403)
	})
	t.Run("empty, with numbers to begin with", func(t *testing.T) {
		page := room.As(town.Administrator).Get(t, address).Must(t, 200).Says(t, "Inga filer kan göras än")
		if page.Doc.Find("#f-number_cost_base").AttrOr("value", "") == "" {
			t.Error("no number is offered")
		}
	})
	t.Run("invalid, nothing lost", func(t *testing.T) {
		page := room.As(town.Administrator).Post(t, address, pairs("c", "212000-0143")...).Must(t, 422)
		if page.Doc.Find("#f-organisation_number-error").Length() != 1 || page.Doc.Find("#f-iban").AttrOr("value", "") != details.IBAN {
			t.Error("no message beside the number, or what was typed is lost")
		}
		many := append([]string{"number_bank", "many"}, pairs("d", details.OrganisationNumber)...)
		room.As(town.Administrator).Post(t, address, many...).Must(t, 422).Says(t, "Skriv ett helt tal")
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.Administrator).Post(t, address, pairs("e", details.OrganisationNumber)...).Must(t, 303)
		room.As(town.Administrator).Get(t, address).Must(t, 200).Says(t, "Exempelstads kommun betalar från det här kontot").Says(t, "Ändrat av Ida Administratör")
		room.In("en").As(town.Administrator).Get(t, address).Must(t, 200).Says(t, "pays from this account")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Administrator).Get(t, address).Must(t, 500)
		room.As(town.Administrator).Post(t, address, pairs("z", details.OrganisationNumber)...).Must(t, 500)
	})
}
