package worker_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/recovery"
)

func TestRecovery(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	of, found := town.Overpaid()
	page := "/work/cases/" + string(of) + "/recovery/" + string(found.ID)
	manager := town.CaseManager

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, page).Must(t, 303)
		room.As(town.Second).Get(t, page).Must(t, 403)
		room.As(town.Second).Post(t, page+"/tell", "once", "a", "answer_by", "2026-09-10").Must(t, 403)
		room.As(town.PaymentOfficer).Post(t, page+"/view", "once", "b", "words", "Hej").Must(t, 403)
		room.As(manager).Get(t, "/work/cases/"+string(of)+"/recovery/"+string(of)).Must(t, 404)
		room.As(manager).Get(t, "/work/cases/"+string(town.Active())+"/recovery/"+string(found.ID)).Must(t, 404)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(manager).Post(t, page+"/tell", "once", "c", "version", "1", "answer_by", "2026-08-18").Must(t, 422)
		if again.Doc.Find("#f-answer_by-error").Length() != 1 || again.Doc.Find("#f-answer_by").AttrOr("value", "") != "2026-08-18" {
			t.Error("no message stands beside the day, or it is lost")
		}
		room.As(manager).Post(t, page+"/view", "once", "d", "words", "Hej").Must(t, 422).Says(t, "underrättelsen har skickats")
	})
	t.Run("success", func(t *testing.T) {
		room.As(manager).Get(t, "/work").Must(t, 200).Says(t, "Berätta att det har betalats för mycket")
		room.As(manager).Get(t, "/work/cases/"+string(of)+"/compensation").Must(t, 200).Says(t, "Upptäckt, inte berättat")
		room.As(manager).Get(t, page).Must(t, 200).Says(t, "563 kr är betalt för mycket för 1 vecka").Says(t, "måndag 3 augusti: deltog → borta utan lov")
		room.As(manager).Post(t, page+"/tell", "once", "e", "version", "1", "answer_by", town.Today().AddDays(21).String()).Must(t, 303)
		room.As(manager).Post(t, page+"/view", "once", "f", "words", "Jag var hos läkaren.").Must(t, 303)
		room.In("en").As(manager).Get(t, page).Must(t, 200).Says(t, "Jag var hos läkaren.").Says(t, "Noted by Cia Resursperson")
		room.In("sv").As(town.DecisionMaker).Get(t, "/work").Must(t, 200).Says(t, "Återbetalningar att besluta").Says(t, "563 kr")
		room.As(town.DecisionMaker).Get(t, page).Must(t, 200).Says(t, "Besluta")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(manager).Get(t, page).Must(t, 500)
		room.As(manager).Post(t, page+"/view", "once", "z", "words", "Hej").Must(t, 500)
	})
}

func TestRecoveryDecide(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	of, found := town.Overpaid()
	page := "/work/cases/" + string(of) + "/recovery/" + string(found.ID)
	address, decider := page+"/decide", town.DecisionMaker

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.Second).Get(t, address).Must(t, 403)
		room.As(decider).Get(t, address).Must(t, 303) // nobody has been told
		town.Heard(of, found.ID)
		room.As(town.CaseManager).Get(t, address).Must(t, 303)
		room.As(town.CaseManager).Post(t, address, "once", "a", "version", "3", "choice", "waive_all", "reason", officetest.ReasonToDecide).Must(t, 403)
		both := decider
		both.Account = town.Attester.Account
		room.As(both).Get(t, page).Must(t, 200).Says(t, "Låt en kollega göra det")
		room.As(both).Get(t, address).Must(t, 303)
		room.As(both).Post(t, address, "once", "q", "version", "3", "choice", "waive_all", "reason", officetest.ReasonToDecide).Must(t, 403)
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(decider).Post(t, address, "once", "b", "version", "3", "choice", "claim_part", "part", "563", "reason", officetest.ReasonToDecide,
			"way", "monthly", "first", "2026-08", "monthly", "9").Must(t, 422).Says(t, "mellan 1 och 562 kr")
		if again.Doc.Find("#f-reason").Text() == "" || again.Doc.Find("#f-part-error").Length() != 1 {
			t.Error("what was typed is lost, or nothing is said of it")
		}
		room.As(decider).Post(t, address, "once", "c", "version", "3", "choice", "claim_all", "reason", officetest.ReasonToDecide,
			"way", "monthly", "first", "soon", "monthly", "9").Must(t, 422).Says(t, "Välj månaden")
		room.As(decider).Post(t, address, "once", "d", "version", "3", "choice", "claim_all", "reason", officetest.ReasonToDecide,
			"way", "monthly", "first", "2026-08", "monthly", "9").Must(t, 422).Says(t, "september 2026 eller senare").Says(t, "mellan 16 kr och 563 kr")
		room.As(decider).Post(t, address, "once", "e", "version", "3", "choice", "claim_all", "reason", "kort").Must(t, 422)
		room.As(decider).Post(t, address, "once", "f", "version", "2", "choice", "waive_all", "reason", officetest.ReasonToDecide).Must(t, 409).Says(t, "har ändrats sedan")
	})
	t.Run("success", func(t *testing.T) {
		room.As(decider).Get(t, address).Must(t, 200).Says(t, "Ska 563 kr betalas tillbaka?").Says(t, "Jag trodde att jag hade fått ledigt.").Says(t, "i god tro")
		room.As(decider).Post(t, address, "once", "g", "version", "3", "choice", "claim_part", "part", "400", "reason", officetest.ReasonToDecide,
			"way", "monthly", "first", "2026-09", "monthly", "150").Must(t, 303)
		room.As(decider).Get(t, page).Must(t, 200).Says(t, "400 kr av 400 kr är kvar").Says(t, officetest.ReasonToDecide).Says(t, "30 september 2026")
		room.In("en").As(decider).Get(t, address).Must(t, 200).Says(t, "New decision about the 400 kr that is left")
		room.In("sv").As(decider).Post(t, address, "once", "h", "version", "4", "choice", "claim_part", "part", "100", "reason", officetest.ReasonToDecide,
			"way", "at_once", "due", town.Today().AddDays(40).String()).Must(t, 303)
		room.As(decider).Get(t, page).Must(t, 200).Says(t, "Tidigare beslut").Says(t, "100 kr av 400 kr är kvar")
		if r := town.Recoveries(of)[0]; r.Left() != 100 || r.Dropped != 300 || r.State != recovery.Claimed {
			t.Errorf("%+v", r)
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(decider).Get(t, address).Must(t, 500)
		room.As(decider).Post(t, address, "once", "z", "version", "5", "choice", "waive_all", "reason", officetest.ReasonToDecide).Must(t, 500)
	})
}

// A recovery that has gone another way than to the last krona says so.
func TestRecoveryThatIsClosed(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	of, found := town.Overpaid()
	page := "/work/cases/" + string(of) + "/recovery/" + string(found.ID)
	town.Stated(of, found.ID)
	town.Days(recovery.LeastDays + 1)
	room.As(town.DecisionMaker).Get(t, page).Must(t, 200).Says(t, "Dagen för svar har gått")
	room.As(town.DecisionMaker).Get(t, page+"/decide").Must(t, 200).Says(t, "Att inte svara är inte att hålla med")
	room.As(town.DecisionMaker).Get(t, "/work").Must(t, 200).Says(t, "Inget svar senast")
	town.Decided(of, found.ID, recovery.Draft{Choice: recovery.WaiveAll})
	room.As(town.CaseManager).Get(t, page).Must(t, 200).Says(t, "Avslutat: inget ska betalas tillbaka")
}

// Who decides is told that a week has risen since, and what it means to drop the claim.
func TestRecoveryThatIsRaised(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	of, found, _ := town.Raised()
	page := "/work/cases/" + string(of) + "/recovery/" + string(found.ID)
	room.As(town.DecisionMaker).Get(t, page).Must(t, 200).Says(t, "Höjd sedan beslutet: se på det igen").Says(t, "Underrättelsen skickades").
		Says(t, "163 kr som inte behövde betalas tillbaka visade sig vara rätt").Says(t, "400 kr betalades ut fast kravet gäller")
	room.As(town.DecisionMaker).Get(t, page+"/decide").Must(t, 200).Says(t, "Tas kravet bort får deltagaren behålla båda beloppen")
	town.Decided(of, found.ID, recovery.Draft{Choice: recovery.ClaimPart, Part: 100, Plan: town.AtOnce()})
	if text := room.As(town.DecisionMaker).Get(t, page).Must(t, 200).Text(); strings.Contains(text, "se på det igen") {
		t.Error("it is asked for again after a new decision")
	}
}
