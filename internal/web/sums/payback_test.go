package sums_test

import (
	"regexp"
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

var years = regexp.MustCompile(`^(✓ )?[0-9]+,[0-9]{2}$`)

func TestPayback(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/sums/payback"

	t.Run("guards", func(t *testing.T) {
		for _, page := range []string{"", "/sensitivity.csv"} {
			room.AsNobody().Get(t, address+page).Must(t, 303)
			room.As(town.Auditor).Get(t, address+page).Must(t, 403)
		}
	})
	ask := room.As(town.Manager)
	t.Run("the project of the source", func(t *testing.T) {
		for _, query := range []string{"", "?cost=4280000&annual_saving=2900000&years=3", "?cost=4 280 000"} {
			ask.Get(t, address+strings.ReplaceAll(query, " ", "+")).Must(t, 200).Says(t, "Pengarna är tillbaka efter 1,476 år").
				Says(t, "Det räcker att 49,2 % av besparingen blir av").Says(t, "+4 420 000 kr").Says(t, "Förutsatt att")
		}
		cells := ask.Get(t, address).Must(t, 200).Says(t, "1,80").Doc.Find("#grid td")
		for _, cell := range cells.EachIter() {
			if text := strings.TrimSpace(cell.Text()); !years.MatchString(text) {
				t.Errorf("%q has not two decimals", text)
			}
		}
		if cells.Length() != 49 {
			t.Errorf("%d cells", cells.Length())
		}
		file := ask.Get(t, address+"/sensitivity.csv").Must(t, 200)
		if lines := strings.Split(strings.TrimSpace(file.Body.String()), "\r\n"); len(lines) != 50 || lines[25] != "100;100;1,476;ja" {
			t.Errorf("%d lines, %q", len(lines), lines[25])
		}
		room.In("en").As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "The money is back after 1.476 years")
		room.In("sv")
	})
	t.Run("a promise that is not enough, a long wait, and none at all", func(t *testing.T) {
		ask.Get(t, address+"?cost=10000000&annual_saving=3000000&years=3").Must(t, 200).Says(t, "inte ens om hela besparingen blir av").Says(t, "−1 000 000 kr")
		ask.Get(t, address+"?cost=10000000&annual_saving=300000&years=3").Must(t, 200).Says(t, "33,333 år")
		page := ask.Get(t, address+"?cost=1000&annual_saving=0&years=1").Must(t, 200).Says(t, "kommer aldrig tillbaka")
		ask.Get(t, address+"/sensitivity.csv?cost=1000&annual_saving=0&years=1").Must(t, 200)
		if page.Doc.Find(".ff-slide[hidden]").Length() != 3 {
			t.Error("handles are shown that do nothing without script")
		}
	})
	t.Run("invalid, beside the field", func(t *testing.T) {
		for query, beside := range map[string]string{
			"cost=0": "cost", "cost=": "cost", "cost=much": "cost", "cost=2000000000000": "cost",
			"annual_saving=-1": "annual_saving", "years=0": "years", "years=51": "years", "years=1.5": "years",
		} {
			page := ask.Get(t, address+"?"+query).Must(t, 422)
			if page.Doc.Find("#f-"+beside+"-error").Length() != 1 {
				t.Errorf("%s: nothing is said beside %s", query, beside)
			}
			ask.Get(t, address+"/sensitivity.csv?"+query).Must(t, 422)
		}
	})
	t.Run("the least and the most of every field can be reckoned, and no more", func(t *testing.T) {
		for name, ends := range map[string][2]string{"cost": {"1", "1000000000000"}, "annual_saving": {"0", "1000000000000"}, "years": {"1", "50"}} {
			for _, end := range ends {
				room.As(town.CaseManager).Get(t, "/sums/payback?"+name+"="+end).Must(t, 200)
			}
			for _, beyond := range []string{"-1", ends[1] + "0"} {
				page := room.As(town.CaseManager).Get(t, "/sums/payback?"+name+"="+beyond).Must(t, 422)
				if page.Doc.Find("#f-"+name+"-error").Length() != 1 {
					t.Errorf("%s=%s: nothing stands beside the field: %s", name, beyond, page.Text())
				}
			}
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		ask.Get(t, address).Must(t, 500)
	})
}
