package evidence_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/web/evidence"
	"fotfaste/internal/web/visit/visittest"
)

func room(t *testing.T, town *officetest.Town) *visittest.Room {
	t.Helper()
	return visittest.Open(t, "evidence", evidence.Templates, evidence.New(town.Office).Register)
}

func TestCompare(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	town.Kitchen(2, 20)

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, "/evidence").Must(t, 303)
		for _, a := range []string{"/evidence", "/evidence/ips", "/evidence/figures.csv"} {
			room.As(town.ParticipantOf(town.Active())).Get(t, a).Must(t, 403)
		}
	})
	t.Run("everybody who works here reads it", func(t *testing.T) {
		for _, who := range town.Staff() {
			room.As(who).Get(t, "/evidence").Must(t, 200).Says(t, "2 av 13 utvärderade insatser")
		}
	})
	t.Run("the address says which cards and in what order", func(t *testing.T) {
		for query, want := range map[string]struct {
			count int
			first string
		}{
			"":                                 {13, "Individanpassat"},
			"?sort=work":                       {13, "Individanpassat"},
			"?sort=name":                       {13, "All in"},
			"?sort=theme":                      {13, "Arbetspraktik"},
			"?sort=comparison":                 {13, "Individanpassat"},
			"?sort=free":                       {13, "Arbetspraktik"},
			"?grade=promising":                 {3, "Resursjobb"},
			"?theme=social_context&sort=name":  {5, "Boendetrappa"},
			"?grade=unheard&theme=x&sort=luck": {13, "Individanpassat"},
		} {
			page := room.As(town.CaseManager).Get(t, "/evidence"+query).Must(t, 200)
			lines := page.Doc.Find("section.ff-card").First().Find("tbody tr")
			if n := lines.Length(); n != want.count || !strings.Contains(lines.First().Text(), want.first) {
				t.Errorf("%s: %d lines, first %s", query, n, lines.First().Text())
			}
		}
		none := room.As(town.Manager).Get(t, "/evidence?theme=before_assistance").Must(t, 200).Says(t, "Ingen utvärderad insats stämmer")
		if none.Doc.Find("figure").Length() != 0 {
			t.Error("a picture of nothing")
		}
	})
	t.Run("figures with words and a table", func(t *testing.T) {
		room.In("en").As(town.Evaluator).Get(t, "/evidence").Must(t, 200).Says(t, "5 of 13 have a figure").Says(t, "against 21%").Says(t, "25–69%").
			Says(t, "The source gives no figure")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		for _, a := range []string{"/evidence", "/evidence/ips", "/evidence/figures.csv"} {
			room.As(town.CaseManager).Get(t, a).Must(t, 500)
		}
	})
}

func TestCard(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.KitchenLike("ips")
	link := `a[href="/work/catalogue/` + string(id) + `"]`
	t.Run("opens with what is done, and leads to what is like it here", func(t *testing.T) {
		page := room.As(town.CaseManager).Get(t, "/evidence/ips").Must(t, 200)
		page.Says(t, "Hjälp av en jobbcoach").Says(t, "psykisk funktionsnedsättning").Says(t, "58 procent").Says(t, "002, utvärderad insats 7").Says(t, "Köksspåret")
		if page.Doc.Find(link).Length() != 1 {
			t.Error("no way to the intervention")
		}
	})
	t.Run("without a way to a catalogue that the reader may not open", func(t *testing.T) {
		page := room.As(town.Evaluator).Get(t, "/evidence/ips").Must(t, 200).Says(t, "Köksspåret")
		if page.Doc.Find(link).Length() != 0 {
			t.Error("a way that is closed")
		}
	})
	t.Run("where the source gives no figure it says so", func(t *testing.T) {
		room.As(town.CaseManager).Get(t, "/evidence/case_management").Must(t, 200).Says(t, "Källan ger ingen siffra").Says(t, "Ingen insats i katalogen liknar den")
		room.In("en").As(town.Partner).Get(t, "/evidence/osa").Must(t, 200).Says(t, "−7 percentage points")
		room.In("sv")
		room.As(town.CaseManager).Get(t, "/evidence/lottery").Must(t, 404)
	})
	t.Run("file", func(t *testing.T) {
		room.In("sv")
		file := room.As(town.Evaluator).Get(t, "/evidence/figures.csv?grade=effective").Must(t, 200).Body.String()
		lines := strings.Split(strings.TrimSpace(file), "\n")
		if len(lines) != 3 || !strings.Contains(file, ";58;;21;procent;") || !strings.Contains(lines[1], "Individanpassat") {
			t.Errorf("%s", file)
		}
		all := room.As(town.Evaluator).Get(t, "/evidence/figures.csv").Must(t, 200).Body.String()
		if n := len(strings.Split(strings.TrimSpace(all), "\n")); n != 23 {
			t.Errorf("%d lines", n)
		}
	})
}
