package participant_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/household"
	"fotfaste/internal/period"
)

func TestHousehold(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := weeksRoom(t, town)
	id := town.Active()
	me := town.ParticipantOf(id)
	const address = "/me/household"
	right := []string{"once", "a", "what", "cost.rent", "amount", "6 500", "from", "2026-08"}

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.AsNobody().Post(t, address, right...).Must(t, 401)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 403)
	})
	t.Run("empty", func(t *testing.T) {
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Vi har inga uppgifter")
		if room.As(me).Get(t, "/me/money").Must(t, 200).Doc.Find("a[href='"+address+"']").Length() == 0 {
			t.Error("no way to the household from the money")
		}
	})
	t.Run("invalid, nothing lost", func(t *testing.T) {
		for field, typed := range map[string][]string{"amount": {"amount", "lagom"}, "what": {"what", "members"}, "from": {"from", "augusti"}} {
			again := room.As(me).Post(t, address, append(append(typed, "once", field), right...)...).Must(t, 422)
			if again.Doc.Find("#f-"+field+"-error").Length() != 1 {
				t.Errorf("%s: no message beside it", field)
			}
			if kept := again.Doc.Find("#f-amount").AttrOr("value", ""); field != "amount" && kept != "6 500" {
				t.Errorf("%s: what was typed is lost: %q", field, kept)
			}
		}
		room.As(me).Post(t, address, "once", "x", "what", "cost.rent", "amount", "", "from", "2026-08").Must(t, 422)
	})
	t.Run("said, seen and ended", func(t *testing.T) {
		room.As(me).Post(t, address, right...).Must(t, 303)
		err := town.EnterHouseholdRow(context.Background(), town.CaseManager, id, casework.HouseholdRow{Statement: household.Statement{
			What: "income.work", Amount: 400000, Stimulus: true, From: period.MustMonth("2026-08"), Provenance: household.CaseManager}})
		if err != nil {
			t.Fatal(err)
		}
		page := room.As(me).Get(t, address).Must(t, 200).Says(t, "Vi har 2 uppgifter").Says(t, "Egen uppgift").Says(t, "Bedömt av handläggare").Says(t, town.CaseManager.Name)
		ends := page.Doc.Find("form[action$='/end']")
		if ends.Length() != 1 {
			t.Fatalf("%d rows can be ended, want their own alone", ends.Length())
		}
		end := ends.AttrOr("action", "")
		room.As(town.CaseManager).Post(t, end, "once", "b").Must(t, 403)
		room.As(me).Post(t, address+"/nobody/end", "once", "c").Must(t, 404)
		room.As(me).Post(t, end, "once", "d").Must(t, 303)
		room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "We have one thing").Says(t, "Taken back")
		room.In("sv")
		town.Days(40)
		room.As(me).Post(t, address, "once", "e", "what", "cost.rent", "amount", "6500", "from", "2026-08").Must(t, 303)
		end = room.As(me).Get(t, address).Must(t, 200).Doc.Find("form[action$='/end']").AttrOr("action", "")
		room.As(me).Post(t, end, "once", "f").Must(t, 303)
		room.As(me).Get(t, address).Must(t, 200).Says(t, "Avslutad")
		// What was raised this month and then ends does not fall back on what it was before.
		month := town.Today().Month()
		room.As(me).Post(t, address, "once", "g", "what", "cost.rent", "amount", "6000", "from", (month-1).String()).Must(t, 303)
		room.As(me).Post(t, address, "once", "h", "what", "cost.rent", "amount", "7000", "from", month.String()).Must(t, 303)
		end = room.As(me).Get(t, address).Must(t, 200).Doc.Find("form[action$='/end']").AttrOr("action", "")
		room.As(me).Post(t, end, "once", "i").Must(t, 303)
		if left := room.As(me).Get(t, address).Must(t, 200).Doc.Find("form[action$='/end']"); left.Length() != 0 {
			t.Errorf("%d own rows stand after the rent has ended", left.Length())
		}
	})
	t.Run("a coming month is seen and taken back by itself", func(t *testing.T) {
		now := town.Today().Month()
		room.As(me).Post(t, address, "once", "c1", "what", "cost.travel", "amount", "500", "from", now.String()).Must(t, 303)
		room.As(me).Post(t, address, "once", "c2", "what", "cost.travel", "amount", "900", "from", (now+2).String()).Must(t, 303)
		page := room.As(me).Get(t, address).Must(t, 200).Says(t, "Kommande månader").Says(t, "Börjar ").Says(t, "900 kr").Says(t, "kommande månader tas också tillbaka")
		back := page.Doc.Find("form[action$='/back']")
		if back.Length() != 1 {
			t.Fatalf("%d rows can be taken back, want one", back.Length())
		}
		action := back.AttrOr("action", "")
		holds := strings.TrimSuffix(page.Doc.Find("form[action$='/end']").Last().AttrOr("action", ""), "/end")
		room.AsNobody().Post(t, action, "once", "c3").Must(t, 401)
		room.As(town.CaseManager).Post(t, action, "once", "c4").Must(t, 403)
		room.As(me).Post(t, address+"/nobody/back", "once", "c5").Must(t, 404)
		room.As(me).Post(t, holds+"/back", "once", "c6").Must(t, 409).Says(t, "har börjat gälla")
		room.As(me).Post(t, action, "once", "c7").Must(t, 303)
		after := room.In("en").As(me).Get(t, address).Must(t, 200).Says(t, "500 kr").Says(t, "Taken back")
		room.In("sv")
		if after.Doc.Find("form[action$='/back']").Length() != 0 || after.Doc.Find("form[action='"+holds+"/end']").Length() != 1 {
			t.Error("what holds today is gone, or the coming row is not")
		}
	})
	t.Run("who lives in the home, and other costs", func(t *testing.T) {
		from := town.Today().Month().String()
		home := []string{"about", "members", "adults", "2", "ages", "3, 17", "size", "6", "shared", "yes", "since", from}
		for field, typed := range map[string][]string{"ages": {"ages", "tre"}, "size": {"size", "1"}, "since": {"since", "2009-01"}, "adults": {"adults", "3"}} {
			again := room.As(me).Post(t, address, append(append(typed, "once", "w"+field), home...)...).Must(t, 422)
			if again.Doc.Find("[data-wrong] [name="+field+"]").Length() == 0 || again.Doc.Find("details[open] [name=ages]").Length() != 1 {
				t.Errorf("%s: no message beside it, or it is folded away", field)
			}
		}
		room.As(me).Post(t, address, append([]string{"once", "w1"}, home...)...).Must(t, 303)
		page := room.As(me).Get(t, address).Must(t, 200).Says(t, "2 vuxna").Says(t, "3 och 17 år").Says(t, "6 i hemmet").Says(t, "delar bostad")
		if page.Doc.Find("#f-ages").AttrOr("value", "") != "3, 17" || page.Doc.Find("#f-size").AttrOr("value", "") != "6" ||
			page.Doc.Find("[name=adults][value='2'][checked]").Length() != 1 || page.Doc.Find("[name=shared][checked]").Length() != 1 {
			t.Error("the fields do not begin with what holds")
		}
		again := room.As(me).Post(t, address, "once", "w2", "what", "cost.other", "amount", "300", "from", from).Must(t, 422)
		if again.Doc.Find("#f-name-error").Length() != 1 || again.Doc.Find("#f-amount").AttrOr("value", "") != "300" {
			t.Error("no message beside the name, or what was typed is lost")
		}
		room.As(me).Post(t, address, "once", "w3", "what", "cost.other", "name", "Flytt", "amount", "300", "from", from).Must(t, 303)
		room.As(me).Get(t, address).Must(t, 200).Says(t, "(Flytt)").Says(t, "300 kr")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(me).Get(t, address).Must(t, 500)
		room.As(me).Post(t, address, "once", "y", "what", "cost.rent", "amount", "1", "from", "2026-08").Must(t, 500)
		room.As(me).Post(t, address+"/0197a1b2-0000-7000-8000-000000000000/end", "once", "z").Must(t, 500)
		room.As(me).Post(t, address+"/0197a1b2-0000-7000-8000-000000000000/back", "once", "v").Must(t, 500)
		room.As(me).Post(t, address, "once", "u", "about", "members", "adults", "1", "since", "2026-08").Must(t, 500)
	})
}
