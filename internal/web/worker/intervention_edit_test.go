package worker_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"fotfaste/internal/access"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/catalogue"
)

// asShown is the form of the page as a browser would send it back, with changes.
func asShown(form *goquery.Selection, changes ...string) []string {
	changed := map[string]bool{}
	for n := 0; n < len(changes); n += 2 {
		changed[changes[n]] = true
	}
	var out []string
	add := func(name, value string) {
		if name != "" && !changed[name] {
			out = append(out, name, value)
		}
	}
	for _, field := range form.Find("input, select, textarea").EachIter() {
		name := field.AttrOr("name", "")
		switch kind := field.AttrOr("type", ""); {
		case (kind == "checkbox" || kind == "radio") && field.Is("[checked]"), kind != "checkbox" && kind != "radio" && field.Is("input"):
			add(name, field.AttrOr("value", ""))
		case field.Is("select"):
			add(name, field.Find("option[selected]").AttrOr("value", ""))
		case field.Is("textarea"):
			add(name, field.Text())
		}
	}
	return append(out, changes...)
}

func TestInterventionEdit(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Kitchen(1, 20)
	shown := "/work/catalogue/" + string(id)
	address := shown + "/edit"
	form := func(who access.Actor, changes ...string) []string {
		page := room.As(who).Get(t, address).Must(t, 200)
		return asShown(page.Doc.Find("main form"), changes...)
	}
	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		for _, who := range []access.Actor{town.CaseManager, town.Evaluator, town.Administrator, town.Partner} {
			room.As(who).Get(t, address).Must(t, 403)
			room.As(who).Post(t, address).Must(t, 403)
			room.As(who).Post(t, shown+"/confirm").Must(t, 403)
		}
		room.As(town.Supervisor).Get(t, "/work/catalogue/"+string(town.CaseManager.Account)+"/edit").Must(t, 404)
		elsewhere := town.KitchenAt(town.Unit)
		room.As(town.Supervisor).Get(t, "/work/catalogue/"+string(elsewhere)+"/edit").Must(t, 404)
		room.As(town.Supervisor).Post(t, "/work/catalogue/"+string(elsewhere)+"/confirm").Must(t, 404)
		if said := room.As(town.CaseManager).Get(t, shown).Must(t, 200).Doc.Find(`a[href="` + address + `"]`).Length(); said != 0 {
			t.Error("a way that is closed")
		}
	})
	t.Run("saved as it was, it is confirmed", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, shown).Must(t, 200).Says(t, "Aldrig bekräftad").Says(t, "Ingen har ändrat")
		was := town.Intervention(id)
		room.As(town.Supervisor).Post(t, address, form(town.Supervisor)...).Must(t, 303)
		if differ := catalogue.Differences(was, town.Intervention(id)); len(differ) != 0 {
			t.Errorf("the form lost or changed %v", differ)
		}
		room.As(town.CaseManager).Get(t, shown).Must(t, 200).Says(t, "Bekräftad, allt stämmer").Says(t, "Kaj Handledare")
	})
	t.Run("invalid, and nothing is lost", func(t *testing.T) {
		again := room.As(town.Supervisor).Post(t, address, form(town.Supervisor, "purpose", "", "contact", "Nya växeln", "step_to", "9",
			"age_least", "40", "age_most", "30", "start", "cohort", "start_days", "", "languages", "x")...).Must(t, 422)
		for _, field := range []string{"purpose", "step_to", "age_most", "start_days", "languages"} {
			if again.Doc.Find("#f-"+field+"-error").Length() != 1 {
				t.Errorf("nothing is said beside %s", field)
			}
		}
		if again.Doc.Find("#f-contact").AttrOr("value", "") != "Nya växeln" {
			t.Error("what was typed is lost")
		}
		for field, bad := range map[string]string{"start_days": "i höst", "age_most": "", "step_from": "tre", "not_with": "x"} {
			changes := []string{field, bad, "start", "cohort"}
			if field == "age_most" {
				changes = append(changes, "age_least", "20")
			}
			room.As(town.Supervisor).Post(t, address, form(town.Supervisor, changes...)...).Must(t, 422)
		}
		room.As(town.Supervisor).Post(t, address, form(town.Supervisor, "start", "cohort", "start_days", "2020-01-01")...).Must(t, 422).Says(t, "har redan varit")
	})
	t.Run("a provider changes its own part, and it stands in the history", func(t *testing.T) {
		room.As(town.Supervisor).Post(t, address, form(town.Supervisor, "name", "Guldgruvan", "price", "1000", "contact", "Nya växeln",
			"languages", "ar", "start", "cohort", "start_days", "2026-08-17, 2026-09-14", "age_least", "18", "age_most", "30",
			"enrolled_af", "yes", "localities", "Ryd, Skäggetorp")...).Must(t, 303)
		i := town.Intervention(id)
		if i.Name != "Köksspåret" || i.Price != 0 || i.Contact != "Nya växeln" || len(i.StartDays) != 2 || i.Criteria.Age == nil || i.Places != 1 || !*i.Criteria.EnrolledAF {
			t.Errorf("%+v", i)
		}
		page := room.As(town.CaseManager).Get(t, shown).Must(t, 200)
		page.Says(t, "Nya växeln").Says(t, "Verkstadens växel").Says(t, "arabiska").Says(t, "18–30").Says(t, "Ryd och Skäggetorp")
		room.In("en").As(town.CaseManager).Get(t, shown).Must(t, 200).Says(t, "Start days").Says(t, "Arabic")
		room.In("sv")
	})
	t.Run("the manager changes everything", func(t *testing.T) {
		room.As(town.Manager).Post(t, address, form(town.Manager, "name", "Köket", "evidence", "ips", "provider", string(town.Unit))...).Must(t, 303)
		if i := town.Intervention(id); i.Name != "Köket" || i.Evidence != "ips" || i.Provider != town.Unit || len(i.StartDays) != 2 || i.Criteria.Age == nil {
			t.Errorf("%+v", i)
		}
		page := room.As(town.CaseManager).Get(t, shown).Must(t, 200).Says(t, "Verkstaden").Says(t, "Arbetsmarknadsenheten")
		if page.Doc.Find(`a[href="/evidence/ips"]`).Length() != 1 {
			t.Error("no way to the card")
		}
		room.As(town.Manager).Post(t, address, form(town.Manager, "provider", string(town.Agency))...).Must(t, 422)
		room.As(town.Manager).Post(t, address, form(town.Manager, "provider", string(id))...).Must(t, 422)
	})
	t.Run("two at once: the second sees that it is another now", func(t *testing.T) {
		first, second := form(town.Manager, "contact", "Ett"), form(town.Manager, "contact", "Två")
		room.As(town.Manager).Post(t, address, first...).Must(t, 303)
		again := room.As(town.Manager).Post(t, address, second...).Must(t, 409)
		room.As(town.Manager).Post(t, address, asShown(again.Doc.Find("main form"))...).Must(t, 303)
		if got := town.Intervention(id).Contact; got != "Två" {
			t.Errorf("%s", got)
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Manager).Get(t, address).Must(t, 500)
		room.As(town.Manager).Post(t, address).Must(t, 500)
		room.As(town.Manager).Post(t, shown+"/confirm").Must(t, 500)
	})
}

// Criteria that somebody no longer meets are told to the case manager, and nothing happens
// to their place.
func TestChangedCriteriaAreAdvice(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	of, placed := town.Offered()
	before := town.Placement(placed)
	page := "/work/cases/" + string(of) + "/placements/" + string(placed)
	if said := room.As(town.CaseManager).Get(t, page).Must(t, 200).Doc.Text(); strings.Contains(said, "Villkoren i dag") {
		t.Error("advice where there is none to give")
	}
	edit := "/work/catalogue/" + string(before.Intervention) + "/edit"
	form := asShown(room.As(town.Manager).Get(t, edit).Must(t, 200).Doc.Find("main form"), "age_least", "100", "age_most", "120", "open", "")
	room.As(town.Manager).Post(t, edit, form...).Must(t, 303)
	room.As(town.CaseManager).Get(t, page).Must(t, 200).Says(t, "Villkoren i dag").Says(t, "påverkar varken plats eller kö")
	if after := town.Placement(placed); after.State != before.State || after.OfferUntil == nil || *after.OfferUntil != *before.OfferUntil {
		t.Errorf("%+v", after)
	}
}

func TestInterventionConfirm(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Kitchen(1, 20)
	shown := "/work/catalogue/" + string(id)
	list := func() string { return room.As(town.CaseManager).Get(t, "/work/catalogue").Must(t, 200).Doc.Text() }
	if !strings.Contains(list(), "Aldrig bekräftad") {
		t.Error("what nobody has confirmed is not marked")
	}
	for n, who := range []access.Actor{town.Supervisor, town.Manager} { // at the same moment
		back := room.As(who).Post(t, shown+"/confirm", "once", string(rune('a'+n))).Must(t, 303).Header().Get("Location")
		if want := map[bool]string{true: "/provider", false: shown}[who.Account == town.Supervisor.Account]; !strings.HasPrefix(back, want) {
			t.Errorf("back to %s", back)
		}
	}
	if said := list(); strings.Contains(said, "Aldrig bekräftad") || strings.Contains(said, "Inte bekräftad") {
		t.Error("what is confirmed is still marked")
	}
	town.Days(catalogue.StaleDays + 1)
	if !strings.Contains(list(), "Inte bekräftad sedan") {
		t.Error("what is old is not marked")
	}
	room.In("en").As(town.CaseManager).Get(t, shown).Must(t, 200).Says(t, "Not confirmed since").Says(t, "everything is right")
}
