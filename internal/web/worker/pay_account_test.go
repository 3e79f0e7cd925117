package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestPayAccount(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, _, week := town.Due()
	address := "/work/cases/" + string(id) + "/compensation/account"

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "compensation/account", string(id))
		room.AsNobody().Post(t, address, "once", "a").Must(t, 401)
		room.As(town.PaymentOfficer).Post(t, address, "once", "a", "clearing", "5839", "number", "8257466").Must(t, 403)
		room.As(town.CaseManager).Post(t, "/work/cases/none/compensation/account", "once", "a").Must(t, 404)
	})
	t.Run("empty", func(t *testing.T) {
		town.Attested(week)
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Det finns inget konto att betala till").Says(t, "2 812 kr väntar på ett konto")
		if page := room.As(town.PaymentOfficer).Get(t, address).Must(t, 200); page.Doc.Find("main form").Length() != 0 {
			t.Error("who pays is shown the form to say where to")
		}
	})
	t.Run("invalid, nothing lost", func(t *testing.T) {
		page := room.As(town.CaseManager).Post(t, address, "once", "b", "clearing", "5839", "number", "1").Must(t, 422)
		if page.Doc.Find("#f-number-error").Length() != 1 || page.Doc.Find("#f-clearing").AttrOr("value", "") != "5839" {
			t.Error("no message beside the number, or what was typed is lost")
		}
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Post(t, address, "once", "c", "clearing", "5839", "number", "8257466").Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Pengarna går till •••• 7466")
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "The money goes to •••• 7466")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
		room.As(town.CaseManager).Post(t, address, "once", "z", "clearing", "5839", "number", "8257466").Must(t, 500)
	})
}
