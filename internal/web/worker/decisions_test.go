package worker_test

import (
	"testing"

	"fotfaste/internal/casework/officetest"
)

func TestDecisions(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Managed()
	address := "/work/cases/" + string(id) + "/decisions"
	start := "/work/cases/" + string(id) + "/start"

	nobodyElse(t, town, "decisions", string(id))
	for language, says := range map[string]string{"sv": "Platsen gäller 3 augusti 2026–2 augusti 2027", "en": "How to appeal"} {
		room.In(language).As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, says)
	}
	room.In("sv").As(town.CaseManager).Get(t, address).Says(t, "Bo Beslutsfattare").Says(t, "sista dagen 24 augusti 2026").Says(t, "inom 3 veckor")

	room.AsNobody().Post(t, start, "once", "a").Must(t, 401)
	room.As(town.DecisionMaker).Post(t, start, "once", "b", "version", version(town, id)).Must(t, 403)
	room.As(town.CaseManager).Post(t, start, "once", "c", "version", "1").Must(t, 409)
	room.As(town.CaseManager).Post(t, start, "once", "d", "version", version(town, id)).Must(t, 303)
	room.As(town.CaseManager).Post(t, start, "once", "e", "version", version(town, id)).Must(t, 422)

	empty := town.Assessed()
	room.As(town.DecisionMaker).Get(t, "/work/cases/"+string(empty)+"/decisions").Must(t, 200).Says(t, "Inget är beslutat än")
	town.DB.Close()
	room.As(town.CaseManager).Get(t, address).Must(t, 500)
	room.As(town.CaseManager).Post(t, start, "once", "z", "version", "1").Must(t, 500)
}

func TestDecisionNew(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Assessed()
	address := "/work/cases/" + string(id) + "/decisions/new/"
	send := func(kind string, pairs ...string) int {
		return room.As(town.DecisionMaker).Post(t, address+kind, append(pairs, "version", version(town, id))...).Code
	}

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "decisions/new/grant", string(id))
		room.As(town.DecisionMaker).Get(t, address+"pardon").Must(t, 404)
		room.As(town.Assessor).Post(t, address+"grant", "once", "a", "version", version(town, id), "from", "2026-08-03", "reason", officetest.Reason).Must(t, 403)
		both := town.Assessor
		both.Role = town.DecisionMaker.Role
		room.As(both).Post(t, address+"grant", "once", "b", "version", version(town, id), "from", "2026-08-03", "reason", officetest.Reason).Must(t, 403).
			Says(t, "någon annan")
		room.As(town.Assessor).Get(t, address+"grant").Must(t, 303) // no form for who does not decide
	})
	t.Run("invalid", func(t *testing.T) {
		again := room.As(town.DecisionMaker).Post(t, address+"grant", "once", "c", "version", version(town, id), "from", "2026-08-01", "reason", officetest.Reason).
			Must(t, 422).Says(t, "tidigast från den dag")
		if kept := again.Doc.Find("#f-reason").Text(); kept != officetest.Reason {
			t.Errorf("what was typed is lost: %q", kept)
		}
		room.As(town.DecisionMaker).Post(t, address+"grant", "once", "d", "version", version(town, id), "from", "2026-08-03", "reason", "För kort").Must(t, 422)
		room.As(town.DecisionMaker).Post(t, address+"refuse", "once", "e", "version", version(town, id), "reason", officetest.Reason).Must(t, 422).Says(t, "minst ett råd")
		room.As(town.DecisionMaker).Post(t, address+"grant", "once", "f", "version", "1", "from", "2026-08-03", "reason", officetest.Reason).Must(t, 409)
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.DecisionMaker).Get(t, address+"grant").Must(t, 200).Says(t, "på heltid i 1 år").Says(t, "Tillhör målgruppen").Says(t, "steg 4")
		room.In("en").As(town.DecisionMaker).Get(t, address+"refuse").Must(t, 200).Says(t, "Advice on where")
		room.In("sv")
		if code := send("grant", "once", "g", "from", "2026-08-03", "reason", officetest.Reason); code != 303 {
			t.Fatal(code)
		}
		room.As(town.DecisionMaker).Get(t, "/work/cases/"+string(id)+"/decisions").Must(t, 200).Says(t, officetest.Reason)
	})
	t.Run("a refusal carries where to turn", func(t *testing.T) {
		no := town.Assessed()
		room.As(town.DecisionMaker).Post(t, "/work/cases/"+string(no)+"/decisions/new/refuse", "once", "h", "version", version(town, no),
			"reason", officetest.Reason, "advice", "health_care", "advice", "budget_and_debt").Must(t, 303)
		room.As(town.DecisionMaker).Get(t, "/work/cases/"+string(no)+"/decisions").Must(t, 200).Says(t, "vårdcentralen").Says(t, "budget- och skuldrådgivning")
	})
	t.Run("a place is paused, resumed, extended and stopped", func(t *testing.T) {
		id = town.Active()
		address = "/work/cases/" + string(id) + "/decisions/new/"
		for i, step := range [][]string{
			{"pause", "from", "2026-08-03", "to", "2026-08-20"}, {"resume", "from", "2026-08-03"},
			{"extend", "to", "2027-12-31"}, {"stop", "from", "2026-08-03"},
		} {
			room.As(town.DecisionMaker).Get(t, address+step[0]).Must(t, 200)
			if code := send(step[0], append(step[1:], "once", string(rune('m'+i)), "reason", officetest.Reason)...); code != 303 {
				t.Fatalf("%s: %d", step[0], code)
			}
		}
		room.As(town.DecisionMaker).Get(t, "/work/cases/"+string(id)+"/decisions").Must(t, 200).Says(t, "avslutad i förtid").Says(t, "Ett senare beslut gäller")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.DecisionMaker).Get(t, address+"grant").Must(t, 500)
		room.As(town.DecisionMaker).Post(t, address+"grant", "once", "z", "version", "1", "from", "2026-08-03", "reason", officetest.Reason).Must(t, 500)
	})
}
