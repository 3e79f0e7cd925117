package worker_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/web/layout/pagetest"
	"fotfaste/internal/web/visit/visittest"
	"fotfaste/internal/web/worker"
)

func TestRequirement(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := visittest.Open(t, "worker", worker.Templates, worker.New(town.Office).Register)
	id := town.Active()
	town.Days(105) // to November
	address := "/work/cases/" + string(id) + "/requirement"
	right := []string{"cut", "reduced", "month", "2026-10", "reason", "Kom inte till språkkaféet.", "decided_on", "2026-10-28",
		"decided_by", "Socialnämndens utskott", "reference", "SN 2026-0815", "grave", "no"}
	but := func(name, value string) []string {
		changed := append([]string{}, right...)
		for i := 0; i < len(changed); i += 2 {
			if changed[i] == name {
				changed[i+1] = value
			}
		}
		return changed
	}

	post := func(to string, fields ...string) *pagetest.Answer {
		t.Helper()
		return room.As(town.CaseManager).Post(t, to, append([]string{"version", version(town, id)}, fields...)...)
	}

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		for _, page := range []string{"", "/obstacle", "/decision"} {
			room.As(town.Second).Get(t, address+page).Must(t, 403)
			room.As(town.Evaluator).Get(t, address+page).Must(t, 403)
		}
		room.As(town.PaymentOfficer).Post(t, address+"/decision", right...).Must(t, 403)
		room.As(town.CaseManager).Get(t, address+"/decision/00000000-0000-7000-8000-000000000000").Must(t, 404)
		post(address+"/obstacle/00000000-0000-7000-8000-000000000000/back").Must(t, 404)
	})
	t.Run("empty", func(t *testing.T) {
		for _, language := range []string{"sv", "en"} {
			room.In(language).As(town.CaseManager).Get(t, address).Must(t, 200)
			room.In(language).As(town.CaseManager).Get(t, address+"/obstacle").Must(t, 200)
			room.In(language).As(town.CaseManager).Get(t, address+"/decision").Must(t, 200)
		}
		room.In("sv")
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Inget beslut om nedsatt eller nekat bistånd").Says(t, "Främsta försörjningshinder saknas")
	})
	t.Run("invalid", func(t *testing.T) {
		post(address+"/obstacle", "obstacle", "social_reasons", "from", "2026-13").Must(t, 422)
		post(address+"/obstacle", "obstacle", "social_reasons", "from", "2026-12").Must(t, 422).Says(t, "november 2026")
		post(address+"/obstacle", "from", "2026-11").Must(t, 422)
		// Nothing that was typed is lost, and the message stands beside its field.
		page := post(address+"/decision", but("month", "2026-09")...).Must(t, 422).Says(t, "tillämpas först på biståndet för oktober 2026")
		if text, _ := page.Doc.Find("textarea[name=reason]").Html(); !strings.Contains(text, "språkkaféet") {
			t.Errorf("the reason is lost: %q", text)
		}
		post(address+"/decision", but("grave", "yes")...).Must(t, 422).Says(t, "hjälp går före krav")
		post(address+"/decision", but("decided_on", "2027-01-01")...).Must(t, 422)
		post(address+"/decision").Must(t, 422)
	})
	t.Run("stale", func(t *testing.T) {
		room.As(town.CaseManager).Post(t, address+"/decision", append([]string{"version", "1"}, right...)...).Must(t, 409).Says(t, "Uppgifterna har ändrats")
	})
	t.Run("success", func(t *testing.T) {
		post(address+"/obstacle", "obstacle", "social_reasons", "from", "2026-10").Must(t, 303)
		post(address+"/obstacle", "obstacle", "no_childcare", "from", "2026-11").Must(t, 303)
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Saknar barnomsorg sedan november 2026")
		back, _ := page.Doc.Find("form[action$='/back']").First().Attr("action")
		post(back).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Arbetshinder av sociala skäl sedan oktober 2026").Says(t, "Togs tillbaka av")

		post(address+"/decision", right...).Must(t, 303)
		page = room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "1 beslut om nedsatt eller nekat bistånd")
		one, _ := page.Doc.Find("a[href*='/requirement/decision/']").Attr("href")
		room.As(town.CaseManager).Get(t, one).Must(t, 200).Says(t, "Nedsatt bistånd i oktober 2026").Says(t, "SN 2026-0815")
		post(address+"/decision", right...).Must(t, 422).Says(t, "finns redan ett beslut")
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)+"/events").Must(t, 200).Says(t, "Nedsatt bistånd i oktober 2026")
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)+"/decisions").Must(t, 200).Says(t, "Försörjningshinder och beslut om biståndet")

		post(one, "why", "").Must(t, 422)
		post(one, "why", "changed").Must(t, 303)
		room.As(town.CaseManager).Get(t, one).Must(t, 200).Says(t, "Beslutet har ändrats")
		post(one, "why", "changed").Must(t, 404)
		room.In("en").As(town.CaseManager).Get(t, one).Must(t, 200).Says(t, "Reduced assistance in October 2026")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		for _, page := range []string{"", "/obstacle", "/decision"} {
			room.As(town.CaseManager).Get(t, address+page).Must(t, 500)
		}
	})
}
