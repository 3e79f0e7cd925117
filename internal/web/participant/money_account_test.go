package participant_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestMoneyAccount(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := weeksRoom(t, town)
	id, _, week := town.Due()
	me := town.ParticipantOf(id)
	const address = "/me/money/account"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 403)
		room.AsNobody().Post(t, address, "once", "a").Must(t, 401)
		room.As(town.CaseManager).Post(t, address, "once", "a", "clearing", "5839", "number", "8257466").Must(t, 403)
	})
	t.Run("empty, and money that waits", func(t *testing.T) {
		room.As(me).Get(t, "/me/money").Must(t, 200).Says(t, "Berätta vart dina pengar ska gå")
		town.Attested(week)
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Berätta vart dina pengar ska gå").Says(t, "2 812 kr väntar på ett konto")
	})
	t.Run("invalid, nothing lost", func(t *testing.T) {
		for field, typed := range map[string][]string{
			"clearing": {"once", "b", "clearing", "12", "number", "8257466"},
			"number":   {"once", "c", "clearing", "5839", "number", "8257467"},
			"iban":     {"once", "d", "iban", "SE00 1234"},
		} {
			page := room.As(me).Post(t, address, typed...).Must(t, 422)
			if page.Doc.Find("#f-"+field+"-error").Length() != 1 || page.Doc.Find("#f-"+typed[2]).AttrOr("value", "") != typed[3] {
				t.Errorf("%s: no message beside it, or what was typed is lost", field)
			}
		}
		room.As(me).Post(t, address, "once", "e", "clearing", "5839", "number", "8257466", "iban", "SE45 5000 0000 0583 9825 7466").
			Must(t, 422).Says(t, "inte båda")
	})
	t.Run("success, masked, in both languages", func(t *testing.T) {
		room.As(me).Post(t, address, "once", "f", "clearing", "5839", "number", "825 74 66").Must(t, 303)
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Hit går nästa utbetalning").Says(t, "Dina pengar går till •••• 7466").Says(t, "SEB")
		room.As(me).Post(t, address, "once", "g", "iban", "se45 5000 0000 0583 9825 7466").Must(t, 303)
		room.In("en").As(me).Get(t, "/me/money").Must(t, 200).Says(t, "Your money goes to •••• 7466")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(me).Get(t, address).Must(t, 500)
		room.As(me).Post(t, address, "once", "z", "clearing", "5839", "number", "8257466").Must(t, 500)
	})
}
