package participant_test

import (
	"testing"

	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/recovery"
)

func TestRecovery(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	of, found := town.Overpaid()
	me := town.ParticipantOf(of)
	address := "/me/recovery/" + string(found.ID)

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.ParticipantOf(town.Active())).Get(t, address).Must(t, 404)
		room.As(town.ParticipantOf(town.Active())).Post(t, address, "once", "a", "words", "Hej").Must(t, 404)
		room.As(town.CaseManager).Get(t, address).Must(t, 404)
		room.As(me).Get(t, "/me/recovery/"+string(of)).Must(t, 404)
	})
	t.Run("before anybody has written", func(t *testing.T) {
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Inget är beslutat. Vi skriver till dig snart")
		room.As(me).Get(t, "/me").Must(t, 200).Says(t, "Vi tror att du har fått 563 kr för mycket")
	})
	town.Stated(of, found.ID)
	t.Run("invalid", func(t *testing.T) {
		again := room.As(me).Post(t, address, "once", "b", "words", " ").Must(t, 422)
		if again.Doc.Find("#f-words-error").Length() != 1 {
			t.Error("nothing is said of an empty answer")
		}
	})
	t.Run("success", func(t *testing.T) {
		room.As(me).Get(t, "/me").Must(t, 200).Says(t, "Säg vad du tycker om 563 kr för mycket")
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Vi tror att du har fått 563 kr för mycket").Says(t, "deltog → borta utan lov").Says(t, "Vad tycker du?")
		room.As(me).Post(t, address, "once", "c", "words", "Jag var hos läkaren.").Must(t, 303)
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Jag var hos läkaren.")
		town.Decided(of, found.ID, recovery.Draft{Choice: recovery.ClaimPart, Part: 400,
			Plan: recovery.Plan{First: town.Today().Month() + 1, Monthly: 150}})
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Du har 400 kr kvar att betala tillbaka").Says(t, officetest.ReasonToDecide).
			Says(t, "30 september 2026").Says(t, "överklaga").
			Says(t, "referensen "+recovery.Reference(found.ID)).Says(t, "kommunens konto SE45 5000 0000 0583 9825 7466 (IBAN)")
		room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "You have 400 kr left to pay back")
		room.In("sv").As(me).Get(t, "/me").Must(t, 200).Says(t, "Du har 400 kr kvar att betala tillbaka")
		again := room.As(me).Post(t, address, "once", "d", "words", "En sak till.").Must(t, 422)
		again.Says(t, "tills någon har beslutat")
		if err := town.RecordRepayment(t.Context(), town.PaymentOfficer, found.ID, casework.Repaid{Day: town.Today(), Amount: 400}); err != nil {
			t.Fatal(err)
		}
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Du har betalat tillbaka allt. Tack.")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(me).Get(t, address).Must(t, 500)
		room.As(me).Post(t, address, "once", "z", "words", "Hej").Must(t, 500)
	})
}

// A week that rises after the decision: the participant reads what they had already, that
// the claim stands, and that they can ask for it to be looked at again.
func TestMyRecoveryIsRaised(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	of, found, _ := town.Raised()
	me := town.ParticipantOf(of)
	room.As(me).Get(t, "/me/recovery/"+string(found.ID)).Must(t, 200).Says(t, "Du kan be oss se på det igen").Says(t, "Höjningen betalas till dig i sin helhet")
	room.As(me).Get(t, "/me/money").Must(t, 200).Says(t, "163 kr av höjningen är redan betalt. Det är pengar som inte behövde betalas tillbaka. Resten, 400 kr, betalas ut.")
	room.In("en").As(me).Get(t, "/me/money").Must(t, 200).Says(t, "163 kr of the rise had been paid already")
}
