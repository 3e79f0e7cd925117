package payment_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/web/payment"
	"fotfaste/internal/web/visit/visittest"
)

func room(t *testing.T, town *officetest.Town) *visittest.Room {
	t.Helper()
	return visittest.Open(t, "payment", payment.Templates, payment.New(town.Office).Register)
}

func TestHome(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/payments"

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.AsNobody().Post(t, address, "once", "a").Must(t, 401)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		room.As(town.CaseManager).Post(t, address, "once", "a", "week", "2026-W32").Must(t, 403)
	})
	t.Run("empty", func(t *testing.T) {
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 200).Says(t, "Ingen vecka väntar på utbetalning").Says(t, "Ingen utbetalning än")
	})
	_, _, week := town.Due()
	t.Run("invalid", func(t *testing.T) {
		room.As(town.PaymentOfficer).Post(t, address, "once", "b", "week", "soon").Must(t, 422).Says(t, "Välj en vecka i listan")
		again := room.As(town.PaymentOfficer).Post(t, address, "once", "c", "week", week.AddWeeks(1).String()).Must(t, 422)
		if again.Doc.Find("#f-week-error").Length() != 1 {
			t.Error("no message stands beside the week")
		}
		room.As(town.PaymentOfficer).Post(t, address, "once", "d", "week", "2026-W20").Must(t, 422).Says(t, "inget mer att betala")
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 200).Says(t, "1 vecka väntar på utbetalning")
		first := room.As(town.PaymentOfficer).Post(t, address, "once", "e", "week", week.String()).Must(t, 303).Header().Get("Location")
		if again := room.As(town.Attester).Post(t, address, "once", "f", "week", week.String()).Must(t, 303).Header().Get("Location"); again != first {
			t.Errorf("a second run for the week: %s and %s", first, again)
		}
		room.As(town.PaymentOfficer).Post(t, address, "once", "e", "week", week.String()).Must(t, 303) // sent twice
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 200).Says(t, "Förslaget för vecka 32 väntar på attest").Says(t, "2 812 kr").Says(t, "Du tog fram det")
		room.In("en").As(town.PaymentOfficer).Get(t, address).Must(t, 200).Says(t, "The proposal for week 32 waits for attestation").Says(t, "Proposal")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.PaymentOfficer).Get(t, address).Must(t, 500)
		room.As(town.PaymentOfficer).Post(t, address, "once", "z", "week", week.String()).Must(t, 500)
	})
}
