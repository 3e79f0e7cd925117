package worker_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

func enters(t *testing.T, town *officetest.Town, who access.Actor, id ident.ID, what household.What, kronor int, by household.Provenance) {
	t.Helper()
	s := household.Statement{What: what, Amount: money.Ore(kronor * 100), From: period.MustMonth("2026-08"), Provenance: by}
	if what == household.Members {
		s.Home = household.Home{Adults: 1, Size: 3, Shared: true, Ages: []int{17}}
	}
	if err := town.EnterHouseholdRow(context.Background(), who, id, casework.HouseholdRow{Statement: s}); err != nil {
		t.Fatal(err)
	}
}

func TestHousehold(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Active()
	me := town.ParticipantOf(id)
	address := "/work/cases/" + string(id) + "/household"
	right := []string{"once", "a", "what", "cost.rent", "amount", "6 500,50", "from", "2026-08", "provenance", "case_manager"}
	with := func(changes ...string) []string { return append(changes, right...) }
	home := []string{"once", "h", "about", "members", "adults", "1", "size", "3", "ages", "17", "shared", "yes", "since", "2026-08", "home_by", "case_manager"}

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "household", string(id))
		for _, who := range []access.Actor{town.Second, town.Supervisor, town.Partner, town.PaymentOfficer} {
			room.As(who).Get(t, address).Must(t, 403)
			room.As(who).Post(t, address, right...).Must(t, 403)
			room.As(who).Post(t, address+"/confirm", "once", "x").Must(t, 403)
		}
		room.AsNobody().Post(t, address, right...).Must(t, 401)
		room.As(town.CaseManager).Post(t, address+"/confirm", "once", "y", "rows", "nobody").Must(t, 404)
	})
	t.Run("empty", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Ingen har sagt något om hushållet")
		room.In("en").As(town.CaseManager).Get(t, address+"?month=2027-03").Must(t, 200).Says(t, "Nobody has said anything")
		room.In("sv")
	})
	t.Run("invalid, nothing lost", func(t *testing.T) {
		for field, typed := range map[string][]string{
			"amount": {"amount", "mycket"}, "from": {"from", "2015-13"}, "what": {"what", "yacht"}, "to": {"to", "2026-07"}, "provenance": {"provenance", "register_file"},
		} {
			again := room.As(town.CaseManager).Post(t, address, with(append(typed, "once", field)...)...).Must(t, 422)
			if again.Doc.Find(".ds-validation-message").Length() != 1 || again.Doc.Find("[data-wrong] [name="+field+"]").Length() == 0 {
				t.Errorf("%s: no message beside it", field)
			}
			if kept := again.Doc.Find("#f-amount").AttrOr("value", ""); field != "amount" && kept != "6 500,50" {
				t.Errorf("%s: what was typed is lost: %q", field, kept)
			}
		}
		room.As(town.CaseManager).Post(t, address, with("once", "m", "amount", "-1")...).Must(t, 422).Says(t, "mindre än")
		room.As(town.CaseManager).Post(t, address, with("once", "n", "amount", "")...).Must(t, 422)
		for field, typed := range map[string][]string{"size": {"size", "1"}, "ages": {"ages", "sjutton"}, "since": {"since", "2009-01"}, "adults": {"adults", "3"}} {
			again := room.As(town.CaseManager).Post(t, address, append(append(typed, "once", "h"+field), home...)...).Must(t, 422)
			if again.Doc.Find("[data-wrong] [name="+field+"]").Length() == 0 {
				t.Errorf("%s: no message beside it", field)
			}
		}
	})
	t.Run("success", func(t *testing.T) {
		room.As(town.CaseManager).Post(t, address, right...).Must(t, 303)
		room.As(town.CaseManager).Post(t, address, home...).Must(t, 303)
		enters(t, town, me, id, "income.work", 4000, household.OwnStatement)
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "6 500,50 kr").Says(t, "4 000 kr")
	})
}

func TestHouseholdPicture(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Active()
	me := town.ParticipantOf(id)
	address := "/work/cases/" + string(id) + "/household"
	enters(t, town, town.CaseManager, id, household.Members, 0, household.CaseManager)
	enters(t, town, town.CaseManager, id, "cost.rent", 6500, household.CaseManager)
	enters(t, town, me, id, "income.work", 4000, household.OwnStatement)
	_, err := town.TakeRegisterFile(context.Background(), town.CaseManager, id, casework.RegisterFile{Name: "fk.csv", Content: []byte("2026-08,work,5000\n")})
	if err != nil {
		t.Fatal(err)
	}

	t.Run("the picture", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "i bistånd enligt uträkningen").
			Says(t, "Nytt: Lön: 5 000 kr (Registerfil) men 4 000 kr (Egen uppgift)").Says(t, "fk.csv, rad 1").Says(t, "Räknas inte").Says(t, "delar bostad")
		sums := page.Doc.Find(`a[href^="/sums/household?"]`).AttrOr("href", "")
		for _, part := range []string{"month=2026-08", "cost_rent=6500", "net_0=5000", "size=3", "shared=yes", "age_0=17"} {
			if !strings.Contains(sums, part) {
				t.Errorf("the reckoner is not asked about %s: %s", part, sums)
			}
		}
		room.As(town.CaseManager).Get(t, "/work").Must(t, 200).Says(t, "Titta på hushållet")
		room.As(town.CaseManager).Get(t, address+"?month=2027-03").Must(t, 200).Says(t, "Det finns ingen riksnorm")
		room.In("en").As(town.CaseManager).Get(t, address+"?month=2026-09").Must(t, 200).Says(t, "Other months")
		room.In("sv")
	})
	row := ""
	t.Run("confirmed", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200)
		rows := page.Doc.Find("input[name=rows]")
		row = rows.First().AttrOr("value", "")
		if rows.Length() != 2 {
			t.Errorf("%d rows can be confirmed, want those that go on", rows.Length())
		}
		room.As(town.CaseManager).Post(t, address+"/confirm", "once", "c", "rows", row).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Inget är nytt").Says(t, "Bekräftad av")
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)).Must(t, 200).Says(t, "Hushållets uppgifter gicks igenom")
	})
	t.Run("the rows as a file", func(t *testing.T) {
		room.AsNobody().Get(t, address+"/rows.csv").Must(t, 303)
		room.As(town.Partner).Get(t, address+"/rows.csv").Must(t, 403)
		file := room.As(town.CaseManager).Get(t, address+"/rows.csv?month=2026-08").Must(t, 200)
		lines := strings.Split(strings.TrimSpace(file.Body.String()), "\r\n")
		if len(lines) != 5 || !strings.Contains(file.Header().Get("Content-Disposition"), "hushall-2026-") {
			t.Fatalf("%q", lines)
		}
		for i, part := range map[int]string{0: "Uppgift;Belopp i månaden", 1: "Vilka som bor i hemmet;", 2: "Hyra;6500;Bedömt av handläggare;;2026-08;;Räknas i ",
			3: "Lön;5000;Registerfil;fk.csv, rad 1;2026-08;2026-08;", 4: "Lön;4000;Egen uppgift;;2026-08;;Räknas inte"} {
			if !strings.Contains(lines[i], part) {
				t.Errorf("line %d: %q does not say %q", i, lines[i], part)
			}
		}
		room.In("en").As(town.CaseManager).Get(t, address+"/rows.csv?month=2026-07").Must(t, 200).Says(t, "Does not hold in July 2026")
		room.In("sv")
	})
	t.Run("a row is ended from the list", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, address).Must(t, 200)
		of := page.Doc.Find("select[name=row] option:contains('Lön')").AttrOr("value", "")
		if of == "" || page.Doc.Find("select[name=row] option[value!='']").Length() != 3 {
			t.Fatalf("the rows that go on are not there: %s", page.Doc.Find("select[name=row]").Text())
		}
		end := address + "/end"
		room.AsNobody().Post(t, end, "once", "l0").Must(t, 401)
		room.As(town.Second).Post(t, end, "once", "l1", "row", of, "until", "2026-08").Must(t, 403)
		room.As(town.CaseManager).Post(t, end, "once", "l2", "row", string(id), "until", "2026-08").Must(t, 404)
		room.As(town.CaseManager).Post(t, end, "once", "l3", "row", "nobody", "until", "2026-08").Must(t, 404)
		for field, typed := range map[string][]string{"row": {"row", "", "until", "2026-08"}, "until": {"row", of, "until", "2026-07"}} {
			again := room.As(town.CaseManager).Post(t, end, append(typed, "once", "l"+field)...).Must(t, 422)
			if again.Doc.Find("#f-"+field+"-error").Length() != 1 || field == "until" && again.Doc.Find("#f-until").AttrOr("value", "") != "2026-07" {
				t.Errorf("%s: no message beside it, or it is lost", field)
			}
		}
		room.As(town.CaseManager).Post(t, end, "once", "l4", "row", of, "until", "2026-08").Must(t, 303)
		if left := room.As(town.CaseManager).Get(t, address).Must(t, 200).Doc.Find("select[name=row] option[value!='']"); left.Length() != 2 {
			t.Errorf("%d rows go on, want two", left.Length())
		}
	})
	t.Run("a row is ended", func(t *testing.T) {
		of := address + "/rows/" + row
		nobodyElse(t, town, "household/rows/"+row, string(id))
		room.As(town.CaseManager).Get(t, address+"/rows/"+string(id)).Must(t, 404)
		room.As(town.CaseManager).Get(t, of).Must(t, 200).Says(t, "Vad som har sagts")
		again := room.As(town.CaseManager).Post(t, of, "once", "d", "last", "2026-07").Must(t, 422)
		if kept := again.Doc.Find("#f-last").AttrOr("value", ""); kept != "2026-07" || again.Doc.Find("#f-last-error").Length() != 1 {
			t.Errorf("no message beside the month, or it is lost: %q", kept)
		}
		room.As(town.Second).Post(t, of, "once", "e", "last", "2026-08").Must(t, 403)
		room.As(town.CaseManager).Post(t, of, "once", "f", "last", "2026-08").Must(t, 303)
		room.As(town.CaseManager).Post(t, of, "once", "g", "mistake", "yes").Must(t, 303)
		room.In("en").As(town.CaseManager).Get(t, of).Must(t, 200).Says(t, "Taken back")
		room.In("sv").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Lades in av misstag")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
		room.As(town.CaseManager).Get(t, address+"/rows/"+row).Must(t, 500)
		room.As(town.CaseManager).Get(t, address+"/rows.csv").Must(t, 500)
		room.As(town.CaseManager).Post(t, address+"/end", "once", "q", "row", row, "until", "2026-08").Must(t, 500)
		room.As(town.CaseManager).Post(t, address, "once", "z", "what", "cost.rent", "amount", "1", "from", "2026-08", "provenance", "case_manager").Must(t, 500)
		room.As(town.CaseManager).Post(t, address+"/confirm", "once", "y").Must(t, 500)
		room.As(town.CaseManager).Post(t, address+"/rows/"+row, "once", "x", "mistake", "yes").Must(t, 500)
	})
}
