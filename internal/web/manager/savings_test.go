package manager_test

import (
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/followup"
)

func TestSavings(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/manager/savings"

	t.Run("guards", func(t *testing.T) {
		for _, page := range []string{"", "/file", "/quarters.csv", "?anyway=10"} {
			room.AsNobody().Get(t, address+page).Must(t, 303)
			room.As(town.CaseManager).Get(t, address+page).Must(t, 403)
		}
	})
	t.Run("empty", func(t *testing.T) {
		for _, language := range []string{"sv", "en"} {
			page := room.In(language).As(town.Manager).Get(t, address).Must(t, 200)
			if said, _ := page.Doc.Find("#f-assistance").Attr("value"); said != "7973" {
				t.Errorf("a month's assistance begins at %q", said)
			}
		}
		room.In("sv")
	})
	t.Run("invalid, beside the field", func(t *testing.T) {
		for query, beside := range map[string]string{
			"staff=-1": "staff", "places=much": "places", "assistance=": "assistance", "replaced=101": "replaced",
			"lasting=-5": "lasting", "anyway=1000": "anyway", "years=0": "years",
		} {
			page := room.As(town.Manager).Get(t, address+"?"+query).Must(t, 422)
			if page.Doc.Find("#f-"+beside+"-error").Length() != 1 {
				t.Errorf("%s: nothing is said beside %s", query, beside)
			}
			room.As(town.Manager).Get(t, address+"/file?"+query).Must(t, 422)
		}
	})
	t.Run("success", func(t *testing.T) {
		_, _, week := town.Due()
		town.Attested(week)
		town.Exited(followup.Work)
		town.Exited(followup.Moved)
		// A full week is 2 812 kr. Who moved does not count as having left.
		page := room.As(town.Manager).Get(t, address+"?staff=1000000&assistance=8000&replaced=0&lasting=50&anyway=25&years=3").Must(t, 200)
		page.Says(t, "Med de här antagandena kostar programmet").Says(t, "2 812 kr").Says(t, "1 002 812 kr").Says(t, "36 000 kr").
			Says(t, "Utan jämförelsegrupp").Says(t, "−966 812 kr")
		file := room.As(town.Manager).Get(t, address+"/file?staff=1000000&assistance=8000&replaced=0&lasting=50&anyway=25&years=3").Must(t, 200).Body.String()
		for _, line := range []string{"Grundersättning;2812\r\n", "Netto;'-966812\r\n", "Netto;-966812\r\n", "Bistånd som inte behövs efteråt;36000\r\n"} {
			if strings.HasPrefix(line, "Netto;'") == strings.Contains(file, line) {
				t.Errorf("%q and the file reads %q", line, file)
			}
		}
		quarters := room.As(town.Manager).Get(t, address+"/quarters.csv").Must(t, 200).Body.String()
		if !strings.Contains(quarters, "kvartal 3 2026;2812;0;2812\r\n") || strings.Count(quarters, "\r\n") != 9 {
			t.Errorf("the quarters read %q", quarters)
		}
		more := room.As(town.Manager).Get(t, address+"?assistance=20000&lasting=100&anyway=0").Must(t, 200).Says(t, "mer än det kostar")
		if more.Doc.Find(".ff-slide[hidden]").Length() != 7 {
			t.Error("handles are shown that do nothing without script")
		}
		room.As(town.Manager).Get(t, address+"?assistance=0").Must(t, 200).Says(t, "kommer inte tillbaka")
		room.In("en").As(town.Manager).Get(t, address).Must(t, 200).Says(t, "By these assumptions")
		room.In("sv")
	})
	t.Run("the most of every field can be reckoned, one by one and together", func(t *testing.T) {
		all := ""
		for name, most := range map[string]string{"staff": "1000000000000", "places": "1000000000000", "assistance": "1000000",
			"replaced": "100", "lasting": "100", "anyway": "100", "years": "50"} {
			one := name + "=" + most
			room.As(town.Manager).Get(t, address+"?"+one).Must(t, 200)
			room.As(town.Manager).Get(t, address+"/file?"+one).Must(t, 200)
			all += "&" + one
			page := room.As(town.Manager).Get(t, address+"?"+one+"0").Must(t, 422)
			if page.Doc.Find("#f-"+name+"-error").Length() != 1 {
				t.Errorf("%s: nothing stands beside the field: %s", name, page.Text())
			}
		}
		room.As(town.Manager).Get(t, address+"?"+all[1:]).Must(t, 200)
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		for _, page := range []string{"", "/file", "/quarters.csv", "?anyway=10"} {
			room.As(town.Manager).Get(t, address+page).Must(t, 500)
		}
	})
}
