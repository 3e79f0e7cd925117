package sums_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
)

// The two ways of source 002 are reckoned with the reader's own amounts, as the command
// does, and the address keeps the project beside them.
func TestOtherWays(t *testing.T) {
	town := officetest.OnSQLite(t)
	ask := room(t, town).As(town.Manager)
	const (
		hasky      = "/sums/payback?way=hasky"
		resursjobb = "/sums/payback?way=resursjobb"
		staff      = hasky + "&way_workers=5&way_fewer=45&way_worker_year=600000&way_annual_saving=2000000"
		job        = resursjobb + "&way_months=12&way_wage_cost=26543&way_subsidy=6001&way_assistance=9713&way_handling=1000&way_self_supporting=50"
	)
	t.Run("none is chosen", func(t *testing.T) {
		page := ask.Get(t, "/sums/payback?cost=5000").Must(t, 200).Says(t, "Andra sätt att räkna")
		if to := page.Doc.Find("#way a").First().AttrOr("href", ""); page.Doc.Find("#way form").Length() != 0 || !strings.Contains(to, "cost=5000") || !strings.Contains(to, "way=hasky") {
			t.Errorf("%q", to)
		}
		ask.Get(t, "/sums/payback?way=magic").Must(t, 200)
	})
	t.Run("chosen, with what the source gives", func(t *testing.T) {
		for address, given := range map[string]map[string]string{
			hasky:      {"#f-way_workers": "5", "#f-way_fewer": "45", "#f-way_worker_year": ""},
			resursjobb: {"#f-way_months": "12", "#f-way_self_supporting": "40", "#f-way_wage_cost": "", "#f-way_subsidy": "0"},
		} {
			page := ask.Get(t, address).Must(t, 200)
			for field, want := range given {
				if got := page.Doc.Find(field); got.Length() != 1 || got.AttrOr("value", "") != want {
					t.Errorf("%s %s: %q", address, field, got.AttrOr("value", "none"))
				}
			}
		}
	})
	t.Run("reckoned", func(t *testing.T) {
		page := ask.Get(t, staff+"&cost=5000000").Must(t, 200).Says(t, "motsvarar 2,25 handläggare till").Says(t, "650 000 kr").Says(t, "1 350 000 kr").Says(t, "Om HASKY säger 002")
		if page.Doc.Find("#way input[type=hidden][name=cost]").AttrOr("value", "") != "5000000" || page.Doc.Find(".ff-asks input[type=hidden][name=way_worker_year]").AttrOr("value", "") != "600000" {
			t.Error("one part of the page loses the numbers of the other")
		}
		ask.Get(t, job).Must(t, 200).Says(t, "9 829 kr").Says(t, "117 948 kr").Says(t, "5 357 kr").Says(t, "22,018 månader").Says(t, "Om Resursjobb säger 002")
		ask.Get(t, strings.Replace(job, "=50", "=0", 1)).Must(t, 200).Says(t, "kommer aldrig tillbaka")
		ask.Get(t, strings.Replace(staff, "=45", "=40,5", 1)).Must(t, 200).Says(t, "2,025 handläggare")
		room(t, town).In("en").As(town.Manager).Get(t, staff).Must(t, 200).Says(t, "2.25 case workers more")
	})
	t.Run("invalid, beside the field", func(t *testing.T) {
		for _, c := range []struct{ address, was, is, beside string }{
			{staff, "workers=5", "workers=0", "workers"}, {staff, "workers=5", "workers=", "workers"}, {staff, "fewer=45", "fewer=100", "fewer"},
			{staff, "fewer=45", "fewer=half", "fewer"}, {staff, "worker_year=600000", "worker_year=0", "worker_year"}, {staff, "annual_saving=2000000", "annual_saving=-1", "annual_saving"},
			{job, "months=12", "months=0", "months"}, {job, "wage_cost=26543", "wage_cost=", "wage_cost"}, {job, "handling=1000", "handling=99999999", "handling"},
			{job, "self_supporting=50", "self_supporting=101", "self_supporting"}, {job, "self_supporting=50", "self_supporting=", "self_supporting"},
		} {
			page := ask.Get(t, strings.Replace(c.address, c.was, c.is, 1)).Must(t, 422).Says(t, "1,476 år")
			if page.Doc.Find("#f-way_"+c.beside+"-error").Length() != 1 || page.Doc.Find("[id$=-error]").Length() != 1 {
				t.Errorf("%s: not told beside its field alone", c.is)
			}
		}
	})
}
