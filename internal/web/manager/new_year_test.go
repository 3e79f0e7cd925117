package manager_test

import (
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/clock"
	"fotfaste/internal/duty"
	"fotfaste/internal/duty/quarterfile"
)

// inJanuary is as inNovember, two months on: Friday 15 January 2027, when nobody has decided
// the parameters of the year.
func inJanuary(town *officetest.Town) {
	inNovember(town)
	town.Days(60)
}

func TestTheStateInAYearThatNobodyHasDecided(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	inJanuary(town)
	page := room.As(town.Manager).Get(t, "/manager").Must(t, 200).
		Says(t, "Ingen gräns för antal ärenden per resursperson är inlagd för 15 januari 2027").
		Says(t, "Inga tidsmål är inlagda för 15 januari 2027").
		Says(t, "resurspersoner har i snitt").Says(t, "4 deltar")
	// Everything else is there, and nothing is counted against a limit of nothing.
	if n := page.Doc.Find("figure").Length(); n != 7 {
		t.Errorf("%d figures", n)
	}
	if strings.Contains(page.Text(), "av högst") || strings.Contains(page.Text(), "Plats för") {
		t.Errorf("something is held against a limit that is none: %s", page.Text())
	}
	if file := room.As(town.Manager).Get(t, "/manager/figures/caseload.csv").Must(t, 200).Body.String(); !strings.Contains(file, "Cia Resursperson;4;\r\n") {
		t.Errorf("the file reads %q", file)
	}
	room.As(town.Manager).Get(t, "/manager/figures/clocks.csv").Must(t, 404)
	room.In("en").As(town.Manager).Get(t, "/manager").Must(t, 200).Says(t, "No limit of cases per case manager is entered for 15 January 2027")
}

func TestTheRequirementInAYearThatNobodyHasDecided(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	inJanuary(town)
	const address = "/manager/requirement"

	t.Run("opens on the newest month that is known, and says why", func(t *testing.T) {
		page := room.As(town.Manager).Get(t, address).Must(t, 200).
			Says(t, "0 av 4 har en plan som möter aktivitetskravet i december 2026").
			Says(t, "Aktivitetskravet är inte fastställt för januari 2027. Här visas december 2026")
		if chosen := page.Doc.Find("#f-month option[selected]").AttrOr("value", ""); chosen != "2026-12" {
			t.Errorf("%q is chosen", chosen)
		}
		room.As(town.Manager).Get(t, address+"/cases").Must(t, 200).Says(t, "ärenden i december 2026")
		if body := room.As(town.Manager).Get(t, address+"/file").Must(t, 200).Body.String(); !strings.Contains(body, "Ingen aktivitet;") {
			t.Errorf("the file reads %q", body)
		}
		room.In("en").As(town.Manager).Get(t, address).Must(t, 200).Says(t, "not decided for January 2027")
		room.In("sv")
	})
	t.Run("a month that nobody has decided", func(t *testing.T) {
		for _, list := range []string{"", "/cases"} {
			page := room.As(town.Manager).Get(t, address+list+"?month=2027-01").Must(t, 200).
				Says(t, "Aktivitetskravet är inte fastställt för januari 2027").Says(t, "från oktober 2026 till december 2026")
			if strings.Contains(page.Text(), "Ingen var i programmet") {
				t.Errorf("%s says that nobody was there", list)
			}
			leadsTo(t, page.Doc, address+list+"?month=2026-12")
			if chosen := page.Doc.Find("#f-month option[selected]").AttrOr("value", ""); chosen != "2027-01" {
				t.Errorf("%q is chosen", chosen)
			}
			file := room.As(town.Manager).Get(t, address+list+"/file?month=2027-01").Must(t, 303)
			if to := file.Header().Get("Location"); to != address+list+"?month=2027-01" {
				t.Errorf("the file leads to %s", to)
			}
		}
		page := room.As(town.Manager).Get(t, address+"?month=2027-01")
		if to := page.Doc.Find("main .ff-head a").AttrOr("href", ""); to != "/manager/requirement/quarter?quarter=2026Q4" {
			t.Errorf("the report is at %q", to)
		}
	})
	t.Run("a month before it applied", func(t *testing.T) {
		for _, month := range []string{"2015-03", "2026-06", "2026-09"} {
			page := room.As(town.Manager).Get(t, address+"?month="+month).Must(t, 200).
				Says(t, "Aktivitetskravet gällde inte i").Says(t, "första gången på biståndet för oktober 2026")
			leadsTo(t, page.Doc, address+"?month=2026-10")
		}
	})
	t.Run("what is no month, and one that has not begun, beside the field", func(t *testing.T) {
		for _, month := range []string{"2015-13", "2026-00", "x", "2027-02", "9999-12"} {
			for _, list := range []string{"", "/cases"} {
				page := room.As(town.Manager).Get(t, address+list+"?month="+month).Must(t, 422)
				if page.Doc.Find("#f-month-error").Length() != 1 || strings.Contains(page.Text(), "Ingen var i programmet") {
					t.Errorf("%s %s: %s", list, month, page.Text())
				}
			}
		}
	})
	t.Run("no other page of the room", func(t *testing.T) {
		for _, path := range []string{"/manager/cases", "/manager/dependence", "/manager/dependence/cases", "/manager/savings", "/manager/savings/file"} {
			room.As(town.Manager).Get(t, path).Must(t, 200)
		}
	})
}

// The report of the last quarter of 2026 is made in January 2027.
func TestTheQuarterInAYearThatNobodyHasDecided(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	inJanuary(town)
	const address = "/manager/requirement/quarter"

	room.As(town.Manager).Get(t, address).Must(t, 200).Says(t, "1 av 4 anvisades till en aktivitet i kvartal 4 2026").Says(t, "3 månader i kvartalet är med")
	body := room.As(town.Manager).Get(t, address+"/file").Must(t, 200).Body.String()
	quarter, err := duty.ParseQuarter("2026Q4")
	if err != nil {
		t.Fatal(err)
	}
	if file, err := quarterfile.Read(strings.NewReader(body), quarter); err != nil || len(file.Rows) != 12 {
		t.Errorf("the file reads %q: %v", body, err)
	}
	page := room.As(town.Manager).Get(t, address+"?quarter=2027Q1").Must(t, 200).Says(t, "Aktivitetskravet är inte fastställt för kvartal 1 2027")
	leadsTo(t, page.Doc, address+"?quarter=2026Q4")
	room.As(town.Manager).Get(t, address+"/file?quarter=2027Q1").Must(t, 303)
	page = room.As(town.Manager).Get(t, address+"?quarter=2015Q1").Must(t, 200).Says(t, "Ingenting rapporteras för tiden före")
	leadsTo(t, page.Doc, address+"?quarter=2026Q4")
	for _, wrong := range []string{"x", "2026Q5", "2027Q2", "0000Q1"} {
		page := room.As(town.Manager).Get(t, address+"?quarter="+wrong).Must(t, 422)
		if page.Doc.Find("#f-quarter-error").Length() != 1 {
			t.Errorf("%s: nothing stands beside the field: %s", wrong, page.Text())
		}
		room.As(town.Manager).Get(t, address+"/file?quarter="+wrong).Must(t, 422)
	}
}

// Long before the requirement the pages say so, and lead nowhere that has not begun.
func TestTheRequirementLongBeforeIt(t *testing.T) {
	town := officetest.OnSQLite(t)
	town.Office.Clock = clock.Fixed(time.Date(2015, 3, 16, 9, 0, 0, 0, time.UTC))
	room := room(t, town)
	for _, path := range []string{"/manager/requirement", "/manager/requirement/cases", "/manager/requirement/quarter"} {
		page := room.As(town.Manager).Get(t, path).Must(t, 200).Says(t, "oktober 2026")
		if page.Doc.Find("main .ff-notice a").Length() != 0 {
			t.Errorf("%s leads to a month that has not begun", path)
		}
	}
	room.As(town.Manager).Get(t, "/manager").Must(t, 200).Says(t, "16 mars 2015")
}

// leadsTo wants the notice of the page to lead there.
func leadsTo(t *testing.T, doc *goquery.Document, want string) {
	t.Helper()
	if to := doc.Find("main .ff-notice a").AttrOr("href", ""); to != want {
		t.Errorf("it leads to %q, want %q", to, want)
	}
}
