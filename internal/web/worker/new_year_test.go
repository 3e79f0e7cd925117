package worker_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/placement"
)

// On 15 January 2027 nobody has decided the parameters of the year: the pages of a case
// open, say what cannot be done for lack of them, and ask for nothing that would be refused.
func TestTheCaseInAYearThatNobodyHasDecided(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, place := town.Agreed(), town.Kitchen(1, 20)
	at := "/work/cases/" + string(id)
	town.Days(165)

	t.Run("decisions", func(t *testing.T) {
		page := room.As(town.DecisionMaker).Get(t, at+"/decisions").Must(t, 200).
			Says(t, "Inga programregler är inlagda för 15 januari 2027").Says(t, "Bevilja plats")
		if n := page.Doc.Find(`main a[href*="decisions/new"]`).Length(); n != 0 {
			t.Errorf("%d decisions can be begun", n)
		}
		room.As(town.DecisionMaker).Get(t, at+"/decisions/new/stop").Must(t, 303)
		// Who began it before midnight is told the same, and what was typed is kept.
		again := room.As(town.DecisionMaker).Post(t, at+"/decisions/new/stop", "once", "a", "version", version(town, id), "from", "2027-01-15",
			"reason", "Deltagaren har själv bett att få sluta.").Must(t, 422).Says(t, "Inga programregler är inlagda")
		if kept := again.Doc.Find("#f-reason").Text(); !strings.Contains(kept, "själv bett") {
			t.Errorf("what was typed is lost: %q", kept)
		}
		room.In("en").As(town.DecisionMaker).Get(t, at+"/decisions").Must(t, 200).Says(t, "No programme rules are entered for 15 January 2027")
		room.In("sv")
		// Who may not decide is not told what they could not do.
		if page := room.As(town.CaseManager).Get(t, at+"/decisions").Must(t, 200); strings.Contains(page.Text(), "programregler") {
			t.Error("the case manager is told of rules for deciding")
		}
	})
	t.Run("case manager", func(t *testing.T) {
		page := room.As(town.DecisionMaker).Get(t, at+"/manager").Must(t, 200).
			Says(t, "Cia Resursperson är resursperson").Says(t, "Ingen gräns för antal ärenden per resursperson är inlagd för 15 januari 2027")
		if page.Doc.Find("#f-manager").Length() != 0 {
			t.Error("somebody can be chosen")
		}
		again := room.As(town.DecisionMaker).Post(t, at+"/manager", "once", "b", "version", version(town, id), "manager", string(town.Second.Account),
			"reason", "Föräldraledig från i dag.", "notes", "Amina ringer hellre än skriver.").Must(t, 422).Says(t, "Det finns ingen gräns för antal ärenden")
		if kept := again.Doc.Find("#f-notes").Text(); !strings.Contains(kept, "ringer hellre") {
			t.Errorf("what was typed is lost: %q", kept)
		}
	})
	t.Run("referral", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, at+"/refer").Must(t, 200).Says(t, "Köksspåret")
		page := room.As(town.CaseManager).Get(t, at+"/refer/"+string(place)).Must(t, 200).
			Says(t, "Lagens regler för hänvisning är inte inlagda för 15 januari 2027").Says(t, "Köksspåret")
		if page.Doc.Find(`main form[method="post"] button[name=do]`).Length() != 0 {
			t.Error("a referral can be sent")
		}
		form := []string{"once", "c", "version", version(town, id), "do", "refer", "hours", "20", "from", "2027-01-18", "to", "2027-06-30", "track", "work"}
		for _, c := range placement.Codes() {
			form = append(form, "confirm."+string(c), "yes")
		}
		again := room.As(town.CaseManager).Post(t, at+"/refer/"+string(place), form...).Must(t, 422).Says(t, "Det finns ingen dagsgräns för jobbgarantierna")
		if kept := again.Doc.Find("#f-from").AttrOr("value", ""); kept != "2027-01-18" {
			t.Errorf("what was typed is lost: %q", kept)
		}
		if held := town.Capacity(place).Held; len(held) != 0 {
			t.Errorf("hours are held: %v", held)
		}
	})
	t.Run("a household's month that is none", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, at+"/household?month=2015-13").Must(t, 200).Says(t, "”2015-13” är ingen månad. Här visas januari 2027")
		if page := room.As(town.CaseManager).Get(t, at+"/household?month=2026-11").Must(t, 200); strings.Contains(page.Text(), "är ingen månad") {
			t.Error("a month is said to be none")
		}
	})
	t.Run("a household's month that is too far", func(t *testing.T) {
		for asked, says := range map[string]string{
			"2099-01": "från januari 2010 till januari 2029, inte i januari 2099. Här visas januari 2029.",
			"2029-02": "inte i februari 2029. Här visas januari 2029.",
			"2009-12": "inte i december 2009. Här visas januari 2010.",
		} {
			room.As(town.CaseManager).Get(t, at+"/household?month="+asked).Must(t, 200).Says(t, says)
		}
		room.In("en").As(town.CaseManager).Get(t, at+"/household?month=2099-01").Must(t, 200).Says(t, "from January 2010 to January 2029, not in January 2099. This is January 2029.")
		room.In("sv")
		for _, asked := range []string{"", "?month=", "?month=2010-01", "?month=2029-01"} {
			if page := room.As(town.CaseManager).Get(t, at+"/household"+asked).Must(t, 200); strings.Contains(page.Text(), "Här visas") {
				t.Errorf("%q: another month is shown", asked)
			}
		}
	})
	t.Run("every other page of the case", func(t *testing.T) {
		for _, path := range []string{"", "/events", "/progress", "/contacts", "/attendance", "/compensation", "/eligibility", "/assessment", "/outcomes", "/household", "/children", "/plan", "/plan/write", "/placements", "/readers", "/exit"} {
			room.As(town.CaseManager).Get(t, at+path).Must(t, 200)
		}
	})
}
